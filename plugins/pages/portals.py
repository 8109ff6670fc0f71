"""What became of each portal of a content folder: told as it is done, added up at the end."""

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.catalog import disk
from plugins.catalog.printing import visible
from plugins.catalog.records import Municipality
from plugins.catalog.stages import Spent
from plugins.media.keeping import ChangedError
from plugins.metadata.icons import IconError
from plugins.pages.assets import AssetError
from plugins.pages.forked import Lost, LostError
from plugins.pages.hidden import HiddenError
from plugins.pages.strangers import StrangerError

REFUSED = (AssetError, ChangedError, HiddenError, IconError, LostError, StrangerError)
"""What keeps a portal from being built and says itself, in German, what to do."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One portal: the line about it, or the `failure` that left it as it was; and where the time went."""

    said: str = ""
    failure: str = ""
    spent: Mapping[str, Spent] = field(default_factory=dict)


def attempted(build: Callable[[], str], folder: Path) -> Outcome:
    """The outcome of a build into a folder, whatever happens in it."""
    try:
        return Outcome(build())
    except REFUSED as error:
        return Outcome(failure=str(error))
    except OSError as error:
        return Outcome(failure=disk.said(error, folder))
    except Exception:
        return Outcome(failure=traceback.format_exc().strip())


def told(
    done: Iterable[tuple[str, Outcome | Lost]], towns: Mapping[str, Municipality]
) -> Iterator[tuple[str, Outcome]]:
    """The same outcomes; on the way a line for each portal, as it is done."""
    for place, (slug, found) in enumerate(done, 1):
        outcome = Outcome(failure=found.said("make portals JOBS=1")) if isinstance(found, Lost) else found
        line = outcome.said or visible(f"{towns[slug].name}: nicht gebaut")
        print(f"[{place}/{len(towns)}] {line}", file=sys.stderr if outcome.failure else sys.stdout, flush=True)
        yield slug, outcome


def failures(outcomes: Mapping[str, Outcome], towns: Mapping[str, Municipality]) -> str:
    """Which portals were not built and why; empty when all were."""
    failed = {towns[slug].name: outcome.failure for slug, outcome in sorted(outcomes.items()) if outcome.failure}
    reasons = "".join(f"{name}: {failure}\n" for name, failure in failed.items())
    others = " Die anderen Portale sind fertig." if len(failed) < len(outcomes) else ""
    return f"{reasons}Nicht gebaut: {', '.join(failed)}.{others}" if failed else ""
