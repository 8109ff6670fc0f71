/** Hits → elements. Data only ever becomes text; matched words are marked. */

import { inTown } from "../../components/town-choice/town-choice.mjs";
import { gettext } from "../texts.mjs";

/** @typedef {import("./answer.mjs").Found} Found */
/** @typedef {import("./marks.mjs").Pieces} Pieces */

/**
 * The hits as the list of the search page.
 * @param {Found[]} hits
 * @param {string} root the folder of the portal on its server
 * @param {Record<string, string>} labels what a kind of way in is called, for those that get a badge
 * @returns {HTMLOListElement}
 */
export function resultList(hits, root, labels) {
  const list = element("ol", "result-list");
  list.setAttribute("role", "list");
  list.append(...hits.map((hit) => result(hit, root, labels)));
  return list;
}

/**
 * @param {Found} hit
 * @param {string} root
 * @param {Record<string, string>} labels
 * @returns {HTMLLIElement}
 */
function result(hit, root, labels) {
  const title = element("h2", "result__title", link(addressOf(hit, root), titled(hit)));
  const summary = spoken("p", "result__summary", hit, marked(hit.summary));
  const badges = hit.ways.filter((way) => labels[way]).flatMap((way) => [badge(labels[way]), " "]);
  const provider = element("span", "result__provider", gettext(hit.provider));
  return element("li", "result", title, summary, element("p", "result__meta", ...badges, provider));
}

/**
 * @param {string} label
 * @returns {HTMLSpanElement}
 */
function badge(label) {
  return element("span", "kern-badge kern-badge--info", element("span", "kern-label", label));
}

/**
 * @param {string} href
 * @param {string | Node} text
 * @returns {HTMLAnchorElement}
 */
export function link(href, text) {
  const anchor = element("a", "kern-link", text);
  anchor.href = href;
  return anchor;
}

/**
 * Where a hit is: its address in the portal (`/leistungen/…`) below the folder the portal lives in.
 * @param {Found} hit
 * @param {string} root
 */
export function addressOf({ url }, root) {
  return inTown(root + url.replace(/^\/+/, ""));
}

/**
 * The pieces of a text, every second one in `<mark>`.
 * @param {Pieces} pieces
 * @returns {DocumentFragment}
 */
export function marked(pieces) {
  const fragment = document.createDocumentFragment();
  fragment.append(...pieces.map((piece, place) => (place % 2 ? element("mark", "", piece) : piece)));
  return fragment;
}

/**
 * The title of a hit; it says so where its page is not in the language of this one.
 * @param {Found} hit
 * @returns {Node}
 */
export function titled(hit) {
  const title = marked(hit.title);
  if (isAtHome(hit)) return title;
  const named = document.createDocumentFragment();
  named.append(spoken("span", "", hit, title), " ", gettext("(auf Deutsch)"));
  return named;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} classes
 * @param {Found} hit whose language the content has
 * @param {(string | Node)[]} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function spoken(tag, classes, hit, ...content) {
  const made = element(tag, classes, ...content);
  if (!isAtHome(hit)) made.lang = hit.language;
  return made;
}

/** @param {Found} hit */
function isAtHome({ language }) {
  return language === document.documentElement.lang;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} classes
 * @param {(string | Node)[]} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, classes, ...content) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  made.append(...content);
  return made;
}
