/** Words → terms, with the Snowball German of lunr-languages; it equals Whoosh's. Twin of `search/analysis/`. */

import german from "lunr-languages/lunr.de.js";
import stemmerSupport from "lunr-languages/lunr.stemmer.support.js";
import { words } from "./words.mjs";

/**
 * What the German plugin expects of lunr, and nothing else: its trimmer and its stop words are never registered,
 * and lunr itself stays as it is.
 * @type {{Pipeline: object, generateStopWordFilter: () => void, de?: {stemmer: (word: string) => string}}}
 */
const host = { Pipeline: { registerFunction() {} }, generateStopWordFilter() {} };
stemmerSupport(host);
german(host);

/**
 * The stem of a folded word; what is not all a–z („34c“) stays as it is. Not to be applied twice.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  return host.de && /^[a-z]+$/.test(word) ? host.de.stemmer(word) : word;
}

/**
 * What the index holds of a text: its words, stemmed.
 * @param {string} text
 * @param {ReadonlySet<string>} stopwords
 * @returns {string[]}
 */
export function terms(text, stopwords) {
  return words(text, stopwords).map(stem);
}
