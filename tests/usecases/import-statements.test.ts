import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyLog } from '#lib/db/audit-log';
import { textFile } from '#lib/files/read-table';
import { columnLabels } from '#lib/i18n/column-labels';
import { addStatement } from '#lib/usecases/add-statement';
import { cancelImport } from '#lib/usecases/cancel-import';
import { editStatement } from '#lib/usecases/edit-statement';
import { exportStatements } from '#lib/usecases/export-statements';
import { getComparison } from '#lib/usecases/get-comparison';
import { getImport } from '#lib/usecases/get-import';
import { getStatement } from '#lib/usecases/get-statement';
import { type ImportRequest, importStatements } from '#lib/usecases/import-statements';
import { listImports } from '#lib/usecases/list-imports';
import { listStatements } from '#lib/usecases/list-statements';
import { planImport } from '#lib/usecases/plan-import';
import { undoImport } from '#lib/usecases/undo-import';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';
import { makeCoders } from './coding-steps';

const EVENT = 'damascus-moscow-2025';
const HEADER =
  'Text,Camp,Stance,Confidence,Attribution,Date,Outlet,Speaker,Speaker risk,external_id,Translation,Translation language';
const ROWS = [
  '"We will not sit with them.",victims_families,against,3,direct,2025-08-01,Daily,,,t-1,,',
  '"قصفوا بيوتنا ثم صافحوهم.",victims_families,against,2,direct,2025-08,Daily,Abu Zayd,protected,t-2,They bombed our homes and then shook hands.,en',
  '"Trade with Moscow feeds the port.",pragmatic,favor,3,reported,2025,Weekly,A trader,ordinary,t-3,,',
];
const CSV = [HEADER, ...ROWS].join('\n');

function requestOf(text: string, changes: Partial<ImportRequest> = {}): ImportRequest {
  return {
    eventSlug: EVENT,
    open: textFile(text),
    mapping: null,
    coder: null,
    fileName: 'reactions.csv',
    fileHash: createHash('sha256').update(text).digest('hex'),
    by: 'importer',
    ...changes,
  };
}

async function imported(workspace: Workspace, text: string, changes: Partial<ImportRequest> = {}) {
  const result = await importStatements(workspace, requestOf(text, changes));
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function counts(workspace: Workspace) {
  return workspace.db.rows.get(
    `SELECT (SELECT count(*) FROM "Statement") AS statements, (SELECT count(*) FROM "AuditEvent") AS log, (SELECT count(*) FROM "ImportBatch") AS batches`,
  );
}

async function listed(workspace: Workspace, query: Readonly<Record<string, string>> = {}) {
  const found = await listStatements(workspace, { eventSlug: EVENT, query: { limit: '500', ...query } });
  if (!found.ok) throw new Error(found.problem.kind);
  return found.value.page;
}

describe('planImport', () => {
  test('says what would happen and writes nothing', async () => {
    const workspace = await testWorkspace();
    const before = counts(workspace);
    const planned = await planImport(workspace, requestOf(CSV));
    if (!planned.ok) throw new Error(planned.problem.kind);
    expect(planned.value.report.outcomes).toEqual({ new: 3, unchanged: 0, changed: 0, duplicate: 0, rejected: 0 });
    expect(counts(workspace)).toEqual(before);
  });
});

describe('planImport for a coder who has not coded a statement', () => {
  test('answers the same whatever others said of it', async () => {
    const workspace = await testWorkspace();
    await makeCoders(workspace, 'noor');
    const added = await addStatement(workspace, {
      eventSlug: EVENT,
      statement: validStatement({ coder: 'zebra', stance: 'ambivalent', confidence: 1, rationale: 'Because.' }),
    });
    if (!added.ok) throw new Error(added.problem.kind);
    const outcomesOf = async (row: string, coder: string | null) => {
      const coding = coder === null ? null : { coder, event: EVENT, sample: null };
      const text = `id,stance,confidence,rationale\n${added.value.id},${row}\n`;
      const planned = await planImport(workspace, { ...requestOf(text), coding });
      if (!planned.ok) throw new Error(planned.problem.kind);
      return planned.value.report;
    };
    // Without this the test could not fail.
    const right = 'ambivalent,1,Because.';
    expect((await outcomesOf(right, null)).outcomes).toMatchObject({ unchanged: 1, changed: 0 });
    expect((await outcomesOf('against,1,Because.', null)).outcomes).toMatchObject({ unchanged: 0, changed: 1 });
    const guesses = [right, 'against,1,Because.', 'favor,3,No.'];
    const told = await Promise.all(guesses.map((guess) => outcomesOf(guess, 'noor')));
    for (const report of told) expect(report.outcomes).toMatchObject({ unchanged: 0, changed: 1, rejected: 0 });
  });
});

describe('importStatements', () => {
  test('stores every row with source, speaker, translation, codings, score, search text and log row', async () => {
    const workspace = await testWorkspace();
    const outcome = await imported(workspace, CSV);
    expect(outcome).toMatchObject({
      status: 'finished',
      added: 3,
      alreadyHere: 0,
      batch: { total: 3, added: 3, rejected: 0, status: 'finished' },
    });
    const page = await listed(workspace, { batch: outcome.batch?.id ?? '', sort: 'added' });
    expect(page.items.map(({ camp, stance, saidOn, source }) => [camp, stance, saidOn, source?.outlet])).toEqual([
      ['victims_families', 'against', '2025-08-01', 'Daily'],
      ['victims_families', 'against', '2025-08', 'Daily'],
      ['pragmatic', 'favor', '2025', 'Weekly'],
    ]);
    const found = await getStatement(workspace, page.items[1]?.id ?? '');
    if (!found.ok || !found.value.shown) throw new Error('not shown');
    const { statement } = found.value;
    expect(statement.language).toBe('ar');
    expect(statement.translation).toMatchObject({ language: 'en', text: 'They bombed our homes and then shook hands.' });
    expect(statement.codings.map(({ coder }) => coder.name)).toEqual(['importer', 'importer']);
    expect(statement.history.map(({ action, actor }) => [action, actor])).toEqual([['statement.imported', 'importer']]);
    expect(statement.scores.map(({ reads }) => reads).sort()).toEqual(['original', 'translation']);
    expect(JSON.stringify(workspace.db.rows.all('SELECT * FROM "Speaker"'))).not.toContain('Abu Zayd');
    expect((await listed(workspace, { q: 'بيوتنا' })).items.map(({ id }) => id)).toContain(statement.id);
    expect(await verifyLog(workspace.db)).toMatchObject({ intact: true });
  });

  test('the same file again writes nothing at all', async () => {
    const workspace = await testWorkspace();
    await imported(workspace, CSV);
    const before = counts(workspace);
    expect(await imported(workspace, CSV)).toMatchObject({ status: 'nothing_new', added: 0, alreadyHere: 3, batch: null });
    expect(counts(workspace)).toEqual(before);
    const withoutIds = CSV.replace(/,t-\d/g, ',');
    expect(await imported(workspace, withoutIds)).toMatchObject({ status: 'nothing_new', alreadyHere: 3 });
  });

  test.each(['excel', 'data', 'jsonl'] as const)('an export (%s) comes back with no change', async (flavour) => {
    const workspace = await testWorkspace();
    await imported(workspace, CSV);
    const file = await exportStatements(workspace, {
      eventSlug: EVENT,
      query: 'duplicates=in',
      format: flavour === 'jsonl' ? 'jsonl' : 'csv',
      flavour: flavour === 'jsonl' ? 'data' : flavour,
      language: 'en',
      labels: columnLabels('en'),
    });
    if (!file.ok) throw new Error(file.problem.kind);
    let text = '';
    for await (const chunk of file.value.chunks) text += chunk;
    const planned = await planImport(workspace, requestOf(text));
    if (!planned.ok) throw new Error(planned.problem.kind);
    expect(planned.value.report).toMatchObject({
      rows: 22,
      outcomes: { new: 0, unchanged: 22, changed: 0, duplicate: 0, rejected: 0 },
      problems: [],
      questions: [],
    });
  });

  test('wrong rows are reported and the others go on, or nothing is written where all was asked for', async () => {
    const workspace = await testWorkspace();
    const wrong = [HEADER, ROWS[0], '"No such camp.",nobody,against,3,direct,2099-01-01,,,,,,', ROWS[2]].join('\n');
    const before = counts(workspace);
    expect(await imported(workspace, wrong, { isAllOrNothing: true })).toMatchObject({
      status: 'refused',
      added: 0,
      batch: null,
    });
    expect(counts(workspace)).toEqual(before);
    const outcome = await imported(workspace, wrong);
    expect(outcome).toMatchObject({ status: 'finished', added: 2, batch: { total: 3, added: 2, rejected: 1 } });
    expect(outcome.report.problems.map(({ code, column, count, examples }) => [code, column, count, examples[0]?.row])).toEqual([
      ['unknown_camp', 'Camp', 1, 3],
      ['date_in_future', 'Date', 1, 3],
    ]);
  });

  test('a text that is here already is left out, or linked as a repost where the row has an identifier', async () => {
    const workspace = await testWorkspace();
    await imported(workspace, CSV);
    const reposts = [HEADER, ROWS[0]?.replace('t-1', 't-9'), ROWS[0]?.replace('t-1', '')].join('\n');
    expect(await imported(workspace, reposts)).toMatchObject({ status: 'nothing_new', alreadyHere: 2 });
    const compared = async () => {
      const found = await getComparison(workspace, { eventSlug: EVENT, query: '', language: 'en' });
      return found.ok ? found.value.comparison.totals.compared : -1;
    };
    const before = await compared();
    expect(await imported(workspace, reposts, { isLinkingReposts: true })).toMatchObject({ added: 1, alreadyHere: 1 });
    expect(await compared()).toBe(before);
    expect(await imported(workspace, reposts, { isLinkingReposts: true })).toMatchObject({ status: 'nothing_new' });
  });

  test('the mapping of a file is remembered for the next one with the same headers', async () => {
    const workspace = await testWorkspace();
    const text = (line: string) => `Zitat;Lager\n"${line}";Familien\n`;
    const mapping = {
      columns: [
        { column: 'Zitat', field: 'text' as const },
        { column: 'Lager', field: 'camp' as const },
      ],
      values: [{ field: 'camp' as const, found: 'Familien', code: 'victims_families' }],
      constants: [{ field: 'attribution' as const, value: 'reported' }],
      dateOrder: null,
    };
    expect(await imported(workspace, text('Wir vergessen nicht.'), { mapping })).toMatchObject({ added: 1 });
    const planned = await planImport(workspace, requestOf(text('Wir reden miteinander.')));
    expect(planned).toMatchObject({ ok: true, value: { isRemembered: true, mapping, report: { outcomes: { new: 1 } } } });
  });

  test('chunks are stored as they come, progress is told, and a cancelled import keeps what it has', async () => {
    const workspace = await testWorkspace();
    const many = [
      HEADER,
      ...Array.from({ length: 1100 }, (_, n) => `"Voice ${n} speaks of ${n * 7} things.",pragmatic,favor,2,direct,,,,,m-${n},,`),
    ].join('\n');
    const told: number[] = [];
    let calls = 0;
    const outcome = await imported(workspace, many, {
      onProgress: ({ added }) => told.push(added),
      isCancelled: () => {
        calls += 1;
        return calls === 2;
      },
    });
    expect(told).toEqual([500, 1000]);
    expect(outcome).toMatchObject({ status: 'cancelled', added: 1000, batch: { status: 'cancelled', total: 1100, added: 1000 } });
    expect(await imported(workspace, many)).toMatchObject({ status: 'finished', added: 100, alreadyHere: 1000 });
  });

  test('cancelling all or nothing leaves nothing to be seen', async () => {
    const workspace = await testWorkspace();
    const before = (await listed(workspace)).total;
    const many = [
      HEADER,
      ...Array.from({ length: 600 }, (_, n) => `"Voice ${n} of many.",pragmatic,favor,2,direct,,,,,m-${n},,`),
    ].join('\n');
    let batchId = '';
    const outcome = await importStatements(workspace, {
      ...requestOf(many),
      isAllOrNothing: true,
      onStart: (id) => {
        batchId = id;
      },
      isCancelled: () => true,
    });
    expect(outcome).toMatchObject({ ok: true, value: { status: 'cancelled', batch: { status: 'undone' } } });
    expect((await listed(workspace)).total).toBe(before);
    expect(await cancelImport(workspace, { batchId, by: 'x' })).toMatchObject({ ok: true, value: { changed: false } });
  });

  test('an import whose process is gone is said to be interrupted, goes on with the same file, and can be undone', async () => {
    const workspace = await testWorkspace();
    const many = [
      HEADER,
      ...Array.from({ length: 600 }, (_, n) => `"Voice ${n} of the killed.",pragmatic,favor,2,direct,,,,,k-${n},,`),
    ].join('\n');
    const statuses: (string | undefined)[] = [];
    const status = (id: string, now: Date) => {
      const found = getImport({ ...workspace, now: () => now }, id);
      return found.ok ? found.value.status : undefined;
    };
    const outcome = await imported(workspace, many, {
      isCancelled: () => true,
      onStart: (id) => {
        const now = workspace.now().getTime();
        statuses.push(status(id, new Date(now + 20_000)), status(id, new Date(now + 60_000)));
      },
    });
    expect(statuses).toEqual(['running', 'interrupted']);
    const id = outcome.batch?.id ?? '';
    // As a killed process leaves it behind.
    await workspace.db.write((tx) => tx.importBatch.update({ where: { id }, data: { status: 'running' } }));
    const later = { ...workspace, now: () => new Date(workspace.now().getTime() + 3_600_000) };
    expect(getImport(later, id)).toMatchObject({ value: { status: 'interrupted', added: 500, total: 600 } });
    expect(await imported(workspace, many)).toMatchObject({ status: 'finished', added: 100, alreadyHere: 500 });
    const undone = await undoImport(later, { batchId: id, by: 'x', reason: 'y' });
    expect(undone).toMatchObject({ value: { batch: { status: 'undone' } } });
  });

  test('two imports of the same file at once add each row once', async () => {
    const workspace = await testWorkspace();
    const both = await Promise.all([imported(workspace, CSV), imported(workspace, CSV)]);
    expect(both.map(({ added }) => added).sort()).toEqual([0, 3]);
  });

  test('a file that cannot be read says why', async () => {
    const workspace = await testWorkspace();
    expect(await importStatements(workspace, requestOf(''))).toMatchObject({
      ok: false,
      problem: { kind: 'unreadable', file: { code: 'empty_file' } },
    });
    expect(await importStatements(workspace, requestOf('text,text\na,b\n'))).toMatchObject({
      ok: false,
      problem: { kind: 'unreadable', file: { code: 'duplicate_header', headers: ['text'] } },
    });
  });
});

describe('undoImport', () => {
  test('takes the batch back but for what somebody worked on since, and the file can be imported again', async () => {
    const workspace = await testWorkspace();
    const before = (await listed(workspace)).total;
    const { batch } = await imported(workspace, CSV);
    const id = batch?.id ?? '';
    const [first] = (await listed(workspace, { batch: id, sort: 'added' })).items;
    await editStatement(workspace, { id: first?.id ?? '', changes: { locator: 'p. 2' }, by: 'editor', reason: 'Found it.' });
    const undone = await undoImport(workspace, { batchId: id, by: 'importer', reason: 'Wrong file.' });
    if (!undone.ok) throw new Error(undone.problem.kind);
    expect(undone.value.deleted).toHaveLength(2);
    expect(undone.value.kept).toEqual([first?.id]);
    expect(undone.value.batch.status).toBe('undone');
    expect((await listed(workspace)).total).toBe(before + 1);
    expect((await listed(workspace, { q: 'بيوتنا' })).total).toBe(0);
    expect(await verifyLog(workspace.db)).toMatchObject({ intact: true });
    expect(await imported(workspace, CSV)).toMatchObject({ added: 2, alreadyHere: 1 });
    const imports = await listImports(workspace, EVENT);
    expect(imports.ok && imports.value.batches.map(({ status }) => status)).toEqual(['finished', 'undone']);
  });

  test('asks for who and why, and knows no other import', async () => {
    const workspace = await testWorkspace();
    expect(await undoImport(workspace, { batchId: 'x', by: 'a', reason: '' })).toMatchObject({ problem: { kind: 'invalid' } });
    expect(await undoImport(workspace, { batchId: 'x', by: 'a', reason: 'b' })).toMatchObject({
      problem: { kind: 'not_found', what: 'import' },
    });
  });
});
