/** A query → the best documents, in the same order as in Python. Twin of `search/ranking.py`. */

import lunr from "lunr";
import { stem } from "./analysis.mjs";
import { Vocabulary } from "./compounds.mjs";
import { clauses, found, grade, queryWords, withLastResort } from "./query.mjs";

const PHRASE = 9;

/** @typedef {import("./query.mjs").Word} Word */
/**
 * @typedef {[url: string, title: string, summary: string, provider: string, ways: string[], audience: string[],
 *   topics: string[]]} StoredDocument
 */
/** @typedef {{invertedIndex: [string, object][]}} StoredIndex */
/** @typedef {{index: StoredIndex, documents: StoredDocument[], phrases: string[][], stopwords: string[]}} SearchFile */
/**
 * @typedef {object} Searchable
 * @property {lunr.Index} index
 * @property {Vocabulary} vocabulary
 * @property {string[][][]} phrases title and synonyms of each document as terms
 * @property {StoredDocument[]} documents
 * @property {ReadonlySet<string>} stopwords
 */
/** @typedef {{position: number, score: number}} Hit */

lunr.Pipeline.registerFunction((token) => token.update(stem), "fundstelle-german");

/**
 * Make the content of a search file searchable.
 * @param {SearchFile} file
 * @returns {Searchable}
 */
export function open(file) {
  const { documents } = file;
  const vocabulary = new Vocabulary(file.index.invertedIndex.map(([term]) => term));
  const phrases = file.phrases.map((ofOne) => ofOne.map((phrase) => phrase.split(" ")));
  return { index: lunr.Index.load(file.index), vocabulary, phrases, documents, stopwords: new Set(file.stopwords) };
}

/**
 * All documents for any text, best first; equally good ones in the order of the index.
 * @param {Searchable} searchable
 * @param {string} text
 * @returns {Hit[]}
 */
export function hits({ index, vocabulary, phrases, stopwords }, text) {
  let words = queryWords(text, stopwords, vocabulary);
  let matches = matchesOf(index, words);
  const terms = termsOf(matches);
  const missing = words.filter((word) => word.parts.length === 0 && !terms.some((term) => grade(word, term)));
  if (missing.length > 0) {
    words = words.map((word) => (missing.includes(word) ? withLastResort(word, vocabulary) : word));
    matches = matchesOf(index, words);
  }
  const score = scoring(words, termsOf(matches));
  return matches
    .map((match) => ({ position: Number(match.ref), score: score(match, phrases[Number(match.ref)]) }))
    .sort((one, other) => other.score - one.score || one.position - other.position);
}

/**
 * Our score of a match of lunr: more words of the query, and more of a title or synonym as a whole, count more.
 * @param {Word[]} words
 * @param {string[]} terms
 * @returns {(match: lunr.Index.Result, phrases: string[][]) => number}
 */
function scoring(words, terms) {
  const graded = words.map((word) => ({ word, grades: new Map(terms.map((term) => [term, grade(word, term)])) }));
  const covered = (/** @type {string[]} */ held) =>
    graded.reduce((sum, { word, grades }) => sum + found(word, grades, held), 0);
  const likeness = (/** @type {string[]} */ phrase) =>
    Math.min(1, (2 * covered(phrase)) / (words.length + phrase.length));
  return (match, phrases) => {
    const coverage = covered(Object.keys(match.matchData.metadata)) / words.length;
    const best = Math.max(0, ...phrases.map(likeness));
    const alike = best * best;
    return rounded(match.score * coverage * coverage * (1 + PHRASE * alike * alike));
  };
}

/**
 * @param {lunr.Index} index
 * @param {Word[]} words
 * @returns {lunr.Index.Result[]}
 */
function matchesOf(index, words) {
  if (words.length === 0) return [];
  return index.query((query) => {
    for (const { term, boost, edits } of clauses(words)) {
      query.term(term, { boost, usePipeline: false, ...(edits && { editDistance: edits }) });
    }
  });
}

/**
 * @param {lunr.Index.Result[]} matches
 * @returns {string[]}
 */
function termsOf(matches) {
  return [...new Set(matches.flatMap((match) => Object.keys(match.matchData.metadata)))];
}

/**
 * Six digits: below them Python and JavaScript differ, because they add the same numbers in another order.
 * @param {number} score
 * @returns {number}
 */
function rounded(score) {
  return Math.floor(score * 1e6 + 0.5) / 1e6;
}
