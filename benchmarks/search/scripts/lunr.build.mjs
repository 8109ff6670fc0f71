// Usage: node lunr.build.mjs DOCUMENTS INDEX. Prints the seconds of the index as JSON.
import { readFileSync, writeFileSync } from "node:fs";
import lunr from "lunr";
import german from "lunr-languages/lunr.de.js";
import stemmerSupport from "lunr-languages/lunr.stemmer.support.js";
import { otherNames } from "./names.mjs";

stemmerSupport(lunr);
german(lunr);

const BOOSTS = { title: 10, synonyms: 8, official_name: 4, summary: 3, body: 1 };
const [source, target] = process.argv.slice(2);
const start = performance.now();
const documents = JSON.parse(readFileSync(source, "utf8"));
const index = lunr(function () {
  this.use(lunr.de);
  this.ref("url");
  for (const [name, boost] of Object.entries(BOOSTS)) this.field(name, { boost });
  for (const document of documents) this.add({ ...document, synonyms: otherNames(document) });
});
const shown = Object.fromEntries(documents.map(({ url, title, summary }) => [url, { title, summary }]));
writeFileSync(target, JSON.stringify({ index, shown }));
console.log(JSON.stringify({ index: (performance.now() - start) / 1000 }));
