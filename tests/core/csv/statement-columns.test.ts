import { describe, expect, it } from 'vitest';
import { CSV_FLAVOURS, csvLine } from '#lib/core/csv/csv-line';
import { type ExportedStatement, STATEMENT_COLUMNS, type StatementNotes } from '#lib/core/csv/statement-columns';
import { STATEMENT_FIELDS } from '#lib/core/statement/statement-input';

const labels: StatementNotes['labels'] = {
  stance: {
    favor: 'In favour',
    against: 'Against',
    ambivalent: 'Ambivalent',
    none: 'Takes no side',
    cannot_code: 'Cannot be coded',
    disputed: 'Disputed',
    uncoded: 'Not coded',
  },
};

const notes: StatementNotes = {
  labels,
  agreement: {
    camp: { band: 'good', words: 'good agreement (alpha .91 [.84, .97], n = 24 double-coded)' },
    stance: { band: 'low', words: 'low agreement (alpha .52 [.31, .70], n = 24 double-coded)' },
    sloganUse: { band: 'one_coder', words: 'coded by one person' },
  },
  scorer: ({ scorer, scoredLanguage }) =>
    scorer === 'stanceboard-en' && scoredLanguage === 'en'
      ? { kappa: 0.41, words: "agrees with this project's coders: kappa .41 [.20, .60], n = 30" }
      : { kappa: null, words: 'not yet checked against coders' },
};

const statement: ExportedStatement = {
  id: '01',
  externalId: 'row-1',
  event: 'event-one',
  target: 'step',
  camp: 'camp_a',
  campLabel: 'Camp A',
  stance: 'against',
  stanceBasis: 'agreed',
  coders: ['coder one', 'coder two'],
  confidence: 2,
  rationale: 'Says no.',
  attribution: 'direct',
  text: '=No',
  language: 'ar',
  translation: 'No',
  translationLanguage: 'en',
  translatedBy: 'human',
  speakerName: 'Name One',
  speakerPseudonym: 'Speaker 1',
  speakerKind: 'person',
  speakerRisk: 'ordinary',
  sourceOutlet: 'Outlet',
  sourceTitle: 'Title',
  sourceUrl: 'https://example.org/1',
  sourceLanguage: 'en',
  sourcePublished: '2025-08-01',
  sourceArchiveUrl: null,
  locator: 'paragraph 27',
  saidOn: '2025-07',
  score: -0.42,
  scoreLabel: 'negative',
  scoreUnsure: false,
  noScoreReason: null,
  scoredText: 'translation',
  scoredLanguage: 'en',
  scorer: 'stanceboard-en',
  scorerVersion: '1',
  slogan: null,
  sloganUse: null,
  status: 'published',
  duplicateOf: null,
  importBatch: null,
  createdAt: '2025-08-15T10:00:00.000Z',
};

function cellsOf(row: ExportedStatement) {
  return new Map(STATEMENT_COLUMNS.map((column) => [column.name, column.write(row, notes)]));
}

describe('STATEMENT_COLUMNS', () => {
  it('has each name once, in snake_case', () => {
    const names = STATEMENT_COLUMNS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });

  it('writes every field that an import reads, but for the coder, who is one of several', () => {
    const names: readonly string[] = STATEMENT_COLUMNS.map(({ name }) => name);
    expect(STATEMENT_FIELDS.filter((field) => !names.includes(field))).toEqual(['coder']);
  });

  it('writes labels beside codes, numbers as numbers, and how exact a date is', () => {
    const cells = cellsOf(statement);
    expect(cells.get('stance_label')).toBe('Against');
    expect(cells.get('score')).toBe(-0.42);
    expect(cells.get('coders')).toBe('coder one; coder two');
    expect(cells.get('said_on_precision')).toBe('month');
    expect(cells.get('no_score_reason')).toBeNull();
  });

  it('carries the agreement of coders beside what they coded, and that of scorer and coders beside the score', () => {
    const cells = cellsOf(statement);
    expect(cells.get('stance_agreement')).toBe('low');
    expect(cells.get('stance_agreement_label')).toBe('low agreement (alpha .52 [.31, .70], n = 24 double-coded)');
    expect([cells.get('camp_agreement'), cells.get('slogan_use_agreement')]).toEqual(['good', 'one_coder']);
    expect(cells.get('scorer_kappa')).toBe(0.41);
    expect(cells.get('scorer_agreement_label')).toContain('n = 30');
    const other = cellsOf({ ...statement, scoredLanguage: 'ar' });
    expect([other.get('scorer_kappa'), other.get('scorer_agreement_label')]).toEqual([null, 'not yet checked against coders']);
    const unscored = cellsOf({ ...statement, score: null });
    expect([unscored.get('scorer_kappa'), unscored.get('scorer_agreement_label')]).toEqual([null, null]);
  });

  it.each(['vulnerable', 'protected'] as const)('never names a %s speaker', (speakerRisk) => {
    const line = csvLine([...cellsOf({ ...statement, speakerRisk }).values()], CSV_FLAVOURS.data);
    expect(line).not.toContain('Name One');
    expect(line).toContain('Speaker 1');
  });

  it('names nobody whose risk is not known', () => {
    expect(cellsOf({ ...statement, speakerRisk: null }).get('speaker')).toBeNull();
  });

  it('writes only values of its own lists of codes', () => {
    const cells = cellsOf(statement);
    for (const column of STATEMENT_COLUMNS) {
      const cell = cells.get(column.name);
      if ('codes' in column && cell !== null) expect(column.codes, column.name).toContain(String(cell));
    }
  });
});
