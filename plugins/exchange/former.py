"""Old addresses of imported services: what a content file can take leads on by itself, the rest is for the server."""

from pydantic import TypeAdapter, ValidationError

from plugins.catalog import urls
from plugins.catalog.records.fields import FormerUrl

_FORMER: TypeAdapter[str] = TypeAdapter(FormerUrl)


def former_url(path: str) -> str | None:
    """The path as a `former_urls` entry: as it is, else with a slash at its end; None for a start page and all else."""
    if not path.strip("/"):
        return None
    return next((one for one in (path, f"{path}/") if not objection(one)), None)


def redirect(path: str, slug: str) -> tuple[str, str]:
    """A line for the server's own redirects."""
    return path, urls.service(slug)


def objection(path: str) -> str:
    """Why a path can be no `former_urls` entry, as the remedy; empty when it can."""
    try:
        _FORMER.validate_python(path)
    except ValidationError as error:
        return str(error.errors()[0].get("ctx", {}).get("hint", "Höchstens 200 Zeichen."))
    return ""
