import { z } from 'zod';
import type { CodebookContent, CodebookVersion } from '#lib/core/codebook/codebook';
import { appendLog } from '#lib/db/audit-log';
import { bindInto } from '#lib/db/bind-values';
import { type BlindCoder, isHidden } from '#lib/db/blind-coding';
import type { EventRecord, TargetRecord, VariableRecord } from '#lib/db/events';
import type { Database, SqlValue, Transaction } from '#lib/db/open-database';

/** The variable whose codes are the camps of the event. */
export const CAMP_VARIABLE = 'camp';

const versionRow = z.object({ number: z.number(), note: z.string().nullable(), publishedAt: z.string().nullable() });

/** A published version in a list. */
export type ListedVersion = z.infer<typeof versionRow>;

/** Every published version of an event's codebook, newest first. */
export function readCodebookVersions(db: Database, codebookId: string): ListedVersion[] {
  return db.rows
    .all(
      `SELECT "number", "note", "publishedAt" FROM "CodebookVersion" WHERE "codebookId" = @codebook AND "status" = 'published'
      ORDER BY "number" DESC`,
      { codebook: codebookId },
    )
    .map((row) => versionRow.parse(row));
}

const usageRow = z.object({ variable: z.string(), code: z.string(), codings: z.number(), stale: z.number() });

/** How many codings a code has, of whatever version, and how many of them mean something else by now. */
export type CodeUsage = z.infer<typeof usageRow>;

/**
 * Counts the codings of every code that stand; adjudications count as well, since they name a code too.
 *
 * @param blind whose reader learns no count of what is kept from them.
 */
export function readCodeUsage(db: Database, eventId: string, versionId: string, blind: BlindCoder | null): CodeUsage[] {
  const parameters: Record<string, SqlValue> = { event: eventId, version: versionId };
  const bind = bindInto(parameters);
  const hidden = (row: string) => isHidden(blind, 's."id"', `${row}."variableKey"`, bind);
  return db.rows
    .all(
      `SELECT "variable", "code", sum("codings") AS "codings", sum("stale") AS "stale" FROM (
        SELECT c."variableKey" AS "variable", c."code", count(*) AS "codings",
          sum(o1."id" IS NULL OR o1."supersededBy" IS NOT NULL OR v0."number" < x1."meaningSince" OR v0."number" < o1."meaningSince") AS "stale"
        FROM "Coding" c JOIN "Statement" s ON s."id" = c."statementId" JOIN "Variable" x0 ON x0."id" = c."variableId"
          JOIN "CodebookVersion" v0 ON v0."id" = x0."versionId"
          LEFT JOIN "Variable" x1 ON x1."versionId" = @version AND x1."key" = c."variableKey"
          LEFT JOIN "Code" o1 ON o1."variableId" = x1."id" AND o1."key" = c."code"
        WHERE s."eventId" = @event AND s."status" <> 'deleted' AND c."withdrawnSeq" IS NULL AND NOT ${hidden('c')} GROUP BY 1, 2
        UNION ALL
        SELECT a."variableKey", a."code", count(*), 0 FROM "Adjudication" a JOIN "Statement" s ON s."id" = a."statementId"
        WHERE a."eventId" = @event AND s."status" <> 'deleted' AND a."reopenedSeq" IS NULL AND NOT ${hidden('a')} GROUP BY 1, 2
      ) GROUP BY 1, 2 ORDER BY 1, 2`,
      parameters,
    )
    .map((row) => usageRow.parse(row));
}

/** A stored version as the codebook that people write and compare. */
export function contentOf(
  version: { readonly note: string | null; readonly variables: readonly VariableRecord[] },
  targets: readonly TargetRecord[],
): CodebookContent {
  const slugs = new Map(targets.map(({ id, slug }) => [id, slug]));
  return {
    note: version.note,
    variables: version.variables.map(({ key, targetId, level, label, question, codes }) => ({
      key,
      target: targetId === null ? null : (slugs.get(targetId) ?? null),
      level,
      label,
      question,
      codes: codes.map((code) => ({
        key: code.key,
        label: code.label,
        definition: code.definition,
        useWhen: code.useWhen,
        avoidWhen: code.avoidWhen,
        value: code.value,
        examples: code.examples,
        counterExamples: code.counterExamples,
        supersededBy: code.supersededBy,
      })),
    })),
  };
}

/** The same with its number and with when each part got its meaning. */
export function datedVersionOf(
  version: { readonly number: number; readonly note: string | null; readonly variables: readonly VariableRecord[] },
  targets: readonly TargetRecord[],
): CodebookVersion {
  const content = contentOf(version, targets);
  return {
    number: version.number,
    note: content.note,
    variables: content.variables.map((variable, place) => ({
      ...variable,
      meaningSince: version.variables[place]?.meaningSince ?? version.number,
      codes: variable.codes.map((code, codePlace) => ({
        ...code,
        meaningSince: version.variables[place]?.codes[codePlace]?.meaningSince ?? version.number,
      })),
    })),
  };
}

/**
 * Camps are codes of the codebook and rows of the event: a new code becomes a camp, words follow the codebook, and a camp whose code is
 * gone or superseded is retired once no statement is in it any more.
 */
async function followCamps(tx: Transaction, event: EventRecord, version: CodebookVersion, newId: () => string): Promise<void> {
  const variable = version.variables.find(({ key }) => key === CAMP_VARIABLE);
  if (variable === undefined) return;
  const live = variable.codes.filter(({ supersededBy }) => supersededBy === null);
  for (const [order, code] of live.entries()) {
    const words = {
      labelEn: code.label.en,
      labelAr: code.label.ar,
      definitionEn: code.definition.en,
      definitionAr: code.definition.ar,
    };
    await tx.camp.upsert({
      where: { eventId_slug: { eventId: event.id, slug: code.key } },
      update: { ...words, retired: 0 },
      create: { id: newId(), eventId: event.id, slug: code.key, ...words, sortOrder: event.camps.length + order + 1 },
    });
  }
  for (const camp of event.camps) {
    if (camp.retired || live.some(({ key }) => key === camp.slug)) continue;
    const used = await tx.resolvedCode.count({
      where: { variableKey: CAMP_VARIABLE, code: camp.slug, statement: { eventId: event.id } },
    });
    if (used === 0) await tx.camp.update({ where: { id: camp.id }, data: { retired: 1 } });
  }
}

/** Stores a version as published, with its log row, and brings the event's camps in line. */
export async function storeCodebookVersion(
  tx: Transaction,
  event: EventRecord,
  version: CodebookVersion,
  writing: {
    readonly actor: string;
    readonly at: string;
    readonly newId: () => string;
    /** What became stale, for the log. */
    readonly stale: readonly { readonly variable: string; readonly code: string }[];
  },
): Promise<void> {
  const { codebookId } = event.codebook;
  const versionId = writing.newId();
  const targets = new Map(event.targets.map(({ id, slug }) => [slug, id]));
  await appendLog(tx, [
    {
      at: writing.at,
      actor: writing.actor,
      action: 'codebook.published',
      entity: 'codebook',
      entityId: codebookId,
      eventId: event.id,
      reason: version.note,
      before: { version: event.codebook.number },
      after: { version: version.number, stale: writing.stale },
    },
  ]);
  await tx.codebookVersion.create({
    data: {
      id: versionId,
      codebookId,
      number: version.number,
      status: 'published',
      note: version.note,
      publishedAt: writing.at,
      createdAt: writing.at,
    },
  });
  for (const [sortOrder, variable] of version.variables.entries()) {
    const variableId = writing.newId();
    await tx.variable.create({
      data: {
        id: variableId,
        versionId,
        key: variable.key,
        targetId: variable.target === null ? null : (targets.get(variable.target) ?? null),
        level: variable.level,
        labelEn: variable.label.en,
        labelAr: variable.label.ar,
        questionEn: variable.question.en,
        questionAr: variable.question.ar,
        sortOrder,
        meaningSince: variable.meaningSince,
      },
    });
    await tx.code.createMany({
      data: variable.codes.map((code, place) => ({
        id: writing.newId(),
        variableId,
        key: code.key,
        labelEn: code.label.en,
        labelAr: code.label.ar,
        definitionEn: code.definition.en,
        definitionAr: code.definition.ar,
        useWhenEn: code.useWhen.en,
        useWhenAr: code.useWhen.ar,
        avoidWhenEn: code.avoidWhen.en,
        avoidWhenAr: code.avoidWhen.ar,
        value: code.value,
        examples: JSON.stringify(code.examples),
        counterExamples: JSON.stringify(code.counterExamples),
        sortOrder: place,
        supersededBy: code.supersededBy,
        meaningSince: code.meaningSince,
      })),
    });
  }
  await followCamps(tx, event, version, writing.newId);
}
