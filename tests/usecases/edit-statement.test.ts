import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyLog } from '#lib/db/audit-log';
import { addStatement } from '#lib/usecases/add-statement';
import { editStatement } from '#lib/usecases/edit-statement';
import { getStatement } from '#lib/usecases/get-statement';
import { listStatements } from '#lib/usecases/list-statements';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';
const logRow = z.object({ actor: z.string(), reason: z.string(), before: z.string(), after: z.string() });
const NOTE = { by: 'editor', reason: 'The source was read again.' };

async function added(workspace: Workspace, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const result = await addStatement(workspace, { eventSlug: EVENT, statement: validStatement(changes), saveSimilar: true });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.id;
}

async function shown(workspace: Workspace, id: string) {
  const found = await getStatement(workspace, id);
  if (!found.ok || !found.value.shown) throw new Error('not shown');
  return found.value.statement;
}

/** Every row of every table as text, as somebody with the file could read it. */
function everythingIn(workspace: Workspace): string {
  const tables = workspace.db.rows.all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`);
  return tables
    .map((table) => {
      if (typeof table !== 'object' || table === null || !('name' in table)) throw new Error('no name');
      return JSON.stringify(workspace.db.rows.all(`SELECT * FROM "${String(table.name)}"`));
    })
    .join('\n');
}

describe('editStatement', () => {
  test('corrects source, date, attribution, place and speaker, and logs old and new, who and why', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace, { locator: 'paragraph 3', source: { outlet: 'Daily', url: 'https://example.org/a' } });
    const edited = await editStatement(workspace, {
      id,
      changes: {
        source: { title: 'The visit' },
        saidOn: '2025-08',
        attribution: 'reported',
        locator: null,
        speaker: { name: 'Asaad', kind: 'person', risk: 'public_figure' },
      },
      ...NOTE,
    });
    expect(edited).toEqual({
      ok: true,
      value: {
        id,
        event: EVENT,
        changed: ['speaker', 'attribution', 'source', 'locator', 'saidOn'],
        isCampDisputed: false,
      },
    });
    const statement = await shown(workspace, id);
    expect(statement).toMatchObject({
      attribution: 'reported',
      saidOn: '2025-08',
      locator: null,
      speaker: { name: 'Asaad', kind: 'person', risk: 'public_figure' },
      source: { outlet: 'Daily', title: 'The visit', url: 'https://example.org/a' },
    });
    const row = logRow.parse(
      workspace.db.rows.get(
        `SELECT e."actor", e."reason", d."before", d."after" FROM "AuditEvent" e JOIN "AuditDetail" d ON d."seq" = e."seq"
       WHERE e."entityId" = @id AND e."action" = 'statement.edited'`,
        { id },
      ),
    );
    expect(row).toMatchObject({ actor: 'editor', reason: NOTE.reason });
    expect(JSON.parse(row.before)).toMatchObject({ locator: 'paragraph 3', attribution: 'direct', speaker: null });
    expect(JSON.parse(row.after)).toMatchObject({ locator: null, attribution: 'reported', saidOn: { value: '2025-08' } });
    expect(await verifyLog(workspace.db)).toMatchObject({ intact: true });
  });

  test('a new translation is scored again and found by search, the old one no longer', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace, {
      text: 'لا نصافح من قصف بيوتنا',
      language: 'ar',
      translation: { text: 'We do not greet bombers.', language: 'en', by: 'machine' },
    });
    const edited = await editStatement(workspace, {
      id,
      changes: { translation: { text: 'We refuse the handshake: a shameful disaster.', by: 'human' } },
      ...NOTE,
    });
    expect(edited).toMatchObject({ ok: true, value: { changed: ['translation'] } });
    const statement = await shown(workspace, id);
    expect(statement.translation).toMatchObject({ text: 'We refuse the handshake: a shameful disaster.', by: 'human' });
    const score = statement.scores.find((each) => each.reads === 'translation' && each.current);
    expect(score?.evidence.tokens.map((token) => token.text.toLowerCase())).toContain('shameful');
    const total = async (q: string) => {
      const listed = await listStatements(workspace, { eventSlug: EVENT, query: { q } });
      return listed.ok ? listed.value.page.total : -1;
    };
    expect(await total('shameful')).toBe(1);
    expect(await total('bombers')).toBe(0);
  });

  test('a translation that is taken away leaves no score behind', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace, { translation: { text: 'Nous refusons.', language: 'fr', by: 'human' } });
    await editStatement(workspace, { id, changes: { translation: null }, ...NOTE });
    const statement = await shown(workspace, id);
    expect(statement.translation).toBeNull();
    expect(statement.scores.map((score) => score.reads)).toEqual(['original']);
  });

  test('a camp is a coding of the person who edits: theirs is replaced, and a difference from another coder is a dispute', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace);
    const own = await editStatement(workspace, { id, changes: {}, camp: 'pragmatic', by: 'tester', reason: 'Read again.' });
    expect(own).toMatchObject({ ok: true, value: { changed: ['camp'], isCampDisputed: false } });
    expect((await shown(workspace, id)).resolved['camp']).toMatchObject({ code: 'pragmatic', basis: 'single' });

    const same = await editStatement(workspace, { id, changes: {}, camp: 'pragmatic', by: 'tester', reason: 'Again.' });
    expect(same).toMatchObject({ ok: true, value: { changed: [] } });

    const other = await editStatement(workspace, { id, changes: {}, camp: 'slogans', by: 'second', reason: 'It is a slogan.' });
    expect(other).toMatchObject({ ok: true, value: { changed: ['camp'], isCampDisputed: true } });
    const codings = (await shown(workspace, id)).codings.filter((coding) => coding.variableKey === 'camp');
    expect(codings.map(({ code, round, coder }) => [code, round, coder.name])).toEqual([
      ['victims_families', 1, 'tester'],
      ['pragmatic', 2, 'tester'],
      ['slogans', 1, 'second'],
    ]);
  });

  test('the original text never changes, and every wrong field is said at once', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace);
    const text = await editStatement(workspace, { id, changes: { text: 'Other words.' }, ...NOTE });
    expect(text).toEqual({ ok: false, problem: { kind: 'invalid', fields: [{ field: 'text', code: 'not_allowed' }] } });
    const wrong = await editStatement(workspace, {
      id,
      changes: { saidOn: '2025-02-30', source: { url: 'javascript:alert(1)' } },
      by: ' ',
      reason: '',
    });
    if (wrong.ok || wrong.problem.kind !== 'invalid') throw new Error('accepted');
    expect(wrong.problem.fields.map(({ field, code }) => [field, code])).toEqual([
      ['source.url', 'url_scheme_not_allowed'],
      ['saidOn', 'not_a_date'],
      ['by', 'required'],
      ['reason', 'required'],
    ]);
    expect((await shown(workspace, id)).history).toHaveLength(1);
  });

  test('an edit of a page that somebody else changed since is refused', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace);
    const { changedSeq } = await shown(workspace, id);
    const first = await editStatement(workspace, { id, changes: { locator: 'p. 1' }, base: changedSeq, ...NOTE });
    const second = await editStatement(workspace, { id, changes: { locator: 'p. 2' }, base: changedSeq, ...NOTE });
    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, problem: { kind: 'conflict', code: 'changed_meanwhile', existingId: id } });
    expect((await shown(workspace, id)).locator).toBe('p. 1');
  });

  test('saving what is there already writes nothing', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace, { source: { outlet: 'Daily' } });
    const before = workspace.db.rows.get('SELECT count(*) AS n FROM "AuditEvent"');
    const again = await editStatement(workspace, {
      id,
      changes: { source: { outlet: 'Daily', title: null }, saidOn: '2025-08-02' },
      ...NOTE,
    });
    expect(again).toMatchObject({ ok: true, value: { changed: [] } });
    expect(workspace.db.rows.get('SELECT count(*) AS n FROM "AuditEvent"')).toEqual(before);
  });

  test('a speaker who becomes protected is named nowhere any more, and the log still proves itself', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace, { speaker: { name: 'Zayd Nowhere', kind: 'person', risk: 'ordinary' } });
    await editStatement(workspace, { id, changes: { locator: 'p. 4' }, ...NOTE });
    const edited = await editStatement(workspace, {
      id,
      changes: { speaker: { risk: 'protected', pseudonym: 'a man from Hama' } },
      ...NOTE,
    });
    expect(edited.ok).toBe(true);
    expect(everythingIn(workspace)).not.toContain('Nowhere');
    expect((await shown(workspace, id)).speaker).toEqual({ name: 'a man from Hama', kind: 'person', risk: 'protected' });
    expect(await verifyLog(workspace.db)).toMatchObject({ intact: true, purgedDetails: 1 });
  });

  test('the hidden name of a speaker at risk stays through an edit, and lowering the risk does not show it', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace, { speaker: { name: 'Hidden Name', kind: 'person', risk: 'vulnerable' } });
    await editStatement(workspace, { id, changes: { speaker: { pseudonym: 'a teacher' } }, ...NOTE });
    expect(everythingIn(workspace)).toContain('Hidden Name');
    expect((await shown(workspace, id)).speaker?.name).toBe('a teacher');
    await editStatement(workspace, { id, changes: { speaker: { risk: 'ordinary' } }, ...NOTE });
    expect((await shown(workspace, id)).speaker).toEqual({ name: 'a teacher', kind: 'person', risk: 'ordinary' });
  });
});
