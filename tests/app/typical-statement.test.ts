import { expect, it } from 'vitest';
import type { ChartStatement } from '#lib/core/chart-statement';
import { typicalStatement } from '../../app/events/[slug]/typical-statement';

function statement(id: string, given: Partial<ChartStatement>): ChartStatement {
  return {
    id,
    camp: 'a',
    stance: 'against',
    score: 0,
    label: 'neutral',
    unsure: false,
    attribution: 'reported',
    language: 'en',
    saidOn: null,
    sourceId: null,
    speakerId: null,
    excerpt: id,
    excerptLanguage: 'en',
    isDuplicate: false,
    lowConfidence: false,
    ...given,
  };
}

it('has nothing to show of an empty camp', () => {
  expect(typicalStatement([])).toBeNull();
});

it('takes the wording nearest to the median, whatever the order', () => {
  const statements = [statement('low', { score: -0.9 }), statement('middle', { score: -0.2 }), statement('high', { score: 0.6 })];
  expect(typicalStatement(statements)?.id).toBe('middle');
  expect(typicalStatement(statements.toReversed())?.id).toBe('middle');
});

it('prefers words quoted as they were said, even far from the median', () => {
  const statements = [statement('middle', { score: 0 }), statement('quoted', { score: -0.9, attribution: 'slogan' })];
  expect(typicalStatement(statements)?.id).toBe('quoted');
});

it('takes what has a score before what has none, and settles ties by id', () => {
  expect(typicalStatement([statement('a', { score: null, label: null }), statement('b', { score: -1 })])?.id).toBe('b');
  expect(typicalStatement([statement('b', {}), statement('a', {})])?.id).toBe('a');
  expect(typicalStatement([statement('b', { score: null, label: null }), statement('a', { score: null, label: null })])?.id).toBe(
    'a',
  );
});
