// Answers one question from Python with the modules of the browser: JSON on stdin, JSON on stdout.
import { readFileSync } from "node:fs";
import { stem, terms } from "../../theme/scripts/search/analysis.mjs";
import { hits, open, queryTerms } from "../../theme/scripts/search/query.mjs";

const tasks = {
  stems: ({ words }) => words.map(stem),
  terms: ({ texts, stopwords }) => texts.map((text) => terms(text, new Set(stopwords))),
  hits({ file, queries }) {
    const { index, stopwords } = open(JSON.parse(readFileSync(file, "utf8")));
    return queries.map((query) => hits(index, queryTerms(query, stopwords)).slice(0, 10));
  },
};

const question = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(tasks[question.task](question)));
