// Bundles the editors' form: Sveltia CMS and our file format. Usage: node theme/admin/bundle.mjs OUTPUT_FOLDER
// The package made for bundlers brings fonts, languages and libraries along, so that the form asks no other server.
import { cp, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const sveltia = join(here, "../../node_modules/@sveltia/cms/npm");

const MENDING = [
  [/@font-face\s*\{[^}]*url\(https:[^}]*\}/g, ""],
  [/https:\/\/(?:www\.githubstatus\.com\/api|status-api\.hostedstatus\.com)\/[^`'"]*/g, "data:application/json,{}"],
  [/Object\.values\((\w+\(\w+\)\[\w+(?:\(\))?\])\)\.some\(/g, "Object.values($1??{}).some("],
];

/**
 * What the package would still ask of other servers: the same fonts again, and how GitHub or GitLab feel today. And an
 * error it makes when an entry with mistakes has no text yet in one of the languages. The browser tests notice both.
 * @type {esbuild.Plugin}
 */
const mended = {
  name: "mended",
  setup(build) {
    build.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      return { contents: MENDING.reduce((text, [found, replacement]) => text.replaceAll(found, replacement), code) };
    });
  },
};

/**
 * Languages of the interface but German, and colours for program code: nobody here needs them.
 * @type {esbuild.Plugin}
 */
const onlyWhatEditorsNeed = {
  name: "only-what-editors-need",
  setup(build) {
    build.onResolve({ filter: /^@shikijs\/(langs|themes)\/|\/locales\// }, ({ path }) =>
      path.endsWith("/de.json") ? null : { path: "nothing", namespace: "unused" },
    );
    build.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "export default {}" }));
  },
};

export async function bundle(target) {
  await esbuild.build({
    entryPoints: [join(here, "form.mjs")],
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    target: "es2022",
    outdir: target,
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks/[name]-[hash]",
    plugins: [mended, onlyWhatEditorsNeed],
    logLevel: "warning",
  });
  const isWanted = (path) => !path.endsWith(".map");
  await cp(join(sveltia, "assets"), join(target, "assets"), { recursive: true, filter: isWanted });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(process.argv[2]);
