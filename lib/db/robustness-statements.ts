import { z } from 'zod';
import type { RobustnessStatement } from '#lib/core/robustness/headline-robustness';
import { UNCODED } from '#lib/core/stance';
import type { Database } from '#lib/db/open-database';
import { type StatementScope, stanceVariable, statementQuery } from '#lib/db/statement-query';

const statementRow = z.object({
  id: z.string(),
  camp: z.string(),
  speakerId: z.string().nullable(),
  sourceId: z.string().nullable(),
  duplicateOf: z.string().nullable(),
});

const codingRow = z.object({
  statementId: z.string(),
  coderId: z.string(),
  code: z.string(),
  codebookVersion: z.number(),
  round: z.number(),
  confidence: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  createdSeq: z.number(),
  withdrawn: z.number(),
});

const rulingRow = z.object({ statementId: z.string(), code: z.string(), createdSeq: z.number(), reopened: z.number() });

function grouped<Row extends { readonly statementId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.statementId);
    if (group === undefined) groups.set(row.statementId, [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * The statements of a scope with every judgement on their stance, duplicates and context camps among them: the panel itself counts
 * with and without.
 */
export function readRobustnessStatements(db: Database, scope: StatementScope): RobustnessStatement[] {
  const query = statementQuery({
    ...scope,
    filter: { ...scope.filter, duplicates: 'in', context: 'in', stance: [], disputed: null, lowConfidence: null },
  });
  const statements = db.rows
    .all(
      `${query.with} SELECT s."id", ifnull(camp."code", '${UNCODED}') AS "camp", s."speakerId", s."sourceId", s."duplicateOfId" AS "duplicateOf"
      FROM ${query.from} WHERE ${query.where} ORDER BY s."createdSeq", s."id"`,
      query.parameters,
    )
    .map((row) => statementRow.parse(row));
  const hidden = query.isHidden('@variable');
  const ids = JSON.stringify(statements.map(({ id }) => id));
  const judged = { ...query.parameters, ids, variable: stanceVariable(scope.target) };
  const asof = scope.filter.asof;
  const until = asof === null ? '1' : `@asof`;
  const parameters = asof === null ? judged : { ...judged, asof };
  const within = (column: string) => (asof === null ? '1' : `${column} <= ${until}`);
  const codings = grouped(
    db.rows
      .all(
        `SELECT k."statementId", k."coderId", k."code", v."number" AS "codebookVersion", k."round", k."confidence", k."createdSeq",
          (k."withdrawnSeq" IS NOT NULL AND ${within('k."withdrawnSeq"')}) AS "withdrawn"
        FROM "Coding" k JOIN "Statement" s ON s."id" = k."statementId" JOIN "Variable" x ON x."id" = k."variableId"
          JOIN "CodebookVersion" v ON v."id" = x."versionId"
        WHERE k."statementId" IN (SELECT value FROM json_each(@ids)) AND k."variableKey" = @variable AND ${within('k."createdSeq"')} AND NOT ${hidden}`,
        parameters,
      )
      .map((row) => codingRow.parse(row)),
  );
  const rulings = grouped(
    db.rows
      .all(
        `SELECT a."statementId", a."code", a."createdSeq", (a."reopenedSeq" IS NOT NULL AND ${within('a."reopenedSeq"')}) AS "reopened"
        FROM "Adjudication" a JOIN "Statement" s ON s."id" = a."statementId"
        WHERE a."statementId" IN (SELECT value FROM json_each(@ids)) AND a."variableKey" = @variable AND ${within('a."createdSeq"')} AND NOT ${hidden}`,
        parameters,
      )
      .map((row) => rulingRow.parse(row)),
  );
  return statements.map((statement) => ({
    ...statement,
    codings: (codings.get(statement.id) ?? []).map(({ statementId: _id, withdrawn, ...coding }) => ({
      ...coding,
      withdrawn: withdrawn === 1,
    })),
    adjudications: (rulings.get(statement.id) ?? []).map(({ code, createdSeq, reopened }) => ({
      code,
      createdSeq,
      reopened: reopened === 1,
    })),
  }));
}
