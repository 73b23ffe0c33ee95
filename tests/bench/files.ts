/**
 * How fast files come in, words are found and files go out, each beside its floor in the same run:
 * `npx tsx tests/bench/files.ts [rows] [rounds] [copies]` (1,000 rows, 3 rounds and 10 copies when left out). Words are looked up and files
 * written among so many copies of what was imported.
 * Medians of the rounds; on a busy machine compare the shares, not the times.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { guessColumns, NO_MAPPING } from '#lib/core/import/import-mapping';
import type { SourceRow } from '#lib/core/import/plan-import';
import { searchShadow } from '#lib/core/search/search-shadow';
import { toMatch } from '#lib/core/search/to-match';
import type { StatementInput } from '#lib/core/statement/statement-input';
import { createSeededRandom } from '#lib/core/statistics/seeded-random';
import { addStatements, type PreparedStatement } from '#lib/db/add-statements';
import { readEvent } from '#lib/db/events';
import { migrateDatabase } from '#lib/db/migrate-database';
import { readStatementPage } from '#lib/db/statement-list';
import { localFile } from '#lib/files/local-file';
import { inspectFile, readRows } from '#lib/files/read-rows';
import { findScope } from '#lib/usecases/find-scope';
import { IMPORT_CHUNK, importStatements } from '#lib/usecases/import-statements';
import { closeWorkspace, openWorkspace } from '#lib/usecases/open-workspace';
import { importPlanner } from '#lib/usecases/plan-import';
import { prepareStatements } from '#lib/usecases/prepare-statements';
import type { Workspace } from '#lib/usecases/workspace';
import { seedFirstEvent } from '#seed/seed';
import { exportOnce } from './export-csv';

const ROWS = Number(process.argv[2] ?? 1000);
const ROUNDS = Number(process.argv[3] ?? 3);
/** Words are looked up, and files written, among so many copies of what was imported. */
const COPIES = Number(process.argv[4] ?? 10);
const MANY = ROWS * COPIES;
const EVENT = 'damascus-moscow-2025';

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}

async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of processor: what others do on the machine does not count. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function rate(milliseconds: number, rows = ROWS): string {
  return `${Math.round((rows / milliseconds) * 1000).toLocaleString('en')} rows/s`;
}

const ENGLISH =
  'people say that the new meeting brings hope fear anger trade peace war memory justice port road bread school return talks'.split(
    ' ',
  );
const ARABIC = 'الناس يقولون إن اللقاء الجديد يجلب الأمل والخوف والغضب والتجارة والسلام والذاكرة والعدالة والميناء والطريق'.split(
  ' ',
);

/** A file of statements that are all different, every third in Arabic. */
function makeCsv(): string {
  const random = createSeededRandom(7);
  const pick = (words: readonly string[]) => words[random.below(words.length)] ?? '';
  const lines = ['text,camp,stance,confidence,attribution,said_on,source_outlet,external_id'];
  for (let row = 0; row < ROWS; row += 1) {
    const words = row % 3 === 0 ? ARABIC : ENGLISH;
    const text = `${Array.from({ length: 14 }, () => pick(words)).join(' ')} ${row}`;
    const camp = row % 2 === 0 ? 'pragmatic' : 'victims_families';
    lines.push(
      `"${text}",${camp},${row % 5 === 0 ? 'favor' : 'against'},2,direct,2025-08-0${1 + (row % 9)},"Outlet ${row % 40}",row-${row}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stanceboard-bench-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchImport(folder: string, template: string): Promise<string> {
  const csv = join(folder, 'rows.csv');
  await writeFile(csv, makeCsv());
  const open = localFile(csv);
  const inspected = await inspectFile(open);
  if (!inspected.ok) throw new Error(inspected.problem.code);
  const stages = {
    parse: [] as number[],
    check: [] as number[],
    score: [] as number[],
    store: [] as number[],
    index: [] as number[],
  };
  const whole: number[] = [];
  let file = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    file = join(folder, `import-${round}.db`);
    await copyFile(template, file);
    const workspace = openWorkspace(file);
    // The scorer's weights are read once in a process.
    await workspace.scoring.score('warm', 'en');
    whole.push(
      await timed(async () => {
        const done = await importStatements(workspace, {
          eventSlug: EVENT,
          open,
          mapping: null,
          coder: 'bench',
          fileName: 'rows.csv',
          fileHash: createHash('sha256').update(String(round)).digest('hex'),
          by: 'bench',
        });
        if (!done.ok || done.value.added !== ROWS) throw new Error('not all rows were imported');
      }),
    );
    await closeWorkspace(workspace);
    const alone = join(folder, `stages-${round}.db`);
    await copyFile(template, alone);
    await benchStages(openWorkspace(alone), open, inspected.value, stages);
  }
  const slowest = Math.max(...Object.values(stages).map(median));
  console.log(`import of ${ROWS.toLocaleString('en')} rows, median of ${ROUNDS}: ${rate(median(whole))}`);
  for (const [stage, times] of Object.entries(stages)) console.log(`  ${stage} alone: ${rate(median(times))}`);
  console.log(`  share of the slowest stage alone: ${(slowest / median(whole)).toFixed(2)} (wanted: 0.5 or more)`);
  return file;
}

async function benchStages(
  workspace: Workspace,
  open: ReturnType<typeof localFile>,
  inspected: Parameters<typeof readRows>[1] & { readonly headers: readonly string[] },
  stages: Readonly<Record<'parse' | 'check' | 'score' | 'store' | 'index', number[]>>,
): Promise<void> {
  const event = await readEvent(workspace.db, EVENT);
  if (event === null) throw new Error('no event');
  await workspace.scoring.score('warm', 'en');
  const rows: SourceRow[] = [];
  stages.parse.push(
    await timed(async () => {
      for await (const row of readRows(open, inspected)) rows.push(row);
    }),
  );
  const planner = importPlanner(
    workspace,
    { event, mapping: { ...NO_MAPPING, columns: guessColumns(inspected.headers) }, blind: null },
    'bench',
  );
  const inputs: StatementInput[] = [];
  stages.check.push(
    await timed(() => {
      for (const row of rows) {
        const outcome = planner.read(row);
        if (outcome.kind === 'new') inputs.push(outcome.input);
      }
    }),
  );
  const prepared: PreparedStatement[] = [];
  stages.score.push(
    await timed(async () => {
      for (let at = 0; at < inputs.length; at += IMPORT_CHUNK) {
        const chunk = inputs.slice(at, at + IMPORT_CHUNK).map((input) => ({ id: workspace.newId(), input }));
        prepared.push(...(await prepareStatements(workspace, chunk)));
      }
    }),
  );
  stages.store.push(
    await timed(async () => {
      const known = new Map<string, string>();
      for (let at = 0; at < prepared.length; at += IMPORT_CHUNK) {
        await workspace.db.write((tx) =>
          addStatements(tx, prepared.slice(at, at + IMPORT_CHUNK), {
            event,
            actor: 'bench',
            at: new Date().toISOString(),
            newId: () => uuidv7(),
            importBatchId: null,
            action: 'statement.imported',
            known,
          }),
        );
      }
    }),
  );
  const index = new BetterSqlite3(':memory:');
  index.exec(`CREATE VIRTUAL TABLE f USING fts5 (folded, tokenize = 'ascii')`);
  const insert = index.prepare('INSERT INTO f (folded) VALUES (?)');
  stages.index.push(
    await timed(() => {
      index.transaction(() => {
        for (const input of inputs) insert.run(searchShadow(input.text, null));
      })();
    }),
  );
  index.close();
  await closeWorkspace(workspace);
}

async function benchSearch(file: string): Promise<void> {
  const workspace = openWorkspace(file);
  const raw = new BetterSqlite3(file, { readonly: true });
  const statement = raw.prepare(`SELECT "rowid" FROM "StatementFts" WHERE "StatementFts" MATCH ? ORDER BY "rank" LIMIT 50`);
  const ours: number[] = [];
  const floor: number[] = [];
  const words = [...ENGLISH, ...ARABIC];
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    for (const word of words) {
      const match = toMatch(word);
      if (match.kind === 'all' || match.kind === 'nothing') continue;
      const found = await findScope(workspace, { eventSlug: EVENT, query: { q: word }, contextByDefault: 'in' });
      if (!found.ok) throw new Error('no scope');
      const took = processorTime(() => readStatementPage(workspace.db, found.value));
      const least = processorTime(() => statement.all(match.match));
      // The first round fills the page cache of both.
      if (round === 0) continue;
      ours.push(took);
      floor.push(least);
    }
  }
  raw.close();
  await closeWorkspace(workspace);
  console.log(
    `search among ${MANY.toLocaleString('en')}, a page of 50 with its total: p50 ${quantile(ours, 0.5).toFixed(1)} ms, p95 ${quantile(ours, 0.95).toFixed(1)} ms; the 50 best by raw FTS5 p50 ${quantile(floor, 0.5).toFixed(1)} ms, p95 ${quantile(floor, 0.95).toFixed(1)} ms; at p95 ${(quantile(ours, 0.95) / quantile(floor, 0.95)).toFixed(1)} times (wanted: 5 or less)`,
  );
}

/** The most memory that writing the CSV takes, in a process that does nothing else: export-once.ts prints it. */
function peakOfExport(file: string): string {
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'tests/bench/export-once.ts', file], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout.trim();
}

/** A query of the same columns that the file has, joined as it joins them. */
const SAME_QUERY = `SELECT s.id, s.externalId, camp.code, stance.code, stance.basis, stance.minConfidence, s.attribution, s.originalText, s.language,
  t.text, t.language, t.madeBy, p.displayName, p.kind, p.risk, o.outlet, o.title, o.url, o.language, o.publishedOn, o.archiveUrl, s.locator, s.saidOn,
  score.score, score.label, score.unsure, score.reason, m.reads, m.scorer, m.version, s.status, s.duplicateOfId, s.importBatchId, s.createdAt,
  (SELECT group_concat(r.name) FROM Coding k JOIN Coder r ON r.id = k.coderId WHERE k.statementId = s.id AND k.variableKey = 'stance.rapprochement'),
  (SELECT k.rationale FROM Coding k WHERE k.statementId = s.id AND k.variableKey = 'stance.rapprochement' AND k.rationale IS NOT NULL LIMIT 1)
  FROM Statement s LEFT JOIN ResolvedCode camp ON camp.statementId = s.id AND camp.variableKey = 'camp'
  LEFT JOIN ResolvedCode stance ON stance.statementId = s.id AND stance.variableKey = 'stance.rapprochement'
  LEFT JOIN CurrentScore score ON score.statementId = s.id LEFT JOIN MachineScore m ON m.id = score.scoreId
  LEFT JOIN Translation t ON t.statementId = s.id LEFT JOIN Source o ON o.id = s.sourceId LEFT JOIN Speaker p ON p.id = s.speakerId
  WHERE s.status = 'published' ORDER BY s.createdSeq DESC, s.id DESC`;

async function benchExport(file: string, smallPeak: string): Promise<void> {
  const workspace = openWorkspace(file);
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timed(() => exportOnce(workspace)));
    floor.push(
      await timed(() => {
        const ran = spawnSync('sqlite3', ['-readonly', '-csv', file, SAME_QUERY], { stdio: 'ignore' });
        if (ran.status !== 0) throw new Error('sqlite3 is not here, or refused');
      }),
    );
  }
  await closeWorkspace(workspace);
  console.log(
    `CSV of ${MANY.toLocaleString('en')} rows: ${rate(median(ours), MANY)}, sqlite3 -csv ${rate(median(floor), MANY)}, share ${(median(floor) / median(ours)).toFixed(2)} (wanted: 0.5 or more)`,
  );
  console.log(
    `  peak memory: ${smallPeak} at ${ROWS.toLocaleString('en')} rows, ${peakOfExport(file)} at ${MANY.toLocaleString('en')}`,
  );
}

/** Copies every statement with its codes and score, so that there are `times` as many. */
function multiply(file: string, times: number): void {
  const db = new BetterSqlite3(file);
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    for (let copy = 1; copy < times; copy += 1) {
      const id = (column: string) => `${column} || '~${copy}'`;
      for (const [table, replaced] of [
        [
          'Statement',
          { id: id('id'), externalId: id('externalId'), contentHash: `substr("contentHash", 1, 62) || printf('%02d', ${copy})` },
        ],
        ['ResolvedCode', { statementId: id('statementId') }],
        ['MachineScore', { id: id('id'), statementId: id('statementId') }],
        ['CurrentScore', { statementId: id('statementId'), scoreId: id('scoreId') }],
        ['Coding', { id: id('id'), statementId: id('statementId') }],
        ['StatementSearch', { rowid: 'NULL', statementId: id('statementId') }],
      ] as const) {
        const columns = db.pragma(`table_info("${table}")`);
        if (!Array.isArray(columns)) throw new Error('no columns');
        const names = columns.map((column: { name: string }) => column.name);
        const by = new Map<string, string>(Object.entries(replaced));
        const values = names.map((name) => by.get(name) ?? `"${name}"`);
        const first = names.includes('statementId') ? 'statementId' : 'id';
        db.exec(
          `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')} FROM "${table}" WHERE "${first}" NOT LIKE '%~%'`,
        );
      }
    }
  })();
  db.close();
}

await withFolder(async (folder) => {
  const template = join(folder, 'template.db');
  await migrateDatabase(process.cwd(), template);
  const workspace = openWorkspace(template);
  await seedFirstEvent(workspace, process.cwd());
  await closeWorkspace(workspace);
  const file = await benchImport(folder, template);
  const peak = peakOfExport(file);
  multiply(file, COPIES);
  await benchSearch(file);
  await benchExport(file, peak);
});
