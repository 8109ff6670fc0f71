/** A query → the best documents, in the same order as in Python. Twin of `search/ranking.py`. */

import { Vocabulary } from "./compounds.mjs";
import { Lexicon } from "./lexicon.mjs";
import { fromSteps, text as textOf, words as wordsOf } from "./packing.mjs";
import { phrasesOf, unpack } from "./postings.mjs";
import { clauses, found, grade, queryWords, withLastResort } from "./query.mjs";
import { Rows } from "./rows.mjs";
import { termIndex } from "./term-index.mjs";

const PHRASE = 9;

/** @typedef {import("./query.mjs").Word} Word */
/** @typedef {import("./postings.mjs").Phrase} Phrase */
/** @typedef {import("./postings.mjs").Postings} Postings */
/** @typedef {(name: string) => Promise<Uint8Array[]>} Read fetches the columns of a file of the index */
/**
 * @typedef {object} Searchable
 * @property {Lexicon} lexicon
 * @property {Vocabulary} vocabulary
 * @property {(terms: string[]) => Promise<Map<string, Postings>>} places
 * @property {number} documents how many there are
 * @property {Rows} rows
 * @property {ReadonlySet<string>} stopwords
 * @property {ReadonlyMap<number, number>} weights of documents, where it is not 1
 * @property {ReadonlyMap<number, string>} until the last day of documents, where they have one
 */
/** @typedef {import("lunr").Index.Result} Match */
/** @typedef {{position: number, score: number}} Hit */

/**
 * Make the files of an index searchable; `search/browser_index.py` says what stands in which.
 * @param {Read} read
 * @param {string} [name] of the file
 * @returns {Promise<Searchable>}
 */
export async function open(read, name = "index.bin") {
  const [packed, shared, rests, ...rest] = await read(name);
  const [inside, shown] = [rest.slice(0, -1), rest[rest.length - 1]];
  const { documents, stopwords, shards, chunk, weights, until } = JSON.parse(textOf(packed));
  const lexicon = new Lexicon(wordsOf(shared, rests));
  const vocabulary = new Vocabulary(lexicon.terms);
  const places = placesIn(lexicon, shards.length ? shards : [0], shards.length ? [] : [unpack(inside)], read);
  return {
    lexicon,
    vocabulary,
    places,
    documents,
    rows: new Rows(shown, chunk, read),
    stopwords: new Set(stopwords),
    weights: byDocument(weights),
    until: byDocument(until),
  };
}

/**
 * @template Value
 * @param {[Value, number[]][]} values each with the steps between the documents that have it
 * @returns {Map<number, Value>}
 */
function byDocument(values) {
  const found = new Map();
  for (const [value, steps] of values) {
    for (const place of fromSteps(steps)) found.set(place, value);
  }
  return found;
}

/**
 * Finds the postings of terms, and fetches the files they are in.
 * @param {Lexicon} lexicon
 * @param {number[]} starts the number of the first term of each file
 * @param {((place: number) => Postings)[]} loaded the files that are here
 * @param {Read} read
 * @returns {Searchable["places"]}
 */
function placesIn(lexicon, starts, loaded, read) {
  const fileOf = (/** @type {number} */ number) => starts.filter((start) => start <= number).length - 1;
  const fetched = async (/** @type {number} */ file) => (loaded[file] ??= unpack(await read(`postings-${file}.bin`)));
  return async (terms) => {
    const numbers = terms.map((term) => lexicon.number(term));
    await Promise.all([...new Set(numbers.map(fileOf))].map(fetched));
    const postings = numbers.map((number) => loaded[fileOf(number)](number - starts[fileOf(number)]));
    return new Map(terms.map((term, place) => [term, postings[place]]));
  };
}

/**
 * All documents for any text, best first; equally good ones in the order of the index. What was over before `today`
 * comes behind everything else.
 * @param {Searchable} searchable
 * @param {string} text
 * @param {string} [today] an ISO date
 * @returns {Promise<Hit[]>}
 */
export async function hits({ lexicon, vocabulary, places, documents, stopwords, weights, until }, text, today = "") {
  let words = queryWords(text, stopwords, vocabulary);
  let boosts = lexicon.boosts(clauses(words));
  const terms = [...boosts.keys()];
  const missing = words.filter((word) => word.parts.length === 0 && !terms.some((term) => grade(word, term)));
  if (missing.length > 0) {
    words = words.map((word) => (missing.includes(word) ? withLastResort(word, vocabulary) : word));
    boosts = lexicon.boosts(clauses(words));
  }
  const postings = await places([...boosts.keys()]);
  const score = scoring(words, [...boosts.keys()], weights);
  const isOver = (/** @type {Hit} */ { position }) => Number((until.get(position) ?? today) < today);
  const phrases = phrasesOf(postings);
  return matchesOf(postings, boosts, documents)
    .map((match) => ({ position: Number(match.ref), score: score(match, phrases.get(Number(match.ref)) ?? []) }))
    .sort((one, other) => isOver(one) - isOver(other) || other.score - one.score || one.position - other.position);
}

/**
 * Our score of a match of lunr: more words of the query, and more of a title or synonym as a whole, count more.
 * @param {Word[]} words
 * @param {string[]} terms
 * @param {ReadonlyMap<number, number>} weights
 * @returns {(match: Match, phrases: Phrase[]) => number}
 */
function scoring(words, terms, weights) {
  const graded = words.map((word) => ({ word, grades: new Map(terms.map((term) => [term, grade(word, term)])) }));
  const covered = (/** @type {string[]} */ held) =>
    graded.reduce((sum, { word, grades }) => sum + found(word, grades, held), 0);
  const likeness = (/** @type {Phrase} */ phrase) =>
    Math.min(1, (2 * covered(phrase.terms)) / (words.length + phrase.length));
  return (match, phrases) => {
    const coverage = covered(Object.keys(match.matchData.metadata)) / words.length;
    const best = Math.max(0, ...phrases.map(likeness));
    const alike = best * best;
    const names = 1 + PHRASE * alike * alike;
    return rounded(match.score * coverage * coverage * names * (weights.get(Number(match.ref)) ?? 1));
  };
}

/**
 * @param {ReadonlyMap<string, Postings>} postings
 * @param {ReadonlyMap<string, number>} boosts
 * @param {number} documents
 * @returns {Match[]}
 */
function matchesOf(postings, boosts, documents) {
  if (boosts.size === 0) return [];
  return termIndex(postings, documents).query((query) => {
    for (const [term, boost] of boosts) query.term(term, { boost, usePipeline: false });
  });
}

/**
 * Six digits: below them Python and JavaScript differ, because they add the same numbers in another order.
 * @param {number} score
 * @returns {number}
 */
function rounded(score) {
  return Math.floor(score * 1e6 + 0.5) / 1e6;
}
