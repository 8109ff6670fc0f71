"""Keys, tokens and passwords in a text: found by the forms their issuers gave them, so that prose is never one."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog.scanning import scanner

_END = rb"(?![\w/+-])"


@dataclass(frozen=True, slots=True)
class Form:
    """What a kind of secret looks like: `expression` begins with `start`, which is quick to look for.

    A group in the pattern is a value that must look made by chance.
    """

    name: str
    start: bytes
    expression: bytes

    @property
    def pattern(self) -> re.Pattern[bytes]:
        """The expression, compiled when a text has its start."""
        return re.compile(self.expression)


@dataclass(frozen=True, slots=True)
class Secret:
    """What was found, in which line; never the secret itself."""

    name: str
    line: int


def _form(name: str, start: bytes, rest: bytes) -> Form:
    """One that begins where no other word does, and ends where it ends."""
    return Form(name, start, re.escape(start) + rest)


def _assigned(start: bytes, rest: bytes = b"") -> Form:
    """A value that is given a telling name, in a configuration or an address: `api_key = "…"`."""
    value = rb"[\"']?[ \t]{0,9}[:=][ \t]{0,9}[\"']?([\w+/=!$%&?*#.~^-]{12,200}+)(?![\w ])"
    return _form("Passwort oder Schlüssel", start, rest + value)


_CREDENTIALS = rb"(?i:[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?:basic|bearer)) [\w+/=.-]{12,}"
_QUOTES = ((b"&#34;", b'"'), (b"&quot;", b'"'), (b"&#39;", b"'"), (b'\\"', b'"'), (b"\\/", b"/"))
"""How a value is set in quotation marks, or parted, in HTML and in JSON."""

FORMS = (
    _form("privater Schlüssel", b"-----BEGIN ", rb"(?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY"),
    _form("privater Schlüssel", b"PuTTY-User-Key-File", rb"-\d"),
    _form("privater Schlüssel", b"AGE-SECRET-KEY-1", rb"[0-9A-Z]{40,}"),
    _form("Adresse mit Passwort", b"://", rb"[^\s/:@\"'<>?#]{0,64}:[^\s/:@\"'<>?#]{1,64}@[\w.-]"),
    _form("Token von GitLab", b"gl", rb"(?:pat|agent|cbt|dt|ft|imt|oas|ptt|rt|rtr|soat)-[\w.-]{16,}"),
    _form("Token von GitHub", b"gh", rb"[pousr]_\w{30,}"),
    _form("Token von GitHub", b"github_pat_", rb"\w{40,}"),
    _form("Token von Atlassian", b"ATATT3", rb"[\w=-]{60,}"),
    _form("Schlüssel von Amazon", b"AKIA", rb"[A-Z2-7]{16}" + _END),
    _form("Schlüssel von Amazon", b"ASIA", rb"[A-Z2-7]{16}" + _END),
    _form("Schlüssel von Azure", b"AccountKey=", rb"[\w+/]{60,}"),
    _form("Schlüssel von Google", b"AIza", rb"[\w-]{35}" + _END),
    _form("Schlüssel von Google", b"GOCSPX-", rb"[\w-]{28}"),
    _form("Token von Slack", b"xox", rb"[abeoprs]-[\w-]{10,}"),
    _form("Adresse mit Token von Slack", b"hooks.slack.com/", rb"(?:services|workflows)/\w+/\w+"),
    _form("Schlüssel von Stripe", b"k_live_", rb"\w{16,}"),
    _form("Schlüssel eines Sprachmodells", b"sk-", rb"(?:ant|proj|svcacct)-[\w-]{30,}"),
    _form("Schlüssel eines Sprachmodells", b"sk-", rb"(?<![\w-]sk-)(\w{32,})"),
    _form("Schlüssel von SendGrid", b"SG.", rb"[\w-]{16,}\.[\w-]{16,}"),
    _form("Schlüssel von Twilio", b"SK", rb"(?<!\wSK)[\da-f]{32}" + _END),
    _form("Token von Telegram", b":AA", rb"(?<=\d{8}:AA)[\w-]{30,}"),
    _form("Adresse mit Token von Discord", b"/api/webhooks/", rb"\d+/[\w-]{20,}"),
    _form("Token von npm", b"npm_", rb"\w{36}" + _END),
    _form("Token von PyPI", b"pypi-AgE", rb"[\w-]{40,}"),
    _form("Token von Hashicorp Vault", b"hvs.", rb"[\w-]{24,}"),
    _form("Anmelde-Token (JWT)", b"eyJ", rb"(?<![\w-]eyJ)[\w-]{14,}+\.eyJ[\w-]{14,}+\.[\w-]{14,}"),
    *(_form("Zugangsdaten", start, _CREDENTIALS) for start in (b"uthorization", b"UTHORIZATION")),
    *(
        _assigned(start, rest)
        for start, rest in ((b"assw", rb"or[dt]"), (b"ASSW", rb"OR[DT]"), (b"ecret", rb"[\w-]{0,20}"))
    ),
    *(_assigned(start) for start in (b"ECRET", b"OKEN", b"pi_key", b"piKey", b"_KEY")),
    _assigned(b"oken", rb"(?<![?&;][tT]oken)"),
)

_ASSERTION = re.compile(r"\(\?<?[=!](?:\[[^]]*\]|[^()\[])*\)")
_IN_RUST = {r"\w": "[0-9A-Za-z_]", r"\d": "[0-9]", r"\s": r"[\t-\r ]", "}+": "}", ",200}": ",}"}


def widened(form: Form) -> str:
    """What every match of a form matches, in words that Rust knows: without assertions, and nothing possessive."""
    pattern = _ASSERTION.sub("", form.expression.decode())
    for word, meant in _IN_RUST.items():
        pattern = pattern.replace(word, meant)
    return pattern


_ANY = "|".join(map(widened, FORMS))
_has_form = scanner(_ANY)

MAY_HOLD = "|".join((_ANY, *(re.escape(written.decode()) for written, _ in _QUOTES)))
"""What stands in everything that holds a secret, for `scanner`."""

_may_hold = scanner(MAY_HOLD)
"""False for what holds no secret, which one pass finds out."""


def secrets(data: bytes) -> Iterator[Secret]:
    """Every line with a secret once, with its kind, in the order of `FORMS`."""
    if not _may_hold(data):
        return
    for written, meant in _QUOTES:
        data = data.replace(written, meant)
    if not _has_form(data):
        return
    found: dict[int, Secret] = {}
    for form in FORMS:
        for match in form.pattern.finditer(data) if form.start in data else ():
            if all(map(_looks_random, match.groups())):
                line = data.count(b"\n", 0, match.start()) + 1
                found.setdefault(line, Secret(form.name, line))
    yield from found.values()


def _looks_random(value: bytes) -> bool:
    """More than three and a half bits a letter, and a part with digits among letters: no words, no file number."""
    counts = Counter(value).values()
    bits = -sum(count / len(value) * math.log2(count / len(value)) for count in counts)
    return bits > 3.5 and any(map(_is_mixed, re.split(rb"[-_./]", value)))


def _is_mixed(part: bytes) -> bool:
    return len(part) > 5 and bool(re.search(rb"\d", part) and re.search(rb"[A-Za-z]", part))
