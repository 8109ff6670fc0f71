/** The search as promises: starts the worker when it is first needed, and anew after a failure. */

import { whereabouts } from "./pointer.mjs";

/** @typedef {import("./worker.mjs").Answer} Answer */
/** @typedef {import("./answer.mjs").Question} Question */
/** @typedef {import("./worker.mjs").Answered} Results */
/**
 * @typedef {object} Waiting
 * @property {(results: Results) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {(results: Results) => void} completed
 */

const PATIENCE = 8000;

export class SearchClient {
  /** @type {Promise<Worker> | undefined} */
  #worker;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #asked = 0;
  /** @type {Promise<import("./pointer.mjs").Index> | undefined} */
  #index;

  /**
   * @param {string} workerUrl
   * @param {string} indexUrl the pointer to the search files
   * @param {string} [titles] the file beside the index with the titles in the language of the page, where that is not German
   * @param {string} [words] titles and synonyms, where a page has them: what a correction is taken from
   */
  constructor(workerUrl, indexUrl, titles = "", words = "") {
    this.workerUrl = workerUrl;
    this.pointer = new URL(indexUrl, document.baseURI).href;
    this.titles = titles;
    this.words = words;
  }

  /**
   * Start the worker and let it load the search file; later calls wait for the same worker.
   * @returns {Promise<Worker>}
   */
  load() {
    this.#worker ??= this.#start().catch((error) => {
      this.#worker = undefined;
      throw error;
    });
    return this.#worker;
  }

  /**
   * The answer to a question. Rejects when the search cannot be loaded or gives no answer in time; the next call
   * then starts a new worker.
   * @param {Question} question
   * @param {(results: Results) => void} [completed] called where the answer came early, with the whole one
   * @returns {Promise<Results>}
   */
  async query(question, completed = () => {}) {
    const worker = await this.load();
    const id = ++this.#asked;
    /** @type {Promise<Results>} */
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, completed }));
    worker.postMessage({ type: "query", id, ...question });
    return inTime(answer, () => this.#stop(worker, new Error("no answer in time")));
  }

  /** @returns {Promise<Worker>} */
  async #start() {
    const worker = new Worker(this.workerUrl, { type: "module" });
    /** @type {Promise<Worker>} */
    const ready = new Promise((resolve, reject) => {
      const fail = (/** @type {Error} */ error) => reject(this.#stop(worker, error));
      worker.addEventListener("error", () => fail(new Error("the worker failed")));
      worker.addEventListener("message", (/** @type {MessageEvent<Answer>} */ { data }) => {
        if (data.type === "ready") resolve(worker);
        else if (data.type === "failed") fail(new Error(data.reason));
        else this.#answer(data);
      });
    });
    const told = this.#fetched().then((load) => worker.postMessage(load, load.first ? [load.first] : []));
    return inTime(Promise.all([ready, told]).then(() => ready), () => this.#stop(worker, new Error("not loaded in time")));
  }

  /**
   * Where the index is, asked once; before anybody searches, so that the index can be fetched at once.
   * @returns {Promise<import("./pointer.mjs").Index>}
   */
  prepare() {
    this.#index ??= whereabouts(this.pointer).catch((error) => {
      this.#index = undefined;
      throw error;
    });
    return this.#index;
  }

  /**
   * What the worker needs: it is fetched while the worker starts. Files of a build that is gone are left to the worker.
   * @returns {Promise<import("./worker.mjs").Load>}
   */
  async #fetched() {
    const index = await this.prepare();
    const titles = this.#titles(index.folder);
    const response = await fetch(new URL(index.files[0], index.folder)).catch(() => undefined);
    const first = response?.ok ? await response.arrayBuffer().catch(() => undefined) : undefined;
    return { type: "load", index, first, pointer: this.pointer, words: this.words, titles: await titles };
  }

  /**
   * @param {string} folder
   * @returns {Promise<import("./answer.mjs").Titles | undefined>} none where all hits are shown in German
   */
  async #titles(folder) {
    if (!this.titles) return undefined;
    return fetch(new URL(this.titles, folder)).then((response) => response.json()).catch(() => undefined);
  }

  /** @param {Results} results */
  #answer(results) {
    const { id, complete } = results;
    const waiting = this.#waiting.get(id);
    waiting?.resolve(results);
    if (complete) this.#waiting.delete(id);
    else if (waiting) waiting.resolve = waiting.completed;
  }

  /**
   * End this worker and refuse every question that still waits.
   * @param {Worker} worker
   * @param {Error} error
   * @returns {Error}
   */
  #stop(worker, error) {
    worker.terminate();
    this.#worker = this.#index = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    return error;
  }
}

/**
 * The promise, or after eight seconds the error that `giveUp` returns.
 * @template Value
 * @param {Promise<Value>} promise
 * @param {() => Error} giveUp
 * @returns {Promise<Value>}
 */
async function inTime(promise, giveUp) {
  /** @type {number | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(giveUp()), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
