import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markHits } from '#lib/core/search/mark-hits';
import { SEARCH_TOKENIZER, searchShadow } from '#lib/core/search/search-shadow';
import { toMatch } from '#lib/core/search/to-match';
import { ARABIC_PAIRS, ENGLISH_PAIRS } from './search-pairs';

let database: Database.Database;

beforeAll(() => {
  database = new Database(':memory:');
  database.exec(`CREATE VIRTUAL TABLE search USING fts5(shadow, tokenize = '${SEARCH_TOKENIZER}')`);
});
afterAll(() => {
  database.close();
});

/** Indices of the texts that a query finds. */
function search(query: string, texts: readonly (string | readonly string[])[]): readonly number[] {
  database.exec('DELETE FROM search');
  const insert = database.prepare('INSERT INTO search(rowid, shadow) VALUES (?, ?)');
  texts.forEach((text, index) => {
    insert.run(index, searchShadow(...[text].flat()));
  });
  const match = toMatch(query);
  const rows = (sql: string, ...values: string[]) =>
    database
      .prepare<string[], number>(sql)
      .pluck()
      .all(...values);
  switch (match.kind) {
    case 'all':
      return rows('SELECT rowid FROM search');
    case 'nothing':
      return [];
    case 'matching':
      return rows('SELECT rowid FROM search WHERE search MATCH ?', match.match);
    case 'except':
      return rows('SELECT rowid FROM search WHERE rowid NOT IN (SELECT rowid FROM search WHERE search MATCH ?)', match.match);
  }
}

describe.each([
  ['Arabic', ARABIC_PAIRS],
  ['English', ENGLISH_PAIRS],
])('%s', (_, pairs) => {
  it.each(pairs)('%s in %s: %s', (query, text, isFound) => {
    expect(search(query, [text])).toEqual(isFound ? [0] : []);
  });

  it.each(pairs.filter(([, , isFound]) => isFound))('%s is marked in %s', (query, text) => {
    expect(markHits(text, query)).not.toEqual([]);
  });

  it.each(pairs.filter(([query, , isFound]) => !isFound && !/[\s-]/.test(query)))('%s is not marked in %s', (query, text) => {
    expect(markHits(text, query)).toEqual([]);
  });
});

describe('toMatch', () => {
  it('takes a blank query for all and one without a word for nothing', () => {
    expect(search('  ', ['a', ''])).toEqual([0, 1]);
    expect(search('!? "" - *', ['a'])).toEqual([]);
  });

  it('finds what does not hold a word', () => {
    expect(search('-war', ['war', 'peace'])).toEqual([1]);
    expect(search('-"no deal"', ['no deal', 'deal or no'])).toEqual([1]);
    expect(search('−war', ['wars', 'peace'])).toEqual([1]);
  });

  it('finds words in either text, a phrase in one of them', () => {
    expect(search('سلام peace', [['سلام', 'peace']])).toEqual([0]);
    expect(search('"one two"', [['at one', 'two']])).toEqual([]);
  });

  it('reads a quotation mark that is never closed to the end', () => {
    expect(search('"no deal', ['no deal', 'deal no'])).toEqual([0]);
  });

  it('takes the words of the query language for words', () => {
    expect(search('AND', ['this and that', 'this'])).toEqual([0]);
    expect(search('near NOT or', ['or not near', 'near or'])).toEqual([0]);
    expect(search('shadow:a', ['shadow a', 'a'])).toEqual([0]);
  });

  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        "'",
        '-',
        '*',
        '(',
        ')',
        ':',
        '^',
        '+',
        ' ',
        'AND',
        'OR',
        'NOT',
        'NEAR',
        'a',
        'ب',
        'ال',
        '·',
        '¶',
        '\0',
        '\ud800',
        '{',
        '}',
        ',',
        '“',
        '.',
      ),
      maxLength: 40,
    }),
  );
  it('never raises an error of the index', () => {
    fc.assert(
      fc.property(typed, (query) => {
        search(query, ['a text with a word', 'نص']);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every text by each of its own words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'abeinsty’-.ةابلوفكسيهنم٢أ'), minLength: 1, maxLength: 8 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (words) => {
          const text = words.join(' ');
          for (const word of words) {
            if (toMatch(`+${word}`).kind !== 'matching') continue;
            expect(search(`+${word}`, [text]), `${word} in ${text}`).toEqual([0]);
            expect(search(`"${text}"`, [text]), text).toEqual([0]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('marks a hit exactly where the index finds one', () => {
    const word = fc.constantFrom(
      'عدالة',
      'العدالة',
      'بالعدالة',
      'وعدالة',
      'families',
      "family's",
      'cease-fire',
      'ceasefire',
      'fire',
      'لا',
      'no',
      '2025م',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), word, word, (words, one, two) => {
        const text = words.join(' ');
        for (const query of [one, `"${one} ${two}"`, `${one.slice(0, 3)}*`]) {
          expect(markHits(text, query).length > 0, `${query} in ${text}`).toBe(search(query, [text]).length > 0);
        }
      }),
    );
  });
});

describe('markHits', () => {
  const marked = (text: string, query: string) => markHits(text, query).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['نطالب بِالعَدالة، الآن', 'عدالة', ['بِالعَدالة']],
    ['The families’ Families', 'family', ['families', 'Families']],
    ['a cease-fire, a ceasefire', 'ceasefire', ['cease-fire', 'ceasefire']],
    ['no deal, no "deal"', '"no deal"', ['no deal', 'no "deal']],
    ['for peace and war', 'peace -war', ['peace']],
    ['Justified, just', 'justi*', ['Justified']],
    ['one two three', 'two one', ['one', 'two']],
    ['one two', '"one two" two', ['one two']],
    ['قبل ١٬٠٠٠ يوم', '1000', ['١٬٠٠٠']],
    ['nothing here', '', []],
    ['nothing here', '-x', []],
    ['😀 حــق 😀', 'حق', ['حــق']],
  ])('marks in %j what %j finds', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });

  it('gives ranges in order that lie in the text and do not touch', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
        let end = -1;
        for (const range of markHits(text, query)) {
          expect(range.start).toBeGreaterThan(end);
          expect(range.end).toBeGreaterThan(range.start);
          end = range.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
