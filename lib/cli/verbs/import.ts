import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Door } from '#lib/cli/door';
import { EXIT, fileOrStop, problemLines, type RegisterVerb, rowsRejected, Stop, valueOrStop } from '#lib/cli/door';
import { CSV_FLAVOURS } from '#lib/core/csv/csv-line';
import { ENCODINGS, SURE_ENCODING } from '#lib/core/import/detect-encoding';
import { DATE_ORDERS } from '#lib/core/import/import-date';
import { type ImportMapping, importMappingSchema, NO_MAPPING } from '#lib/core/import/import-mapping';
import type { ImportReport } from '#lib/core/import/plan-import';
import { type RejectedRow, rejectedColumns, rejectedRow } from '#lib/core/import/rejected-rows';
import type { Problem } from '#lib/core/problem';
import { hashOfFile, localFile } from '#lib/files/local-file';
import { inspectFile } from '#lib/files/read-rows';
import type { OpenFile } from '#lib/files/read-text';
import { csvChunks } from '#lib/files/write-csv';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { fileProblemSentence, rejectionSentence } from '#lib/i18n/row-problem-sentence';
import { importStatements } from '#lib/usecases/import-statements';
import { listEvents } from '#lib/usecases/list-events';
import { listImports } from '#lib/usecases/list-imports';
import { type FileToImport, inspectImport, planImport, type UnreadableFile } from '#lib/usecases/plan-import';
import { undoImport } from '#lib/usecases/undo-import';
import type { Workspace } from '#lib/usecases/workspace';

interface ImportOptions {
  readonly event?: string;
  readonly map?: string;
  readonly dateOrder?: string;
  readonly encoding?: string;
  readonly coder?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
  readonly allOrNothing?: boolean;
  readonly reposts?: boolean;
  readonly rejected?: string;
  readonly list?: boolean;
  readonly undo?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

const ENGLISH = dictionaryOf('en');

function readableOrStop<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem | UnreadableFile },
): T {
  if (result.ok) return result.value;
  if (result.problem.kind !== 'unreadable') throw new Stop(problemLines(result.problem));
  const { code, headers } = result.problem.file;
  throw new Stop(`${fileProblemSentence(ENGLISH, code)}${headers === undefined ? '' : ` (${headers.join(', ')})`}`);
}

/** `Header=field,Other=field`, or the path of a JSON file as `--dry-run --json` shows the mapping. */
function mappingOf(written: string): ImportMapping {
  if (existsSync(written)) {
    const parsed = importMappingSchema.safeParse(JSON.parse(readFileSync(written, 'utf8')));
    if (!parsed.success) throw new Stop(`${written} is no mapping. See the "mapping" of --dry-run --json.`, EXIT.usage);
    return parsed.data;
  }
  const columns = written.split(',').map((pair) => {
    const at = pair.lastIndexOf('=');
    return { column: pair.slice(0, at).trim(), field: pair.slice(at + 1).trim() };
  });
  const parsed = importMappingSchema.safeParse({ ...NO_MAPPING, columns });
  if (!parsed.success) throw new Stop('--map takes a JSON file or pairs such as "Quote=text,Group=camp".', EXIT.usage);
  return parsed.data;
}

/** The file's path; what comes on stdin is laid into a temporary file, because it is read twice. */
async function withFile<T>(path: string, work: (path: string) => Promise<T>): Promise<T> {
  if (path !== '-') {
    await fileOrStop(path, EXIT.usage);
    return work(path);
  }
  const folder = await mkdtemp(join(tmpdir(), 'stanceboard-import-'));
  try {
    const file = join(folder, 'stdin');
    await writeFile(file, process.stdin, { mode: 0o600 });
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeReport(door: Door, report: ImportReport): Promise<void> {
  const { new: added, unchanged, changed, duplicate, rejected } = report.outcomes;
  await door.write(
    `${report.rows} rows: ${added} new, ${unchanged} already here, ${changed} here with other values, ${duplicate} with a text that is here, ${rejected} rejected\n`,
  );
  for (const { code, column, remedy, count, examples } of report.problems) {
    const [first] = examples;
    const sentence = rejectionSentence(ENGLISH, { ...(first ?? { code }), column, remedy });
    const lines = examples.slice(0, 5).map(({ row }) => row);
    door.say(`  ${count} x ${sentence} (line ${lines.join(', ')}${count > lines.length ? ', …' : ''})`);
  }
  for (const question of report.questions) {
    door.say(
      question.kind === 'date_order'
        ? `  ${question.count} dates in ${question.column} can be read in two ways (${question.examples.join(', ')}): say --date-order ${question.orders.join(' or ')}.`
        : `  ${question.count} x "${question.found}" in ${question.column} is not known: say in the mapping's "values" what it means.`,
    );
  }
}

/** The mapping that was asked for, with the answers given beside it. */
async function withAnswers(
  workspace: Workspace,
  request: FileToImport,
  dateOrder: (typeof DATE_ORDERS)[number] | null,
): Promise<FileToImport> {
  if (dateOrder === null) return request;
  const { mapping } = readableOrStop(await inspectImport(workspace, request));
  return { ...request, mapping: { ...mapping, dateOrder } };
}

async function eventOf(workspace: Workspace, options: ImportOptions): Promise<string> {
  return options.event ?? (await listEvents(workspace))[0]?.slug ?? '';
}

/** What to do after an import that did not come to its end. */
const GO_ON =
  'What was stored stays: import the same file again to go on where it stopped, or take it back by --undo with the id of the batch.';

async function writeImports(door: Door, workspace: Workspace, options: ImportOptions): Promise<void> {
  const { batches } = valueOrStop(await listImports(workspace, await eventOf(workspace, options)));
  if (options.json === true) {
    await door.writeJson(batches);
    return;
  }
  for (const { id, createdAt, status, added, total, createdBy, fileName } of batches)
    await door.write(`${id}\t${createdAt}\t${status}\t${added} added of ${total}\t${createdBy}\t${fileName}\n`);
  if (batches.some(({ status }) => status === 'interrupted')) door.say(`Interrupted: its process is gone. ${GO_ON}`);
}

/** An earlier import of the same file that did not come to its end is why rows are here already. */
async function sayWhatWasInterrupted(door: Door, workspace: Workspace, eventSlug: string, fileHash: string): Promise<void> {
  const listed = await listImports(workspace, eventSlug);
  if (!listed.ok) return;
  const earlier = listed.value.batches.find((batch) => batch.fileHash === fileHash && batch.status === 'interrupted');
  if (earlier !== undefined)
    door.say(
      `  An import of this file was interrupted (batch ${earlier.id}, ${earlier.added} rows added): it goes on where it stopped.`,
    );
}

/** A terminal and npm may both pass the same press of a key on. */
const SAME_PRESS_MS = 1000;

/** The first press of Ctrl+C asks the import to end after the rows in hand; the second ends the process. */
function stopByKey(door: Door): () => boolean {
  let pressedAt = 0;
  process.on('SIGINT', () => {
    if (pressedAt !== 0 && Date.now() - pressedAt > SAME_PRESS_MS) process.exit(EXIT.failed);
    if (pressedAt !== 0) return;
    pressedAt = Date.now();
    door.say('  Stopping after the rows in hand; Ctrl+C again ends at once.');
  });
  return () => pressedAt !== 0;
}

/** Collects rejected rows and writes them as a CSV file of their own. */
async function writeRejected(path: string, headers: readonly string[], rows: readonly RejectedRow[]): Promise<void> {
  const chunks = csvChunks(rows, rejectedColumns(headers), (problem) => rejectionSentence(ENGLISH, problem), CSV_FLAVOURS.excel);
  await writeFile(path, chunks, { mode: 0o600 });
}

/** A guess that may be wrong is said, as the page of columns says it beside its preview. */
async function sayGuess(door: Door, open: OpenFile): Promise<void> {
  const inspected = await inspectFile(open);
  if (!inspected.ok || inspected.value.detected.confidence >= SURE_ENCODING) return;
  door.say(
    `The file is read as ${inspected.value.encoding}, which is a guess from its bytes. If letters come out wrong, name another with --encoding.`,
  );
}

export const registerImport: RegisterVerb = (program, door) => {
  program
    .command('import [file]')
    .description('Import statements from CSV, JSON Lines or JSON, or undo an import.')
    .option('--event <slug>', 'the event; the newest one when left out')
    .option('--map <mapping>', 'columns such as "Quote=text,Group=camp", or a JSON file; guessed or remembered when left out')
    .option('--date-order <order>', `order of dates such as 03/04/26: ${DATE_ORDERS.join(', ')}`)
    .option('--encoding <encoding>', `${ENCODINGS.join(', ')}; detected when left out`)
    .option('--coder <name>', 'codes the rows that name no coder; the one who imports when left out')
    .option('--by <name>', 'who imports or undoes')
    .option('--dry-run', 'say what would happen and write nothing')
    .option('--all-or-nothing', 'import nothing if any row is rejected')
    .option('--reposts', 'add rows with an identifier whose text is here already as reposts')
    .option('--rejected <path>', 'write the rejected rows to this CSV file, each with its error')
    .option('--list', 'say which files were imported into the event, and what became of it')
    .option('--undo <batch>', 'take back an import; needs --by and --reason')
    .option('--reason <text>', 'why it is undone')
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s cli -- import reactions.csv --event damascus-moscow-2025 --dry-run
  npm run -s cli -- import reactions.csv --map "Quote=text,Group=camp,How=attribution" --by nour --rejected rejected.csv
  npm run -s cli -- import --list
  npm run -s cli -- import --undo 0198a6c2 --by nour --reason "wrong file"

Exit code 3: done, but rows were rejected.`,
    )
    .action(async (path: string | undefined, options: ImportOptions) => {
      if (options.list === true) {
        await door.withWorkspace(async (workspace) => writeImports(door, workspace, options));
        return;
      }
      if (options.undo !== undefined) {
        const batchId = options.undo;
        const undone = await door.withWorkspace((workspace) =>
          undoImport(workspace, { batchId, by: options.by, reason: options.reason }),
        );
        const { deleted, kept } = valueOrStop(undone);
        if (options.json === true) await door.writeJson({ batch: batchId, deleted, kept });
        else await door.write(`${deleted.length} statements deleted, ${kept.length} kept\n`);
        if (kept.length > 0) door.say(`Kept, because somebody has worked on them since: ${kept.join(', ')}`);
        return;
      }
      if (path === undefined) throw new Stop('Name a file to import, or - for stdin.', EXIT.usage);
      const encoding = ENCODINGS.find((known) => known === options.encoding);
      if (options.encoding !== undefined && encoding === undefined)
        throw new Stop(`There is no encoding "${options.encoding}" here. Use ${ENCODINGS.join(', ')}.`, EXIT.usage);
      const dateOrder = DATE_ORDERS.find((known) => known === options.dateOrder) ?? null;
      if (options.dateOrder !== undefined && dateOrder === null)
        throw new Stop(`There is no order "${options.dateOrder}". Use ${DATE_ORDERS.join(', ')}.`, EXIT.usage);
      await withFile(path, async (file) => {
        const open = localFile(file);
        await door.withWorkspace(async (workspace) => {
          const eventSlug = await eventOf(workspace, options);
          const asked: FileToImport = {
            eventSlug,
            open,
            mapping: options.map === undefined ? null : mappingOf(options.map),
            coder: options.coder ?? options.by ?? null,
            ...(encoding === undefined ? {} : { corrections: { encoding } }),
          };
          if (encoding === undefined) await sayGuess(door, open);
          const request = await withAnswers(workspace, asked, dateOrder);
          let rejectedCount = 0;
          if (options.dryRun === true || options.rejected !== undefined) {
            const rejected: RejectedRow[] = [];
            const planned = readableOrStop(
              await planImport(workspace, request, (outcome, source) => {
                const row = options.rejected === undefined ? null : rejectedRow(outcome, source);
                if (row !== null) rejected.push(row);
              }),
            );
            rejectedCount = planned.report.outcomes.rejected;
            if (options.rejected !== undefined && rejected.length > 0) {
              await writeRejected(options.rejected, planned.file.headers, rejected);
              door.say(`Rejected: ${rejected.length}, written to ${options.rejected}`);
            }
            if (options.dryRun === true) {
              if (options.json === true) await door.writeJson({ mapping: planned.mapping, report: planned.report });
              else await writeReport(door, planned.report);
            }
          }
          if (options.dryRun !== true) {
            let told = 0;
            const fileHash = await hashOfFile(open);
            await sayWhatWasInterrupted(door, workspace, eventSlug, fileHash);
            const isCancelled = stopByKey(door);
            const outcome = readableOrStop(
              await importStatements(workspace, {
                ...request,
                fileName: path === '-' ? 'stdin' : basename(path),
                fileHash,
                isCancelled,
                by: options.by,
                isAllOrNothing: options.allOrNothing === true,
                isLinkingReposts: options.reposts === true,
                onProgress: ({ rows, total, added }) => {
                  const isTime = rows === total || rows - told >= 2000;
                  if (!process.stderr.isTTY || !isTime) return;
                  told = rows;
                  door.say(`  ${rows} of ${total} rows, ${added} added`);
                },
              }),
            );
            rejectedCount = outcome.report.outcomes.rejected;
            const { batch, status, added, alreadyHere, report } = outcome;
            if (options.json === true) await door.writeJson({ batch: batch?.id ?? null, status, added, alreadyHere, report });
            else {
              await writeReport(door, report);
              await door.write(`${added} added${batch === null ? '' : `, batch ${batch.id}`}\n`);
            }
            if (status === 'cancelled') throw new Stop(`Stopped. ${GO_ON}`, EXIT.failed);
            if (status === 'refused') throw new Stop('Nothing was imported: some rows are rejected.', EXIT.failed);
          }
          if (rejectedCount > 0) throw rowsRejected(rejectedCount);
        });
      });
    });
};
