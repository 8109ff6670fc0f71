/** What is shown of a document: some columns come with the index, others in files of their own. Twin of `search/rows.py`. */

import { text } from "./packing.mjs";

/**
 * @typedef {object} Row
 * @property {string} url
 * @property {string} title
 * @property {string} summary
 * @property {string} provider
 * @property {string[]} ways
 * @property {string[]} audience
 * @property {string[]} topics
 */
/** @typedef {Record<string, any[]>} Columns by name, a list with an entry per document */

/** @type {Row} */
const NOTHING = { url: "", title: "", summary: "", provider: "", ways: [], audience: [], topics: [] };
const COMMON = ["provider", "ways", "audience", "topics"];
const UMLAUTS = new Map([["ä", "ae"], ["ö", "oe"], ["ü", "ue"], ["ß", "ss"]]);

export class Rows {
  /** @type {Map<number, Columns>} */
  #loaded = new Map();

  /**
   * @param {Uint8Array} inside the columns that came with the index
   * @param {number} chunk how many documents share a file of the others; 0 when there are no others
   * @param {import("./ranking.mjs").Read} read
   */
  constructor(inside, chunk, read) {
    this.inside = columns(inside);
    this.chunk = chunk;
    this.read = read;
  }

  /**
   * Fetch what is missing of these documents.
   * @param {number[]} positions
   */
  async load(positions) {
    const fetched = async (/** @type {number} */ file) => {
      const [packed] = await this.read(`rows-${file}.bin`);
      this.#loaded.set(file, columns(packed));
    };
    await Promise.all(this.#missing(positions).map(fetched));
  }

  /**
   * What is known so far of a document.
   * @param {number} position
   * @returns {Row}
   */
  found(position) {
    const apart = this.chunk ? this.#loaded.get(Math.floor(position / this.chunk)) : undefined;
    return withAddress({ ...NOTHING, ...row(this.inside, position), ...row(apart ?? {}, position % this.chunk) });
  }

  /** @param {number[]} positions */
  #missing(positions) {
    if (!this.chunk) return [];
    return [...new Set(positions.map((one) => Math.floor(one / this.chunk)))].filter((file) => !this.#loaded.has(file));
  }
}

/**
 * The columns by name; `kinds` are what many documents have in common, `kind` says which one a document has.
 * @param {Uint8Array} packed
 * @returns {Columns}
 */
function columns(packed) {
  const { kinds, kind, ...own } = JSON.parse(text(packed));
  if (!kinds) return own;
  const common = COMMON.map((name, place) => [name, kind.map((/** @type {number} */ one) => kinds[one][place])]);
  return { ...own, ...Object.fromEntries(common) };
}

/**
 * @param {Columns} of
 * @param {number} place
 */
function row(of, place) {
  return Object.fromEntries(Object.entries(of).map(([name, column]) => [name, column[place]]));
}

/**
 * The document with the address that follows from its title, unless it has another.
 * @param {Row} found
 * @returns {Row}
 */
function withAddress(found) {
  return found.url ? found : { ...found, url: usualAddress(found.title) };
}

/**
 * „Hund anmelden“ → `/leistungen/hund-anmelden/`.
 * @param {string} title
 */
function usualAddress(title) {
  const spelled = title.toLowerCase().replace(/[äöüß]/g, (letter) => UMLAUTS.get(letter) ?? letter);
  return `/leistungen/${spelled.normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}/`;
}
