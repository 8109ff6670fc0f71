/** Other forms of a typed word that the stemmer does not lead to the same stem. Twin of `search/analysis/forms.py`. */

import { stem } from "./analysis.mjs";

const SUFFIXES = ["ung", "heit", "keit", "isch", "lich", "end"];
const PREFIX = "ab|an|auf|aus|bei|durch|ein|fest|frei|her|hin|los|mit|nach|um|vor|weg|weiter|wieder|zu|zuruck|";
const PARTICIPLE = new RegExp(`^(${PREFIX})ge([a-z]{3,}?)(?:e?t|e?n)(?:e[mnrs]?)?$`);

/**
 * Stems that a folded word may also stand for; whoever asks keeps those that exist.
 * @param {string} word
 * @returns {string[]}
 */
export function forms(word) {
  const found = PARTICIPLE.exec(word);
  return [...halfTyped(word), ...(found ? [stem(`${found[1]}${found[2]}en`)] : [])];
}

/**
 * „anmeldun“ and „anmeldu“ → „anmeld“, because „anmeldung“ is on its way.
 * @param {string} word
 * @returns {string[]}
 */
function halfTyped(word) {
  const found = [];
  for (const suffix of SUFFIXES) {
    for (let typed = 1; typed < suffix.length; typed++) {
      if (word.endsWith(suffix.slice(0, typed))) found.push(stem(word + suffix.slice(typed)));
    }
  }
  return found;
}
