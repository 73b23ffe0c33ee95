import { sharedCount, trigramsOf } from '#lib/core/duplicates/trigrams';

/** Two texts are near duplicates from this share of their trigrams in common (Jaccard) upwards. */
export const NEAR_JACCARD = 0.6;
/** One text holds another from this share of the shorter one's trigrams upwards. */
export const NEAR_CONTAINMENT = 0.85;
/** A text of fewer trigrams (some four words) is not "held" by a longer one: slogans are, in many. */
export const CONTAINED_MIN_TRIGRAMS = 24;

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

  get size(): number {
    return this.#ids.length;
  }

  /** Adds a text. Which trigrams are rare is judged by what is in the index, so add the bulk of texts before looking. */
  add(id: string, text: string): void {
    const set = trigramsOf(text);
    const at = this.#ids.length;
    this.#ids.push(id);
    this.#sets.push(set);
    if (at >= this.#hits.length) this.#hits = new Uint16Array(this.#hits.length * 2);
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
    const rows = this.#rarestFirst(this.#rowsOf(set, false));
    const candidates = new Set<number>();
    // As the shorter of a pair, or one of about equal length. Trigrams that the index does not know are the
    // rarest of all and have no list.
    const { length, needed } = prefixOf(set.length, Math.min(NEAR_JACCARD, NEAR_CONTAINMENT));
    const unknown = set.length - rows.length;
    this.#count(rows.slice(0, Math.max(0, length - unknown)), this.#holders, candidates, () => needed);
    // As the longer of a pair.
    this.#count(rows, this.#rarest, candidates, (at) => this.#needed[at] ?? 1);
    const found: NearDuplicate[] = [];
    for (const at of candidates) {
      const other = this.#sets[at];
      const id = this.#ids[at];
      if (other === undefined || id === undefined || id === except) continue;
      const { jaccard, containment, kind } = judge(set.length, other.length, sharedCount(set, other));
      if (kind === null) continue;
      found.push({ id, jaccard, containment, kind });
      if (found.length >= enough) break;
    }
    return found.sort((a, b) => b.jaccard - a.jaccard || b.containment - a.containment || (a.id < b.id ? -1 : 1)).slice(0, limit);
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
