/** The facets of the search page: what is chosen, and how many hits each choice has. */

import { gettext } from "../texts.mjs";

/** @typedef {import("./facets.mjs").Chosen} Chosen */
/** @typedef {import("./facets.mjs").Counts} Counts */

const SHOWN = 8;
const ROOM_BESIDE = "(min-width: 64rem)";

export class Filters {
  /** @type {Counts} */
  #counts = {};

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.boxes = Array.from(form.querySelectorAll("input"));
    this.groups = Array.from(form.querySelectorAll("fieldset"));
  }

  /**
   * Listen; a choice made or taken back calls `changed`.
   * @param {() => void} changed
   */
  start(changed) {
    const details = this.form.querySelector("details");
    if (details) details.open = matchMedia(ROOM_BESIDE).matches;
    this.form.addEventListener("change", changed);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => {
      details?.querySelector("summary")?.focus();
      setTimeout(changed);
    });
    for (const button of this.form.querySelectorAll("[data-more]")) {
      button.addEventListener("click", () => {
        button.setAttribute("aria-expanded", String(!isExpanded(button)));
        this.show(this.#counts);
      });
    }
  }

  /** @returns {Chosen} */
  get chosen() {
    /** @type {Chosen} */
    const chosen = {};
    for (const { name, value, checked } of this.boxes) {
      if (checked && value) chosen[name] = [...(chosen[name] ?? []), value];
    }
    return chosen;
  }

  /**
   * Choose what an address says; values that no box has are ignored.
   * @param {URLSearchParams} address
   */
  choose(address) {
    for (const box of this.boxes) box.checked = box.value === "" || address.getAll(box.name).includes(box.value);
  }

  reset() {
    this.form.reset();
  }

  hide() {
    this.form.hidden = true;
  }

  /** @param {Counts} counts */
  show(counts) {
    this.#counts = counts;
    this.form.hidden = false;
    for (const group of this.groups) showGroup(group, counts[group.dataset.facet ?? ""] ?? []);
    const chosen = Object.values(this.chosen).flat().length;
    const [active, back] = [this.form.querySelector("[data-active]"), this.form.querySelector("[type=reset]")];
    if (active) active.textContent = chosen ? gettext("(%(count)s gewählt)", { count: chosen }) : "";
    back?.toggleAttribute("hidden", chosen === 0);
  }
}

/**
 * Show the choices that hits have, of many only the first; what is chosen stays in sight.
 * @param {HTMLFieldSetElement} group
 * @param {Counts[string]} counts
 */
function showGroup(group, counts) {
  const more = group.querySelector("[data-more]");
  const byValue = new Map(counts);
  const options = Array.from(group.querySelectorAll("label"), optionOf).filter(({ box }) => box.value);
  const found = options.filter(({ box }) => box.checked || byValue.has(box.value));
  if (more && !group.contains(document.activeElement)) rank(found, [...byValue.keys()], more);
  const first = more && !isExpanded(more) ? [...byValue.keys()].slice(0, SHOWN) : [...byValue.keys()];
  for (const { label, box, count } of options) {
    label.hidden = !box.checked && !first.includes(box.value);
    if (count) count.textContent = `(${byValue.get(box.value) ?? 0})`;
  }
  group.hidden = found.length === 0;
  more?.toggleAttribute("hidden", found.length <= SHOWN);
  if (more) more.textContent = isExpanded(more) ? gettext("Weniger anzeigen") : gettext("Alle %(count)s anzeigen", { count: found.length });
}

/** @typedef {{label: HTMLLabelElement, box: HTMLInputElement, count: Element | null}} Option */

/**
 * @param {HTMLLabelElement} label
 * @returns {Option}
 */
function optionOf(label) {
  const box = label.control;
  if (!(box instanceof HTMLInputElement)) throw new Error("a choice needs a box");
  return { label, box, count: label.querySelector("[data-count]") };
}

/**
 * Most frequent first.
 * @param {Option[]} options
 * @param {string[]} values
 * @param {Element} end what the options stand before
 */
function rank(options, values, end) {
  const places = new Map(values.map((value, place) => [value, place]));
  const ranked = [...options].sort((one, other) => (places.get(one.box.value) ?? 0) - (places.get(other.box.value) ?? 0));
  end.before(...ranked.map(({ label }) => label));
}

/** @param {Element} button */
function isExpanded(button) {
  return button.getAttribute("aria-expanded") === "true";
}
