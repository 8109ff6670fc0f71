// Bundles the theme's styles and scripts. Usage: node theme/bundle.mjs OUTPUT_FOLDER
// Styles: KERN and our layers in one file, without what no template uses. Scripts: one module for pages, one for the worker.
import { readdir, readFile, writeFile, mkdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

const theme = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
if (!target) {
  console.error("Usage: node theme/bundle.mjs OUTPUT_FOLDER");
  process.exit(2);
}

/** @param {string} folder @param {string} suffix @returns {Promise<string[]>} files below a folder, in a fixed order */
async function files(folder, suffix) {
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((name) => name.endsWith(suffix)).sort().map((name) => join(folder, name));
}

async function styles() {
  const components = await files(join(theme, "components"), ".css");
  const imports = ["styles/index.css", ...components.map((path) => relative(theme, path))];
  const bundled = await esbuild.build({
    stdin: { contents: imports.map((path) => `@import "./${path}";`).join("\n"), resolveDir: theme, loader: "css" },
    bundle: true,
    write: false,
    logLevel: "warning",
  });
  const content = [...(await files(theme, ".html")), ...(await files(join(theme, "scripts"), ".mjs"))];
  const [purged] = await new PurgeCSS().purge({
    content,
    css: [{ raw: bundled.outputFiles[0].text }],
    variables: true,
    safelist: { standard: [/^kern-badge--/, /^kern-alert--/, /^kern-btn--/, /^:/, "mark"], variables: [/^--town-/] },
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  });
  const small = await esbuild.transform(purged.css, { loader: "css", minify: true });
  await writeFile(join(target, "style.css"), small.code);
}

async function scripts() {
  await esbuild.build({
    entryPoints: { enhance: join(theme, "scripts/enhance.mjs"), worker: join(theme, "scripts/search/worker.mjs") },
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2020",
    outdir: target,
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
  });
}

await mkdir(target, { recursive: true });
await Promise.all([styles(), scripts()]);
