/** What scripts say, in the language of the page: German stands in the code, other words come with the page. */

/** @type {Map<string, string | string[]> | undefined} */
let known;

/**
 * The words for a German sentence, with values in place of `%(name)s`.
 * @param {string} german
 * @param {Record<string, unknown>} [values]
 * @returns {string}
 */
export function gettext(german, values = {}) {
  return filled(String(words().get(german) ?? german), values);
}

/**
 * The words for one or for many things.
 * @param {string} one
 * @param {string} many
 * @param {number} count
 * @param {Record<string, unknown>} [values]
 * @returns {string}
 */
export function ngettext(one, many, count, values = {}) {
  const [single, plural] = words().get(one) ?? [one, many];
  return filled(count === 1 ? single : plural, { count, ...values });
}

/** @returns {Map<string, string | string[]>} none on a German page */
function words() {
  return (known ??= new Map(Object.entries(JSON.parse(delivered() ?? "{}"))));
}

/** Data lies in a template, not in a script: the policy of the page allows no inline script. */
function delivered() {
  const place = document.getElementById("texts");
  return place instanceof HTMLTemplateElement ? place.content.textContent : undefined;
}

/**
 * @param {string} text
 * @param {Record<string, unknown>} values
 */
function filled(text, values) {
  return text.replace(/%\((\w+)\)s/g, (_, name) => String(values[name]));
}
