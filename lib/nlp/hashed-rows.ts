/** Ascending hashes in as few bytes as they need: each as its difference from the one before, seven bits a byte, the lowest first. */
export function packHashes(hashes: Uint32Array): number[] {
  const bytes: number[] = [];
  let before = 0;
  for (const hash of hashes) {
    let difference = hash - before;
    before = hash;
    while (difference >= 128) {
      bytes.push((difference % 128) + 128);
      difference = Math.floor(difference / 128);
    }
    bytes.push(difference);
  }
  return bytes;
}

/**
 * Reads what {@link packHashes} packed.
 *
 * @param start where the first byte stands.
 * @returns the hashes, and where the bytes after them begin.
 */
export function unpackHashes(
  packed: Uint8Array,
  start: number,
  count: number,
): { readonly hashes: Uint32Array; readonly end: number } {
  const hashes = new Uint32Array(count);
  let at = start;
  let hash = 0;
  for (let row = 0; row < count; row += 1) {
    let unit = 1;
    let byte = packed[at] ?? 0;
    at += 1;
    while (byte >= 128) {
      hash += (byte - 128) * unit;
      unit *= 128;
      byte = packed[at] ?? 0;
      at += 1;
    }
    hash += byte * unit;
    hashes[row] = hash;
  }
  return { hashes, end: at };
}

/** An open-addressing table over hashes that are already well mixed: the row of a hash, or -1. */
export function openTable(hashes: Uint32Array): (hash: number) => number {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  for (let row = 0; row < hashes.length; row += 1) {
    let slot = (hashes[row] ?? 0) & mask;
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    slots[slot] = row;
  }
  return (hash) => {
    let slot = hash & mask;
    for (;;) {
      const row = slots[slot] ?? -1;
      if (row < 0 || hashes[row] === hash) return row;
      slot = (slot + 1) & mask;
    }
  };
}
