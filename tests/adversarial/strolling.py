"""A visitor who touches everything, in a Chromium that tells what ran and reaches nobody but this machine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

STROLL = Path(__file__).with_name("stroll.js").read_text("utf-8")
HOOKS = """
const witness = (what) => { try { top.executions.push(what); } catch { top.postMessage({ executed: what }, "*"); } };
if (top === self) {
  window.executions = [];
  addEventListener("message", ({ data }) => { if (data?.executed) executions.push(data.executed); });
}
const names = ["alert", "confirm", "prompt", "print", "open", ...(top === self ? [] : ["eval", "Function"])];
for (const name of names)
  window[name] = (...what) => witness(`${name}(${what}) in ${location.pathname}`);
Document.prototype.write = (...what) => witness(`write(${what}) in ${location.pathname}`);
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  witness(`violation: ${violatedDirective} ${blockedURI} in ${location.pathname}`));
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) for (const node of addedNodes)
    if (document.readyState === "complete" && node.nodeName === "SCRIPT") witness(`script in ${location.pathname}`);
}).observe(document, { childList: true, subtree: true });
"""
"""Run in every page and frame before anything else; the outermost page needs `eval` to be told what to do."""


@dataclass
class Stroll:
    """What a visitor met."""

    visits: list[dict[str, Any]] = field(default_factory=list)
    executions: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @cached_property
    def faults(self) -> list[str]:
        """Attributes that run or lead where none may, and pages that went elsewhere."""
        return [
            f"{visit['address']}: {fault}"
            for visit in self.visits
            for fault in (*visit["faults"], *([visit["moved"]] if visit["moved"] else []))
        ]

    @property
    def elements(self) -> frozenset[str]:
        """The names of all elements that stood in the middle of a page."""
        return frozenset(name for visit in self.visits for name in visit["names"])


def strolled(browser: Browser, site: str, addresses: Sequence[str], *, bypass_csp: bool) -> Stroll:
    """Visit pages, with or without the policy, and touch everything on them."""
    found = Stroll()
    with watched(browser, found, bypass_csp=bypass_csp) as page:
        page.goto(f"{site}/llms.txt")
        found.visits = page.evaluate(STROLL, list(addresses))
        found.executions = page.evaluate("executions")
    found.requests = [url for url in found.requests if not url.startswith((f"{site}/", "data:", "about:"))]
    return found


@contextmanager
def watched(browser: Browser, found: Stroll, *, bypass_csp: bool) -> Iterator[Page]:
    """A page whose requests, errors and executions are noted."""
    context = browser.new_context(bypass_csp=bypass_csp, locale="de-DE")
    context.add_init_script(HOOKS)
    context.on("request", lambda request: found.requests.append(request.url))
    page = context.new_page()
    page.on("pageerror", lambda error: found.errors.append(str(error)))
    page.on("dialog", lambda dialog: found.executions.append(f"dialog {dialog.message}"))
    yield page
    context.close()
