/** Which written words of a hit stand for what was typed, so that they can be marked. */

import { stem } from "./analysis.mjs";
import { grade } from "./query.mjs";
import { fold, split } from "./words.mjs";

/** @typedef {import("./compounds.mjs").Vocabulary} Vocabulary */
/** @typedef {import("./query.mjs").Word} Word */
/** @typedef {{word: Word, beginnings: string[]}} Typed */
/** @typedef {string[]} Pieces a text cut into pieces: plain and marked ones take turns, the first is plain */

export const WRITTEN_WORD = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu;
const BEGINNING_FROM = 4;
const UMLAUTS = new Map([["ae", "ä"], ["oe", "ö"], ["ue", "ü"]]);

/**
 * A written word is marked when it or one of its parts is what a word of the query stands for, or when it begins, letter
 * by letter, with a query word of at least four letters and either is a compound or the query word is not known, because
 * it is still being typed; for an unknown word, one typing error is forgiven.
 */
export class Marks {
  /** @type {Map<string, boolean>} */
  #known = new Map();

  /**
   * @param {string} text what was typed
   * @param {Word[]} words its words as the search reads them
   * @param {Vocabulary} vocabulary
   */
  constructor(text, words, vocabulary) {
    const spellings = split(text);
    this.typed = words.map((word) => ({ word, beginnings: beginnings(spellings.find((one) => fold(one) === word.text)) }));
    this.vocabulary = vocabulary;
  }

  /**
   * @param {string} text
   * @returns {Pieces}
   */
  pieces(text) {
    const pieces = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(WRITTEN_WORD)) {
      if (!this.#stands(word)) continue;
      pieces.push(text.slice(end, index), word);
      end = index + word.length;
    }
    return [...pieces, text.slice(end)];
  }

  /** @param {string} written */
  #stands(written) {
    let known = this.#known.get(written);
    if (known === undefined) this.#known.set(written, (known = this.#matches(written)));
    return known;
  }

  /** @param {string} written */
  #matches(written) {
    const spelled = split(written).join("");
    const folded = fold(spelled);
    const parts = this.vocabulary.parts(folded);
    const own = stem(folded);
    return this.typed.some(
      ({ word, beginnings }) =>
        [own, ...parts].some((term) => isMeant(term, word)) ||
        (parts.length > 0 && parts.every((part) => word.parts.includes(part))) ||
        ((parts.length > 1 || !word.known) && beginnings.some((typed) => spelled.startsWith(typed))) ||
        (!word.known && !own.startsWith(word.stem) && grade(word, own) > 0),
    );
  }
}

/**
 * @param {string} term
 * @param {Word} word
 */
function isMeant(term, word) {
  return term === word.stem || word.joined.includes(term) || word.forms.includes(term) || word.parts.includes(term);
}

/**
 * What a longer word may begin with, as typed and with umlauts for „ae“, „oe“, „ue“; nothing for a short word.
 * @param {string} [typed]
 * @returns {string[]}
 */
function beginnings(typed = "") {
  if (typed.length < BEGINNING_FROM) return [];
  return [typed, typed.replace(/[aou]e/g, (digraph) => UMLAUTS.get(digraph) ?? digraph)];
}
