/** MiniSearch as its documentation advises: boosts, prefixes and typing errors; the fields weigh what ours weigh. */

import { germanTerm } from "./german.mjs";
import { otherNames } from "./names.mjs";

export const OPTIONS = {
  idField: "url",
  fields: ["title", "synonyms", "official_name", "summary", "body"],
  storeFields: ["title", "summary"],
  processTerm: germanTerm,
  extractField: (document, field) => (field === "synonyms" ? otherNames(document) : document[field]),
  searchOptions: { boost: { title: 10, synonyms: 8, official_name: 4, summary: 3 }, prefix: true, fuzzy: 0.2 },
};
