/** A search field: what is typed, and when. */

const PAUSE = 80;

/**
 * The search field of a search form.
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement}
 */
export function fieldOf(form) {
  const field = form.elements.namedItem("q");
  if (!(field instanceof HTMLInputElement)) throw new Error("a search form needs a field named q");
  return field;
}

/**
 * Call `act` with the typed text after a short pause in typing.
 * @param {HTMLInputElement} field
 * @param {(text: string) => void} act
 */
export function whileTyping(field, act) {
  /** @type {number | undefined} */
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => act(field.value), PAUSE);
  });
}
