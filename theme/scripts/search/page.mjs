/** The search page: the address and the results follow what is typed and chosen. */

import { gettext, ngettext } from "../texts.mjs";
import { fieldOf, whileTyping } from "./field.mjs";
import { didYouMean, helpFrom, showNearest } from "./help.mjs";
import { resultList } from "./results.mjs";

/** @typedef {import("./worker.mjs").Answered} Results */
/** @typedef {import("./client.mjs").SearchClient} SearchClient */
/** @typedef {import("./facets.mjs").Chosen} Chosen */
/** @typedef {import("./filters.mjs").Filters} Filters */

const LIMIT = 20;
const LONGEST = 120;
const PAUSE = 300;
const OURS = ["q", "fuer", "thema", "nur", "zustaendig"];

export class SearchPage {
  #text = "";
  #asked = 0;
  #committed = "";
  /** @type {number | undefined} */
  #settling;

  /**
   * @param {HTMLFormElement[]} forms
   * @param {HTMLElement} container
   * @param {Filters} filters
   * @param {SearchClient} client
   */
  constructor(forms, container, filters, client) {
    this.forms = forms;
    this.container = container;
    this.filters = filters;
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
        this.#typed(fieldOf(form).value);
        this.#settle();
        this.#commit();
      });
    }
    this.container.addEventListener("click", () => this.#settle());
    this.filters.start(() => this.#chose());
    addEventListener("popstate", () => this.#fromAddress());
    this.#fromAddress();
  }

  #fromAddress() {
    clearTimeout(this.#settling);
    const address = new URLSearchParams(location.search);
    this.#committed = location.search;
    this.filters.choose(address);
    const text = (address.get("q") ?? "").slice(0, LONGEST);
    for (const form of this.forms) fieldOf(form).value = text;
    this.show(text);
  }

  /**
   * The address follows after a pause: browsers allow only so many changes of it.
   * @param {string} text
   * @returns {Promise<void>} when the results are shown
   */
  #typed(text) {
    if (!text.trim()) this.filters.choose(new URLSearchParams());
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), PAUSE);
    return this.show(text);
  }

  #settle() {
    clearTimeout(this.#settling);
    history.replaceState(null, "", this.#address());
  }

  #chose() {
    this.#commit();
    this.#settle();
    this.#commit();
    this.show(this.#text);
  }

  /** Typing has replaced the entry of the last search; it gets its entry back before the new one follows. */
  #commit() {
    const address = location.search;
    if (address === this.#committed) return;
    history.replaceState(null, "", this.#committed || location.pathname);
    history.pushState(null, "", address || location.pathname);
    this.#committed = address;
  }

  /** @returns {string} */
  #address() {
    return addressOf(this.#text, this.filters.chosen) || location.pathname;
  }

  /**
   * Show the hits for a text; for an empty one, the page as it was delivered.
   * @param {string} text
   */
  async show(text) {
    this.#text = text;
    const asked = ++this.#asked;
    if (!text.trim()) return this.#showEverything();
    try {
      const question = { text, limit: LIMIT, chosen: this.filters.chosen };
      const results = await this.client.query(question, (whole) => this.#complete(asked, whole));
      if (asked === this.#asked) this.#showResults(results);
    } catch {
      if (asked === this.#asked) this.#showFailure();
    }
  }

  /**
   * The whole answer; nothing is replaced while somebody is on it.
   * @param {number} asked
   * @param {Results} results
   */
  #complete(asked, results) {
    if (asked === this.#asked && !this.container.contains(document.activeElement)) this.#showResults(results);
  }

  #showEverything() {
    this.filters.hide();
    this.#render([], "", { withList: true });
  }

  /** @param {Results} results */
  #showResults(results) {
    const { text, suggestion, all, complete } = results;
    if (all > 0 && complete) this.filters.show(results.facets);
    else this.filters.hide();
    const proposal = suggestion ? [didYouMean(suggestion)] : [];
    const elsewhere = all > 0 ? [helpFrom("search-elsewhere", text)] : [];
    this.#render([...proposal, this.#content(results), ...elsewhere], announcement(results));
    this.#on("[data-reset]", () => this.filters.reset());
  }

  /**
   * @param {Results} results
   * @returns {Node}
   */
  #content({ text, hits, all, nearest }) {
    if (hits.length > 0) return resultList(hits, this.root, this.labels);
    const help = helpFrom(all > 0 ? "search-filtered" : "search-empty", text);
    showNearest(help, nearest, this.root);
    return help;
  }

  #showFailure() {
    this.filters.hide();
    this.#render([helpFrom("search-failed", this.#text)], gettext("Die Suche ist gerade nicht erreichbar."), { withList: true });
    this.#on("[data-retry]", () => {
      fieldOf(this.forms[0]).focus();
      this.show(this.#text);
    });
  }

  /**
   * @param {string} selector of a button among the results
   * @param {() => void} act
   */
  #on(selector, act) {
    this.container.querySelector(selector)?.addEventListener("click", act);
  }

  /**
   * @param {Node[]} content
   * @param {string} status
   * @param {{withList?: boolean}} [options] the list of all services stays below
   */
  #render(content, status, { withList = false } = {}) {
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
 * @param {Chosen} chosen
 * @returns {string} empty where there is nothing to search for
 */
function addressOf(text, chosen) {
  const asked = new URLSearchParams(location.search);
  for (const name of OURS) asked.delete(name);
  const values = Object.entries(chosen).flatMap(([name, values]) => values.map((value) => [name, value]));
  for (const [name, value] of text ? [["q", text], ...values] : []) asked.append(name, value);
  return String(asked) && `?${asked}`;
}

/**
 * @param {Results} results
 * @returns {string}
 */
function announcement({ text, hits, total, all, complete }) {
  if (!complete) return gettext("Die ersten Treffer sind da, weitere folgen.");
  if (all === 0) return gettext("Keine Treffer für „%(text)s“", { text });
  const number = total < all ? ofAll(total, all, text) : inAll(total, text);
  const shown = hits.length;
  return shown < total ? number + gettext(", hier die %(shown)s besten", { shown }) : number;
}

/**
 * @param {number} total
 * @param {number} all
 * @param {string} text
 */
function ofAll(total, all, text) {
  return gettext("%(total)s von %(all)s Treffern für „%(text)s“", { total, all, text });
}

/**
 * @param {number} total
 * @param {string} text
 */
function inAll(total, text) {
  return ngettext("%(count)s Treffer für „%(text)s“", "%(count)s Treffer für „%(text)s“", total, { text });
}
