/** What JavaScript adds to pages: search while typing, the key `/`, „Jetzt geöffnet“, late reviews, forms, the town. */

import { offerEmbeddedForms } from "../components/embedded-form/embedded-form.mjs";
import { showOpeningState } from "../components/opening-hours/opening-hours.mjs";
import { showOverdueReviews } from "../components/review-notice/review-notice.mjs";
import { offerShortcutSwitch, slashIsOn } from "../components/shortcut-switch/shortcut-switch.mjs";
import { followTown } from "../components/town-choice/town-choice.mjs";
import { SearchClient } from "./search/client.mjs";
import { Combobox } from "./search/combobox.mjs";
import { fieldOf } from "./search/field.mjs";
import { Filters } from "./search/filters.mjs";
import { SearchPage } from "./search/page.mjs";

/** @type {HTMLFormElement[]} */
const forms = Array.from(document.querySelectorAll("form[data-search]"));
const results = document.getElementById("search-results");
/** @type {HTMLFormElement | null} */
const facets = document.querySelector("form[data-facets]");

if (forms.length > 0) {
  const { worker, index, titles } = forms[0].dataset;
  const words = document.getElementById("search-static")?.textContent ?? "";
  const client = new SearchClient(worker ?? "", index ?? "", titles, words);
  for (const form of forms) loadOnFocus(form, client);
  whenIdle(() => void client.prepare().catch(() => undefined));
  if (results && facets) new SearchPage(forms, results, new Filters(facets), client).start();
  else forms.forEach((form) => suggestBelow(form, client));
  document.addEventListener("keydown", (event) => focusOnSlash(event, fieldOf(forms[0])));
}

offerShortcutSwitch();
showOpeningState();
showOverdueReviews();
offerEmbeddedForms();
followTown();

/**
 * Safari has no `requestIdleCallback`.
 * @param {() => void} act
 */
function whenIdle(act) {
  if ("requestIdleCallback" in window) requestIdleCallback(act);
  else setTimeout(act, 1000);
}

/**
 * No index is fetched before somebody is about to search; a failure shows when they do.
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
function suggestBelow(form, client) {
  const container = form.querySelector("[data-suggestions]");
  if (container instanceof HTMLElement) new Combobox(form, container, client).start();
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
