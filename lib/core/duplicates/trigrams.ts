import { foldText } from '#lib/core/text/fold-text';

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\p{So}]+/gu;

/**
 * The set of character trigrams of a text: folded, words apart by one space, one space around.
 *
 * @returns sorted 32-bit hashes, each once. Two trigrams share a hash with a chance of 2^-32.
 */
export function trigramsOf(text: string): Int32Array {
  const padded = ` ${foldText(text).replace(BETWEEN_WORDS, ' ').trim()} `;
  const count = padded.length - 2;
  if (count < 1 || padded === '  ') return new Int32Array(0);
  const hashes = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    hashes[at] = hashOf(padded.charCodeAt(at), padded.charCodeAt(at + 1), padded.charCodeAt(at + 2));
  }
  hashes.sort();
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const hash = hashes[at] ?? 0;
    if (kept === 0 || hash !== hashes[kept - 1]) {
      hashes[kept] = hash;
      kept += 1;
    }
  }
  return hashes.slice(0, kept);
}

/** Mixes 48 bits into 32, each step a bijection of what it adds to. */
function hashOf(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ c;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** How many numbers two sorted sets share. */
export function sharedCount(one: Int32Array, other: Int32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    const a = one[i] ?? 0;
    const b = other[j] ?? 0;
    if (a === b) {
      shared += 1;
      i += 1;
      j += 1;
    } else if (a < b) i += 1;
    else j += 1;
  }
  return shared;
}
