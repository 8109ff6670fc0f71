/**
 * Suggestions below a search field: the editable combobox of the WAI-ARIA Authoring Practices with a list that one
 * chooses from by hand. Submitting the form stays plain HTML.
 */

import { fieldOf, whileTyping } from "./field.mjs";
import { gettext, ngettext } from "../texts.mjs";
import { addressOf, element, titled } from "./results.mjs";

/** @typedef {import("./client.mjs").SearchClient} SearchClient */
/** @typedef {import("./answer.mjs").Found} Found */
/** @typedef {import("./worker.mjs").Answered} Results */

const LIMIT = 6;
const SPEAK_AFTER = 700;

export class Combobox {
  /** @type {HTMLLIElement[]} */
  #options = [];
  #active = -1;
  #asked = 0;
  /** @type {number | undefined} */
  #speaking;

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} container where the list goes
   * @param {SearchClient} client
   */
  constructor(form, container, client) {
    this.form = form;
    this.field = fieldOf(form);
    this.client = client;
    this.root = container.dataset.root ?? "/";
    this.list = element("ul", "suggestions");
    this.status = element("p", "kern-sr-only");
    container.append(this.list, this.status);
  }

  /** Tell assistive technology what the field is, and listen. */
  start() {
    this.#describe();
    whileTyping(this.field, () => this.#suggest());
    this.field.addEventListener("input", () => this.#activate(-1));
    this.field.addEventListener("keydown", (event) => this.#pressed(event));
    this.field.addEventListener("blur", () => this.#close());
    this.form.addEventListener("submit", () => this.#close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.#clicked(event));
    this.list.addEventListener("auxclick", (event) => this.#clicked(event));
  }

  /** A search field that a script turns into a combobox is a text field, because Escape then does what we say. */
  #describe() {
    this.list.id = `${this.field.id}-vorschlaege`;
    this.list.hidden = true;
    setAttributes(this.list, { role: "listbox", "aria-label": gettext("Vorschläge") });
    setAttributes(this.status, { role: "status" });
    setAttributes(this.field, {
      type: "text",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      "aria-expanded": "false",
      "aria-haspopup": "listbox",
    });
  }

  async #suggest() {
    const text = this.field.value;
    const asked = ++this.#asked;
    const show = (/** @type {Results | undefined} */ results) => {
      if (asked !== this.#asked || text !== this.field.value || document.activeElement !== this.field) return;
      this.#show(results?.hits ?? []);
      this.#say(results ? spoken(results.hits.length) : "");
    };
    if (!text.trim()) return show(undefined);
    const question = { text, limit: LIMIT, chosen: {} };
    await this.client.query(question, show).then(show, () => show(undefined));
  }

  /**
   * What was already gone to with the arrows stays the active option when the list comes anew.
   * @param {Found[]} hits
   */
  #show(hits) {
    const active = this.#options[this.#active];
    this.#activate(-1);
    this.#options = hits.map((hit) => this.#option(titled(hit), addressOf(hit, this.root)));
    if (hits.length > 0) this.#options.push(this.#option(gettext("Alle Treffer anzeigen")));
    this.#options.forEach((option, place) => (option.id = `${this.list.id}-${place + 1}`));
    this.list.replaceChildren(...this.#options);
    this.#open();
    if (active) this.#activate(this.#options.findIndex(({ dataset }) => dataset.address === active.dataset.address));
  }

  /**
   * @param {string | Node} text
   * @param {string} [address] none for the option that submits the form
   */
  #option(text, address) {
    const option = element("li", "suggestions__option", text);
    setAttributes(option, { role: "option", "aria-selected": "false" });
    if (address) option.dataset.address = address;
    return option;
  }

  #open() {
    const open = this.#options.length > 0;
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
  }

  /** An answer that is still on its way does not open the list again. */
  #close() {
    this.#asked++;
    this.#activate(-1);
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.#say("");
  }

  /** @param {number} place of the option; -1 for none, the field itself */
  #activate(place) {
    this.#options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = place;
    const option = this.#options[place];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.isComposing) return;
    const { key, altKey } = event;
    const act = altKey ? this.#withAlt(key) : this.#alone(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /**
   * @param {string} key
   * @returns {(() => void) | undefined}
   */
  #withAlt(key) {
    if (key === "ArrowDown") return () => this.#open();
    return key === "ArrowUp" ? () => this.#close() : undefined;
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {(() => void) | undefined}
   */
  #alone(event) {
    const option = this.#options[this.#active];
    switch (event.key) {
      case "ArrowDown":
        return () => this.#move(1);
      case "ArrowUp":
        return () => this.#move(-1);
      case "Enter":
        return option && (() => this.#choose(option, event.ctrlKey || event.metaKey));
      case "Escape":
        return () => this.#escape();
      case "Home":
      case "End":
      case "ArrowLeft":
      case "ArrowRight":
        this.#activate(-1);
    }
  }

  /**
   * Past the last option comes the field itself, then the first again.
   * @param {1 | -1} step
   */
  #move(step) {
    if (this.list.hidden) this.#open();
    const stops = this.#options.length + 1;
    this.#activate(((this.#active + 1 + step + stops) % stops) - 1);
  }

  #escape() {
    if (!this.list.hidden) return this.#close();
    this.field.value = "";
    this.#options = [];
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const option = event.target instanceof Element ? event.target.closest("li") : null;
    if (!option || event.button > 1) return;
    this.#choose(option, event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1);
  }

  /**
   * @param {HTMLLIElement} option
   * @param {boolean} elsewhere in a new tab, as with a link
   */
  #choose({ dataset: { address } }, elsewhere) {
    if (!address) this.form.requestSubmit();
    else if (elsewhere) open(address, "_blank", "noopener");
    else location.assign(address);
  }

  /**
   * After a pause, so that a screen reader is not interrupted by every letter.
   * @param {string} text
   */
  #say(text) {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => (this.status.textContent = text), text ? SPEAK_AFTER : 0);
  }
}

/** @param {number} count */
function spoken(count) {
  if (count === 0) return gettext("Keine Vorschläge");
  return ngettext(
    "%(count)s Vorschlag, mit den Pfeiltasten auswählen",
    "%(count)s Vorschläge, mit den Pfeiltasten auswählen",
    count,
  );
}

/**
 * @param {Element} element
 * @param {Record<string, string>} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
