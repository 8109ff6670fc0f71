import lunr from "lunr";
import german from "lunr-languages/lunr.de.js";
import stemmerSupport from "lunr-languages/lunr.stemmer.support.js";
import { searchPage } from "./page.mjs";

stemmerSupport(lunr);
german(lunr);

let index;
let shown;

searchPage({
  async load() {
    const response = await fetch(INDEX);
    const file = await response.json();
    index = lunr.Index.load(file.index);
    shown = file.shown;
  },
  async ask(text, limit) {
    return found(text).slice(0, limit).map(({ ref }) => ({ url: ref, ...shown[ref] }));
  },
});

/** What lunr finds; nothing for a text its query language refuses („a:b“). */
function found(text) {
  try {
    return index.search(text);
  } catch (error) {
    if (error instanceof lunr.QueryParseError) return [];
    throw error;
  }
}
