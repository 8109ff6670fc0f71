/** The search page: `?q=` and the results under it follow what is typed. */

import { fieldOf, whileTyping } from "./field.mjs";
import { resultList } from "./results.mjs";

/** @typedef {import("./client.mjs").SearchClient} SearchClient */
/** @typedef {import("./worker.mjs").Results} Results */

export class SearchPage {
  #text = "";
  #committed = "";

  /**
   * @param {HTMLFormElement[]} forms
   * @param {HTMLElement} container
   * @param {SearchClient} client
   */
  constructor(forms, container, client) {
    this.forms = forms;
    this.container = container;
    this.client = client;
    this.root = container.dataset.root ?? "/";
    this.labels = JSON.parse(container.dataset.labels ?? "{}");
  }

  /** Show what the address asks for, and listen. */
  start() {
    for (const form of this.forms) {
      whileTyping(fieldOf(form), (text) => this.#typed(text));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.#submitted(fieldOf(form).value);
      });
    }
    addEventListener("popstate", () => this.#fromAddress());
    this.#fromAddress();
  }

  #fromAddress() {
    const text = new URLSearchParams(location.search).get("q") ?? "";
    this.#committed = text;
    for (const form of this.forms) fieldOf(form).value = text;
    this.show(text);
  }

  /** @param {string} text */
  #typed(text) {
    this.show(text);
    history.replaceState(null, "", addressOf(text));
  }

  /**
   * Typing has replaced the entry of the last submitted text; it gets its entry back before the new one follows.
   * @param {string} text
   */
  #submitted(text) {
    if (text !== this.#committed) {
      history.replaceState(null, "", addressOf(this.#committed));
      history.pushState(null, "", addressOf(text));
      this.#committed = text;
    }
    this.show(text);
  }

  /**
   * Show the hits for a text; for an empty one, the page as it was delivered.
   * @param {string} text
   */
  async show(text) {
    this.#text = text;
    if (!text.trim()) return this.#render([], "");
    try {
      const results = await this.client.query(text);
      if (text === this.#text) this.#showResults(results);
    } catch {
      if (text === this.#text) this.#showFailure();
    }
  }

  /** @param {Results} results */
  #showResults(results) {
    const found = results.total > 0;
    const content = found ? resultList(results, this.root, this.labels) : contentOf("search-empty");
    this.#render([content], announcement(results));
  }

  #showFailure() {
    this.#render([contentOf("search-failed")], "Die Suche ist gerade nicht erreichbar.", { withList: true });
    const again = this.container.querySelector("[data-retry]");
    again?.addEventListener("click", () => {
      fieldOf(this.forms[0]).focus();
      this.show(this.#text);
    });
  }

  /**
   * @param {Node[]} content
   * @param {string} status
   * @param {{withList?: boolean}} [options] the list of all services stays below
   */
  #render(content, status, { withList = content.length === 0 } = {}) {
    this.container.replaceChildren(...content);
    const everything = document.getElementById("search-static");
    if (everything) everything.hidden = !withList;
    const line = document.getElementById("search-status");
    if (line) line.textContent = status;
  }
}

/**
 * The address of the page with this text; what else it asks for stays.
 * @param {string} text
 * @returns {string}
 */
function addressOf(text) {
  const asked = new URLSearchParams(location.search);
  if (text) asked.set("q", text);
  else asked.delete("q");
  return String(asked) ? `?${asked}` : location.pathname;
}

/**
 * @param {string} id
 * @returns {Node}
 */
function contentOf(id) {
  const template = document.getElementById(id);
  return template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : document.createTextNode("");
}

/**
 * @param {Results} results
 * @returns {string}
 */
function announcement({ total, hits, text }) {
  if (total === 0) return `Keine Treffer für „${text}“`;
  const count = total === 1 ? "1 Treffer" : `${total} Treffer`;
  return hits.length < total ? `${count} für „${text}“, hier die ${hits.length} besten` : `${count} für „${text}“`;
}
