/** What JavaScript adds to pages: search while typing, the key `/`, „Jetzt geöffnet“, forms inside the page, the town. */

import { offerEmbeddedForms } from "../components/embedded-form/embedded-form.mjs";
import { showOpeningState } from "../components/opening-hours/opening-hours.mjs";
import { offerShortcutSwitch, slashIsOn } from "../components/shortcut-switch/shortcut-switch.mjs";
import { followTown } from "../components/town-choice/town-choice.mjs";
import { SearchClient } from "./search/client.mjs";
import { fieldOf } from "./search/field.mjs";
import { instantHits } from "./search/instant.mjs";
import { SearchPage } from "./search/page.mjs";

/** @type {HTMLFormElement[]} */
const forms = Array.from(document.querySelectorAll("form[data-search]"));
const results = document.getElementById("search-results");

if (forms.length > 0) {
  const { worker, index } = forms[0].dataset;
  const client = new SearchClient(worker ?? "", index ?? "");
  for (const form of forms) loadOnFocus(form, client);
  if (results) new SearchPage(forms, results, client).start();
  else forms.forEach((form) => showInstantHits(form, client));
  document.addEventListener("keydown", (event) => focusOnSlash(event, fieldOf(forms[0])));
}

offerShortcutSwitch();
showOpeningState();
offerEmbeddedForms();
followTown();

/**
 * Nothing is fetched before somebody is about to search; a failure shows when they do.
 * @param {HTMLFormElement} form
 * @param {SearchClient} client
 */
function loadOnFocus(form, client) {
  const load = () => void client.load().catch(() => undefined);
  fieldOf(form).addEventListener("focus", load);
  if (document.activeElement === fieldOf(form)) load();
}

/**
 * @param {HTMLFormElement} form
 * @param {SearchClient} client
 */
function showInstantHits(form, client) {
  const container = form.querySelector("[data-search-hits]");
  if (container instanceof HTMLElement) instantHits(form, container, client);
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} field
 */
function focusOnSlash(event, field) {
  const elsewhere = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || elsewhere || !slashIsOn()) return;
  event.preventDefault();
  field.focus();
}
