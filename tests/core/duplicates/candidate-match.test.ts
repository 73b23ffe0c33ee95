import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { candidateMatch } from '#lib/core/duplicates/candidate-match';
import { SEARCH_TOKENIZER, searchShadow } from '#lib/core/search/search-shadow';

it('finds a text by the words that it shares, best first', () => {
  const database = new Database(':memory:');
  database.exec(`CREATE VIRTUAL TABLE search USING fts5(shadow, tokenize = '${SEARCH_TOKENIZER}')`);
  const insert = database.prepare('INSERT INTO search(rowid, shadow) VALUES (?, ?)');
  ['nobody forgets the children', 'the children play', 'something else', 'العدالة قبل السلام'].forEach((text, at) => {
    insert.run(at, searchShadow(text));
  });
  const find = (text: string) =>
    database.prepare('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank').pluck().all(candidateMatch(text));
  expect(find('Nobody forgets our children!')).toEqual([0, 1]);
  expect(find('عدالة قبل كل سلام')).toEqual([3]);
  expect(candidateMatch('?!')).toBeNull();
  database.close();
});
