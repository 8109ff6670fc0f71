/** The short list of hits below a search field. Submitting the form stays plain HTML. */

import { fieldOf, whileTyping } from "./field.mjs";
import { hitLinks } from "./results.mjs";

const LIMIT = 6;

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} container
 * @param {import("./client.mjs").SearchClient} client
 */
export function instantHits(form, container, client) {
  const field = fieldOf(form);
  const close = () => container.replaceChildren();

  whileTyping(field, async (text) => {
    const results = text.trim() ? await client.query(text).catch(() => undefined) : undefined;
    if (text !== field.value) return;
    const all = `${form.action}?${new URLSearchParams({ q: text })}`;
    const shown = results?.total ? [hitLinks(results, container.dataset.root ?? "/", { limit: LIMIT, all })] : [];
    container.replaceChildren(...shown);
  });

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !container.hasChildNodes()) return;
    event.preventDefault();
    field.focus();
    close();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) close();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !form.contains(target)) close();
  });
}
