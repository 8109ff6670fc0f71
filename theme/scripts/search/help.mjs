/** What leads on when nothing fits: words to take along, and a button that copies them. */

import { gettext } from "../texts.mjs";
import { addressOf, element, link, titled } from "./results.mjs";

/** @typedef {import("./answer.mjs").Found} Found */

/**
 * A copy of a template of the page that says the query where it has a place for it.
 * @param {string} id
 * @param {string} text the query
 * @returns {DocumentFragment}
 */
export function helpFrom(id, text) {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) return document.createDocumentFragment();
  const help = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const words = help.querySelector("[data-words]");
  if (words) words.textContent = text;
  const button = help.querySelector("[data-copy]");
  if (words && button) button.addEventListener("click", () => copy(words, button));
  return help;
}

/**
 * @param {ParentNode} help
 * @param {Found[]} hits
 * @param {string} root
 */
export function showNearest(help, hits, root) {
  const place = help.querySelector("[data-nearest]");
  if (!place || hits.length === 0) return;
  const list = element("ul", "plain-links");
  list.append(...hits.map((hit) => element("li", "", link(addressOf(hit, root), titled(hit)))));
  place.append(list);
  place.removeAttribute("hidden");
}

/**
 * „Meinten Sie …“ with a link to that search.
 * @param {string} suggestion
 * @returns {HTMLParagraphElement}
 */
export function didYouMean(suggestion) {
  const address = `?${new URLSearchParams({ q: suggestion })}`;
  return element("p", "did-you-mean", gettext("Meinten Sie"), " ", link(address, suggestion), "?");
}

/**
 * @param {Element} words
 * @param {Element} button
 */
async function copy(words, button) {
  const copied = await navigator.clipboard?.writeText(words.textContent ?? "").then(() => true, () => false);
  const label = button.querySelector("span");
  if (label) label.textContent = copied || copySelected(words) ? gettext("Kopiert") : gettext("Bitte von Hand kopieren");
}

/**
 * For pages without https, where there is no clipboard: the words are selected, too, to be copied by hand.
 * @param {Element} words
 * @returns {boolean}
 */
function copySelected(words) {
  getSelection()?.selectAllChildren(words);
  return document.execCommand("copy");
}
