import { sharedCount, trigramsOf } from '#lib/core/duplicates/trigrams';

/** Two texts are near duplicates from this share of their trigrams in common (Jaccard) upwards. */
export const NEAR_JACCARD = 0.6;
/** One text holds another from this share of the shorter one's trigrams upwards. */
export const NEAR_CONTAINMENT = 0.85;
/** A text of fewer trigrams (some four words) is not "held" by a longer one: slogans are, in many. */
export const CONTAINED_MIN_TRIGRAMS = 24;

/** A bitmap of a text has so many numbers of 32 bits: a power of two, some five bits for each trigram of a short text. */
const BITMAP_WORDS = 16;
/** Lists of so many entries a text of the index take as long to read as all bitmaps. */
const SCAN_FROM = 3;

/** How alike two texts are. Both shares are in [0, 1]. */
export interface Similarity {
  /** |A ∩ B| / |A ∪ B| of their trigrams. */
  readonly jaccard: number;
  /** |A ∩ B| / min(|A|, |B|). */
  readonly containment: number;
  /** `similar`: nearly the same; `contained`: one holds nearly all of the other; null: neither. */
  readonly kind: 'similar' | 'contained' | null;
}

/** A text of the index that is alike, most alike first. */
export interface NearDuplicate extends Similarity {
  readonly id: string;
  readonly kind: 'similar' | 'contained';
}

/** How alike two texts are, by the sets of their character trigrams. */
export function similarityOf(one: string, other: string): Similarity {
  const a = trigramsOf(one);
  const b = trigramsOf(other);
  return judge(a.length, b.length, sharedCount(a, b));
}

function judge(a: number, b: number, shared: number): Similarity {
  const smaller = Math.min(a, b);
  if (smaller === 0) return { jaccard: 0, containment: 0, kind: null };
  const jaccard = shared / (a + b - shared);
  const containment = shared / smaller;
  const isContained = containment >= NEAR_CONTAINMENT && smaller >= CONTAINED_MIN_TRIGRAMS;
  return { jaccard, containment, kind: jaccard >= NEAR_JACCARD ? 'similar' : isContained ? 'contained' : null };
}

/** The fewest trigrams that two sets of these sizes must share to be alike; more than the smaller has where they cannot be. */
function neededShared(a: number, b: number): number {
  const smaller = Math.min(a, b);
  // shared / (a + b - shared) >= j where shared >= j / (1 + j) * (a + b).
  const similar = Math.ceil((NEAR_JACCARD / (1 + NEAR_JACCARD)) * (a + b) - 1e-9);
  return smaller < CONTAINED_MIN_TRIGRAMS ? similar : Math.min(similar, Math.ceil(NEAR_CONTAINMENT * smaller - 1e-9));
}

/** Numbers that grow by doubling, without a box for each. */
interface Growing {
  numbers: Int32Array;
  length: number;
}

/**
 * Finds near duplicates among many texts without comparing each with each, and misses none.
 *
 * Two sets that share at least `o` of the `n` elements of one share at least `k` of any `n - o + k` of them
 * (the prefix filter of S. Chaudhuri, V. Ganti and R. Kaushik, "A Primitive Operator for Similarity Joins in
 * Data Cleaning", ICDE 2006). Taking the rarest trigrams for these makes the lists that are read short. A text
 * that could be the shorter of a pair is looked up by its own rarest trigrams, one that could be the longer by
 * all of its trigrams among the rarest of those in the index.
 *
 * Where all texts are made of the same few words no trigram is rare and the lists are longer than the index: then they are not read,
 * and every text is a candidate. A candidate is compared only if its bitmap does not rule it out (a trigram sets one bit by its hash;
 * bits of the smaller set that the larger lacks are trigrams that it lacks: the bitmap filter of E. Sandes, G. Teodoro and A. Melo,
 * "Bitmap Filter: Speeding up Exact Set Similarity Joins with Bitwise Operations", Information Systems 88, 2020).
 */
export class NearDuplicateIndex {
  readonly #ids: string[] = [];
  readonly #sets: Int32Array[] = [];
  /** Trigram to its row in the lists. */
  readonly #rows = new Map<number, number>();
  /** For each trigram the texts that hold it, and those of which it is one of the rarest. */
  readonly #holders: Growing[] = [];
  readonly #rarest: Growing[] = [];
  /** How many of its rarest trigrams must be met before a text is compared, as the shorter of two. */
  readonly #needed: number[] = [];
  #hits = new Uint16Array(1024);
  /** `BITMAP_WORDS` numbers for each text. */
  #bitmaps = new Int32Array(1024 * BITMAP_WORDS);

  get size(): number {
    return this.#ids.length;
  }

  /** Adds a text. Which trigrams are rare is judged by what is in the index, so add the bulk of texts before looking. */
  add(id: string, text: string): void {
    const set = trigramsOf(text);
    const at = this.#ids.length;
    this.#ids.push(id);
    this.#sets.push(set);
    if (at >= this.#hits.length) {
      this.#hits = new Uint16Array(this.#hits.length * 2);
      const grown = new Int32Array(this.#bitmaps.length * 2);
      grown.set(this.#bitmaps);
      this.#bitmaps = grown;
    }
    mark(this.#bitmaps, at * BITMAP_WORDS, set);
    const rows = this.#rowsOf(set, true);
    for (const row of rows) push(this.#holders, row, at);
    const { length, needed } = prefixOf(set.length, NEAR_CONTAINMENT);
    this.#needed.push(needed);
    if (set.length < CONTAINED_MIN_TRIGRAMS) return;
    for (const row of this.#rarestFirst(rows).slice(0, length)) push(this.#rarest, row, at);
  }

  /**
   * Texts of the index that are alike.
   *
   * @param limit at most so many, the most alike.
   * @param except the id of the text itself, where it is in the index.
   * @param enough the most alike are chosen among so many that are alike: of a post that thousands shared, each need not be
   * compared with each.
   */
  near(text: string, limit = 10, except?: string, enough = Number.POSITIVE_INFINITY): readonly NearDuplicate[] {
    const set = trigramsOf(text);
    if (set.length === 0) return [];
    const bitmap = new Int32Array(BITMAP_WORDS);
    mark(bitmap, 0, set);
    const found: NearDuplicate[] = [];
    for (const at of this.#candidates(set)) {
      const other = this.#sets[at];
      const id = this.#ids[at];
      if (other === undefined || id === undefined || id === except || this.#isRuledOut(set.length, bitmap, other.length, at))
        continue;
      const { jaccard, containment, kind } = judge(set.length, other.length, sharedCount(set, other));
      if (kind === null) continue;
      found.push({ id, jaccard, containment, kind });
      if (found.length >= enough) break;
    }
    return found.sort((a, b) => b.jaccard - a.jaccard || b.containment - a.containment || (a.id < b.id ? -1 : 1)).slice(0, limit);
  }

  /** The places of all texts that may be alike, and of some that are not. */
  #candidates(set: Int32Array): Iterable<number> {
    const rows = this.#rarestFirst(this.#rowsOf(set, false));
    // As the shorter of a pair, or one of about equal length. Trigrams that the index does not know are the
    // rarest of all and have no list.
    const { length, needed } = prefixOf(set.length, Math.min(NEAR_JACCARD, NEAR_CONTAINMENT));
    const rarest = rows.slice(0, Math.max(0, length - (set.length - rows.length)));
    if (entriesOf(rarest, this.#holders) + entriesOf(rows, this.#rarest) > SCAN_FROM * this.size) return this.#ids.keys();
    const candidates = new Set<number>();
    this.#count(rarest, this.#holders, candidates, () => needed);
    // As the longer of a pair.
    this.#count(rows, this.#rarest, candidates, (at) => this.#needed[at] ?? 1);
    return candidates;
  }

  /** Whether the bitmaps alone show that a set and that of the text at `at` share too little. */
  #isRuledOut(size: number, bitmap: Int32Array, otherSize: number, at: number): boolean {
    let missing = Math.min(size, otherSize) - neededShared(size, otherSize);
    const start = at * BITMAP_WORDS;
    const isSmaller = size <= otherSize;
    for (let word = 0; word < BITMAP_WORDS && missing >= 0; word += 1) {
      const own = bitmap[word] ?? 0;
      const other = this.#bitmaps[start + word] ?? 0;
      missing -= bitsOf(isSmaller ? own & ~other : other & ~own);
    }
    return missing < 0;
  }

  #rowsOf(set: Int32Array, isNew: boolean): number[] {
    const rows: number[] = [];
    for (const trigram of set) {
      let row = this.#rows.get(trigram);
      if (row === undefined && isNew) {
        row = this.#holders.length;
        this.#rows.set(trigram, row);
        this.#holders.push({ numbers: new Int32Array(2), length: 0 });
        this.#rarest.push({ numbers: new Int32Array(2), length: 0 });
      }
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  #rarestFirst(rows: readonly number[]): number[] {
    return rows.toSorted((a, b) => (this.#holders[a]?.length ?? 0) - (this.#holders[b]?.length ?? 0));
  }

  /** Adds to `candidates` every text that is met in as many of the lists as it needs. */
  #count(rows: readonly number[], lists: readonly Growing[], candidates: Set<number>, needed: (at: number) => number): void {
    const hits = this.#hits;
    for (const row of rows) {
      const list = lists[row];
      if (list === undefined) continue;
      const { numbers, length } = list;
      for (let i = 0; i < length; i += 1) {
        const at = numbers[i] ?? 0;
        const count = (hits[at] ?? 0) + 1;
        hits[at] = count;
        if (count === needed(at)) candidates.add(at);
      }
    }
    for (const row of rows) {
      const list = lists[row];
      if (list === undefined) continue;
      for (let i = 0; i < list.length; i += 1) hits[list.numbers[i] ?? 0] = 0;
    }
  }
}

/** Sets the bit of each trigram in the bitmap that begins at `start`. */
function mark(bitmaps: Int32Array, start: number, set: Int32Array): void {
  for (const trigram of set) {
    const at = start + ((trigram >>> 5) & (BITMAP_WORDS - 1));
    bitmaps[at] = (bitmaps[at] ?? 0) | (1 << (trigram & 31));
  }
}

/** How many bits of a 32-bit number are set: sums of pairs, of fours, of bytes. */
function bitsOf(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function entriesOf(rows: readonly number[], lists: readonly Growing[]): number {
  return rows.reduce((sum, row) => sum + (lists[row]?.length ?? 0), 0);
}

/** How many of a set's `size` rarest elements to look up, and how many of them a set that shares enough must have. */
function prefixOf(size: number, share: number): { readonly length: number; readonly needed: number } {
  const overlap = Math.ceil(share * size - 1e-9);
  // More than one hit asked for lengthens the lists a little and thins the candidates a lot.
  const needed = Math.min(overlap, 1 + Math.floor(size / 8));
  return { length: size - overlap + needed, needed };
}

function push(lists: readonly Growing[], row: number, value: number): void {
  const list = lists[row];
  if (list === undefined) return;
  if (list.length === list.numbers.length) {
    const grown = new Int32Array(list.numbers.length * 2);
    grown.set(list.numbers);
    list.numbers = grown;
  }
  list.numbers[list.length] = value;
  list.length += 1;
}
