import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment, fileName } from '#lib/core/csv/file-name';

const base = { event: 'damascus-moscow-2025', date: '2025-08-15', extension: 'csv' };

describe('fileName', () => {
  it('says event, filter and date', () => {
    expect(fileName(base)).toBe('damascus-moscow-2025_2025-08-15.csv');
    expect(
      fileName({
        ...base,
        filter: [
          ['camp', 'pragmatic'],
          ['stance', 'favor'],
        ],
      }),
    ).toBe('damascus-moscow-2025_camp-pragmatic_stance-favor_2025-08-15.csv');
    expect(fileName({ ...base, what: 'codings', extension: 'jsonl' })).toBe('damascus-moscow-2025_codings_2025-08-15.jsonl');
  });

  it('keeps Arabic and drops what no file system takes', () => {
    expect(fileName({ ...base, filter: [['q', '../العدالة "x"\0']] })).toBe('damascus-moscow-2025_q-العدالة-x_2025-08-15.csv');
  });

  it('cuts a long filter at a facet and says so', () => {
    const filter = [
      ['camp', 'a'.repeat(60)],
      ['stance', 'b'.repeat(60)],
    ] as const;
    expect(fileName({ ...base, filter })).toBe(`damascus-moscow-2025_camp-${'a'.repeat(60)}_etc_2025-08-15.csv`);
  });

  it('holds no path and no control character, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (event, value) => {
        expect(fileName({ ...base, event, filter: [['q', value]] })).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}\s]/u);
      }),
    );
  });
});

describe('attachment', () => {
  it('names an ASCII file plainly and others in UTF-8 too', () => {
    expect(attachment('a_b.csv')).toBe('attachment; filename="a_b.csv"');
    expect(attachment('q-لا.csv')).toBe(`attachment; filename="q-.csv"; filename*=UTF-8''q-%D9%84%D8%A7.csv`);
    expect(attachment('q-é.csv')).toBe(`attachment; filename="q-.csv"; filename*=UTF-8''q-%C3%A9.csv`);
  });
});
