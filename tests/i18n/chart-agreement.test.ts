import { describe, expect, it } from 'vitest';
import type { AgreementMark } from '#lib/core/reliability/agreement-band';
import { machineAgreement } from '#lib/core/reliability/machine-agreement';
import { chartAgreement } from '#lib/i18n/chart-agreement';
import { dictionaryOf } from '#lib/i18n/dictionaries';

const low: AgreementMark = { band: 'low', alpha: 0.52, ci: [0.31, 0.7], units: 24, coders: 2, reason: null };
const good: AgreementMark = { ...low, band: 'good', alpha: 0.9, ci: [0.84, 0.95] };
const alone: AgreementMark = { band: 'one_coder', alpha: null, ci: null, units: 0, coders: 1, reason: 'one_coder' };
const silent: AgreementMark = { ...alone, band: 'low', coders: 2, reason: 'no_shared_unit' };

const said = (
  codes: Parameters<typeof chartAgreement>[2],
  scorers: Parameters<typeof chartAgreement>[3] = [],
  locale: 'en' | 'ar' = 'en',
) => chartAgreement(dictionaryOf(locale), locale, codes, scorers);

const unchecked = machineAgreement(
  ['stanceboard-ar', 'stanceboard-en'].map((scorer) => ({
    statementId: '1',
    scorer,
    version: '1',
    language: scorer.slice(-2),
    score: 0.2,
    label: 'positive' as const,
    human: null,
    humanMax: 2,
  })),
);

describe('what travels with a chart', () => {
  it('is each variable with its alpha, interval and n, and nothing where agreement is good', () => {
    expect(
      said([
        ['stance', low],
        ['camp', good],
      ]),
    ).toBe('Stance: low agreement (alpha .52 [.31, .70], n = 24 double-coded).');
    expect(said([['camp', good]])).toBeNull();
    expect(said([['stance', silent]])).toBe(
      'Stance: low agreement (alpha not computable, because no statement was coded by two people, n = 0 double-coded).',
    );
  });

  it('names variables together of which the same is said', () => {
    expect(
      said([
        ['stance', alone],
        ['camp', alone],
      ]),
    ).toBe('Stance and camp: coded by one person.');
    expect(
      said(
        [
          ['stance', alone],
          ['camp', alone],
        ],
        [],
        'ar',
      ),
    ).toBe('الموقف والفئة: ترميز شخص واحد.');
  });

  it('says of scores how far their scorer agrees with coders', () => {
    expect(said([], unchecked)).toBe('Scores by stanceboard-ar and stanceboard-en: not yet checked against coders.');
    const labels = ['negative', 'negative', 'positive', 'positive'] as const;
    const rows = [...labels, ...labels].map((label, index) => ({
      statementId: String(index),
      scorer: 'stanceboard-en',
      version: '1',
      language: 'en',
      score: label === 'negative' ? -0.5 : 0.5,
      label,
      human: index % 4 === 0 ? 1 : label === 'negative' ? -1 : 1,
      humanMax: 2,
    }));
    // Three of four alike; by chance .5 · .25 + .5 · .75 = .5; kappa .5.
    expect(said([], machineAgreement(rows))).toMatch(
      /^Scores by stanceboard-en: agrees with this project's coders: kappa \.50 \[[^\]]+\], n = 8\.$/,
    );
  });
});
