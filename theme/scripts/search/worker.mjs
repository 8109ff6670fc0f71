/**
 * The search worker: loads the search files and answers queries. Entry of a bundle of its own.
 *
 * In:  `{type: "load", index, first, pointer, words, titles}` · `{type: "query", id, text, limit, chosen}`
 * Out: `{type: "ready"}` · `{type: "results", id, complete, text, hits, …}` as in `answer.mjs` · `{type: "failed", reason}`
 *
 * Where the index has several files, each is opened when it is here and replaces the one before. Results that came
 * from the first come again from the last; until then they are not complete.
 */

import { answer } from "./answer.mjs";
import { WrittenWords } from "./did-you-mean.mjs";
import { inflated } from "./packing.mjs";
import { whereabouts } from "./pointer.mjs";
import { open } from "./ranking.mjs";

/** @typedef {import("./answer.mjs").Question} Question */
/** @typedef {import("./pointer.mjs").Index} Index */
/** @typedef {{type: "results", id: number, complete: boolean} & import("./answer.mjs").Results} Answered */
/** @typedef {{type: "ready"} | Answered | {type: "failed", reason: string}} Answer */
/** @typedef {{type: "load", index: Index, first: ArrayBuffer | undefined, pointer: string, words: string, titles?: Titles}} Load */
/** @typedef {import("./answer.mjs").Titles} Titles */
/** @typedef {Load | ({type: "query", id: number} & Question)} Request */

/** Before anything else is fetched or tried, a question may come: it would share line and processor with its answer. */
const PAUSE = 400;

/** Long enough for every path through the code to be taken once or twice. */
const TRIED = 6;

/** So long an early answer may take to be shown. */
const MOMENT = 50;

/** @typedef {{searchable: import("./ranking.mjs").Searchable, improve?: () => Promise<void>}} Opened */

let pointer = "";
/** @type {Opened | undefined} */
let opened;
/** @type {WrittenWords} */
let written;
/** @type {Titles | undefined} */
let titles;
let somebodyAsked = false;

addEventListener("message", async (/** @type {MessageEvent<Request>} */ { data }) => {
  try {
    if (data.type === "load") return postMessage(await load(data));
    somebodyAsked = true;
    await renewing(() => results(data));
  } catch (error) {
    postMessage({ type: "failed", reason: String(error) });
  }
});

/**
 * @param {Load} message `first`: the first file, when it is here already; `words`: titles and synonyms as people write
 *   them, to propose from; `titles`: those of
 *   the language of the page
 * @returns {Promise<Answer>}
 */
async function load({ index, first, pointer: address, words, titles: told }) {
  pointer = address;
  titles = told;
  opened = await openedFrom(index, first).catch(renewed);
  written = new WrittenWords(words, opened.searchable.stopwords);
  setTimeout(settle, PAUSE);
  return { type: "ready" };
}

/** What makes later answers better and quicker: the whole index, and code that has run before somebody waits for it. */
async function settle() {
  await opened?.improve?.().catch(() => undefined);
  const { terms } = opened?.searchable.lexicon ?? { terms: [] };
  for (let number = 1; number <= TRIED && !somebodyAsked; number++) {
    const some = terms.slice(Math.floor((terms.length * number) / (TRIED + 1)), terms.length).slice(0, 2);
    await asked({ text: `${some.join(" ")}x`, limit: 1, chosen: {} });
  }
}

/**
 * The index as its first file has it; the better ones follow.
 * @param {Index} index
 * @param {ArrayBuffer} [data] the first file
 * @returns {Promise<Opened>}
 */
async function openedFrom({ folder, files: [name, ...better] }, data) {
  const read = reading(folder);
  const stream = data && new Response(data).body;
  /** @type {Opened} */
  const found = { searchable: await open(stream ? async () => inflated(stream) : read, name) };
  if (better.length > 0) found.improve = once(() => improved(found, read, better));
  return found;
}

/**
 * @param {Opened} found
 * @param {import("./ranking.mjs").Read} read
 * @param {string[]} names
 */
async function improved(found, read, names) {
  for (const name of names) found.searchable = await open(read, name);
  found.improve = undefined;
}

/**
 * @param {() => Promise<void>} act
 * @returns {() => Promise<void>} that does it when it is first called; a failure waits for whoever asks next
 */
function once(act) {
  /** @type {Promise<void> | undefined} */
  let done;
  return () => {
    done ??= act();
    done.catch(() => undefined);
    return done;
  };
}

/**
 * Try once more with the files of another build: those of the one that the page knew may be gone by now.
 * @param {() => Promise<void>} act
 */
async function renewing(act) {
  await act().catch(async () => {
    opened = await renewed();
    await act();
  });
}

async function renewed() {
  return openedFrom(await whereabouts(pointer, "reload"));
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

/**
 * Nothing found, or a choice among what is not here yet, is no answer until everything is here.
 * @param {{id: number} & Question} question
 */
async function results({ id, ...question }) {
  if (opened?.improve) {
    const early = await asked(question);
    const chosen = Object.values(question.chosen).some((values) => values.length > 0);
    if (early.hits.length > 0 && !chosen) postMessage({ type: "results", id, complete: false, ...early });
    await new Promise((shown) => setTimeout(shown, MOMENT));
    await opened.improve?.();
  }
  postMessage({ type: "results", id, complete: true, ...(await asked(question)) });
}

/** @param {Question} question */
async function asked(question) {
  if (!opened) throw new Error("query before ready");
  return answer(opened.searchable, question, written, titles);
}
