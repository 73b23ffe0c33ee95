import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyLog } from '#lib/db/audit-log';
import { readStaged, removeStaged, stageFile, writeStagedMeta } from '#lib/files/staged-file';
import { addStatement } from '#lib/usecases/add-statement';
import { changeStatementStatus } from '#lib/usecases/change-statement-status';
import { editStatement } from '#lib/usecases/edit-statement';
import { getStatement } from '#lib/usecases/get-statement';
import { keepDraft } from '#lib/usecases/keep-draft';
import { purgeStatement } from '#lib/usecases/purge-statement';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';
const NOTE = { by: 'editor', reason: 'The family asked for it.' };
/** A word of each text that nothing else in the file has. */
const SECRETS = ['Qwertzuiop', 'Yxcvbnmlk', 'Asdfghjklo', 'Poiuztrewq', 'Mnbvcxyasd', 'Lkjhgfdsam', 'مغزوليات'];

/** Which of the words stand in the database, its write-ahead log or its shared memory, in any letter case. */
function leftIn(workspace: Workspace): string[] {
  const files = ['', '-wal', '-shm'].map((end) => `${workspace.db.file}${end}`).filter((file) => existsSync(file));
  const bytes = files.map((file) => readFileSync(file).toString('utf8').toLowerCase()).join('\n');
  return SECRETS.filter((word) => bytes.includes(word.toLowerCase()));
}

async function secretStatement(workspace: Workspace): Promise<string> {
  const added = await addStatement(workspace, {
    eventSlug: EVENT,
    saveSimilar: true,
    statement: validStatement({
      text: 'Qwertzuiop will not shake hands, "says" she, مغزوليات.',
      translation: { text: 'Yxcvbnmlk refuses.', language: 'fr', by: 'human' },
      rationale: 'Because of Asdfghjklo.',
      speaker: { name: 'Poiuztrewq', kind: 'person', risk: 'vulnerable' },
      source: { outlet: 'Mnbvcxyasd', url: 'https://example.org/mnbvcxyasd' },
    }),
  });
  if (!added.ok) throw new Error(JSON.stringify(added.problem));
  const { id } = added.value;
  const changes = { translation: { text: 'Yxcvbnmlk Lkjhgfdsam refuses again.', language: 'fr' } };
  await editStatement(workspace, { id, changes, ...NOTE });
  await changeStatementStatus(workspace, { id, change: 'withhold', ...NOTE });
  await keepDraft(workspace, {
    form: 'add',
    values: { text: 'Qwertzuiop will not shake hands, "says" she, مغزوليات.' },
    problems: [],
  });
  return id;
}

describe('purgeStatement', () => {
  test('says what it would remove and removes nothing in a dry run', async () => {
    const workspace = await testWorkspace();
    const id = await secretStatement(workspace);
    const result = await purgeStatement(workspace, { id, ...NOTE, isDryRun: true });
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    expect(result.value).toMatchObject({
      purged: false,
      logEmptied: null,
      copies: [],
      quotingReasons: [],
      counts: {
        statements: 1,
        translations: 1,
        codings: 2,
        adjudications: 0,
        scores: 2,
        resolvedCodes: 2,
        searchRows: 0,
        logDetails: 3,
        drafts: 1,
        speakers: 1,
        sources: 1,
        unlinked: 0,
      },
    });
    expect((await getStatement(workspace, id)).ok).toBe(true);
    expect(leftIn(workspace)).toEqual(SECRETS);
  });

  test('leaves no byte of the text in the database, its log and its memory file, and the log proves itself', async () => {
    const workspace = await testWorkspace();
    const id = await secretStatement(workspace);
    const purged = await purgeStatement(workspace, { id, ...NOTE, isDryRun: false });
    expect(purged).toMatchObject({ ok: true, value: { purged: true, logEmptied: true } });
    expect(leftIn(workspace)).toEqual([]);
    expect(await verifyLog(workspace.db)).toMatchObject({ intact: true, purgedDetails: 3 });
    expect(await getStatement(workspace, id)).toMatchObject({ ok: false, problem: { kind: 'not_found' } });
    expect(workspace.db.rows.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    expect(workspace.db.rows.all('PRAGMA foreign_key_check')).toEqual([]);
    expect(
      workspace.db.rows.get(
        `SELECT "actor", "reason" FROM "AuditEvent" WHERE "action" = 'statement.purged' AND "entityId" = @id`,
        { id },
      ),
    ).toEqual({ actor: 'editor', reason: NOTE.reason });
  });

  test('removes files that were sent for an import and hold the words, and no others', async () => {
    const workspace = await testWorkspace();
    const id = await secretStatement(workspace);
    const staged = async (text: string) => {
      const upload = randomUUID();
      const csv = new TextEncoder().encode(`text,camp\n"${text.replaceAll('"', '""')}",pragmatic\n`);
      const pieces = async function* () {
        yield csv;
      };
      const { bytes, sha256 } = await stageFile(upload, pieces(), new Date());
      await writeStagedMeta(upload, {
        ...{ event: EVENT, fileName: 'rows.csv', bytes, sha256, by: 'nour', encoding: null, delimiter: null, mapping: null },
        state: 'staged',
      });
      onTestFinished(() => removeStaged(upload));
      return upload;
    };
    const holding = await staged('Qwertzuiop will not shake hands, "says" she, مغزوليات.');
    const other = await staged('Qwertzuiop will shake hands.');
    const request = { id, ...NOTE };
    expect(await purgeStatement(workspace, { ...request, isDryRun: true })).toMatchObject({ ok: true, value: { uploads: 1 } });
    expect(await readStaged(holding)).not.toBeNull();
    expect(await purgeStatement(workspace, { ...request, isDryRun: false })).toMatchObject({ ok: true, value: { uploads: 1 } });
    expect([await readStaged(holding), (await readStaged(other))?.id]).toEqual([null, other]);
  });

  test('leaves what other statements share, and frees their copies', async () => {
    const workspace = await testWorkspace();
    const shared = { speaker: { name: 'Two Times', kind: 'person', risk: 'public_figure' }, source: { outlet: 'Shared' } };
    const ids: string[] = [];
    for (const text of ['First thing that was said.', 'Second thing that was said here.']) {
      const added = await addStatement(workspace, {
        eventSlug: EVENT,
        saveSimilar: true,
        statement: validStatement({ text, ...shared }),
      });
      if (!added.ok) throw new Error(JSON.stringify(added.problem));
      ids.push(added.value.id);
    }
    const [first = '', second = ''] = ids;
    const purged = await purgeStatement(workspace, { id: first, ...NOTE, isDryRun: false });
    expect(purged).toMatchObject({ ok: true, value: { counts: { speakers: 0, sources: 0 } } });
    const found = await getStatement(workspace, second);
    expect(found).toMatchObject({
      ok: true,
      value: { statement: { speaker: { name: 'Two Times' }, source: { outlet: 'Shared' } } },
    });
  });

  test('says which reasons in the log repeat the words, because they stay', async () => {
    const workspace = await testWorkspace();
    const text = 'A sentence that somebody quotes.';
    const added = await addStatement(workspace, { eventSlug: EVENT, saveSimilar: true, statement: validStatement({ text }) });
    if (!added.ok) throw new Error(JSON.stringify(added.problem));
    const { id } = added.value;
    await changeStatementStatus(workspace, { id, change: 'withhold', by: 'editor', reason: `Because of: ${text}` });
    const result = await purgeStatement(workspace, { id, ...NOTE, isDryRun: true });
    if (!result.ok) throw new Error('not found');
    expect(result.value.quotingReasons).toHaveLength(1);
  });
});
