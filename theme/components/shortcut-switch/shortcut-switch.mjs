/**
 * The key `/` can be switched off (WCAG 2.1.4). The choice is kept in this browser, and only once somebody made it.
 */

const KEY = "fundstelle-slash";

/** True unless somebody switched the key off in this browser. */
export function slashIsOn() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** Show the switch where a page has one. */
export function offerShortcutSwitch() {
  for (const place of document.querySelectorAll("[data-shortcut-switch]")) {
    const box = place.querySelector("input");
    if (!(box instanceof HTMLInputElement)) continue;
    box.checked = slashIsOn();
    box.addEventListener("change", () => keep(box.checked));
    place.removeAttribute("hidden");
  }
}

/** @param {boolean} on */
function keep(on) {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // A browser without storage keeps the key as it is.
  }
}
