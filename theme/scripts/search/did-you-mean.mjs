/** „Meinten Sie …“: real words for those that no service has. */

import { WRITTEN_WORD } from "./marks.mjs";
import { fold, split } from "./words.mjs";

/** @typedef {import("./compounds.mjs").Vocabulary} Vocabulary */
/** @typedef {import("./query.mjs").Word} Word */
/** @typedef {{written: string, count: number}} Candidate */

const LETTERS = /^[a-z]+$/;
const SHORTEST = 4;
const TWO_EDITS_FROM = 8;

/** The words of titles and synonyms as people write them. They are read only when a word is not known. */
export class WrittenWords {
  /** @type {Map<string, Candidate> | undefined} */
  #candidates;

  /**
   * @param {string} text
   * @param {ReadonlySet<string>} stopwords
   */
  constructor(text, stopwords) {
    this.text = text;
    this.stopwords = stopwords;
  }

  /**
   * The nearest word within one edit, or two for long words; of equally near ones the most frequent.
   * @param {string} folded
   * @returns {string} empty when nothing is near
   */
  nearest(folded) {
    const most = folded.length < TWO_EDITS_FROM ? 1 : 2;
    let best = { written: "", count: 0, edits: most + 1 };
    for (const [other, { written, count }] of (this.#candidates ??= this.#read())) {
      const edits = Math.abs(other.length - folded.length) > most ? most + 1 : distance(folded, other);
      if (edits < best.edits || (edits === best.edits && count > best.count)) best = { written, count, edits };
    }
    return best.edits > most ? "" : best.written;
  }

  /** @returns {Map<string, Candidate>} each word once, folded, with how often it is there */
  #read() {
    /** @type {Map<string, Candidate>} */
    const found = new Map();
    for (const [written] of this.text.matchAll(WRITTEN_WORD)) {
      const folded = foldedWord(written);
      if (folded.length < SHORTEST || this.stopwords.has(folded)) continue;
      const known = found.get(folded);
      found.set(folded, { written: known?.written ?? written, count: (known?.count ?? 0) + 1 });
    }
    return found;
  }
}

/**
 * The query with a real word for each unknown one that is near to it; empty when there is nothing to propose.
 * @param {string} text
 * @param {Word[]} words
 * @param {Vocabulary} vocabulary
 * @param {WrittenWords} written
 * @returns {string}
 */
export function corrected(text, words, vocabulary, written) {
  /** @type {Map<string, string>} */
  const better = new Map();
  for (const { text: word } of words.filter((one) => isUnknown(one, vocabulary))) {
    const nearest = written.nearest(word);
    if (nearest) better.set(word, nearest);
  }
  return better.size === 0 ? "" : text.replace(WRITTEN_WORD, (word) => better.get(foldedWord(word)) ?? word);
}

/**
 * Whether no service has the word, its parts or a longer word that begins with it. Parts of three letters prove nothing:
 * „Fürerschein“ is not „für“ and „erschein“.
 * @param {Word} word
 * @param {Vocabulary} vocabulary
 */
function isUnknown({ text, stem, known, joined, forms, parts }, { stems }) {
  const compound = parts.length > 0 && parts.every((part) => part.length >= SHORTEST);
  if (known || compound || joined.length + forms.length > 0) return false;
  return text.length >= SHORTEST && LETTERS.test(text) && ![...stems].some((other) => other.startsWith(stem));
}

/** @param {string} written */
function foldedWord(written) {
  return fold(split(written).join(""));
}

/**
 * How many letters more, less, changed or swapped with their neighbour make one word the other.
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
export function distance(one, other) {
  let [before, last] = [/** @type {number[]} */ ([]), Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let place = 1; place <= other.length; place++) {
      const changed = last[place - 1] + Number(one[row - 1] !== other[place - 1]);
      now[place] = Math.min(changed, last[place] + 1, now[place - 1] + 1);
      const swapped = row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      if (swapped) now[place] = Math.min(now[place], before[place - 2] + 1);
    }
    [before, last] = [last, now];
  }
  return last[other.length];
}
