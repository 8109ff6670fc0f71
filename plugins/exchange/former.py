"""Old addresses of imported services: what a content file can take leads on by itself, the rest is for the server."""

from pydantic import TypeAdapter, ValidationError

from plugins.catalog import urls
from plugins.catalog.records.fields import FormerUrl

_FORMER: TypeAdapter[str] = TypeAdapter(FormerUrl)


def former_url(path: str) -> str | None:
    """The path as a `former_urls` entry: as it is, else with a slash at its end; None for a start page and all else."""
    if not path.strip("/"):
        return None
    return next((one for one in (path, f"{path}/") if _is_former(one)), None)


def redirect(path: str, slug: str) -> tuple[str, str]:
    """A line for the server's own redirects."""
    return path, urls.service(slug)


def _is_former(path: str) -> bool:
    try:
        _FORMER.validate_python(path)
    except ValidationError:
        return False
    return True
