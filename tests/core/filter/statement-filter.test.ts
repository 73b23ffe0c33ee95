import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateBounds,
  describeFilter,
  describeListFilter,
  FACETS,
  formatCursor,
  formatFilter,
  formatListFilter,
  NO_FILTER,
  parseCursor,
  parseStatementFilter,
  readStatementFilter,
  withoutChip,
  withoutPaging,
} from '#lib/core/filter/statement-filter';

const context = { camps: ['camp_a', 'camp_b'] };

describe('parseStatementFilter', () => {
  it('narrows nothing but what is left out by default where nothing is asked', () => {
    expect(parseStatementFilter('')).toEqual({ ok: true, value: NO_FILTER });
    expect(NO_FILTER).toEqual({
      q: null,
      camp: [],
      stance: [],
      attribution: [],
      language: [],
      source: [],
      speaker: [],
      coder: [],
      from: null,
      to: null,
      scoreMin: null,
      scoreMax: null,
      scored: null,
      sentiment: [],
      disputed: null,
      lowConfidence: null,
      duplicates: 'out',
      batch: [],
      slogan: [],
      use: [],
      context: 'out',
      status: [],
      asof: null,
      sort: '-added',
      after: null,
      limit: 50,
    });
  });

  it('reads a query string, its parsed form and what a framework makes of it alike', () => {
    const expected = { ...NO_FILTER, camp: ['camp_a', 'camp_b'], stance: ['favor'] };
    for (const source of [
      'camp=camp_b&camp=camp_a&stance=favor',
      '?camp=camp_b,camp_a&stance=favor',
      new URLSearchParams('camp=camp_a,camp_b&stance=favor'),
      { camp: ['camp_a', 'camp_b'], stance: 'favor', other: undefined },
    ]) {
      expect(parseStatementFilter(source, context)).toEqual({ ok: true, value: expected });
    }
  });

  it('takes the blank fields of a form for not given', () => {
    expect(parseStatementFilter('q=&camp=&from=&scoreMin=&sort=&limit=&stance=+')).toEqual({ ok: true, value: NO_FILTER });
  });

  it.each([
    [
      'camp=camp_c',
      { field: 'camp', code: 'unknown_camp', seen: 'camp_c', params: { allowed: 'camp_a, camp_b, disputed, uncoded' } },
    ],
    [
      'stance=favor,neutral',
      {
        field: 'stance',
        code: 'unknown_stance',
        seen: 'neutral',
        params: { allowed: 'favor, against, ambivalent, none, cannot_code, disputed, uncoded' },
      },
    ],
    ['from=2025-02-30', { field: 'from', code: 'not_a_date', seen: '2025-02-30', params: { example: '2025-07-31' } }],
    ['from=2025-08&to=2025-07-31', { field: 'to', code: 'out_of_range', seen: '2025-07-31', params: { min: '2025-08' } }],
    ['scoreMin=-2', { field: 'scoreMin', code: 'out_of_range', seen: '-2', params: { min: -1, max: 1 } }],
    ['scoreMin=1e3', { field: 'scoreMin', code: 'not_a_number', seen: '1e3', params: { min: -1, max: 1 } }],
    ['scoreMin=0.5&scoreMax=0', { field: 'scoreMax', code: 'out_of_range', seen: '0', params: { min: 0.5 } }],
    ['limit=501', { field: 'limit', code: 'out_of_range', seen: '501', params: { min: 1, max: 500 } }],
    ['limit=2.5', { field: 'limit', code: 'not_a_number', seen: '2.5', params: { min: 1, max: 500 } }],
    ['scored=maybe', { field: 'scored', code: 'not_one_of', seen: 'maybe', params: { allowed: 'yes, no' } }],
    ['language=arabic', { field: 'language', code: 'not_a_language_tag', seen: 'arabic', params: { example: 'ar' } }],
    ['source=a%20b', { field: 'source', code: 'invalid', seen: 'a b' }],
    ['q=a%00', { field: 'q', code: 'has_nul', seen: 'a␀' }],
    ['after=x', { field: 'after', code: 'invalid', seen: 'x' }],
  ])('refuses %s and shows the rest', (source, problem) => {
    expect(parseStatementFilter(`${source}&attribution=direct`, context)).toEqual({
      ok: false,
      problem: { kind: 'invalid', fields: [problem] },
    });
    const { filter } = readStatementFilter(`${source}&attribution=direct`, context);
    expect(filter.attribution).toEqual(['direct']);
    expect(parseStatementFilter(formatFilter(filter), context)).toEqual({ ok: true, value: filter });
  });

  it('reports names that are no facet only where nobody else reads them', () => {
    expect(parseStatementFilter('flavour=excel').ok).toBe(true);
    const strict = parseStatementFilter('canp=x', { isStrict: true });
    expect(strict.ok ? null : strict.problem.fields[0]).toEqual({
      field: 'canp',
      code: 'unknown_field',
      params: { allowed: FACETS.join(', ') },
    });
  });

  it('takes disputed and uncoded for camps and stances', () => {
    expect(parseStatementFilter('camp=disputed&stance=uncoded', context).ok).toBe(true);
  });
});

describe('formatFilter', () => {
  it('writes facets and values in one order and leaves defaults out', () => {
    const read = readStatementFilter(
      'stance=against&stance=favor&camp=b&q=+a++b&camp=a&limit=50&duplicates=out&from=2025-07',
      {},
    );
    expect(formatFilter(read.filter)).toBe('q=a+b&camp=a&camp=b&stance=favor&stance=against&from=2025-07');
    expect(formatFilter(NO_FILTER)).toBe('');
  });

  const part = fc.tuple(
    fc.constantFrom(...FACETS, '__proto__', 'constructor', 'utm_source'),
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'yes',
        'no',
        'in',
        'out',
        'favor',
        'against',
        'direct',
        '2025',
        '2025-07-31',
        '-0',
        '0.5',
        'ar-sy',
        'n1~a',
        'draft',
      ),
    ),
  );
  it('is read back as the same filter, whatever was asked', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const { filter } = readStatementFilter(new URLSearchParams(parts));
        expect(parseStatementFilter(formatFilter(filter))).toEqual({ ok: true, value: filter });
      }),
    );
  });
});

describe('the filter of a list, which holds context camps where nothing is said', () => {
  const shown = { ...readStatementFilter('q=trade').filter, context: 'in' } as const;
  const leftOut = { ...shown, context: 'out' } as const;

  it('is written so that a list reads it as the same', () => {
    expect(formatListFilter(shown)).toBe('q=trade');
    expect(formatListFilter(leftOut)).toBe('q=trade&context=out');
  });

  it('tells what is left out, and takes that back', () => {
    const chip = { facet: 'context', value: 'out' } as const;
    expect(describeListFilter(shown)).toEqual([{ facet: 'q', value: 'trade' }]);
    expect(describeListFilter(leftOut)).toEqual([{ facet: 'q', value: 'trade' }, chip]);
    expect(withoutChip(leftOut, chip)).toEqual(shown);
  });
});

describe('describeFilter', () => {
  const { filter } = readStatementFilter('camp=a&camp=b&from=2025-07&scored=no&sort=score&after=n1~x&limit=10');

  it('lists what narrows the set, one chip a value', () => {
    expect(describeFilter(filter)).toEqual([
      { facet: 'camp', value: 'a' },
      { facet: 'camp', value: 'b' },
      { facet: 'from', value: '2025-07' },
      { facet: 'scored', value: 'no' },
    ]);
  });

  it('takes off one chip and starts from the first page', () => {
    expect(formatFilter(withoutChip(filter, { facet: 'camp', value: 'a' }))).toBe(
      'camp=b&from=2025-07&scored=no&sort=score&limit=10',
    );
    expect(formatFilter(withoutChip(filter, { facet: 'scored', value: 'no' }))).toBe(
      'camp=a&camp=b&from=2025-07&sort=score&limit=10',
    );
  });

  it('keeps the set without its paging', () => {
    expect(formatFilter(withoutPaging(filter))).toBe('camp=a&camp=b&from=2025-07&scored=no');
  });
});

describe('dateBounds', () => {
  it.each([
    ['from=2025&to=2025', '2025-01-01', '2025-12-31'],
    ['from=2024-02&to=2024-02', '2024-02-01', '2024-02-29'],
    ['from=2025-07-31&to=2025-07-31', '2025-07-31', '2025-07-31'],
    ['to=2023-02', null, '2023-02-28'],
  ])('%s', (source, from, to) => {
    expect(dateBounds(readStatementFilter(source).filter)).toEqual({ from, to });
  });
});

describe('cursor', () => {
  it('is read back as it was written', () => {
    for (const cursor of [
      { value: null, id: 'a-1' },
      { value: -0.42, id: 'a' },
      { value: '2025-07-31', id: 'a' },
      { value: 'a~b', id: 'c' },
      { value: '', id: 'c' },
    ]) {
      expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
    }
  });

  it.each(['', '~a', 'a', 'nx~a', 'n~a', 'zx~a', 's~', 'sx~a b', 'q~a', 'ninfinity~a', 's\0~a'])('refuses %j', (text) => {
    expect(parseCursor(text)).toBeNull();
  });
});
