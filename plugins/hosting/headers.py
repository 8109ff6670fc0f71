"""The headers of every answer of a portal: the one source for web servers, hosts of static pages and `make probe`."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog import urls
from plugins.hosting import policy
from plugins.hosting.hosted import Hosted, fits

Elsewhere = tuple[tuple[str, str], ...]

CSP, HSTS, CACHING = "Content-Security-Policy", "Strict-Transport-Security", "Cache-Control"
BRIEFLY = "max-age=60"
FOR_EVER = "max-age=31536000, immutable"

MEDIA = "/media/*"
OPEN = ("/api/*", "/daten/*", "/feeds/*")
"""What programs on other sites may read: it is public, and nobody is known by a cookie."""

_UNUSED = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi"),
    *("payment", "usb"),
)


@dataclass(frozen=True, slots=True)
class Header:
    """A header with its value, empty for none, and other values elsewhere.

    Elsewhere is an address or, with a star at its end, a folder; the first that fits counts.
    """

    name: str
    value: str
    elsewhere: Elsewhere = ()

    def at(self, address: str) -> str:
        """Its value in the answer for an address, the root of the portal being `/`."""
        file = f"/{urls.file_of(address)}"
        return next((value for where, value in self.elsewhere if fits(where, file)), self.value)


EVERYWHERE = (
    Header(HSTS, "max-age=31536000"),
    Header("X-Content-Type-Options", "nosniff"),
    Header("Referrer-Policy", "no-referrer"),
    Header("Cross-Origin-Opener-Policy", "same-origin"),
    Header("Permissions-Policy", ", ".join(f"{feature}=()" for feature in _UNUSED)),
)
OPENNESS = (
    Header("Cross-Origin-Resource-Policy", "same-origin", tuple((where, "cross-origin") for where in OPEN)),
    Header("Access-Control-Allow-Origin", "", tuple((where, "*") for where in OPEN)),
)
SAVING = Header("Content-Disposition", "", ((MEDIA, "attachment"),))
"""A PDF is saved and opened by what people have for it: some browsers show none that runs in a sandbox."""

KEEPING = Header(CACHING, BRIEFLY, (("/assets/search.json", BRIEFLY), ("/assets/*", FOR_EVER), (MEDIA, FOR_EVER)))
"""Names in `assets/` carry a digest, but for the pointer to the search files."""


def headers(hosted: Hosted) -> tuple[Header, ...]:
    """All of a portal."""
    own = policy.as_header(policy.content_security_policy())
    return Header(CSP, own, tuple(_policies(hosted))), *EVERYWHERE, *OPENNESS, SAVING, KEEPING


def _policies(hosted: Hosted) -> Iterator[tuple[str, str]]:
    """Where another policy holds than that of most pages."""
    for address, hosts in sorted(hosted.frames.items()):
        yield f"/{urls.file_of(address)}", policy.as_header(policy.content_security_policy(hosts))
    yield MEDIA, policy.OF_MEDIA
    if hosted.form_policy:
        yield f"{urls.ADMIN}*", policy.as_header(hosted.form_policy)
