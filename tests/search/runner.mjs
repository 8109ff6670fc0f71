// Answers one question from Python with the modules of the browser: JSON on stdin, JSON on stdout.
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { sentence } from "../../theme/components/opening-hours/opening-hours.mjs";
import { stem, terms } from "../../theme/scripts/search/analysis.mjs";
import { answer } from "../../theme/scripts/search/answer.mjs";
import { Vocabulary } from "../../theme/scripts/search/compounds.mjs";
import { distance, WrittenWords } from "../../theme/scripts/search/did-you-mean.mjs";
import { counts, matching } from "../../theme/scripts/search/facets.mjs";
import { forms } from "../../theme/scripts/search/forms.mjs";
import { Marks } from "../../theme/scripts/search/marks.mjs";
import { columns } from "../../theme/scripts/search/packing.mjs";
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
  opening: ({ words, moments }) => moments.map((moment) => sentence(words, new Date(moment))),
  async hits({ folder, queries, today }) {
    const searchable = await open(reading(folder));
    return inTurn(queries, async (query) => (await hits(searchable, query, today)).slice(0, 10));
  },
  async rows({ folder, positions }) {
    const { rows } = await open(reading(folder));
    await rows.load(positions);
    return positions.map((position) => rows.found(position));
  },
  async answers({ folder, questions, words }) {
    const searchable = await open(reading(folder));
    const written = new WrittenWords(words, searchable.stopwords);
    return inTurn(questions, ([text, chosen = {}]) => answer(searchable, { text, chosen, limit: 20 }, written));
  },
  marks({ known, cases }) {
    const vocabulary = new Vocabulary(known);
    return cases.map(([query, text]) => new Marks(query, queryWords(query, new Set(), vocabulary), vocabulary).pieces(text));
  },
  facets: ({ services, choices }) =>
    choices.map((chosen) => [matching(services, chosen).map(({ provider }) => provider), counts(services, chosen)]),
  distances: ({ pairs }) => pairs.map(([one, other]) => distance(one, other)),
};

const reading = (folder) => async (name) => columns(inflateRawSync(readFileSync(`${folder}/${name}`)));

async function inTurn(questions, act) {
  const answers = [];
  for (const question of questions) answers.push(await act(question));
  return answers;
}

const question = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await tasks[question.task](question)));
