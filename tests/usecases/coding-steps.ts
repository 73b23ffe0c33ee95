import { addCoder } from '#lib/usecases/add-coder';
import { submitCoding } from '#lib/usecases/submit-coding';
import type { Workspace } from '#lib/usecases/workspace';

export const EVENT = 'damascus-moscow-2025';
export const STANCE = 'stance.rapprochement';

/** Makes coders of names. */
export async function makeCoders(workspace: Workspace, ...names: string[]): Promise<void> {
  for (const name of names) {
    const made = await addCoder(workspace, { name });
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
  }
}

/** Ids of published statements of the seeded event, in the order in which they came. */
export async function statementIds(workspace: Workspace): Promise<string[]> {
  const rows = await workspace.db.read.statement.findMany({
    where: { event: { slug: EVENT }, status: 'published' },
    orderBy: [{ createdSeq: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Codes one unit; tests say only what matters to them. */
export function code(workspace: Workspace, changes: Readonly<Record<string, unknown>>) {
  return submitCoding(workspace, { eventSlug: EVENT, coding: { variable: STANCE, code: 'against', ...changes } });
}

/** Codes one unit and stops the test when it is refused. */
export async function coded(workspace: Workspace, changes: Readonly<Record<string, unknown>>) {
  const result = await code(workspace, changes);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** The resolved code of a unit as charts read it; null where there is none. */
export async function resolvedCode(workspace: Workspace, statementId: string, variableKey = STANCE) {
  const row = await workspace.db.read.resolvedCode.findUnique({
    where: { statementId_variableKey: { statementId, variableKey } },
  });
  return row === null ? null : { code: row.code, basis: row.basis, coders: row.coders };
}
