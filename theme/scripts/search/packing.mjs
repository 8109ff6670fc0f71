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

/** The numbers of a column, one after the other: seven bits a byte, the lowest first. */
export class Numbers {
  #place = 0;

  /** @param {Uint8Array} packed */
  constructor(packed) {
    this.packed = packed;
  }

  /** @returns {boolean} whether there is another number */
  get more() {
    return this.#place < this.packed.length;
  }

  /** @returns {number} */
  next() {
    let number = 0;
    for (let factor = 1; ; factor *= MORE) {
      const byte = this.packed[this.#place++];
      number += (byte % MORE) * factor;
      if (byte < MORE) return number;
    }
  }

  /**
   * The next bytes as they are.
   * @param {number} length
   * @returns {Uint8Array}
   */
  take(length) {
    this.#place += length;
    return this.packed.subarray(this.#place - length, this.#place);
  }

  /**
   * Ascending numbers, stored as the steps between them.
   * @param {number} count
   * @returns {number[]}
   */
  ascending(count) {
    let place = -1;
    return Array.from({ length: count }, () => (place += this.next() + 1));
  }
}

/**
 * The columns of a block, each behind its length.
 * @param {Uint8Array} block
 * @returns {Uint8Array[]}
 */
export function columns(block) {
  const rest = new Numbers(block);
  const found = [];
  while (rest.more) found.push(rest.take(rest.next()));
  return found;
}

/**
 * Sorted words from two columns: how many letters each shares with the one before, and the rest of it.
 * @param {Uint8Array} shared
 * @param {Uint8Array} rests
 * @returns {string[]}
 */
export function words(shared, rests) {
  const letters = new Numbers(shared);
  const endings = text(rests).split("\n");
  let word = "";
  return endings.flatMap((ending) => (letters.more ? [(word = word.slice(0, letters.next()) + ending)] : []));
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function text(bytes) {
  return new TextDecoder().decode(bytes);
}
