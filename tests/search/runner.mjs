// Answers one question from Python with the modules of the browser: JSON on stdin, JSON on stdout.
import { readFileSync } from "node:fs";
import { stem, terms } from "../../theme/scripts/search/analysis.mjs";
import { answer } from "../../theme/scripts/search/answer.mjs";
import { Vocabulary } from "../../theme/scripts/search/compounds.mjs";
import { distance, WrittenWords } from "../../theme/scripts/search/did-you-mean.mjs";
import { counts, matching } from "../../theme/scripts/search/facets.mjs";
import { forms } from "../../theme/scripts/search/forms.mjs";
import { Marks } from "../../theme/scripts/search/marks.mjs";
import { queryWords } from "../../theme/scripts/search/query.mjs";
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
  hits({ file, queries }) {
    const searchable = open(JSON.parse(readFileSync(file, "utf8")));
    return queries.map((query) => hits(searchable, query).slice(0, 10));
  },
  answers({ file, questions, words }) {
    const searchable = open(JSON.parse(readFileSync(file, "utf8")));
    const written = new WrittenWords(words, searchable.stopwords);
    return questions.map(([text, chosen = {}]) => answer(searchable, { text, chosen, limit: 20 }, written));
  },
  marks({ known, cases }) {
    const vocabulary = new Vocabulary(known);
    return cases.map(([query, text]) => new Marks(query, queryWords(query, new Set(), vocabulary), vocabulary).pieces(text));
  },
  facets: ({ services, choices }) =>
    choices.map((chosen) => [matching(services, chosen).map(({ provider }) => provider), counts(services, chosen)]),
  distances: ({ pairs }) => pairs.map(([one, other]) => distance(one, other)),
};

const question = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(tasks[question.task](question)));
