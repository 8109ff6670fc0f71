// Usage: node bundle.mjs PAGE_SCRIPT INDEX_ADDRESS FOLDER. Writes the page and its script, named by its digest.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const esbuild = createRequire(join(here, "../../../package.json"))("esbuild");
const [script, index, folder] = process.argv.slice(2);

const done = await esbuild.build({
  entryPoints: { page: join(here, script) },
  entryNames: "[name]-[hash]",
  outdir: folder,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2020",
  metafile: true,
  define: { INDEX: JSON.stringify(index) },
  external: [index],
  logLevel: "warning",
});
const written = Object.keys(done.metafile.outputs)[0];
const page = readFileSync(join(here, "page.html"), "utf8");
writeFileSync(join(folder, "index.html"), page.replace("SCRIPT", written.slice(written.lastIndexOf("/") + 1)));
