/** A form of another server opens inside the page once somebody asks for it; before that, nothing of it is loaded. */

export function offerEmbeddedForms() {
  for (const place of document.querySelectorAll("[data-embedded-form]")) {
    place.querySelector("button")?.addEventListener("click", () => toggle(place));
    place.removeAttribute("hidden");
  }
}

/**
 * The first click loads the form; after that it is hidden and shown with what was written into it.
 * @param {Element} place
 */
function toggle(place) {
  const frame = place.querySelector("iframe");
  if (frame) frame.hidden = !frame.hidden;
  else place.append(place.querySelector("template")?.content.cloneNode(true) ?? "");
  place.querySelector("button")?.setAttribute("aria-expanded", String(!frame?.hidden));
}
