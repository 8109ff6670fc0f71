/** The page all other engines share: fetched on focus, asked at every keystroke, the hits as a list of links. */

/** @typedef {{url: string, title: string, summary: string}} Hit */
/**
 * @typedef {object} Engine
 * @property {() => Promise<void>} load fetch what is needed to answer; called once
 * @property {(text: string, limit: number) => Promise<Hit[]>} ask
 */

/**
 * @param {Engine} engine
 * @param {number} shown how many hits the list has
 */
export function searchPage({ load, ask }, shown = 10) {
  const field = document.querySelector("input");
  const list = document.getElementById("search-results");
  /** @type {Promise<void> | undefined} */
  let loaded;
  const ready = () => (loaded ??= load());

  field.addEventListener("focus", ready);
  field.addEventListener("input", async () => {
    const text = field.value;
    await ready();
    const hits = await ask(text, shown);
    if (text === field.value) list.replaceChildren(...hits.map(entry));
  });
  globalThis.ranked = async (text) => {
    await ready();
    return (await ask(text, 10)).map((hit) => hit.url);
  };
}

/** @param {Hit} hit */
function entry({ url, title, summary }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = title;
  const text = document.createElement("p");
  text.textContent = summary;
  item.append(link, text);
  return item;
}
