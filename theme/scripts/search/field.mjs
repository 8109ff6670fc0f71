/** A search field: what is typed, and when. */

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
 * Call `act` with what is typed, at once; while an answer is under way only the latest text waits.
 * @param {HTMLInputElement} field
 * @param {(text: string) => Promise<void>} act
 */
export function whileTyping(field, act) {
  let [busy, due] = [false, false];
  const answer = async () => {
    busy = true;
    while (due) {
      due = false;
      await act(field.value);
    }
    busy = false;
  };
  field.addEventListener("input", () => {
    due = true;
    if (!busy) answer();
  });
}
