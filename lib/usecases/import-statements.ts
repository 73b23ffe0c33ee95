import { parseActor } from '#lib/core/change-note';
import type { ImportReport, RowOutcome } from '#lib/core/import/plan-import';
import { SIGN_EVERY_MS } from '#lib/core/import/sign-of-life';
import type { Problem } from '#lib/core/problem';
import { ok, type Result } from '#lib/core/result';
import type { StatementInput } from '#lib/core/statement/statement-input';
import { addStatements, type KnownRows, type PreparedStatement } from '#lib/db/add-statements';
import { appendLog } from '#lib/db/audit-log';
import {
  type BatchRecord,
  batchStatus,
  countInBatch,
  insertBatch,
  noteAlive,
  readBatch,
  setBatchStatus,
  takenExternalIds,
  takenHashes,
  undoBatch,
} from '#lib/db/import-batches';
import { readRows } from '#lib/files/read-rows';
import { type FileToImport, importPlanner, type PlannedImport, planImport, type UnreadableFile } from '#lib/usecases/plan-import';
import { prepareStatements } from '#lib/usecases/prepare-statements';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface ImportRequest extends FileToImport {
  /** Id of the batch; made where it is left out. */
  readonly batchId?: string;
  readonly fileName: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly fileHash: string;
  readonly by: unknown;
  /** Imports nothing if any row is rejected. */
  readonly isAllOrNothing?: boolean;
  /**
   * Rows whose text is here already and that carry an identifier of their own are added as reposts of it; without this they are left
   * out. (Without an identifier the same file could not be told from new reposts.)
   */
  readonly isLinkingReposts?: boolean;
  /** Called after each chunk. */
  readonly onProgress?: (done: ImportProgress) => void;
  /** Asked before each chunk; true ends the import after what is stored already. */
  readonly isCancelled?: () => boolean;
  /** Called once the batch can be found under its id. */
  readonly onStart?: (batchId: string) => void;
}

export interface ImportProgress {
  readonly rows: number;
  readonly total: number;
  readonly added: number;
}

/** What an import did. */
export interface ImportOutcome {
  /** Null where nothing was to be added: nothing was written at all. */
  readonly batch: BatchRecord | null;
  readonly status: 'finished' | 'cancelled' | 'nothing_new' | 'refused';
  readonly added: number;
  /** Rows that were here already, with the same values or others, or whose text was. */
  readonly alreadyHere: number;
  readonly report: ImportReport;
}

/** So many rows are scored together and stored in one transaction: pages wait for one at most, and each is a write to the disk. */
export const IMPORT_CHUNK = 500;

/** A row that is to be added. */
interface RowToAdd {
  readonly row: number;
  readonly input: StatementInput;
  readonly contentHash: string;
  readonly original: { readonly id: string | null; readonly ofRow: number | null } | null;
}

/**
 * Imports a file of statements. It is read twice: once to know what would happen, once to carry it out, a few hundred rows a
 * transaction, each with its source, speaker, translation, codings, scores, search text and log row. Rows that are wrong are reported
 * and the others go on, unless all or nothing was asked for.
 *
 * The same file again adds nothing and writes nothing. Cancelling keeps what was stored and says so; with all or nothing it is taken
 * back.
 */
export async function importStatements(
  workspace: Workspace,
  request: ImportRequest,
): Promise<Result<ImportOutcome, Problem | UnreadableFile>> {
  const by = parseActor(request.by);
  if (!by.ok) return by;
  const actor = by.value;
  const file = { ...request, coder: request.coder ?? actor };
  let linkable = 0;
  const planned = await planImport(workspace, file, (outcome) => {
    if (isRepost(outcome, request)) linkable += 1;
  });
  if (!planned.ok) return planned;
  const { report } = planned.value;
  const alreadyHere = report.outcomes.unchanged + report.outcomes.changed + report.outcomes.duplicate - linkable;
  const nothing = { batch: null, added: 0, alreadyHere, report };
  if (request.isAllOrNothing === true && report.outcomes.rejected > 0) return ok({ ...nothing, status: 'refused' });
  if (report.outcomes.new + linkable === 0) return ok({ ...nothing, status: 'nothing_new' });

  const batchId = request.batchId ?? workspace.newId();
  await begin(workspace, batchId, planned.value, request, actor);
  request.onStart?.(batchId);
  const run = new ImportRun(workspace, planned.value, batchId, actor);
  let status: 'finished' | 'cancelled' = 'finished';
  const sign = setInterval(() => {
    // A sign that could not be written is followed by the next one.
    workspace.db.write((tx) => noteAlive(tx, batchId, instant(workspace))).catch(() => undefined);
  }, SIGN_EVERY_MS);
  try {
    status = (await carryOut(workspace, file, planned.value, run, request)) ? 'finished' : 'cancelled';
  } catch (error) {
    // What was stored stays and can be undone; that the import is not running any more is said first.
    await finish(workspace, planned.value, batchId, 'cancelled', actor);
    throw error;
  } finally {
    clearInterval(sign);
  }
  await finish(workspace, planned.value, batchId, status, actor);
  if (status === 'cancelled' && request.isAllOrNothing === true) {
    const { event } = planned.value;
    const reason = 'cancelled, all or nothing';
    await workspace.db.write((tx) =>
      undoBatch(tx, { id: batchId, eventId: event.id, by: actor, at: instant(workspace), reason }),
    );
  }
  return ok({ batch: readBatch(workspace.db, batchId, workspace.now()), status, added: run.added, alreadyHere, report });
}

/** Whether a row is added as a repost of what is here. */
function isRepost(outcome: RowOutcome, request: Pick<ImportRequest, 'isLinkingReposts'>): boolean {
  return request.isLinkingReposts === true && outcome.kind === 'duplicate' && outcome.input.externalId !== null;
}

async function begin(
  workspace: Workspace,
  id: string,
  { event, file, mapping, headerSignature, report }: PlannedImport,
  request: ImportRequest,
  by: string,
): Promise<void> {
  const at = instant(workspace);
  const { fileName, fileHash } = request;
  await workspace.db.write(async (tx) => {
    await insertBatch(tx, {
      id,
      eventId: event.id,
      fileName,
      fileHash,
      format: file.dialect.format,
      mapping,
      headerSignature,
      total: report.rows,
      by,
      at,
    });
    await appendLog(tx, [
      {
        at,
        actor: by,
        action: 'import.started',
        entity: 'import',
        entityId: id,
        eventId: event.id,
        after: { fileName, fileHash, rows: report.rows, outcomes: report.outcomes, mapping },
      },
    ]);
  });
}

async function finish(
  workspace: Workspace,
  { event }: PlannedImport,
  id: string,
  status: 'finished' | 'cancelled',
  by: string,
): Promise<void> {
  const at = instant(workspace);
  await workspace.db.write(async (tx) => {
    await setBatchStatus(tx, id, status, at);
    await appendLog(tx, [{ at, actor: by, action: `import.${status}`, entity: 'import', entityId: id, eventId: event.id }]);
  });
}

/** Rows that are being scored, and what is to be counted with them. */
interface ChunkAhead {
  readonly scoring: Promise<PreparedStatement[]>;
  readonly left: { readonly unchanged: number; readonly rejected: number };
  readonly done: Omit<ImportProgress, 'added'>;
}

/**
 * Reads the file once more and stores it chunk by chunk; false when it was cancelled. Storing keeps this thread busy, so the next chunk is
 * on its way to the scorer before one is stored: neither waits for the other.
 */
async function carryOut(
  workspace: Workspace,
  file: FileToImport,
  planned: PlannedImport,
  run: ImportRun,
  request: ImportRequest,
): Promise<boolean> {
  const planner = importPlanner(workspace, planned, file.coder);
  let chunk: RowToAdd[] = [];
  let rows = 0;
  let counts = { unchanged: 0, rejected: 0 };
  let waiting = 0;
  let ahead: ChunkAhead | null = null;
  let storing: Promise<boolean> = Promise.resolve(true);
  const sendToScorer = (): ChunkAhead => {
    const sent = { scoring: run.score(chunk), left: counts, done: { rows, total: planned.report.rows } };
    // It is awaited when its turn to be stored has come; until then a failure is not an unhandled one.
    sent.scoring.catch(() => undefined);
    chunk = [];
    counts = { unchanged: 0, rejected: 0 };
    waiting = 0;
    return sent;
  };
  const store = async ({ scoring, left, done }: ChunkAhead): Promise<boolean> => {
    const [prepared, isRunning] = await Promise.all([scoring, storing]);
    if (!isRunning) return false;
    storing = run.store(prepared, left).then((isStored) => {
      request.onProgress?.({ ...done, added: run.added });
      return isStored;
    });
    // It is awaited with the next chunk.
    storing.catch(() => undefined);
    return request.isCancelled?.() !== true;
  };
  const flush = async (): Promise<boolean> => {
    const scored = ahead;
    ahead = sendToScorer();
    return scored === null || (await store(scored));
  };
  for await (const source of readRows(file.open, planned.file)) {
    const outcome = planner.read(source);
    rows += 1;
    waiting += 1;
    if (outcome.kind === 'new') chunk.push({ ...outcome, original: null });
    else if (outcome.kind === 'duplicate' && isRepost(outcome, request)) {
      chunk.push({ ...outcome, original: { id: outcome.id, ofRow: outcome.ofRow } });
    } else if (outcome.kind === 'rejected') counts.rejected += 1;
    else counts.unchanged += 1;
    // Rows that are here already cost little: progress is told of them in larger steps.
    if ((chunk.length >= IMPORT_CHUNK || waiting >= 20 * IMPORT_CHUNK) && !(await flush())) {
      await storing;
      return false;
    }
  }
  const isWanted = (await flush()) && (ahead === null || (await store(ahead)));
  return (await storing) && isWanted;
}

/** Keeps what one transaction looked up apart until it is committed. */
class KnownSoFar implements KnownRows {
  readonly #committed: Map<string, string>;
  readonly #fresh = new Map<string, string>();

  constructor(committed: Map<string, string>) {
    this.#committed = committed;
  }

  get(key: string): string | undefined {
    return this.#fresh.get(key) ?? this.#committed.get(key);
  }

  set(key: string, id: string): void {
    this.#fresh.set(key, id);
  }

  commit(): void {
    for (const [key, id] of this.#fresh) this.#committed.set(key, id);
  }
}

/** The storing side of one import. */
class ImportRun {
  readonly #workspace: Workspace;
  readonly #planned: PlannedImport;
  readonly #batchId: string;
  readonly #by: string;
  readonly #known = new Map<string, string>();
  readonly #idOfRow = new Map<number, string>();
  added = 0;

  constructor(workspace: Workspace, planned: PlannedImport, batchId: string, by: string) {
    this.#workspace = workspace;
    this.#planned = planned;
    this.#batchId = batchId;
    this.#by = by;
  }

  /** Gives the rows of a chunk their ids and scores. */
  score(rows: readonly RowToAdd[]): Promise<PreparedStatement[]> {
    const workspace = this.#workspace;
    const withIds = rows.map((row) => ({ ...row, id: workspace.newId() }));
    for (const { row, id, original } of withIds) if (original === null) this.#idOfRow.set(row, id);
    return prepareStatements(
      workspace,
      withIds.map(({ id, input, original }) => ({ id, input, duplicateOf: this.#repostOf(original) })),
    );
  }

  /** Stores one chunk; false when somebody cancelled the batch meanwhile. */
  async store(
    prepared: readonly PreparedStatement[],
    counts: { readonly unchanged: number; readonly rejected: number },
  ): Promise<boolean> {
    const workspace = this.#workspace;
    const { event } = this.#planned;
    const stored = await workspace.db.write(async (tx) => {
      if ((await batchStatus(tx, this.#batchId)) !== 'running') return null;
      const known = new KnownSoFar(this.#known);
      const left = await this.#withoutTaken(tx, prepared);
      if (left.length > 0) {
        await addStatements(tx, left, {
          event,
          actor: this.#by,
          at: instant(workspace),
          newId: workspace.newId,
          importBatchId: this.#batchId,
          action: 'statement.imported',
          known,
        });
      }
      const taken = prepared.length - left.length;
      await countInBatch(tx, this.#batchId, {
        added: left.length,
        unchanged: counts.unchanged + taken,
        rejected: counts.rejected,
      });
      return { known, added: left.length };
    });
    if (stored === null) return false;
    stored.known.commit();
    this.added += stored.added;
    return true;
  }

  #repostOf(original: RowToAdd['original']): PreparedStatement['duplicateOf'] {
    if (original === null) return null;
    const id = original.id ?? (original.ofRow === null ? undefined : this.#idOfRow.get(original.ofRow));
    return id === undefined ? null : { id, kind: 'repost' };
  }

  /** Leaves out what somebody else added since the file was planned. */
  async #withoutTaken(
    tx: Parameters<typeof takenHashes>[0],
    prepared: readonly PreparedStatement[],
  ): Promise<readonly PreparedStatement[]> {
    const { event } = this.#planned;
    const fresh = prepared.filter(({ duplicateOf }) => duplicateOf === null);
    const hashes = await takenHashes(
      tx,
      event.id,
      fresh.map(({ contentHash }) => contentHash),
    );
    const externalIds = prepared.flatMap(({ input }) => (input.externalId === null ? [] : [input.externalId]));
    const taken = await takenExternalIds(tx, event.id, externalIds);
    return prepared.filter(
      ({ duplicateOf, contentHash, input }) =>
        (duplicateOf !== null || !hashes.has(contentHash)) && (input.externalId === null || !taken.has(input.externalId)),
    );
  }
}
