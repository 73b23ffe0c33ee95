import { describe, expect, test } from 'vitest';
import { addStatement } from '#lib/usecases/add-statement';
import { findDraft } from '#lib/usecases/find-draft';
import { findThread } from '#lib/usecases/find-thread';
import { openThreadPart } from '#lib/usecases/open-thread-part';
import { splitThread } from '#lib/usecases/split-thread';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';

describe('splitThread', () => {
  test('makes a draft of each part, with what they share, and knows which are saved', async () => {
    const workspace = await testWorkspace();
    const text = 'First voice,\non two lines.\n\n \nالصوت الثاني\r\n\r\n\r\nThird voice.\n';
    const shared = { source_outlet: 'Forum', coder: 'nour' };
    const split = await splitThread(workspace, { eventSlug: EVENT, text, shared });
    if (!split.ok) throw new Error(JSON.stringify(split.problem));
    expect(split.value.count).toBe(3);
    const { list } = split.value;
    const found = await findThread(workspace, { eventSlug: EVENT, list });
    if (!found.ok) throw new Error(found.problem.kind);
    expect(found.value.parts.map(({ text: part, statement }) => [part, statement])).toEqual([
      ['First voice,\non two lines.', null],
      ['الصوت الثاني', null],
      ['Third voice.', null],
    ]);
    const opened = await openThreadPart(workspace, { list, place: 1 });
    if (!opened.ok) throw new Error(opened.problem.kind);
    const draft = await findDraft(workspace, { form: 'add', id: opened.value });
    expect(draft?.values).toEqual({ ...shared, text: 'الصوت الثاني', thread: list });

    const added = await addStatement(workspace, {
      eventSlug: EVENT,
      statement: validStatement({ text: 'الصوت الثاني', language: 'ar' }),
      saveSimilar: true,
    });
    if (!added.ok) throw new Error('not added');
    const again = await findThread(workspace, { eventSlug: EVENT, list });
    expect(again.ok && again.value.parts.map(({ statement }) => statement)).toEqual([null, added.value.id, null]);
  });

  test('refuses a thread without text and a part that is too long', async () => {
    const workspace = await testWorkspace();
    expect(await splitThread(workspace, { eventSlug: EVENT, text: ' \n\n ', shared: {} })).toMatchObject({
      problem: { fields: [{ field: 'thread', code: 'required' }] },
    });
    expect(await splitThread(workspace, { eventSlug: EVENT, text: `a\n\n${'b'.repeat(10_001)}`, shared: {} })).toMatchObject({
      problem: { fields: [{ field: 'thread', code: 'too_long', params: { max: 10_000, length: 10_001 } }] },
    });
    expect(await findThread(workspace, { eventSlug: EVENT, list: 'none' })).toMatchObject({ problem: { kind: 'not_found' } });
  });
});
