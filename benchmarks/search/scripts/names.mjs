/**
 * The field `synonyms` of every engine: titles in other languages, and the words of the people.
 * @param {{other_titles: string[], synonyms: string[]}} document
 * @returns {string}
 */
export function otherNames({ other_titles, synonyms }) {
  return [...other_titles, ...synonyms].join("\n");
}
