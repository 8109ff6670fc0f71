/** What was typed → the words to look for, and how well an index term stands for each. Twin of `search/query.py`. */

import { stem } from "./analysis.mjs";
import { sharedLetters } from "./compounds.mjs";
import { forms } from "./forms.mjs";
import { words } from "./words.mjs";

const MAX_CHARACTERS = 120;
const MAX_TERMS = 10;
const [EXACT, FORM, PART, PREFIX] = [10, 6, 5, 2];
const [UNKNOWN_PREFIX, UNKNOWN_FUZZY] = [8, 7];
const PREFIX_FROM = 3;
const FUZZY_FROM = 5;
const [SAME, OTHER_FORM, ALL_PARTS, BEGINNING, ONE_EDIT] = [1, 0.8, 0.8, 0.6, 0.5];
const JOINED = 3;

/** @typedef {import("./compounds.mjs").Vocabulary} Vocabulary */
/** @typedef {{term: string, boost: number, edits: number}} Clause */
/** @typedef {{text: string, stem: string, known: boolean, joined: string[], forms: string[], parts: string[]}} Word */

/**
 * The words of a query with everything in the vocabulary that may stand for them.
 * @param {string} text
 * @param {ReadonlySet<string>} stopwords
 * @param {Vocabulary} vocabulary
 * @returns {Word[]}
 */
export function queryWords(text, stopwords, vocabulary) {
  const typed = typedWords(text, stopwords);
  const joined = joinedWords(typed, vocabulary);
  /** @type {Map<string, Word>} */
  const byStem = new Map();
  for (const [place, word] of typed.entries()) {
    const own = stem(word);
    if (byStem.has(own)) continue;
    const others = unique(forms(word)).filter((form) => vocabulary.stems.has(form) && form !== own);
    const parts = unique(vocabulary.parts(word)).filter((part) => part !== own);
    const known = vocabulary.stems.has(own);
    byStem.set(own, { text: word, stem: own, known, joined: joined[place], forms: others, parts });
  }
  return [...byStem.values()].slice(0, MAX_TERMS);
}

/**
 * The word with its kin and its known rest, for when nothing else is found: „dackelsteuer“ → „steuer“.
 * @param {Word} word
 * @param {Vocabulary} vocabulary
 * @returns {Word}
 */
export function withLastResort(word, vocabulary) {
  const rest = vocabulary.rest(word.text);
  return { ...word, forms: vocabulary.kin(word.stem), parts: rest ? [rest, word.stem] : [] };
}

/**
 * What to look up for these words, each thing once: the most it is worth.
 * @param {Word[]} searched
 * @returns {Clause[]}
 */
export function clauses(searched) {
  /** @type {Map<string, Clause>} */
  const best = new Map();
  for (const clause of searched.flatMap(clausesOf)) {
    const key = `${clause.term} ${clause.edits}`;
    const known = best.get(key);
    if (!known || known.boost < clause.boost) best.set(key, clause);
  }
  return [...best.values()];
}

/**
 * @param {Word} word
 * @returns {Clause[]}
 */
function clausesOf(word) {
  const exact = [word.stem, ...word.joined].map((term) => ({ term, boost: EXACT, edits: 0 }));
  const others = word.forms.map((term) => ({ term, boost: FORM, edits: 0 }));
  const parts = word.parts.map((term) => ({ term, boost: PART, edits: 0 }));
  const prefix = word.known ? PREFIX : UNKNOWN_PREFIX;
  const beginning = word.stem.length >= PREFIX_FROM ? [{ term: `${word.stem}*`, boost: prefix, edits: 0 }] : [];
  const typo = mayBeMisspelled(word) ? [{ term: word.stem, boost: UNKNOWN_FUZZY, edits: 1 }] : [];
  return [...exact, ...others, ...parts, ...beginning, ...typo];
}

/**
 * A word that the content has is meant as it is, and short ones are too much alike.
 * @param {Word} word
 */
function mayBeMisspelled(word) {
  return !word.known && word.stem.length >= FUZZY_FROM;
}

/**
 * How well one index term stands for the whole word; parts are counted together, in `found`.
 * @param {Word} word
 * @param {string} term
 * @returns {number}
 */
export function grade(word, term) {
  if (term === word.stem || word.joined.includes(term)) return SAME;
  if (word.forms.includes(term)) return OTHER_FORM;
  if (word.stem.length >= PREFIX_FROM && term.startsWith(word.stem)) return BEGINNING;
  return mayBeMisspelled(word) && withinOneEdit(word.stem, term) ? ONE_EDIT : 0;
}

/**
 * How much of the word these terms cover, given the grade of each; 1 is all of it.
 * @param {Word} word
 * @param {ReadonlyMap<string, number>} grades
 * @param {readonly string[]} terms
 * @returns {number}
 */
export function found(word, grades, terms) {
  const best = terms.reduce((most, term) => Math.max(most, grades.get(term) ?? 0), 0);
  if (word.parts.length === 0) return best;
  const held = word.parts.filter((part) => terms.includes(part)).length;
  return Math.max(best, (ALL_PARTS * held) / word.parts.length);
}

/**
 * Whether one letter more, less, changed, or two neighbours swapped make one word the other.
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
export function withinOneEdit(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  const start = sharedLetters(one, other);
  const [a, b] = [one.slice(start), other.slice(start)];
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return swapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} stopwords
 * @returns {string[]}
 */
function typedWords(text, stopwords) {
  return words(Array.from(text.slice(0, 2 * MAX_CHARACTERS)).slice(0, MAX_CHARACTERS).join(""), stopwords);
}

/**
 * For each word, the known words that it makes with its neighbours: „eltern geld“, „wohn geld antrag“.
 * @param {string[]} typed
 * @param {Vocabulary} vocabulary
 * @returns {string[][]}
 */
function joinedWords(typed, vocabulary) {
  /** @type {string[][]} */
  const joined = typed.map(() => []);
  for (let start = 0; start < typed.length; start++) {
    for (let end = start + 2; end <= Math.min(start + JOINED, typed.length); end++) {
      const stemmed = stem(typed.slice(start, end).join(""));
      if (vocabulary.stems.has(stemmed)) joined.slice(start, end).forEach((covered) => covered.push(stemmed));
    }
  }
  return joined.map(unique);
}

/**
 * @param {string[]} entries
 * @returns {string[]}
 */
function unique(entries) {
  return [...new Set(entries)];
}
