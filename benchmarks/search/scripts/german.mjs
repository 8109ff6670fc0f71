/** The German of lunr-languages for an engine that brings none: stemmer and stop words. */

import german from "lunr-languages/lunr.de.js";
import stemmerSupport from "lunr-languages/lunr.stemmer.support.js";

const stopwords = new Set();
const host = {
  Pipeline: { registerFunction() {} },
  generateStopWordFilter: (words) => words.forEach((word) => stopwords.add(word)),
};
stemmerSupport(host);
german(host);

/** @param {string} word @returns {string | null} null for a word to be left out */
export function germanTerm(word) {
  const lower = word.toLowerCase();
  return stopwords.has(lower) ? null : host.de.stemmer(lower);
}
