"""Texts of a portal for readers elsewhere, as words without marks."""

from functools import lru_cache

from plugins.catalog import markdown
from plugins.catalog.records import Fee
from plugins.catalog.records.fields import euro
from plugins.exports.texts import REMEMBERED


@lru_cache(REMEMBERED)
def plain(text: str) -> str:
    """The words of a Markdown text, a line for each paragraph and each entry of a list."""
    blocks = (token.content for token in markdown.tokens(text) if token.type == "inline")
    return "\n".join(markdown.to_text(words) for words in blocks)


def cost_in_words(fee: Fee) -> str:
    """„Ab 24 Jahren: 46 Euro“, „von 10 Euro bis 20 Euro; je nach Aufwand“."""
    bounds = ((fee.lower, "von"), (fee.upper, "bis"))
    span = " ".join(f"{word} {euro(amount)}" for amount, word in bounds if amount is not None)
    amount = euro(fee.amount) if fee.amount is not None else span
    said_of_it = "; ".join(filter(None, (amount, fee.note)))
    return ": ".join(filter(None, (fee.label, said_of_it)))
