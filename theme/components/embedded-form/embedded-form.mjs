/** A form of another server opens inside the page once somebody asks for it; before that, nothing of it is loaded. */

export function offerEmbeddedForms() {
  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll("[data-embedded-form]");
  for (const place of places) {
    const button = place.querySelector("button");
    button?.addEventListener("click", () => button.setAttribute("aria-expanded", String(toggled(place))));
    place.hidden = false;
  }
}

/**
 * The first click loads the form; after that it is hidden and shown with what was written into it.
 * @param {HTMLElement} place
 * @returns {boolean} whether it is shown now
 */
function toggled(place) {
  const frame = place.querySelector("iframe");
  if (!frame) return loaded(place);
  frame.hidden = !frame.hidden;
  return !frame.hidden;
}

/** @param {HTMLElement} place */
function loaded(place) {
  const frame = place.querySelector("template")?.content.querySelector("iframe")?.cloneNode();
  if (!(frame instanceof HTMLIFrameElement)) return false;
  frame.src = place.dataset.embeddedForm ?? "";
  place.append(frame);
  return true;
}
