import { z } from 'zod';
import type { ExportedCoding } from '#lib/core/codings/coding-columns';
import { bindInto } from '#lib/db/bind-values';
import { type BlindCoder, isHidden } from '#lib/db/blind-coding';
import type { EventRecord } from '#lib/db/events';
import type { Database, SqlValue } from '#lib/db/open-database';

const codingRow = z.object({
  id: z.string(),
  statement: z.string(),
  externalId: z.string().nullable(),
  target: z.string().nullable(),
  variable: z.string(),
  code: z.string(),
  label: z.string().nullable(),
  value: z.number().nullable(),
  coder: z.string(),
  codebookVersion: z.number(),
  round: z.number(),
  confidence: z.number().nullable(),
  rationale: z.string().nullable(),
  codedAt: z.string(),
  withdrawnAt: z.string().nullable(),
  latest: z.number(),
  stale: z.number(),
});

export interface CodingRowScope {
  readonly event: EventRecord;
  readonly language: 'en' | 'ar';
  readonly coders: 'names' | 'pseudonyms';
  readonly blind: BlindCoder | null;
}

/** Every coding of the published statements of an event, withdrawn ones too, one by one in the order in which they were given. */
export function* iterateCodingRows(db: Database, scope: CodingRowScope): Generator<ExportedCoding> {
  const { event } = scope;
  const parameters: Record<string, SqlValue> = { event: event.id, version: event.codebook.id };
  const bind = bindInto(parameters);
  const rows = db.rows.iterate(
    `SELECT c."id", s."id" AS "statement", s."externalId", t."slug" AS "target", c."variableKey" AS "variable", c."code",
      o."${scope.language === 'ar' ? 'labelAr' : 'labelEn'}" AS "label", o."value", k."${scope.coders === 'names' ? 'name' : 'pseudonym'}" AS "coder",
      v."number" AS "codebookVersion", c."round", c."confidence", c."rationale", c."createdAt" AS "codedAt", c."withdrawnAt",
      (c."withdrawnSeq" IS NULL AND 1 = row_number() OVER (PARTITION BY c."statementId", c."variableKey", c."coderId", c."withdrawnSeq" IS NULL
        ORDER BY v."number" DESC, c."round" DESC, c."createdSeq" DESC)) AS "latest",
      (n."id" IS NULL OR n."supersededBy" IS NOT NULL OR v."number" < y."meaningSince" OR v."number" < n."meaningSince") AS "stale"
    FROM "Coding" c JOIN "Statement" s ON s."id" = c."statementId" JOIN "Coder" k ON k."id" = c."coderId"
      JOIN "Variable" x ON x."id" = c."variableId" JOIN "CodebookVersion" v ON v."id" = x."versionId" JOIN "Code" o ON o."id" = c."codeId"
      LEFT JOIN "Target" t ON t."id" = x."targetId"
      LEFT JOIN "Variable" y ON y."versionId" = @version AND y."key" = c."variableKey"
      LEFT JOIN "Code" n ON n."variableId" = y."id" AND n."key" = c."code"
    WHERE s."eventId" = @event AND s."status" = 'published' AND NOT ${isHidden(scope.blind, 's."id"', 'c."variableKey"', bind)}
    ORDER BY c."createdSeq", c."id"`,
    parameters,
  );
  for (const row of rows) {
    const { latest, stale, ...rest } = codingRow.parse(row);
    yield { ...rest, event: event.slug, latest: latest === 1, stale: stale === 1 };
  }
}
