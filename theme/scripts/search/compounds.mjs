/** Compound words → their parts, with the words that the index knows. Twin of `search/analysis/compounds.py`. */

import { stem } from "./analysis.mjs";

const LINKS = ["", "s", "n", "en", "es", "er", "e"];
const FIRST_FROM = 3;
const LAST_FROM = 3;
const REST_FROM = 4;
const KIN_FROM = 5;
const KIN_MOST = 8;
const LONGEST = 50;
const LETTERS = /^[a-z]+$/;

/** The stems that the content uses, three letters or more, no digits. */
export class Vocabulary {
  /** @param {Iterable<string>} terms the terms of the index */
  constructor(terms) {
    /** @type {Set<string>} */
    this.stems = new Set();
    /** @type {Set<string>} */
    this.beginnings = new Set();
    for (const term of terms) {
      if (term.length < FIRST_FROM || !LETTERS.test(term)) continue;
      this.stems.add(term);
      this.beginnings.add(term.slice(0, FIRST_FROM));
    }
  }

  /**
   * The stems of the parts of a folded word, as few and as long as can be; empty when it is no compound.
   * @param {string} word
   * @returns {string[]}
   */
  parts(word) {
    if (word.length > LONGEST || !LETTERS.test(word)) return [];
    /** @type {Map<number, string[]>} */
    const best = new Map();
    for (let start = word.length - LAST_FROM; start >= 0; start--) {
      for (const split of this.#splits(word, start, best)) {
        const known = best.get(start);
        if (!known || preferred(split, known)) best.set(start, split);
      }
    }
    return best.get(0) ?? [];
  }

  /**
   * The stem of the longest ending that is known, else of the longest beginning; empty when there is none.
   * @param {string} word
   * @returns {string}
   */
  rest(word) {
    const longest = Math.min(word.length, LONGEST) - 1;
    const sizes = Array.from({ length: Math.max(0, longest - REST_FROM + 1) }, (_, shorter) => longest - shorter);
    const parts = [...sizes.map((size) => word.slice(-size)), ...sizes.map((size) => word.slice(0, size))];
    return parts.map((part) => this.#known(part)).find(Boolean) ?? "";
  }

  /**
   * The stems with the longest beginning in common, five letters at least: „dement“ → „demenz“.
   * @param {string} stemmed
   * @returns {string[]}
   */
  kin(stemmed) {
    let longest = KIN_FROM;
    /** @type {string[]} */
    let family = [];
    for (const one of this.stems) {
      const letters = sharedLetters(one, stemmed);
      if (letters > longest) [longest, family] = [letters, []];
      if (letters === longest) family.push(one);
    }
    return family.length <= KIN_MOST ? family.sort() : [];
  }

  /**
   * All ways to read the word from `start` on, given the best ones further to the right.
   * @param {string} word
   * @param {number} start
   * @param {ReadonlyMap<number, string[]>} best
   * @returns {string[][]}
   */
  #splits(word, start, best) {
    const last = start ? this.#known(word.slice(start)) : "";
    const splits = last ? [[last]] : [];
    if (!this.beginnings.has(word.slice(start, start + FIRST_FROM))) return splits;
    for (let end = start + FIRST_FROM; end <= word.length - LAST_FROM; end++) {
      const rest = best.get(end);
      const first = rest && this.#beforeLink(word.slice(start, end));
      if (rest && first) splits.push([first, ...rest]);
    }
    return splits;
  }

  /**
   * The stem of a part that may end in a linking element; empty when it is not known.
   * @param {string} text
   * @returns {string}
   */
  #beforeLink(text) {
    for (const link of LINKS) {
      const part = text.endsWith(link) ? text.slice(0, text.length - link.length) : "";
      const found = part.length >= FIRST_FROM ? this.#known(part) : "";
      if (found) return found;
    }
    return "";
  }

  /**
   * @param {string} part
   * @returns {string} its stem when the index has it
   */
  #known(part) {
    if (!this.beginnings.has(part.slice(0, FIRST_FROM))) return "";
    const stemmed = stem(part);
    return this.stems.has(stemmed) ? stemmed : "";
  }
}

/**
 * How many letters two words have in common at their beginning.
 * @param {string} one
 * @param {string} other
 */
export function sharedLetters(one, other) {
  let letters = 0;
  while (letters < one.length && one[letters] === other[letters]) letters++;
  return letters;
}

/**
 * Fewer parts first, then those whose shortest part is longest.
 * @param {string[]} one
 * @param {string[]} other
 */
function preferred(one, other) {
  return one.length < other.length || (one.length === other.length && shortest(one) > shortest(other));
}

/** @param {string[]} parts */
function shortest(parts) {
  return Math.min(...parts.map((part) => part.length));
}
