/** The terms of an index in their order: what a clause of a query stands for. Twin of `search/lexicon.py`. */

import { withinOneEdit } from "./query.mjs";

/** @typedef {import("./query.mjs").Clause} Clause */

export class Lexicon {
  /** @param {string[]} terms sorted */
  constructor(terms) {
    this.terms = terms;
  }

  /**
   * The place of a term, or where it would be.
   * @param {string} term
   * @returns {number}
   */
  number(term) {
    let [start, end] = [0, this.terms.length];
    while (start < end) {
      const middle = (start + end) >> 1;
      if (this.terms[middle] < term) start = middle + 1;
      else end = middle;
    }
    return start;
  }

  /**
   * Every term that a clause stands for and what all its clauses are worth, sorted by term.
   * @param {Clause[]} clauses
   * @returns {Map<string, number>}
   */
  boosts(clauses) {
    /** @type {Map<string, number>} */
    const boosts = new Map();
    for (const clause of clauses) {
      for (const term of this.#terms(clause)) boosts.set(term, (boosts.get(term) ?? 0) + clause.boost);
    }
    return new Map([...boosts].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /**
   * @param {Clause} clause
   * @returns {string[]}
   */
  #terms({ term, edits }) {
    if (edits) return this.terms.filter((one) => withinOneEdit(term, one));
    if (term.endsWith("*")) return this.#beginning(term.slice(0, -1));
    return this.terms[this.number(term)] === term ? [term] : [];
  }

  /**
   * @param {string} letters
   * @returns {string[]}
   */
  #beginning(letters) {
    const start = this.number(letters);
    let end = start;
    while (end < this.terms.length && this.terms[end].startsWith(letters)) end++;
    return this.terms.slice(start, end);
  }
}
