"""Where Chromium is, and how it is started so that it calls nobody."""

import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
ON_A_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def installed() -> str | None:
    """The path of an installed Chromium or Chrome; None where only Playwright's own can be there."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (str(ON_A_MAC) if ON_A_MAC.is_file() else None)


def executable() -> str | None:
    """The path of any Chromium there is. Playwright is asked in a process of its own, it runs only once in each."""
    asked = (
        installed()
        or subprocess.run([sys.executable, "-c", _ASK_PLAYWRIGHT], capture_output=True, text=True).stdout.strip()
    )
    return shutil.which(asked)
