/** Text → folded words. The rules and their reasons stand in `search/analysis/`; this is their twin. */

const UNSEEN = /[\p{M}\p{Cf}]/gu;
const GENDER_FORM = /([\p{L}\p{N}]{3})(?:[*:_·]|\/-?|\()in(?:nen)?(?![\p{L}\p{N}])/gu;
const WORD = /(?:(?![\u{10000}-\u{10FFFF}])[\p{L}\p{N}])+/gu;
const DIGRAPH = /aeu|[aeiouyäöüq]u|ae|oe|ue/g;

/** @type {Map<string, string>} */
const FOLDED = new Map([["aeu", "au"], ["ae", "a"], ["oe", "o"], ["ue", "u"]]);

/**
 * The words of a text: NFC, lower case, without gender endings; everything but letters and digits separates.
 * @param {string} text
 * @returns {string[]}
 */
export function split(text) {
  const visible = text.normalize("NFC").toLowerCase().replace(UNSEEN, "");
  return visible.replace(GENDER_FORM, "$1").match(WORD) ?? [];
}

/**
 * A lower-case word without umlauts, ß and accents: „führer“ and „fuehrer“ → „fuhrer“.
 * @param {string} word
 * @returns {string}
 */
export function fold(word) {
  const spelled = word.replaceAll("ß", "ss").replace(DIGRAPH, (found) => FOLDED.get(found) ?? found);
  return spelled.normalize("NFD").replace(UNSEEN, "");
}

/**
 * The folded words of a text in their order, without stop words.
 * @param {string} text
 * @param {ReadonlySet<string>} stopwords
 * @returns {string[]}
 */
export function words(text, stopwords) {
  return split(text).map(fold).filter((word) => !stopwords.has(word));
}
