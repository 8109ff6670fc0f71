import MiniSearch from "minisearch";
import { OPTIONS } from "./minisearch.options.mjs";
import { searchPage } from "./page.mjs";

let index;

searchPage({
  async load() {
    const response = await fetch(INDEX);
    index = MiniSearch.loadJSON(await response.text(), OPTIONS);
  },
  async ask(text, limit) {
    return index.search(text).slice(0, limit).map(({ id, title, summary }) => ({ url: id, title, summary }));
  },
});
