"""A message of another system is refused, or becomes files one can read."""

from collections.abc import Iterator

from tests.exchange.xzufi.test_reading import SERVICE, START
from tests.fuzzing.imported import well_imported
from tests.fuzzing.placed import scratch
from tests.fuzzing.targets import words

TOKENS = words(
    "<!DOCTYPE␣a␣[<!ENTITY␣b␣'c'>]> &b; <![CDATA[ ]]> <?xml␣version='1.0'␣encoding='utf-16'?> &#0; &#x202e; "
    "<x:leistung> </x:leistung> <x:id> </x:id> <x:schreibe> <code> </code> languageCode='en' xmlns:x= "
    "&lt;ul&gt;&lt;li&gt; &lt;script&gt; &lt;table&gt; ##␣ --- \n javascript: https:// ../x xzufi/2_2_0"
)


def check(data: bytes) -> None:
    file = scratch() / "message.xml"
    file.write_bytes(data)
    well_imported("xzufi", file)


def seeds() -> Iterator[bytes]:
    yield f"{START}{SERVICE}</x:antwort>".encode()
