/** The pointer: a small file of a name that stays, which says where the search files of the last build are. */

/**
 * The folder of the search files.
 * @param {string} pointer address of the pointer
 * @param {RequestCache} [cache] `reload` asks the server, whatever it or the browser said about keeping it
 * @returns {Promise<string>}
 */
export async function indexFolder(pointer, cache = "default") {
  const response = await fetch(pointer, { cache });
  if (!response.ok) throw new Error(`${pointer}: ${response.status}`);
  const { index } = await response.json();
  return new URL(index, pointer).href;
}
