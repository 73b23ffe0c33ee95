import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeSentences } from '#lib/nlp/train/composed-sentences';
import { foldForComparison } from '#lib/nlp/train/read-set';

describe('composeSentences', () => {
  it('is the same for the same seed and another for another', () => {
    expect(composeSentences(3, 7)).toEqual(composeSentences(3, 7));
    expect(composeSentences(3, 7)).not.toEqual(composeSentences(3, 8));
  });

  it('leaves no slot open', () => {
    for (const { text } of composeSentences(5, 7)) expect(text).not.toMatch(/[{}|]/);
  });

  it('writes none of the cases by which the scorer is measured', () => {
    const folder = join(process.cwd(), 'tests', 'nlp', 'failure-kinds');
    const cases = new Set(
      // Arabic cases have a folder of their own.
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json'))
        .flatMap((file) => {
          const rows: readonly { readonly text: string }[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
          return rows.map((row) => foldForComparison(row.text));
        }),
    );
    expect(composeSentences(25, 7).filter(({ text }) => cases.has(foldForComparison(text)))).toEqual([]);
  });
});
