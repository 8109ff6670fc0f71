// Answers one question from Python with the modules of the form: JSON on stdin, JSON on stdout.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const tasks = join(dirname(fileURLToPath(import.meta.url)), "tasks.mjs");
const bundled = await esbuild.build({ entryPoints: [tasks], bundle: true, format: "esm", write: false });
const module = await import(`data:text/javascript,${encodeURIComponent(bundled.outputFiles[0].text)}`);
const { task, ...question } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(module.tasks[task](question)));
