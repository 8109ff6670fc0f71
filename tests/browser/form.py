"""The editors' form as somebody uses it who works on their own computer: Chromium with a folder to work in."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

_PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
"""The window in which one picks a folder is no part of a page; the browser's own private folder stands in for it."""

_PUT = """async (files) => {
  const top = await navigator.storage.getDirectory();
  await top.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/"), name = parts.pop();
    let folder = top;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
_READ = """async (path) => {
  const parts = path.split("/"), name = parts.pop();
  let folder = await navigator.storage.getDirectory();
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(name)).getFile()).text();
}"""

_IS_PUT_TOGETHER = """() => {
  const texts = [...document.querySelectorAll("section:is([data-field-type=markdown], [data-field-type=richtext])")];
  return texts.length > 0 && texts.every((field) => field.querySelector("[contenteditable=true]"));
}"""
"""Fields with bold and lists come a moment later; what was typed before that is lost."""


@dataclass(frozen=True)
class Form:
    """The form on a page; labels are those that people read."""

    page: Page
    site: str

    def prepare(self, content: Path) -> None:
        """Put a content folder where the form will work."""
        files = [*content.rglob("*.md"), *content.rglob("*.yaml")]
        self.page.add_init_script(_PICK)
        self.page.goto(f"{self.site}/robots.txt")
        texts = {f"content/{file.relative_to(content).as_posix()}": file.read_text("utf-8") for file in files}
        self.page.evaluate(_PUT, texts)

    def opens(self) -> None:
        """Open the form and let it have the folder."""
        self.page.goto(f"{self.site}/admin/")
        self.press("Mit lokalem Repository arbeiten")

    def press(self, label: str) -> None:
        """A button; Sveltia sets invisible marks around names."""
        self._button(label).click()

    def begins(self) -> None:
        """A new entry, with all its fields there."""
        self._button("Neuen Eintrag anlegen").first.click()  # an empty list has a second one
        self.page.wait_for_function(_IS_PUT_TOGETHER)

    def _button(self, label: str) -> Locator:
        return self.page.get_by_role("button", name=re.compile(label.replace(" ", ".? ")))

    def add(self, what: str) -> None:
        """The button below a list."""
        self.press(f"{what} hinzufügen")

    def write(self, label: str, text: str) -> None:
        """A field for text, the German one; what was in it goes."""
        self.page.get_by_role("textbox", name=label, exact=True).first.fill(text)

    def write_markdown(self, label: str, text: str) -> None:
        """A field with bold and lists, key by key."""
        self.page.get_by_role("textbox", name=label, exact=True).press_sequentially(text)

    def tick(self, label: str) -> None:
        """One of a few choices."""
        self.page.get_by_role("radio", name=label).or_(self.page.get_by_role("checkbox", name=label)).click()

    def choose(self, label: str, option: str) -> None:
        """One of many choices."""
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option).click()

    def complaints(self) -> list[str]:
        """What the form says below its fields."""
        said = [alert.inner_text() for alert in self.page.get_by_role("alert").all()]
        return [text.removeprefix("error\n") for text in said if text.startswith("error\nDas ")]

    def saves(self) -> None:
        """Save once what was written has no mistakes, and be back at the list."""
        expect(self.page.get_by_role("alert").filter(has_text="Das ist kein")).to_have_count(0)
        self.press("Speichern")
        self.page.wait_for_url("**/#/collections/service")

    def file(self, path: str) -> str:
        """A file as it lies in the folder."""
        text: str = self.page.evaluate(_READ, path)
        return text
