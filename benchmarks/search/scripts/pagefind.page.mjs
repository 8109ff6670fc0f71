import { searchPage } from "./page.mjs";

const SHOWN = 5; // as many as the documentation of Pagefind loads
let pagefind;

searchPage(
  {
    async load() {
      pagefind = await import(INDEX);
      await pagefind.options({ baseUrl: "/" });
      await pagefind.init();
    },
    async ask(text, limit) {
      const search = await pagefind.search(text);
      const hits = await Promise.all(search.results.slice(0, limit).map((result) => result.data()));
      return hits.map(({ url, meta, excerpt }) => ({ url, title: meta.title, summary: excerpt }));
    },
  },
  SHOWN,
);
