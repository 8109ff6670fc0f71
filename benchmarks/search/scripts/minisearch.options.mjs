/** MiniSearch as its documentation advises: boosts, prefixes and typing errors; the fields weigh what ours weigh. */

import { germanTerm } from "./german.mjs";

export const OPTIONS = {
  idField: "url",
  fields: ["title", "synonyms", "official_name", "summary", "body"],
  storeFields: ["title", "summary"],
  processTerm: germanTerm,
  extractField: (document, field) => (field === "synonyms" ? document.synonyms.join("\n") : document[field]),
  searchOptions: { boost: { title: 10, synonyms: 8, official_name: 4, summary: 3 }, prefix: true, fuzzy: 0.2 },
};
