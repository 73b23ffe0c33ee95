/** Start of the 32-bit FNV-1a hash (Fowler, Noll, Vo). */
export const HASH_START = 0x811c9dc5;

/** One more code unit into a 32-bit FNV-1a hash. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Hash of a text continued from `start`, with the low bits mixed, as an unsigned 32-bit integer. */
export function hashText(text: string, start = HASH_START): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) hash = hashStep(hash, text.charCodeAt(index));
  return finish(hash);
}

/** Mixes a hash so that close texts land far apart (the finaliser of MurmurHash3). */
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed >>> 0;
}
