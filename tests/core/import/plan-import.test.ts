import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CSV_FLAVOURS, csvLine } from '#lib/core/csv/csv-line';
import { type ExportedStatement, exportedFields } from '#lib/core/csv/statement-columns';
import { contentHash } from '#lib/core/duplicates/exact-key';
import { guessColumns, type ImportMapping, NO_MAPPING } from '#lib/core/import/import-mapping';
import { type ImportContext, planImport, type SourceRow } from '#lib/core/import/plan-import';
import { rejectedColumns, rejectedRow } from '#lib/core/import/rejected-rows';
import { splitThread } from '#lib/core/import/split-thread';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function existing(statements: readonly ExportedStatement[]): ImportContext['existing'] {
  return {
    byId: (id) => statements.find((each) => each.id === id) ?? null,
    byExternalId: (externalId) => statements.find((each) => each.externalId === externalId) ?? null,
    byContentHash: (hash) => statements.find((each) => contentHash(each.text, sha256) === hash)?.id ?? null,
  };
}

function contextOf(...statements: readonly ExportedStatement[]): ImportContext {
  return {
    today: '2025-08-15',
    camps: [{ slug: 'camp_a', labels: ['Camp A'] }],
    targets: [{ slug: 'step', labels: [] }],
    coder: 'importer',
    sha256,
    existing: existing(statements),
  };
}

const here: ExportedStatement = {
  id: '01',
  externalId: null,
  event: 'event-one',
  target: 'step',
  camp: 'camp_a',
  campLabel: 'Camp A',
  stance: 'disputed',
  stanceBasis: 'disputed',
  coders: ['one', 'two'],
  confidence: 2,
  rationale: null,
  attribution: 'direct',
  text: 'A text\nof two lines',
  language: 'en',
  translation: null,
  translationLanguage: null,
  translatedBy: null,
  speakerName: 'Name',
  speakerPseudonym: 'Speaker 1',
  speakerKind: 'person',
  speakerRisk: 'protected',
  sourceOutlet: 'Outlet',
  sourceTitle: null,
  sourceUrl: null,
  sourceLanguage: null,
  sourcePublished: null,
  sourceArchiveUrl: null,
  locator: null,
  saidOn: '2025-07-31',
  score: null,
  scoreLabel: null,
  scoreUnsure: null,
  noScoreReason: 'no_evidence',
  scoredText: null,
  scoredLanguage: null,
  scorer: null,
  scorerVersion: null,
  slogan: null,
  sloganUse: null,
  status: 'published',
  duplicateOf: null,
  importBatch: null,
  createdAt: '2025-08-01T00:00:00.000Z',
};

function plan(rows: readonly Record<string, string>[], context = contextOf(), mapping: Partial<ImportMapping> = {}) {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const source = rows.map((row, index): SourceRow => ({ kind: 'row', row: index + 2, cells: new Map(Object.entries(row)) }));
  return planImport(source, { ...NO_MAPPING, columns: guessColumns(headers), ...mapping }, context);
}

const good = { text: 'First', attribution: 'direct', camp: 'Camp A', stance: 'against', confidence: '2' };

describe('planImport', () => {
  it('takes good rows, coded or not, and goes on past bad ones', () => {
    const { outcomes, report } = plan([
      good,
      { ...good, text: '' },
      { ...good, text: 'Third', stance: '', camp: '', confidence: '' },
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['new', 'rejected', 'new']);
    const [first, , third] = outcomes;
    expect(first?.kind === 'new' ? first.input : null).toMatchObject({
      text: 'First',
      camp: 'camp_a',
      stance: 'against',
      coder: 'importer',
    });
    expect(third?.kind === 'new' ? third.input : null).toMatchObject({ camp: null, stance: null, coder: null });
    expect(report.rows).toBe(3);
    expect(report.outcomes).toEqual({ new: 2, unchanged: 0, changed: 0, duplicate: 0, rejected: 1 });
  });

  it('groups problems by what mends them, with row, column and value', () => {
    const { report } = plan([
      { Quote: 'a', attribution: 'direct', Side: 'camp_x', link: 'ftp://example.org' },
      { Quote: 'b', attribution: 'direct', Side: 'camp_x', link: '' },
    ]);
    expect(report.problems).toEqual([
      {
        code: 'unknown_camp',
        column: 'Side',
        remedy: 'map_value',
        count: 2,
        examples: [2, 3].map((row) => ({
          row,
          column: 'Side',
          code: 'unknown_camp',
          seen: 'camp_x',
          params: { allowed: 'camp_a' },
          remedy: 'map_value',
        })),
      },
      {
        code: 'url_scheme_not_allowed',
        column: 'link',
        remedy: 'write_whole_address',
        count: 1,
        examples: [
          {
            row: 2,
            column: 'link',
            code: 'url_scheme_not_allowed',
            seen: 'ftp://example.org',
            params: { scheme: 'ftp', allowed: 'http, https' },
            remedy: 'write_whole_address',
          },
        ],
      },
    ]);
    expect(report.questions).toEqual([{ kind: 'value', field: 'camp', column: 'Side', found: 'camp_x', count: 2 }]);
  });

  it('maps values and fills constants', () => {
    const mapping: Partial<ImportMapping> = {
      values: [{ field: 'camp', found: 'Group 7', code: 'camp_a' }],
      constants: [
        { field: 'attribution', value: 'reported' },
        { field: 'speaker_risk', value: 'vulnerable' },
      ],
    };
    const { outcomes } = plan(
      [
        { text: 'a', camp: 'group 7' },
        { text: 'b', speaker: 'Name' },
      ],
      contextOf(),
      mapping,
    );
    expect(
      outcomes.map((each) => (each.kind === 'new' ? [each.input.camp, each.input.attribution, each.input.speaker] : each)),
    ).toEqual([
      ['camp_a', 'reported', null],
      [null, 'reported', { name: 'Name', pseudonym: null, kind: 'unknown', risk: 'vulnerable' }],
    ]);
  });

  it('takes rows that constants code for coded', () => {
    const mapping: Partial<ImportMapping> = {
      constants: [
        { field: 'confidence', value: '1' },
        { field: 'stance', value: 'none' },
        { field: 'camp', value: 'camp_a' },
        { field: 'attribution', value: 'direct' },
      ],
    };
    const { outcomes } = plan([{ text: 'a' }], contextOf(), mapping);
    expect(outcomes[0]?.kind === 'new' ? outcomes[0].input : outcomes).toMatchObject({
      camp: 'camp_a',
      stance: 'none',
      confidence: 1,
      coder: 'importer',
    });
  });

  it('asks for the order of dates, says what others suggest, and takes the answer', () => {
    const rows = [
      { ...good, date: '03/04/2025' },
      { ...good, text: 'Second', date: '31/07/2025' },
    ];
    const { outcomes, report } = plan(rows);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['rejected', 'new']);
    expect(report.questions).toEqual([
      { kind: 'date_order', column: 'date', count: 1, examples: ['03/04/2025'], orders: ['dmy', 'mdy'], suggested: 'dmy' },
    ]);
    expect(report.problems[0]).toMatchObject({ code: 'ambiguous_date', column: 'date', remedy: 'say_date_order', count: 1 });
    const answered = plan(rows, contextOf(), { dateOrder: 'dmy' });
    expect(answered.outcomes.map((each) => (each.kind === 'new' ? each.input.saidOn?.value : null))).toEqual([
      '2025-04-03',
      '2025-07-31',
    ]);
    expect(answered.report.questions).toEqual([]);
  });

  it('changes nothing where an export comes back', () => {
    const row = {
      id: '01',
      ...Object.fromEntries(exportedFields(here)),
      text: 'A text\r\nof two lines',
      coders: 'one; two',
      score: '',
    };
    const { outcomes } = plan([row], contextOf(here));
    expect(outcomes).toEqual([{ kind: 'unchanged', row: 2, id: '01' }]);
  });

  it('never writes the name of a protected speaker, and takes an empty cell for no change', () => {
    expect([...exportedFields(here).values()]).not.toContain('Name');
    expect(plan([{ id: '01', speaker: '', said_on: '' }], contextOf(here)).outcomes).toEqual([
      { kind: 'unchanged', row: 2, id: '01' },
    ]);
  });

  it('names what a row changes of a statement, checks it, and refuses another text', () => {
    const { outcomes } = plan(
      [
        { id: '01', source_outlet: 'Other', said_on: '31/07/2025', text: '' },
        { id: '01', source_outlet: '', said_on: '2099', text: '' },
        { id: '01', source_outlet: '', said_on: '', text: 'Another text' },
      ],
      contextOf(here),
    );
    expect(outcomes[0]).toEqual({
      kind: 'changed',
      row: 2,
      id: '01',
      changes: [{ field: 'source_outlet', before: 'Outlet', after: 'Other' }],
    });
    expect(outcomes[1]).toMatchObject({ kind: 'rejected', problems: [{ column: 'said_on', code: 'date_in_future' }] });
    expect(outcomes[2]).toMatchObject({ kind: 'rejected', problems: [{ column: 'text', code: 'text_is_fixed' }] });
  });

  it('knows rows that came before by their own identifier', () => {
    const [first] = plan([{ id: 'x-1', text: 'a', attribution: 'direct' }]).outcomes;
    expect(first?.kind === 'new' ? first.input.externalId : null).toBe('x-1');
    const again = { ...here, externalId: 'x-1', text: 'a' };
    expect(plan([{ id: 'x-1', text: 'a', attribution: 'direct' }], contextOf(again)).outcomes).toEqual([
      { kind: 'unchanged', row: 2, id: '01' },
    ]);
    expect(plan([{ 'tweet id': 'x-1', text: 'a', attribution: 'direct' }], contextOf(again)).outcomes).toEqual([
      { kind: 'unchanged', row: 2, id: '01' },
    ]);
  });

  it('finds the same text here and in the file', () => {
    const { outcomes } = plan([good, { ...good, text: 'FIRST!' }, { ...good, text: 'a text of two lines' }], contextOf(here));
    expect(outcomes.map((each) => (each.kind === 'duplicate' ? [each.id, each.ofRow] : each.kind))).toEqual([
      'new',
      [null, 2],
      ['01', null],
    ]);
  });

  it('reports rows that could not be read', () => {
    const { report } = planImport([{ kind: 'broken', row: 7, code: 'bad_quotes', raw: '"a"b' }], NO_MAPPING, contextOf());
    expect(report.problems).toEqual([
      {
        code: 'bad_quotes',
        column: null,
        remedy: 'check_quotes',
        count: 1,
        examples: [{ row: 7, column: null, code: 'bad_quotes', remedy: 'check_quotes' }],
      },
    ]);
  });

  it('keeps a few examples of many problems', () => {
    const { report } = plan(Array.from({ length: 500 }, () => ({ text: '', attribution: 'direct' })));
    expect(report.problems[0]?.count).toBe(500);
    expect(report.problems[0]?.examples).toHaveLength(20);
  });

  it('is not misled by columns named as parts of objects', () => {
    const cells = new Map([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['text', 'a'],
      ['attribution', 'direct'],
    ]);
    const mapping = { ...NO_MAPPING, columns: guessColumns([...cells.keys()]) };
    const { outcomes } = planImport([{ kind: 'row', row: 2, cells }], mapping, contextOf());
    expect(outcomes[0]?.kind).toBe('new');
  });
});

describe('rejectedColumns', () => {
  it('gives the row as it was, its line and what is wrong, once each', () => {
    const columns = rejectedColumns(['text', '__proto__', 'error', 'line']);
    const problems = [{ row: 5, column: 'text', code: 'required', remedy: 'fill_in' }] as const;
    const cells = new Map([
      ['text', 'a'],
      ['__proto__', 'b'],
      ['error', 'old'],
    ]);
    const written = (source: SourceRow) => {
      const row = rejectedRow({ kind: 'rejected', row: 5, problems }, source);
      return row === null
        ? null
        : csvLine(
            columns.map(({ write }) => write(row, ({ code }) => `is ${code}`)),
            CSV_FLAVOURS.data,
          );
    };
    expect(columns.map(({ name }) => name)).toEqual(['text', '__proto__', 'line', 'raw_row', 'error']);
    expect(written({ kind: 'row', row: 5, cells })).toBe('"a","b",5,,"is required"\n');
    // What could not be cut into cells is there to be mended, and still there when it comes back as it was.
    expect(written({ kind: 'broken', row: 5, code: 'bad_quotes', raw: '"a"b,c' })).toBe(',,5,"""a""b,c","is required"\n');
    const again = new Map([
      ['text', ''],
      ['raw_row', '"a"b,c'],
    ]);
    expect(written({ kind: 'row', row: 5, cells: again })).toBe('"",,5,"""a""b,c","is required"\n');
    expect(guessColumns(columns.map(({ name }) => name))).toEqual([{ column: 'text', field: 'text' }]);
  });

  it('holds no row that was not rejected', () => {
    expect(rejectedRow({ kind: 'unchanged', row: 2, id: 'x' }, { kind: 'row', row: 2, cells: new Map() })).toBeNull();
  });
});

describe('splitThread', () => {
  it('cuts at blank lines', () => {
    expect(splitThread('one\r\nstill one\r\n\r\n \t\r\ntwo\n\n\nthree\n')).toEqual(['one\nstill one', 'two', 'three']);
    expect(splitThread(' \n\n ')).toEqual([]);
  });
});
