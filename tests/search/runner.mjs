// Answers one question from Python with the modules of the browser: JSON on stdin, JSON on stdout.
import { readFileSync } from "node:fs";
import { sentence } from "../../theme/components/opening-hours/opening-hours.mjs";
import { stem, terms } from "../../theme/scripts/search/analysis.mjs";
import { Vocabulary } from "../../theme/scripts/search/compounds.mjs";
import { forms } from "../../theme/scripts/search/forms.mjs";
import { hits, open } from "../../theme/scripts/search/ranking.mjs";

const tasks = {
  stems: ({ words }) => words.map(stem),
  forms: ({ words }) => words.map(forms),
  terms: ({ texts, stopwords }) => texts.map((text) => terms(text, new Set(stopwords))),
  parts({ known, words }) {
    const vocabulary = new Vocabulary(known);
    return words.map((word) => [vocabulary.parts(word), vocabulary.rest(word)]);
  },
  kin({ known, words }) {
    const vocabulary = new Vocabulary(known);
    return words.map((word) => vocabulary.kin(word));
  },
  opening: ({ words, moments }) => moments.map((moment) => sentence(words, new Date(moment))),
  hits({ file, queries }) {
    const searchable = open(JSON.parse(readFileSync(file, "utf8")));
    return queries.map((query) => hits(searchable, query).slice(0, 10));
  },
};

const question = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(tasks[question.task](question)));
