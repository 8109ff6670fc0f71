/**
 * The search worker: loads the search files and answers queries. Entry of a bundle of its own.
 *
 * In:  `{type: "load", folder, pointer, words}` · `{type: "query", id, text, limit, chosen}`
 * Out: `{type: "ready"}` · `{type: "results", id, complete, text, hits, …}` as in `answer.mjs` · `{type: "failed", reason}`
 *
 * Where the summaries stand in a file of their own that is not here yet, results come twice: the first are not complete.
 */

import { answer } from "./answer.mjs";
import { WrittenWords } from "./did-you-mean.mjs";
import { inflated } from "./packing.mjs";
import { indexFolder } from "./pointer.mjs";
import { open } from "./ranking.mjs";

/** @typedef {import("./answer.mjs").Question} Question */
/** @typedef {{type: "results", id: number, complete: boolean} & import("./answer.mjs").Results} Answered */
/** @typedef {{type: "ready"} | Answered | {type: "failed", reason: string}} Answer */
/** @typedef {{type: "load", folder: string, pointer: string, words: string}} Load */
/** @typedef {Load | ({type: "query", id: number} & Question)} Request */

let pointer = "";
/** @type {import("./ranking.mjs").Searchable | undefined} */
let searchable;
/** @type {WrittenWords} */
let written;

addEventListener("message", async (/** @type {MessageEvent<Request>} */ { data }) => {
  try {
    if (data.type === "load") postMessage(await load(data));
    else await renewing(() => results(data));
  } catch (error) {
    postMessage({ type: "failed", reason: String(error) });
  }
});

/**
 * @param {Load} message `words`: titles and synonyms as people write them, to propose from
 * @returns {Promise<Answer>}
 */
async function load(message) {
  pointer = message.pointer;
  searchable = await open(reading(message.folder)).catch(renewed);
  written = new WrittenWords(message.words, searchable.stopwords);
  const { rows } = searchable;
  if (rows.named) rows.load([0]).catch(() => undefined);
  return { type: "ready" };
}

/**
 * Try once more with the files of another build: those of the one that the page knew may be gone by now.
 * @param {() => Promise<void>} act
 */
async function renewing(act) {
  await act().catch(async () => {
    searchable = await renewed();
    await act();
  });
}

async function renewed() {
  return open(reading(await indexFolder(pointer, "reload")));
}

/**
 * @param {string} folder
 * @returns {import("./ranking.mjs").Read}
 */
function reading(folder) {
  return async (name) => {
    const response = await fetch(new URL(name, folder));
    if (!response.ok || !response.body) throw new Error(`${response.url}: ${response.status}`);
    return inflated(response.body);
  };
}

/** @param {{id: number} & Question} question */
async function results({ id, ...question }) {
  if (!searchable) throw new Error("query before ready");
  const { rows } = searchable;
  const complete = !rows.named || rows.has([0]);
  postMessage({ type: "results", id, complete, ...(await answer(searchable, question, written)) });
  if (complete) return;
  await rows.load([0]);
  postMessage({ type: "results", id, complete: true, ...(await answer(searchable, question, written)) });
}
