"""Which day it is, for all that depends on it."""

import datetime
import os
from zoneinfo import ZoneInfo


def berlin_today() -> datetime.date:
    """The day in Germany; `SOURCE_DATE_EPOCH` fixes it for reproducible builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    berlin = ZoneInfo("Europe/Berlin")
    moment = datetime.datetime.fromtimestamp(int(epoch), berlin) if epoch else datetime.datetime.now(berlin)
    return moment.date()
