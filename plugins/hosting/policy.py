"""What a page may load, as its Content-Security-Policy says: in the page itself and in the header of its answer."""

from collections.abc import Iterable

_OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
_UNFRAMED = "frame-ancestors 'none'"
OF_MEDIA = "sandbox"
"""Of what editors uploaded: opened by itself it may run nothing and has no origin."""


def content_security_policy(frame_hosts: Iterable[str] = ()) -> str:
    """The policy of a page: nothing from elsewhere, except frames from the hosts whose forms open in this page."""
    frames = " ".join(f"https://{host}" for host in frame_hosts)
    return f"{_OWN}; frame-src {frames}" if frames else _OWN


def as_header(policy: str = "") -> str:
    """A policy with what only a header can say: no page of others may show ours in a frame."""
    return f"{policy}; {_UNFRAMED}" if policy else _UNFRAMED


def frames(written: str) -> frozenset[str]:
    """The hosts that a policy allows in a frame, as it names them: `https://formulare.kreis-muster.example`."""
    for directive in written.split(";"):
        words = directive.split()
        if words[:1] == ["frame-src"]:
            return frozenset(words[1:])
    return frozenset()
