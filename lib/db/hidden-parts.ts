import { z } from 'zod';
import { bindInto } from '#lib/db/bind-values';
import { type BlindCoder, isHidden, isScoreHidden } from '#lib/db/blind-coding';
import type { Database, SqlValue } from '#lib/db/open-database';

/** What has to be kept from a reader who codes. */
export interface HiddenParts {
  /** Keys of the variables that they have not coded yet. */
  readonly variables: readonly string[];
  readonly score: boolean;
}

const keyRow = z.object({ key: z.string() });
const scoreRow = z.object({ hidden: z.number() });

/** What of one statement has to be kept from a coder. */
export function readHiddenParts(db: Database, statementId: string, blind: BlindCoder | null): HiddenParts {
  if (blind === null) return { variables: [], score: false };
  const parameters: Record<string, SqlValue> = { statement: statementId, keys: JSON.stringify(blind.variableKeys) };
  const bind = bindInto(parameters);
  const variables = db.rows
    .all(
      `SELECT q."value" AS "key" FROM json_each(@keys) q WHERE ${isHidden(blind, '@statement', 'q."value"', bind)}`,
      parameters,
    )
    .map((row) => keyRow.parse(row).key);
  const score = scoreRow.parse(db.rows.get(`SELECT ${isScoreHidden(blind, '@statement', bind)} AS "hidden"`, parameters));
  return { variables, score: score.hidden === 1 };
}
