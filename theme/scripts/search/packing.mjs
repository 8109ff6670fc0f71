/** Few bytes → numbers and words. Twin of `search/packing.py`, which also goes the other way. */

const MORE = 0x80;

/**
 * The columns of a deflated file.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @returns {Promise<Uint8Array[]>}
 */
export async function inflated(stream) {
  const block = await new Response(stream.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
  return columns(new Uint8Array(block));
}

/**
 * The numbers of a column: seven bits a byte, the lowest first.
 * @param {Uint8Array} packed
 * @returns {Uint32Array}
 */
export function unpacked(packed) {
  const found = new Uint32Array(packed.length);
  let [count, number, factor] = [0, 0, 1];
  for (const byte of packed) {
    number += (byte % MORE) * factor;
    factor *= MORE;
    if (byte < MORE) {
      found[count++] = number;
      [number, factor] = [0, 1];
    }
  }
  return found.subarray(0, count);
}

/**
 * The columns of a block, each behind its length.
 * @param {Uint8Array} block
 * @returns {Uint8Array[]}
 */
export function columns(block) {
  const found = [];
  for (let place = 0; place < block.length; ) {
    let start = place;
    while (block[start++] >= MORE);
    const [length] = unpacked(block.subarray(place, start));
    found.push(block.subarray(start, start + length));
    place = start + length;
  }
  return found;
}

/**
 * Ascending numbers from the steps between them.
 * @param {ArrayLike<number>} steps
 * @returns {number[]}
 */
export function fromSteps(steps) {
  let place = -1;
  return Array.from(steps, (step) => (place += step + 1));
}

/**
 * Sorted words from two columns: how many letters each shares with the one before, and the rest of it.
 * @param {Uint8Array} shared
 * @param {Uint8Array} rests
 * @returns {string[]}
 */
export function words(shared, rests) {
  const endings = text(rests).split("\n");
  let word = "";
  return Array.from(unpacked(shared), (letters, place) => (word = word.slice(0, letters) + endings[place]));
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function text(bytes) {
  return new TextDecoder().decode(bytes);
}
