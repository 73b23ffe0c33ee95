import { type CodingInput, codingFromForm, parseCoding } from '#lib/core/codings/coding-input';
import type { FieldProblem, Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog } from '#lib/db/audit-log';
import { findCoder, findOrCreateCoder } from '#lib/db/coders';
import { type NewCoding, storeCodings } from '#lib/db/codings';
import { type EventRecord, readEvent } from '#lib/db/events';
import type { Transaction } from '#lib/db/open-database';
import { findByExternalId } from '#lib/db/statement-lookup';
import { readTable } from '#lib/files/read-table';
import type { OpenFile } from '#lib/files/read-text';
import { decideCoding } from '#lib/usecases/submit-coding';
import { instant, type Workspace } from '#lib/usecases/workspace';

/** Columns that a file of codings must have. */
const CODING_FILE_COLUMNS = ['statement', 'variable', 'code', 'coder'] as const;

/** Rows are stored so many at a time: one transaction must not hold up everybody else. */
const BATCH = 500;

export interface ImportCodingsRequest {
  readonly eventSlug: string;
  readonly open: OpenFile;
  /** Who imports; the codings are those of the coders that the file names. */
  readonly by: string;
  /** Whether names that are no coders yet become some. */
  readonly newCoders?: boolean;
  /** Check everything and write nothing. */
  readonly dryRun?: boolean;
}

export interface RejectedCoding {
  /** Line of the file. */
  readonly row: number;
  readonly problems: readonly FieldProblem[];
}

export interface ImportedCodings {
  readonly rows: number;
  readonly added: number;
  /** Rows that say what is here already. */
  readonly unchanged: number;
  /** Rows that were withdrawn where they come from. */
  readonly withdrawn: number;
  readonly rejected: readonly RejectedCoding[];
  readonly newCoders: readonly string[];
}

interface ReadRow {
  readonly row: number;
  readonly input: CodingInput;
}

/** Thrown to undo a trial. */
class OnlyTrying extends Error {}

function problemsOf(problem: Problem): FieldProblem[] {
  switch (problem.kind) {
    case 'invalid':
      return [...problem.fields];
    case 'not_found':
      return [{ field: problem.what, code: 'unknown_statement', seen: problem.id.slice(0, 80) }];
    case 'conflict':
      return [
        {
          field:
            problem.code !== 'code_of_other_version'
              ? 'round'
              : problem.params?.['asked'] === undefined
                ? 'code'
                : 'codebook_version',
          code: problem.code,
          ...(problem.seen === undefined ? {} : { seen: problem.seen }),
          ...(problem.params === undefined ? {} : { params: problem.params }),
        },
      ];
    case 'busy':
      return [{ field: 'row', code: 'invalid' }];
  }
}

/** The statement that a row means: by its id here, else by the id that it had where it came from. */
async function withStatementId(tx: Transaction, event: EventRecord, input: CodingInput): Promise<CodingInput> {
  const known = await tx.statement.count({ where: { id: input.statement, eventId: event.id } });
  if (known > 0) return input;
  const byExternal = await findByExternalId(tx, event.id, input.statement);
  return byExternal === null ? input : { ...input, statement: byExternal };
}

/**
 * Brings in codings that were made elsewhere, with who made them. A row that cannot be taken is told with its line and reason, and the
 * others go in; importing the same file again adds nothing.
 */
export async function importCodings(
  workspace: Workspace,
  request: ImportCodingsRequest,
): Promise<Result<ImportedCodings, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const table = await readTable(request.open);
  if (!table.ok) return failed({ kind: 'invalid', fields: table.problem });
  const absent = CODING_FILE_COLUMNS.filter((column) => !table.value.columns.includes(column));
  if (absent.length > 0) {
    return failed({ kind: 'invalid', fields: absent.map((field) => ({ field, code: 'required', params: { row: 0 } })) });
  }
  const rejected: RejectedCoding[] = table.value.broken.map((problem) => ({
    row: Number(problem.params?.['row'] ?? 0),
    problems: [problem],
  }));
  const rows: ReadRow[] = [];
  let withdrawn = 0;
  for (const { row, cells } of table.value.rows) {
    if ((cells['withdrawn_at'] ?? '').trim() !== '') {
      withdrawn += 1;
      continue;
    }
    const parsed = parseCoding(codingFromForm(cells));
    if (parsed.ok) rows.push({ row, input: parsed.value });
    else rejected.push({ row, problems: parsed.problem.fields });
  }

  let added = 0;
  let unchanged = 0;
  const newCoders = new Set<string>();
  const at = instant(workspace);
  async function store(tx: Transaction, batch: readonly ReadRow[], event: EventRecord) {
    const refused: RejectedCoding[] = [];
    const made: string[] = [];
    const outcome = { added: 0, unchanged: 0, rejected: refused, newCoders: made };
    for (const { row, input: given } of batch) {
      let coder = await findCoder(tx, given.coder);
      if (coder === null && request.newCoders === true) {
        const id = await findOrCreateCoder(tx, given.coder, { at, newId: workspace.newId });
        await appendLog(tx, [
          {
            at,
            actor: request.by,
            action: 'coder.added',
            entity: 'coder',
            entityId: id,
            eventId: null,
            after: { name: given.coder },
          },
        ]);
        outcome.newCoders.push(given.coder);
        coder = await findCoder(tx, given.coder);
      }
      const seen = given.coder.slice(0, 80);
      if (coder === null) {
        outcome.rejected.push({ row, problems: [{ field: 'coder', code: 'unknown_coder', seen }] });
        continue;
      }
      const input = await withStatementId(tx, event, given);
      const decided = await decideCoding(tx, event, coder, input, workspace.newId);
      if (!decided.ok) outcome.rejected.push({ row, problems: problemsOf(decided.problem) });
      else if (decided.value.kind === 'same') outcome.unchanged += 1;
      else if (!coder.active) outcome.rejected.push({ row, problems: [{ field: 'coder', code: 'coder_inactive', seen }] });
      else {
        const coding: NewCoding = decided.value.coding;
        await storeCodings(tx, [coding], { eventId: event.id, actor: request.by, at });
        outcome.added += 1;
      }
    }
    return outcome;
  }
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    let outcome: Awaited<ReturnType<typeof store>> | undefined;
    try {
      await workspace.db.write(async (tx) => {
        outcome = await store(tx, batch, event);
        if (request.dryRun === true) throw new OnlyTrying();
      });
    } catch (error) {
      if (!(error instanceof OnlyTrying)) throw error;
    }
    if (outcome === undefined) continue;
    added += outcome.added;
    unchanged += outcome.unchanged;
    rejected.push(...outcome.rejected);
    for (const name of outcome.newCoders) newCoders.add(name);
  }
  rejected.sort((a, b) => a.row - b.row);
  return ok({
    rows: table.value.rows.length + table.value.broken.length,
    added,
    unchanged,
    withdrawn,
    rejected,
    newCoders: [...newCoders],
  });
}
