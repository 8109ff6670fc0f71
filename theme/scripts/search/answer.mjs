/** A question → everything a page shows for it: the best hits with their marks, counts, and what may have been meant. */

import { sharedLetters } from "./compounds.mjs";
import { corrected } from "./did-you-mean.mjs";
import { counts, matching } from "./facets.mjs";
import { Marks } from "./marks.mjs";
import { queryWords } from "./query.mjs";
import { hits } from "./ranking.mjs";

/** @typedef {import("./marks.mjs").Pieces} Pieces */
/** @typedef {import("./query.mjs").Word} Word */
/** @typedef {import("./ranking.mjs").Searchable} Searchable */
/** @typedef {{text: string, limit: number, chosen: import("./facets.mjs").Chosen}} Question */
/** @typedef {{url: string, title: Pieces, summary: Pieces, language: string, provider: string, ways: string[]}} Found */
/** @typedef {{url: string, title: string, summary: string}} Told what a page says of a service in another language */
/** @typedef {{language: string, services: Record<string, Told>}} Titles the services that have a page in it, by their German addresses */
/**
 * @typedef {object} Results
 * @property {string} text the question
 * @property {Found[]} hits the best ones among those the chosen facets leave
 * @property {number} total how many the facets leave
 * @property {number} all how many there are without facets
 * @property {import("./facets.mjs").Counts} facets
 * @property {string} suggestion a query that may have been meant, or empty
 * @property {Found[]} nearest where nothing was found, what comes closest
 */
/** @typedef {import("./rows.mjs").Row & {position: number}} Row */

const NEAREST = 3;
const BEGINNING_FROM = 4;
const LONGEST = 240;

/**
 * Of a text that goes on and on, only the beginning is read.
 * @param {Searchable} searchable
 * @param {Question} question
 * @param {import("./did-you-mean.mjs").WrittenWords} written
 * @param {Titles} [titles] those of the language of the page, where that is not German
 * @returns {Promise<Results>}
 */
export async function answer(searchable, { text: typed, limit, chosen }, written, titles) {
  const text = typed.slice(0, LONGEST);
  const words = queryWords(text, searchable.stopwords, searchable.vocabulary);
  const all = await rows(searchable, text);
  const left = matching(all, chosen);
  const marks = new Marks(text, words, searchable.vocabulary);
  const shown = (/** @type {Row} */ row) => found(row, marks, titles);
  const suggestion = corrected(text, words, searchable.vocabulary, written);
  return {
    text,
    hits: (await whole(searchable, left.slice(0, limit))).map(shown),
    total: left.length,
    all: all.length,
    facets: counts(all, chosen),
    suggestion,
    nearest: all.length > 0 ? [] : (await nearest(searchable, suggestion, words)).map(shown),
  };
}

/**
 * @param {Searchable} searchable
 * @param {string} text
 * @returns {Promise<Row[]>} what comes with the index
 */
async function rows(searchable, text) {
  return (await hits(searchable, text, today())).map(({ position }) => ({ position, ...searchable.rows.found(position) }));
}

/** @returns {string} the day in Germany as an ISO date, which is how Swedes write it */
function today() {
  return new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Berlin" });
}

/**
 * The rows with what is shown of them.
 * @param {Searchable} searchable
 * @param {Row[]} some
 * @returns {Promise<Row[]>}
 */
async function whole({ rows }, some) {
  await rows.load(some.map(({ position }) => position));
  return some.map(({ position }) => ({ position, ...rows.found(position) }));
}

/**
 * The best hits for what may have been meant, else for the longest beginning of a word that some service has.
 * @param {Searchable} searchable
 * @param {string} suggestion
 * @param {Word[]} words
 * @returns {Promise<Row[]>}
 */
async function nearest(searchable, suggestion, words) {
  const beginnings = words.map(({ text }) => longestBeginning(text, [...searchable.vocabulary.stems]));
  const asked = suggestion || beginnings.sort((one, other) => other.length - one.length)[0];
  return asked ? whole(searchable, (await rows(searchable, asked)).slice(0, NEAREST)) : [];
}

/**
 * @param {string} word
 * @param {string[]} stems
 * @returns {string} empty when it is shorter than four letters
 */
function longestBeginning(word, stems) {
  const longest = stems.reduce((most, stem) => Math.max(most, sharedLetters(stem, word)), 0);
  return longest < BEGINNING_FROM ? "" : word.slice(0, longest);
}

/**
 * @param {Row} row
 * @param {Marks} marks
 * @param {Titles} [titles]
 * @returns {Found}
 */
function found(row, marks, titles) {
  const told = titles?.services[row.url];
  const { url, title, summary } = told ?? row;
  const language = told && titles ? titles.language : "de";
  const { provider, ways } = row;
  return { url, title: marks.pieces(title), summary: marks.pieces(summary), language, provider, ways };
}
