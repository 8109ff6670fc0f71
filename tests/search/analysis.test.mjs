// The JavaScript analysis gives the terms of tests/cases/analysis, which Python gives too.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { terms } from "../../theme/scripts/search/analysis.mjs";
import { fold, split } from "../../theme/scripts/search/words.mjs";

const cases = new URL("../cases/analysis/", import.meta.url);
const list = readFileSync(new URL("../../search/analysis/words/stopwords.txt", import.meta.url), "utf8");
const stopwords = new Set(list.split("\n").filter((line) => !line.startsWith("#")).flatMap(split).map(fold));

const unescaped = (text) => text.replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

for (const name of readdirSync(cases).sort()) {
  const lines = readFileSync(new URL(name, cases), "utf8").split("\n");
  for (const line of lines.filter((one) => one && !one.startsWith("#"))) {
    const [input, expected] = line.split(" →");
    test(`${name}: ${line}`, () => assert.equal(terms(unescaped(input), stopwords).join(" "), expected.trim()));
  }
}
