/** A query → the best documents, in the same order as in Python. Twin of `search/ranking.py`. */

import lunr from "lunr";
import { stem, terms } from "./analysis.mjs";

const MAX_CHARACTERS = 120;
const MAX_TERMS = 10;
const EXACT = 10;
const PREFIX = 3;
const FUZZY = 1;
const PREFIX_FROM = 3;
const FUZZY_FROM = 5;

/** @typedef {[url: string, title: string, summary: string, provider: string, ways: string[]]} StoredDocument */
/** @typedef {{index: object, documents: StoredDocument[], stopwords: string[]}} SearchFile */
/** @typedef {{index: lunr.Index, documents: StoredDocument[], stopwords: ReadonlySet<string>}} Searchable */
/** @typedef {{term: string, boost: number, edits?: number}} Clause */
/** @typedef {{position: number, score: number}} Hit */

lunr.Pipeline.registerFunction((token) => token.update(stem), "fundstelle-german");

/**
 * Make the content of a search file searchable.
 * @param {SearchFile} file
 * @returns {Searchable}
 */
export function open(file) {
  return { index: lunr.Index.load(file.index), documents: file.documents, stopwords: new Set(file.stopwords) };
}

/**
 * At most ten different terms from the first 120 characters of what was typed.
 * @param {string} text
 * @param {ReadonlySet<string>} stopwords
 * @returns {string[]}
 */
export function queryTerms(text, stopwords) {
  const typed = Array.from(text.slice(0, 2 * MAX_CHARACTERS)).slice(0, MAX_CHARACTERS).join("");
  return [...new Set(terms(typed, stopwords))].slice(0, MAX_TERMS);
}

/**
 * What to look up for a term: as it is, as a beginning and with one typing error.
 * @param {string} term
 * @returns {Clause[]}
 */
function clauses(term) {
  const found = [{ term, boost: EXACT }];
  if (term.length >= PREFIX_FROM) found.push({ term: `${term}*`, boost: PREFIX });
  return term.length >= FUZZY_FROM ? [...found, { term, boost: FUZZY, edits: 1 }] : found;
}

/**
 * All documents for any terms, best first; equally good ones in the order of the index.
 * @param {lunr.Index} index
 * @param {string[]} searched
 * @returns {Hit[]}
 */
export function hits(index, searched) {
  if (searched.length === 0) return [];
  const matches = index.query((query) => {
    for (const { term, boost, edits } of searched.flatMap(clauses)) {
      query.term(term, { boost, usePipeline: false, ...(edits && { editDistance: edits }) });
    }
  });
  return matches
    .map((match) => ({ position: Number(match.ref), score: rounded(match.score) }))
    .sort((one, other) => other.score - one.score || one.position - other.position);
}

/**
 * Six digits: below them Python and JavaScript differ, because they add the same numbers in another order.
 * @param {number} score
 * @returns {number}
 */
function rounded(score) {
  return Math.floor(score * 1e6 + 0.5) / 1e6;
}
