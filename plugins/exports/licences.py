"""Under which terms others may use the data of a municipality, as it says itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plugins.catalog import labels
from plugins.catalog.records import Licence, Municipality


@dataclass(frozen=True, slots=True)
class Terms:
    """A licence: its name, its text for people, its identifier in the list of DCAT-AP.de or of the EU."""

    name: str
    url: str
    identifier: str


_AT_GOVDATA = "http://dcat-ap.de/def/licenses"
_ADDRESSES = {
    Licence.DL_ZERO: ("https://www.govdata.de/dl-de/zero-2-0", f"{_AT_GOVDATA}/dl-zero-de/2.0"),
    Licence.DL_BY: ("https://www.govdata.de/dl-de/by-2-0", f"{_AT_GOVDATA}/dl-by-de/2.0"),
    Licence.CC_ZERO: ("https://creativecommons.org/publicdomain/zero/1.0/deed.de", f"{_AT_GOVDATA}/cc-zero"),
    Licence.CC_BY: ("https://creativecommons.org/licenses/by/4.0/deed.de", f"{_AT_GOVDATA}/cc-by/4.0"),
    Licence.EUPL: (
        "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12",
        "http://publications.europa.eu/resource/authority/licence/EUPL_1_2",
    ),
}
_TERMS: Mapping[Licence, Terms] = MappingProxyType(
    {licence: Terms(labels.LICENCES[licence], *addresses) for licence, addresses in _ADDRESSES.items()}
)


def terms(municipality: Municipality) -> Terms | None:
    """The terms of a municipality; None where it has not said any, and so nothing is allowed beyond the law."""
    return _TERMS[municipality.licence] if municipality.licence else None
