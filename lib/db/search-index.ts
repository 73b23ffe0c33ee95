import { z } from 'zod';
import type { Database, Transaction } from '#lib/db/open-database';

const rulesRow = z.object({ user_version: z.number() });

/** By which rules the words of the search index were cut: `SEARCH_RULES` of that time, 0 where that was never noted. */
export function indexedRules(db: Database): number {
  return rulesRow.parse(db.rows.get('PRAGMA user_version')).user_version;
}

/** Notes by which rules the words of the search index are cut. */
export async function noteIndexedRules(tx: Transaction, rules: number): Promise<void> {
  await tx.$executeRawUnsafe(`PRAGMA user_version = ${Math.trunc(rules)}`);
}

const textRow = z.object({ rowid: z.number(), text: z.string(), translation: z.string().nullable() });

/** A statement's row of the search index with the texts that it is made of. */
export type IndexedTexts = z.infer<typeof textRow>;

/** The next rows of the search index, in their order. */
export function readIndexedTexts(db: Database, after: number, limit: number): IndexedTexts[] {
  return db.rows
    .all(
      `SELECT x."rowid", s."originalText" AS "text",
        (SELECT t."text" FROM "Translation" t WHERE t."statementId" = s."id" ORDER BY t."createdSeq" DESC, t."id" LIMIT 1) AS "translation"
      FROM "StatementSearch" x JOIN "Statement" s ON s."id" = x."statementId"
      WHERE x."rowid" > @after ORDER BY x."rowid" LIMIT @limit`,
      { after, limit },
    )
    .map((row) => textRow.parse(row));
}

/** Puts folded texts in the place of those that the search index has; statements that left it meanwhile stay out. */
export async function replaceIndexedTexts(
  tx: Transaction,
  rows: readonly { readonly rowid: number; readonly folded: string }[],
): Promise<void> {
  const folded = JSON.stringify(rows.map((row) => [row.rowid, row.folded]));
  await tx.$executeRaw`
    UPDATE "StatementSearch" SET "folded" = j."folded"
    FROM (SELECT value ->> 0 AS "rowid", value ->> 1 AS "folded" FROM json_each(${folded})) j
    WHERE "StatementSearch"."rowid" = j."rowid" AND "StatementSearch"."folded" <> j."folded"`;
}
