"""A page of another server is read as far as it goes: full addresses, in a time that grows with its length."""

from collections.abc import Iterator
from types import SimpleNamespace

from plugins.probe import html, sitemap
from tests.fuzzing.placed import ROOT
from tests.fuzzing.targets import words

TOKENS = words(
    '< > </ <!-- --> <a␣href=" <script>␣ </script <link␣rel=canonical␣href= <meta␣name=robots␣content= hreflang= url= '
    "<style> <base␣href= <form␣data-index= ' = &#x0; &colon; // https:// [:: javascript: \x00 \r\n <urlset> <url><loc> "
    "</loc></url> <!DOCTYPE␣a␣[<!ENTITY␣b␣'c'>]> &b;"
)
HERE = "https://service.rurheim.example/leistungen/"


def check(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    page = html.page(HERE, text)
    assert len(page.links) + len(page.resources) + len(page.json_ld) <= text.count("<")
    answer = SimpleNamespace(status=200, said="", answer=SimpleNamespace(body=data))
    found = sitemap.read("https://service.rurheim.example/sitemap.xml", lambda _: answer, lambda _: True)
    assert all(address.strip() == address for address in found.addresses)
    assert found.addresses or found.faults or b"urlset" in data or b"sitemapindex" in data


def seeds() -> Iterator[bytes]:
    for name in ("home.html", "404.html", "forms.html"):
        page = (ROOT / "tests/golden" / name).read_bytes()
        yield from (page[start : start + 2000] for start in (0, 2000, 4000))
    yield b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url></urlset>"""
