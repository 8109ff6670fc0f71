"""Links between records of one import lead to their pages here, and no longer to where they came from."""

import re
from collections.abc import Mapping
from dataclasses import replace

from plugins.catalog import urls
from plugins.exchange.files import ContentFile

_LINK = re.compile(r"\]\((https://[^)\s]+)\)")


def with_own_links(file: ContentFile, slugs_by_address: Mapping[str, str]) -> ContentFile:
    """The file with its links to imported services leading to these; addresses begin with `https://`."""

    def own(found: re.Match[str]) -> str:
        slug = slugs_by_address.get(found[1])
        return f"]({urls.service(slug)})" if slug else found[0]

    return replace(file, text=_LINK.sub(own, file.text))
