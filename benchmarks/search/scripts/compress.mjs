// Usage: node compress.mjs < PATHS_AS_JSON. Writes each file once more with brotli, beside it, as a server would keep it.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const LARGE = 8_000_000; // the best level takes minutes beyond

for (const path of JSON.parse(readFileSync(0, "utf8"))) {
  const text = readFileSync(path);
  const quality = text.length > LARGE ? 9 : 11;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params }));
}
