/** Hits → elements. Data only ever becomes text; matched words are marked. */

import { fold, split } from "./words.mjs";

/** @typedef {import("./worker.mjs").Found} Found */
/** @typedef {import("./worker.mjs").Results} Results */

const WRITTEN_WORD = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu;
const BEGINNING_FROM = 3;

/**
 * The hits as the list of the search page.
 * @param {Results} results
 * @param {string} root the folder of the portal on its server
 * @param {Record<string, string>} labels what a kind of way in is called
 * @returns {HTMLOListElement}
 */
export function resultList({ hits, terms }, root, labels) {
  const list = element("ol", "result-list");
  list.setAttribute("role", "list");
  list.append(...hits.map((hit) => result(hit, terms, root, labels)));
  return list;
}

/**
 * The first hits as the short list below a search field, with a last link to all of them.
 * @param {Results} results
 * @param {string} root
 * @param {{limit: number, all: string}} rest how many to show, and where all of them are
 * @returns {HTMLUListElement}
 */
export function hitLinks({ hits, terms }, root, { limit, all }) {
  const list = element("ul", "search-hits");
  list.setAttribute("role", "list");
  const links = hits.slice(0, limit).map((hit) => link(address(root, hit.url), marked(hit.title, terms)));
  list.append(...[...links, link(all, "Alle Treffer anzeigen")].map((entry) => element("li", "search-hits__item", entry)));
  return list;
}

/**
 * @param {Found} hit
 * @param {string[]} terms
 * @param {string} root
 * @param {Record<string, string>} labels
 * @returns {HTMLLIElement}
 */
function result(hit, terms, root, labels) {
  const title = element("h2", "result__title", link(address(root, hit.url), marked(hit.title, terms)));
  const summary = element("p", "result__summary", marked(hit.summary, terms));
  const badges = hit.ways.filter((way) => labels[way]).flatMap((way) => [badge(labels[way]), " "]);
  return element("li", "result", title, summary, element("p", "result__meta", ...badges, hit.provider));
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
function link(href, text) {
  const anchor = element("a", "kern-link", text);
  anchor.href = href;
  return anchor;
}

/**
 * An address of the portal (`/leistungen/…`) below the folder it lives in.
 * @param {string} root
 * @param {string} url
 */
function address(root, url) {
  return root + url.replace(/^\/+/, "");
}

/**
 * The text with every word in `<mark>` that a term of the query matches.
 * @param {string} text
 * @param {string[]} terms
 * @returns {DocumentFragment}
 */
export function marked(text, terms) {
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WRITTEN_WORD)) {
    if (!matches(word, terms)) continue;
    fragment.append(text.slice(end, index), element("mark", "", word));
    end = index + word.length;
  }
  fragment.append(text.slice(end));
  return fragment;
}

/**
 * A term is the beginning of every word it stands for, because a stem is; short terms must be the whole word.
 * @param {string} word
 * @param {string[]} terms
 */
function matches(word, terms) {
  const folded = split(word).map(fold).join("");
  return terms.some((term) => folded === term || (term.length >= BEGINNING_FROM && folded.startsWith(term)));
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} classes
 * @param {(string | Node)[]} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, classes, ...content) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  made.append(...content);
  return made;
}
