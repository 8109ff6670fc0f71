/**
 * The search worker: loads the search file once and answers queries. Entry of a bundle of its own.
 *
 * In:  `{type: "load", url}` · `{type: "query", id, text}`
 * Out: `{type: "ready"}` · `{type: "results", id, text, hits, total, terms}` · `{type: "failed", reason}`
 */

import { queryTerms } from "./query.mjs";
import { hits, open } from "./ranking.mjs";

/** @typedef {{url: string, title: string, summary: string, provider: string, ways: string[], audience: string[], topics: string[]}} Found */
/** @typedef {{type: "results", id: number, text: string, hits: Found[], total: number, terms: string[]}} Results */
/** @typedef {{type: "ready"} | Results | {type: "failed", reason: string}} Answer */
/** @typedef {{type: "load", url: string} | {type: "query", id: number, text: string}} Request */

const LIMIT = 20;

/** @type {import("./ranking.mjs").Searchable | undefined} */
let searchable;

addEventListener("message", async (/** @type {MessageEvent<Request>} */ { data }) => {
  try {
    postMessage(data.type === "load" ? await load(data.url) : results(data.id, data.text));
  } catch (error) {
    postMessage({ type: "failed", reason: String(error) });
  }
});

/**
 * @param {string} url
 * @returns {Promise<Answer>}
 */
async function load(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  searchable = open(await response.json());
  return { type: "ready" };
}

/**
 * @param {number} id
 * @param {string} text
 * @returns {Answer}
 */
function results(id, text) {
  if (!searchable) throw new Error("query before ready");
  const { documents, stopwords } = searchable;
  const terms = queryTerms(text, stopwords);
  const all = hits(searchable, text);
  const best = all.slice(0, LIMIT).map(({ position }) => found(documents[position]));
  return { type: "results", id, text, hits: best, total: all.length, terms };
}

/**
 * @param {import("./ranking.mjs").StoredDocument} document
 * @returns {Found}
 */
function found([url, title, summary, provider, ways, audience, topics]) {
  return { url, title, summary, provider, ways, audience, topics };
}
