import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readEvaluation } from '../../app/methods/read-evaluation';

const folder = mkdtempSync(join(tmpdir(), 'evaluation-'));

it('has nothing to show where nothing was measured', async () => {
  expect(await readEvaluation(join(folder, 'missing.json'))).toBeNull();
});

it('reads what the evaluate command writes and drops the rest', async () => {
  const path = join(folder, 'evaluation.json');
  const half = { value: 0.5, low: 0.4, high: 0.6 };
  const scorer = {
    scorer: 'a',
    version: '1',
    n: 10,
    scored: 9,
    accuracy: half,
    macroRecall: half,
    macroF1: half,
    pearson: null,
    msPerThousand: 3,
  };
  writeFileSync(
    path,
    JSON.stringify({ measured: '2026-11-23', resamples: 1000, sets: [{ title: 'Set', scorers: [scorer], unsure: {} }] }),
  );
  const { scored: _, ...kept } = scorer;
  expect(await readEvaluation(path)).toEqual({ measured: '2026-11-23', sets: [{ title: 'Set', scorers: [kept] }] });
});

it('throws on a file of another shape instead of showing half of it', async () => {
  const path = join(folder, 'other.json');
  writeFileSync(path, '{"measured": 3}');
  await expect(readEvaluation(path)).rejects.toThrow();
});
