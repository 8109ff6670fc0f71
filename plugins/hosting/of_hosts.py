"""A portal as hosts of static pages read it, as Netlify and Cloudflare do: `_headers`.

They join the values of all rules that fit an address. So a header with other values elsewhere is named there only, and
the policy is the one that holds for every page together; what a page may not do of it, it says itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from plugins.hosting import media_types, policy
from plugins.hosting.headers import CSP, Header, headers
from plugins.hosting.hosted import Hosted, fits

FILE = "_headers"

_LITTLE_KNOWN = (".csv", ".jsonld", ".mjs", ".ttl", ".webmanifest")
"""Endings whose types such hosts do not know for certain."""


def lines(hosted: Hosted, files: Collection[str]) -> Iterator[str]:
    """The whole file; `files` are the paths of the portal."""
    rules: dict[str, list[str]] = defaultdict(list)
    addresses = sorted(f"/{file}" for file in files)
    rules["/*"].append(f"{CSP}: {_policy(hosted)}")
    for header in headers(hosted):
        for where, value in _where(header, addresses):
            rules[where].append(f"{header.name}: {value}")
    for where, kind in _types(addresses):
        rules[where].append(f"Content-Type: {kind}")
    for where, found in rules.items():
        yield f"{hosted.at(where)}\n" + "".join(f"  {line}\n" for line in found)


def _policy(hosted: Hosted) -> str:
    """Of all pages together; the form says itself what it may load."""
    if hosted.form_policy:
        return policy.as_header()
    hosts = sorted({host for found in hosted.frames.values() for host in found})
    return policy.as_header(policy.content_security_policy(hosts))


def _where(header: Header, addresses: Collection[str]) -> Iterator[tuple[str, str]]:
    if not header.elsewhere:
        yield "/*", header.value
    for number, (where, value) in enumerate(header.elsewhere):
        before = [one for one, _ in header.elsewhere[:number] if fits(where, one)]
        if header.name != CSP or value == policy.OF_MEDIA:
            yield from ((one, value) for one in (_children(where, before, addresses) if before else (where,)))


def _children(folder: str, but: Collection[str], addresses: Collection[str]) -> Iterator[str]:
    """What a folder holds, one by one, where something in it is otherwise."""
    names = (address.removeprefix(folder[:-1]).partition("/") for address in addresses if fits(folder, address))
    children = dict.fromkeys(f"{folder[:-1]}{name}{'/*' if slash else ''}" for name, slash, _ in names)
    return (child for child in children if child not in but)


def _types(addresses: Collection[str]) -> Iterator[tuple[str, str]]:
    yield from media_types.AT.items()
    yield from ((one, media_types.media_type(one)) for one in addresses if one.endswith(_LITTLE_KNOWN))
