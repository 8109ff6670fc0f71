/**
 * What Mozilla's Observatory says of answers that were already fetched: asks nobody.
 * Reads `[{url, status, headers, body, plain: {status, location}}]`, writes `[{grade, score, tests: {name: {result, pass}}}]`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const home = join(dirname(require.resolve("@mdn/mdn-http-observatory/package.json")));
const part = (name) => import(pathToFileURL(join(home, "src", name)).href);

const preloaded = join(home, "conf", "hsts-preload.json");
if (!existsSync(preloaded)) writeFileSync(preloaded, "{}");

const { ALL_TESTS } = await part("constants.js");
const { Requests } = await part("types.js");
const { parseHttpEquivHeaders } = await part("retriever/utils.js");
const { getGradeForScore, getScoreModifier } = await part("grader/grader.js");

/** What the Observatory keeps of a visit. */
function visited({ url, status, headers, body, plain }) {
  const address = new URL(url);
  const found = new Requests(address.hostname);
  const answer = { headers, status, statusText: "", verified: true, data: body, config: {}, request: {} };
  found.resources.path = body;
  found.session = { url: address, jar: { serializeSync: () => ({ cookies: [] }) } };
  const httpEquiv = parseHttpEquivHeaders(body, url);
  found.responses.auto = { ...answer, httpEquiv };
  found.responses.cors = { ...answer, httpEquiv };
  found.responses.https = { ...answer, httpEquiv };
  found.responses.http = { ...answer, status: plain.status };
  const start = new URL(url.replace("https:", "http:"));
  found.responses.httpRedirects = [
    { url: start, status: plain.status },
    { url: new URL(plain.location, start), status },
  ];
  return found;
}

/** All verdicts and the grade, with the points that are on top of a hundred. */
function judged(visit) {
  const tests = ALL_TESTS.map((test) => test(visited(visit)));
  const score = 100 + tests.reduce((sum, test) => sum + getScoreModifier(test.result), 0);
  const named = tests.map((test) => [test.constructor.name, { result: test.result, pass: test.pass }]);
  return { ...getGradeForScore(score), tests: Object.fromEntries(named) };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(judged)));
