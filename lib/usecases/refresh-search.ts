import { SEARCH_RULES, searchShadow } from '#lib/core/search/search-shadow';
import { indexedRules, noteIndexedRules, readIndexedTexts, replaceIndexedTexts } from '#lib/db/search-index';
import type { Workspace } from '#lib/usecases/workspace';

/** So many statements are written anew in one transaction. */
const CHUNK = 500;

/**
 * Cuts the words of the search index anew where they were cut by other rules than today's, such as those of an earlier version of the
 * program. Does nothing where they are up to date; begun and broken off, it starts over.
 *
 * @returns how many statements were looked at.
 */
export async function refreshSearch({ db }: Pick<Workspace, 'db'>): Promise<number> {
  if (indexedRules(db) === SEARCH_RULES) return 0;
  let seen = 0;
  for (let after = 0; ; ) {
    const texts = readIndexedTexts(db, after, CHUNK);
    const last = texts.at(-1);
    if (last === undefined) break;
    after = last.rowid;
    seen += texts.length;
    const rows = texts.map(({ rowid, text, translation }) => ({ rowid, folded: searchShadow(text, translation) }));
    await db.write((tx) => replaceIndexedTexts(tx, rows));
  }
  await db.write((tx) => noteIndexedRules(tx, SEARCH_RULES));
  return seen;
}
