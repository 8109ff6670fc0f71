// Usage: node minisearch.build.mjs DOCUMENTS INDEX. Prints the seconds of the index as JSON.
import { readFileSync, writeFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { OPTIONS } from "./minisearch.options.mjs";

const [documents, target] = process.argv.slice(2);
const start = performance.now();
const index = new MiniSearch(OPTIONS);
index.addAll(JSON.parse(readFileSync(documents, "utf8")));
writeFileSync(target, JSON.stringify(index));
console.log(JSON.stringify({ index: (performance.now() - start) / 1000 }));
