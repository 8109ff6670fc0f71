/**
 * The parts of lunr that answer a query: nothing that builds an index, reads a query language, or knows English.
 *
 * lunr's sources add to a variable `lunr`, which therefore has to exist before they run.
 */

import { namespace } from "./lunr-namespace.mjs";
import "lunr/lib/utils.js";
import "lunr/lib/field_ref.js";
import "lunr/lib/set.js";
import "lunr/lib/vector.js";
import "lunr/lib/match_data.js";
import "lunr/lib/token_set.js";
import "lunr/lib/token_set_builder.js";
import "lunr/lib/pipeline.js";
import "lunr/lib/query.js";
import "lunr/lib/index.js";

/**
 * What we use of it; the published types know lunr only as a whole, and without the attributes of an index.
 * @typedef {object} Engine
 * @property {new (attributes: object) => import("lunr").Index} Index
 * @property {new () => object} Pipeline
 * @property {{fromArray: (words: string[]) => object}} TokenSet
 * @property {new (elements: number[]) => object} Vector
 */

/** @type {Engine} */
export const engine = namespace;
