/** The variable that lunr's sources add to. */

/** @type {any} */
export const namespace = {};
Reflect.set(globalThis, "lunr", namespace);
