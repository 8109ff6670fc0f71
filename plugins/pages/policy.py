"""What a page may load, as its Content-Security-Policy says."""

from collections.abc import Iterable

_OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)


def content_security_policy(frame_hosts: Iterable[str] = ()) -> str:
    """The policy of a page: nothing from elsewhere, except frames from the hosts whose forms open in this page."""
    frames = " ".join(f"https://{host}" for host in frame_hosts)
    return f"{_OWN}; frame-src {frames}" if frames else _OWN
