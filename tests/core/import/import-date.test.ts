import { describe, expect, it } from 'vitest';
import { readImportDate } from '#lib/core/import/import-date';

const TODAY = '2026-11-23';

describe('readImportDate', () => {
  it.each([
    ['2025-07-31', '2025-07-31'],
    ['2025-07', '2025-07'],
    ['2025', '2025'],
    ['2025/7/1', '2025-07-01'],
    ['2025.07.31', '2025-07-31'],
    ['2025-07-31T10:00:00Z', '2025-07-31'],
    ['2025-07-31 10:00', '2025-07-31'],
    ['31/07/2025', '2025-07-31'],
    ['07/31/2025', '2025-07-31'],
    ['31-7-2025 9:15 pm', '2025-07-31'],
    ['٣١/٠٧/٢٠٢٥', '2025-07-31'],
    ['03/03/2025', '2025-03-03'],
    ['31/07/25', '2025-07-31'],
    ['31 July 2025', '2025-07-31'],
    ['July 31st, 2025', '2025-07-31'],
    ['Jul 2025', '2025-07'],
    ['٣١ تموز ٢٠٢٥', '2025-07-31'],
    ['31 يوليو 2025', '2025-07-31'],
    ['1 كانون الثاني 2025', '2025-01-01'],
    ['آب 2025', '2025-08'],
  ])('reads %s', (cell, value) => {
    expect(readImportDate(cell, null, TODAY)).toEqual({ kind: 'date', value });
  });

  it.each([
    ['03/04/26', ['dmy', 'mdy', 'ymd']],
    ['03/04/2025', ['dmy', 'mdy']],
    ['1.2.2025', ['dmy', 'mdy']],
  ])('asks for the order of %s', (cell, orders) => {
    expect(readImportDate(cell, null, TODAY)).toEqual({ kind: 'ambiguous', orders });
  });

  it('reads in the order that was answered, where it can', () => {
    const read = (order: 'dmy' | 'mdy' | 'ymd', cell = '03/04/26') => readImportDate(cell, order, TODAY);
    expect(read('dmy')).toEqual({ kind: 'date', value: '2026-04-03' });
    expect(read('mdy')).toEqual({ kind: 'date', value: '2026-03-04' });
    expect(read('ymd')).toEqual({ kind: 'date', value: '2003-04-26' });
    expect(read('mdy', '31/07/2025')).toEqual({ kind: 'date', value: '2025-07-31' });
  });

  it.each(['', 'yesterday', '31/31/2025', '30/02/2025', '2025-02-30', '45869', '31 Thermidor 2025', '1/2', '1/2/3/4'])(
    'reads no date in %j',
    (cell) => {
      expect(readImportDate(cell, null, TODAY)).toEqual({ kind: 'none' });
    },
  );
});
