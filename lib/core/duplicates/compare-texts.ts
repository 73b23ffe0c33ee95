import { foldText, type TextRange } from '#lib/core/text/fold-text';

/** What differs between two texts, as ranges of each as it was written, in order. */
export interface TextDifference {
  /** Words that only the left text has. */
  readonly left: readonly TextRange[];
  /** Words that only the right text has. */
  readonly right: readonly TextRange[];
}

interface ComparedWord extends TextRange {
  readonly folded: string;
}

const WORD = /[\p{L}\p{M}\p{N}\p{So}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;
/** Beyond it (two texts of 5,000 words that share neither start nor end) the middles are marked whole. */
const CELLS_MAX = 25_000_000;

/**
 * Compares two texts word by word, by their longest common subsequence. Words that fold to the same are the
 * same; punctuation and white space are not compared, and lie in a range only between two of its words.
 */
export function compareTexts(left: string, right: string): TextDifference {
  const a = wordsOf(left);
  const b = wordsOf(right);
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.folded === b[start]?.folded) start += 1;
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > start && bEnd > start && a[aEnd - 1]?.folded === b[bEnd - 1]?.folded) {
    aEnd -= 1;
    bEnd -= 1;
  }
  const common = commonWords(a.slice(start, aEnd), b.slice(start, bEnd));
  return {
    left: rangesOf(a, (index) => index < start || index >= aEnd || common.left.has(index - start)),
    right: rangesOf(b, (index) => index < start || index >= bEnd || common.right.has(index - start)),
  };
}

function wordsOf(text: string): ComparedWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: foldText(match[0]),
  }));
}

interface Common {
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
}

/** Indices of the words of a longest common subsequence. */
function commonWords(a: readonly ComparedWord[], b: readonly ComparedWord[]): Common {
  const left = new Set<number>();
  const right = new Set<number>();
  const width = b.length + 1;
  if ((a.length + 1) * width > CELLS_MAX) return { left, right };
  // lengths[i * width + j]: of the longest subsequence that a from i and b from j have in common.
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const word = a[i]?.folded;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] =
        word === b[j]?.folded ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const at = i * width + j;
    if (a[i]?.folded === b[j]?.folded) {
      left.add(i);
      right.add(j);
      i += 1;
      j += 1;
    } else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return { left, right };
}

/** Runs of words that are not the same, each as one range. */
function rangesOf(words: readonly ComparedWord[], isSame: (index: number) => boolean): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let open: TextRange | null = null;
  words.forEach(({ start, end }, index) => {
    if (isSame(index)) {
      if (open !== null) ranges.push(open);
      open = null;
    } else open = { start: open === null ? start : open.start, end };
  });
  if (open !== null) ranges.push(open);
  return ranges;
}
