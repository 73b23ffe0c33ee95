import { createHash } from 'node:crypto';
import { NO_FILTER } from '#lib/core/filter/statement-filter';
import { guessColumns, type ImportMapping, NO_MAPPING } from '#lib/core/import/import-mapping';
import {
  type ImportContext,
  ImportPlanner,
  type ImportReport,
  type RowOutcome,
  type SourceRow,
} from '#lib/core/import/plan-import';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import type { BlindCoder } from '#lib/db/blind-coding';
import { type EventRecord, readEvent } from '#lib/db/events';
import { exportRowReader } from '#lib/db/export-rows';
import { contentHashReader, rememberedMapping } from '#lib/db/import-batches';
import { type FileProblem, type InspectedFile, inspectFile, type ReadOptions, readRows } from '#lib/files/read-rows';
import type { OpenFile } from '#lib/files/read-text';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import { today, type Workspace } from '#lib/usecases/workspace';

/** A file on its way in, and how it is to be read. */
export interface FileToImport {
  readonly eventSlug: string;
  readonly open: OpenFile;
  /** What was guessed wrong about the file. */
  readonly corrections?: Partial<ReadOptions>;
  /** Null takes the mapping of the last file with the same headers, else one that is guessed from them. */
  readonly mapping: ImportMapping | null;
  /** Who codes the rows that have a stance and name no coder. */
  readonly coder: string | null;
  /** Who asks, if they are coding: what others said of a statement is not compared with the file while it is kept from them. */
  readonly coding?: CodingSession | null;
}

/** The file cannot be read at all. */
export interface UnreadableFile {
  readonly kind: 'unreadable';
  readonly file: FileProblem;
}

/** What is known of a file and its event before its rows are looked at. */
export interface InspectedImport {
  readonly event: EventRecord;
  readonly file: InspectedFile;
  readonly mapping: ImportMapping;
  /** Whether the mapping is that of an earlier file with the same headers. */
  readonly isRemembered: boolean;
  readonly headerSignature: string;
  /** What is kept from the reader of the report. */
  readonly blind: BlindCoder | null;
}

/** Identifies files with the same header row, in the same order. */
export function headerSignature(headers: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(headers)).digest('hex');
}

/** Only the mapped columns that the file has. */
function fitting(mapping: ImportMapping, headers: readonly string[]): ImportMapping {
  return { ...mapping, columns: mapping.columns.filter(({ column }) => headers.includes(column)) };
}

/** Tells how a file is written, what its columns are, and how they would be mapped. */
export async function inspectImport(
  workspace: Workspace,
  request: FileToImport,
): Promise<Result<InspectedImport, Problem | UnreadableFile>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const file = await inspectFile(request.open, request.corrections);
  if (!file.ok) return failed({ kind: 'unreadable', file: file.problem });
  const { headers } = file.value;
  const signature = headerSignature(headers);
  const remembered = request.mapping === null ? rememberedMapping(workspace.db, event.id, signature) : null;
  const mapping = request.mapping ?? remembered ?? { ...NO_MAPPING, columns: guessColumns(headers) };
  return ok({
    event,
    file: file.value,
    mapping: fitting(mapping, headers),
    isRemembered: remembered !== null,
    headerSignature: signature,
    blind: await findBlindness(workspace, event, request.coding),
  });
}

/** Makes the planner that decides about the rows of a file, as the database stands now. */
export function importPlanner(
  workspace: Workspace,
  { event, mapping, blind }: Pick<InspectedImport, 'event' | 'mapping' | 'blind'>,
  coder: string | null,
): ImportPlanner {
  const words = (slug: string, labels: Readonly<Record<'en' | 'ar', string>>) => ({ slug, labels: [labels.en, labels.ar] });
  const target = event.targets[0]?.slug ?? '';
  const filter = { ...NO_FILTER, duplicates: 'in' as const, context: 'in' as const };
  const context: ImportContext = {
    camps: event.camps.filter((camp) => !camp.retired).map(({ slug, label }) => words(slug, label)),
    targets: event.targets.map(({ slug, proposition }) => words(slug, proposition)),
    today: today(workspace),
    coder,
    existing: {
      ...exportRowReader(workspace.db, { event, target, filter, blind }),
      byContentHash: contentHashReader(workspace.db, event.id),
    },
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  };
  return new ImportPlanner(mapping, context);
}

export interface PlannedImport extends InspectedImport {
  readonly report: ImportReport;
}

/**
 * Reads a whole file and says what an import would do; nothing is written.
 *
 * @param onRow takes each row with what would become of it, for those who want more than the numbers.
 */
export async function planImport(
  workspace: Workspace,
  request: FileToImport,
  onRow: (outcome: RowOutcome, source: SourceRow) => void | Promise<void> = () => undefined,
): Promise<Result<PlannedImport, Problem | UnreadableFile>> {
  const inspected = await inspectImport(workspace, request);
  if (!inspected.ok) return inspected;
  const planner = importPlanner(workspace, inspected.value, request.coder);
  for await (const source of readRows(request.open, inspected.value.file)) await onRow(planner.read(source), source);
  return ok({ ...inspected.value, report: planner.report() });
}
