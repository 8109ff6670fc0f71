/** The bytes of an index → where its terms stand. Twin of `search/postings.py`, which says what the numbers mean. */

import { fromSteps, unpacked } from "./packing.mjs";

/** @type {[field: string, boost: number][]} */
const NAMED = [["title", 10], ["synonyms", 8], ["official_name", 4], ["summary", 3]];
export const FIELDS = [...NAMED.map(([field]) => field), "body"];
const IN_BODY = 2 ** NAMED.length;
const IN_PHRASES = 3;
/** How many bits of a number are set. */
const ONES = Array.from({ length: IN_BODY }, (_, mask) => mask.toString(2).replaceAll("0", "").length);
const LENGTHS = 16;
const REPETITION = 1.2;

/**
 * @typedef {object} Named a document that has a term elsewhere than only in its body
 * @property {number} document
 * @property {number[]} counts how often it stands in each field
 * @property {boolean} inBody
 * @property {{number: number, length: number}[]} phrases the titles and synonyms that hold the term
 */
/** @typedef {{named: Named[], body: number[], elsewhere: number}} Postings */
/** @typedef {{length: number, terms: string[]}} Phrase how many terms it has, and which of those that were looked for */

/**
 * The postings of consecutive terms. Unpacked when a query asks for them: most never are, and a phone is slow.
 * @param {Uint8Array[]} columns
 * @returns {(place: number) => Postings} by the place of the term among these
 */
export function unpack(columns) {
  const [namedCounts, bodyCounts, elsewhere, steps, masks, counts, held, phrases, body] = columns.map(unpacked);
  const named = starts(namedCounts);
  const inBody = starts(bodyCounts);
  const counted = starts(masks.map((mask) => ONES[mask % IN_BODY]));
  const phrased = starts(masks.map((mask) => Number((mask & IN_PHRASES) > 0)));
  const ofPhrases = starts(held);
  const one = (/** @type {number} */ document, /** @type {number} */ place) => {
    const mask = masks[place];
    let next = counted[place];
    const own = NAMED.map((_, field) => (mask & (2 ** field) ? counts[next++] : 0));
    const [from, to] = mask & IN_PHRASES ? [ofPhrases[phrased[place]], ofPhrases[phrased[place] + 1]] : [0, 0];
    return { document, counts: own, inBody: mask >= IN_BODY, phrases: Array.from(phrases.subarray(from, to), phrase) };
  };
  return (term) => ({
    named: fromSteps(steps.subarray(named[term], named[term + 1])).map((document, place) => one(document, named[term] + place)),
    body: fromSteps(body.subarray(inBody[term], inBody[term + 1])),
    elsewhere: elsewhere[term],
  });
}

/**
 * Where each part begins whose lengths these are, and where the last one ends.
 * @param {Uint32Array} lengths
 * @returns {Uint32Array}
 */
function starts(lengths) {
  const found = new Uint32Array(lengths.length + 1);
  for (let place = 0; place < lengths.length; place++) found[place + 1] = found[place] + lengths[place];
  return found;
}

/** @param {number} packed */
function phrase(packed) {
  return { number: Math.floor(packed / LENGTHS), length: packed % LENGTHS };
}

/**
 * Field, document and weight of each place of a term.
 * @param {Postings} postings
 * @param {number} documents how many the collection has
 * @returns {[field: string, document: number, weight: number][]}
 */
export function weights({ named, body, elsewhere }, documents) {
  const placed = named.flatMap(({ document, counts }) =>
    NAMED.flatMap(([field, boost], place) => (counts[place] ? [{ field, boost, document, count: counts[place] }] : [])),
  );
  const inBody = [...named.filter((one) => one.inBody).map(({ document }) => document), ...body].map((document) => {
    return { field: "body", boost: 1, document, count: 1 };
  });
  const rarity = idf(placed.length + inBody.length + elsewhere, documents);
  return [...placed, ...inBody].map(({ field, boost, document, count }) => [
    field,
    document,
    weight(rarity * boost, count),
  ]);
}

/**
 * Three digits, as lunr rounds.
 * @param {number} worth
 * @param {number} count
 */
function weight(worth, count) {
  const repeated = ((REPETITION + 1) * count) / (REPETITION + count);
  return Math.floor(worth * repeated * 1000 + 0.5) / 1000;
}

/**
 * How rare a term is, as lunr says it.
 * @param {number} frequency
 * @param {number} documents
 */
function idf(frequency, documents) {
  return Math.log(1 + Math.abs((documents - frequency + 0.5) / (frequency + 0.5)));
}

/**
 * The phrases of each document that hold one of these terms at least.
 * @param {ReadonlyMap<string, Postings>} postings
 * @returns {Map<number, Phrase[]>}
 */
export function phrasesOf(postings) {
  /** @type {Map<number, Phrase[]>} */
  const found = new Map();
  for (const [term, { named }] of postings) {
    for (const one of named) {
      const own = found.get(one.document) ?? [];
      found.set(one.document, own);
      for (const { number, length } of one.phrases) (own[number] ??= { length, terms: [] }).terms.push(term);
    }
  }
  for (const [document, sparse] of found) found.set(document, sparse.filter(Boolean));
  return found;
}
