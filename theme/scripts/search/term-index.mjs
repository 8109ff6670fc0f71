/** The postings of some terms → a lunr index of just these. Twin of `search/term_index.py`, which says why. */

import { engine } from "./lunr.mjs";
import { FIELDS, weights } from "./postings.mjs";

/** @typedef {import("./postings.mjs").Postings} Postings */

/**
 * @param {ReadonlyMap<string, Postings>} postings by term, sorted
 * @param {number} documents how many the collection has
 * @returns {import("lunr").Index}
 */
export function termIndex(postings, documents) {
  /** @type {Record<string, Record<string, any>>} */
  const invertedIndex = Object.create(null);
  /** @type {Record<string, number[]>} */
  const vectors = Object.create(null);
  for (const [number, [term, places]] of [...postings].entries()) {
    const entry = Object.fromEntries(FIELDS.map((field) => [field, /** @type {Record<string, {}>} */ ({})]));
    for (const [field, document, weight] of weights(places, documents)) {
      entry[field][document] = {};
      (vectors[`${field}/${document}`] ??= []).push(number, weight);
    }
    invertedIndex[term] = { ...entry, _index: number };
  }
  const fieldVectors = Object.fromEntries(
    Object.entries(vectors).map(([reference, elements]) => [reference, new engine.Vector(elements)]),
  );
  const tokenSet = engine.TokenSet.fromArray([...postings.keys()]);
  return new engine.Index({ invertedIndex, fieldVectors, tokenSet, fields: FIELDS, pipeline: new engine.Pipeline() });
}
