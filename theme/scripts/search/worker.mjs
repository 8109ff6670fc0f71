/**
 * The search worker: loads the search file once and answers queries. Entry of a bundle of its own.
 *
 * In:  `{type: "load", url, words}` · `{type: "query", id, text, limit, chosen}`
 * Out: `{type: "ready"}` · `{type: "results", id, text, hits, …}` as in `answer.mjs` · `{type: "failed", reason}`
 */

import { answer } from "./answer.mjs";
import { WrittenWords } from "./did-you-mean.mjs";
import { open } from "./ranking.mjs";

/** @typedef {import("./answer.mjs").Found} Found */
/** @typedef {import("./answer.mjs").Results} Results */
/** @typedef {{type: "ready"} | ({type: "results", id: number} & Results) | {type: "failed", reason: string}} Answer */
/** @typedef {{type: "load", url: string, words: string} | ({type: "query", id: number} & import("./answer.mjs").Question)} Request */

/** @type {import("./ranking.mjs").Searchable | undefined} */
let searchable;
/** @type {WrittenWords} */
let written;

addEventListener("message", async (/** @type {MessageEvent<Request>} */ { data }) => {
  try {
    postMessage(data.type === "load" ? await load(data.url, data.words) : results(data));
  } catch (error) {
    postMessage({ type: "failed", reason: String(error) });
  }
});

/**
 * @param {string} url
 * @param {string} words titles and synonyms as people write them, to propose from
 * @returns {Promise<Answer>}
 */
async function load(url, words) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  searchable = open(await response.json());
  written = new WrittenWords(words, searchable.stopwords);
  return { type: "ready" };
}

/**
 * @param {{id: number} & import("./answer.mjs").Question} question
 * @returns {Answer}
 */
function results({ id, ...question }) {
  if (!searchable) throw new Error("query before ready");
  return { type: "results", id, ...answer(searchable, question, written) };
}
