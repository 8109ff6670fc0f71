"""Sends a list of changed addresses to the search engine that was asked for, and to nobody else."""

from dataclasses import replace
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from plugins.metadata.indexnow import News

MOST_AT_ONCE = 10_000
"""Addresses in one message (indexnow.org)."""

SECONDS = 30
_TAKEN = (HTTPStatus.OK, HTTPStatus.ACCEPTED)
_MEANING = {
    400: "Die Nachricht wurde nicht verstanden.",
    403: "Die Datei mit dem Schlüssel ist noch nicht öffentlich. Veröffentlichen Sie zuerst das Portal.",
    422: "Die Adressen und der Schlüssel passen nicht zusammen.",
    429: "Es waren zu viele Nachrichten. Versuchen Sie es morgen wieder.",
}


class NotToldError(Exception):
    """The search engine did not take the addresses; says why, in German."""


def tell(file: Path, engine: str, most: int = MOST_AT_ONCE) -> int:
    """Send what a list holds and forget what was taken; returns how many addresses that were."""
    news = News.read(file)
    if news is None:
        return 0
    target = _target(engine)
    for start in range(0, len(news.addresses), most):
        _send(target, news.message(news.addresses[start : start + most]))
        replace(news, addresses=news.addresses[start + most :]).write(file)
    return len(news.addresses)


def _target(engine: str) -> SplitResult:
    target = urlsplit(engine)
    is_local = target.scheme == "http" and target.hostname in ("127.0.0.1", "localhost")
    if not target.hostname or not (target.scheme == "https" or is_local):
        raise NotToldError(f"„{engine}“ ist keine Adresse mit https://. Beispiel: TO=https://api.indexnow.org/indexnow")
    return target


def _send(target: SplitResult, message: bytes) -> None:
    """One message; a redirect is no success, it might lead to somebody else."""
    kind = HTTPSConnection if target.scheme == "https" else HTTPConnection
    connection = kind(target.hostname or "", target.port, timeout=SECONDS)
    try:
        connection.request("POST", target.path or "/", message, {"Content-Type": "application/json; charset=utf-8"})
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        raise NotToldError(f"{target.hostname} ist nicht zu erreichen: {error}") from error
    finally:
        connection.close()
    if status not in _TAKEN:
        raise NotToldError(f"{target.hostname} hat mit {status} geantwortet. {_MEANING.get(status, '')}".strip())
