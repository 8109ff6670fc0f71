/** The pointer: a small file of a name that stays, which says where the search files of the last build are. */

/** @typedef {{folder: string, files: string[]}} Index its address, and the files to open one after the other */

/**
 * Where the index is.
 * @param {string} pointer address of the pointer
 * @param {RequestCache} [cache] `reload` asks the server, whatever it or the browser said about keeping it
 * @returns {Promise<Index>}
 */
export async function whereabouts(pointer, cache = "default") {
  const response = await fetch(pointer, { cache });
  if (!response.ok) throw new Error(`${pointer}: ${response.status}`);
  const { index, files } = await response.json();
  return { folder: new URL(index, pointer).href, files };
}
