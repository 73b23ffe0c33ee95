import { z } from 'zod';
import { appendLog } from '#lib/db/audit-log';
import { insertRows } from '#lib/db/insert-rows';
import type { Database, Transaction } from '#lib/db/open-database';
import { refreshResolvedCodes } from '#lib/db/resolved-codes';

/** One coding about to be stored. */
export interface NewCoding {
  readonly id: string;
  readonly statementId: string;
  readonly variableId: string;
  readonly variableKey: string;
  readonly codeId: string;
  readonly code: string;
  readonly codebookVersion: number;
  readonly coderId: string;
  readonly round: number;
  readonly confidence: number | null;
  readonly rationale: string | null;
}

/** One of a coder's own codings of a statement on a variable. */
export interface OwnCoding {
  readonly id: string;
  readonly variableId: string;
  readonly codebookVersion: number;
  readonly code: string;
  readonly round: number;
  readonly confidence: number | null;
  readonly rationale: string | null;
  readonly withdrawn: boolean;
  readonly createdSeq: number;
}

/** Whether the event has that statement and shows it. */
export async function isPublished(tx: Transaction, eventId: string, statementId: string): Promise<boolean> {
  return (await tx.statement.count({ where: { id: statementId, eventId, status: 'published' } })) > 0;
}

/** The number of the event's newest published codebook version, read inside the transaction that relies on it. */
export async function newestVersionNumber(tx: Transaction, codebookId: string): Promise<number> {
  const newest = await tx.codebookVersion.findFirst({
    where: { codebookId, status: 'published' },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  return newest?.number ?? 0;
}

interface OwnUnit {
  readonly statementId: string;
  readonly variableKey: string;
  readonly coderId: string;
}

/** The same for a page that only reads. */
export function readOwnCodings(db: Database, unit: OwnUnit): Promise<OwnCoding[]> {
  return findOwnCodings(db.read, unit);
}

/** All codings that a coder gave a statement on a variable, in the order in which they came; withdrawn ones too. */
export async function findOwnCodings(from: Pick<Transaction, 'coding'>, unit: OwnUnit): Promise<OwnCoding[]> {
  const rows = await from.coding.findMany({
    where: { statementId: unit.statementId, variableKey: unit.variableKey, coderId: unit.coderId },
    orderBy: [{ createdSeq: 'asc' }, { round: 'asc' }],
    select: {
      id: true,
      variableId: true,
      code: true,
      round: true,
      confidence: true,
      rationale: true,
      withdrawnSeq: true,
      createdSeq: true,
      variable: { select: { version: { select: { number: true } } } },
    },
  });
  return rows.map(({ variable, withdrawnSeq, ...row }) => ({
    ...row,
    codebookVersion: variable.version.number,
    withdrawn: withdrawnSeq !== null,
  }));
}

interface Writing {
  readonly eventId: string;
  readonly actor: string;
  readonly at: string;
}

/** Stores codings with a log row each, and resolves the codes of their statements again. */
export async function storeCodings(tx: Transaction, codings: readonly NewCoding[], writing: Writing): Promise<number[]> {
  if (codings.length === 0) return [];
  const seqs = await appendLog(
    tx,
    codings.map(({ variableKey, code, codebookVersion, round, confidence, rationale, statementId }) => ({
      at: writing.at,
      actor: writing.actor,
      action: 'coding.submitted',
      entity: 'statement',
      entityId: statementId,
      eventId: writing.eventId,
      after: { variable: variableKey, code, codebookVersion, round, confidence, rationale },
    })),
  );
  await insertRows(
    tx,
    'Coding',
    codings.map(({ codebookVersion: _version, ...coding }, index) => ({
      ...coding,
      createdAt: writing.at,
      createdSeq: seqs[index] ?? 0,
    })),
  );
  await refreshResolvedCodes(
    tx,
    codings.map((coding) => coding.statementId),
  );
  return seqs;
}

/** A coding with what is needed to decide on taking it back. */
export interface FoundCoding {
  readonly id: string;
  readonly statementId: string;
  readonly variableKey: string;
  readonly code: string;
  readonly round: number;
  readonly codebookVersion: number;
  readonly coderId: string;
  readonly coder: string;
  readonly withdrawn: boolean;
}

/** The coding with that id, if it is of a published statement of the event. */
export async function findCoding(tx: Transaction, eventId: string, id: string): Promise<FoundCoding | null> {
  const row = await tx.coding.findFirst({
    where: { id, statement: { eventId, status: 'published' } },
    select: {
      id: true,
      statementId: true,
      variableKey: true,
      code: true,
      round: true,
      coderId: true,
      withdrawnSeq: true,
      coder: { select: { name: true } },
      variable: { select: { version: { select: { number: true } } } },
    },
  });
  if (row === null) return null;
  const { withdrawnSeq, coder, variable, ...rest } = row;
  return { ...rest, coder: coder.name, codebookVersion: variable.version.number, withdrawn: withdrawnSeq !== null };
}

/** Takes a coding back: the row stays, with the time from which it no longer counts. */
export async function markWithdrawn(
  tx: Transaction,
  coding: FoundCoding,
  writing: Writing & { readonly reason: string | null },
): Promise<number> {
  const [seq = 0] = await appendLog(tx, [
    {
      at: writing.at,
      actor: writing.actor,
      action: 'coding.withdrawn',
      entity: 'statement',
      entityId: coding.statementId,
      eventId: writing.eventId,
      reason: writing.reason,
      before: {
        variable: coding.variableKey,
        code: coding.code,
        codebookVersion: coding.codebookVersion,
        round: coding.round,
      },
    },
  ]);
  await tx.coding.update({ where: { id: coding.id }, data: { withdrawnAt: writing.at, withdrawnSeq: seq } });
  await refreshResolvedCodes(tx, [coding.statementId]);
  return seq;
}

const lastOwn = z.object({
  id: z.string(),
  statementId: z.string(),
  variableKey: z.string(),
  code: z.string(),
  createdAt: z.string(),
});

/** A coder's newest coding in an event that is not withdrawn: what `undo` means. */
export type LastCoding = z.infer<typeof lastOwn>;

/** The coding that a coder gave last in an event and has not taken back; null when there is none. */
export function readLastCoding(db: Database, eventId: string, coderId: string): LastCoding | null {
  const row = db.rows.get(
    `SELECT c."id", c."statementId", c."variableKey", c."code", c."createdAt"
    FROM "Coding" c JOIN "Statement" s ON s."id" = c."statementId"
    WHERE c."coderId" = @coder AND s."eventId" = @event AND s."status" = 'published' AND c."withdrawnSeq" IS NULL
    ORDER BY c."createdSeq" DESC, c."id" DESC LIMIT 1`,
    { coder: coderId, event: eventId },
  );
  return row === undefined ? null : lastOwn.parse(row);
}

/** Whether any version of the codebook has that code in the variable. */
export async function isCodeOfAnyVersion(
  tx: Transaction,
  codebookId: string,
  variableKey: string,
  code: string,
): Promise<boolean> {
  return (await tx.code.count({ where: { key: code, variable: { key: variableKey, version: { codebookId } } } })) > 0;
}
