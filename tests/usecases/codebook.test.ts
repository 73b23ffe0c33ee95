import { describe, expect, test } from 'vitest';
import type { CodebookContent } from '#lib/core/codebook/codebook';
import { contentOf } from '#lib/db/codebooks';
import { readEvent } from '#lib/db/events';
import { drawCodingSample } from '#lib/usecases/draw-coding-sample';
import { getAgreementMarks } from '#lib/usecases/get-agreement-marks';
import { getCodebook } from '#lib/usecases/get-codebook';
import { publishCodebook } from '#lib/usecases/publish-codebook';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace } from '../setup/database';
import { code, coded, EVENT, makeCoders, resolvedCode, STANCE, statementIds } from './coding-steps';

type Edit = (content: CodebookContent) => CodebookContent;

async function publish(workspace: Workspace, edit: Edit, more: Partial<Parameters<typeof publishCodebook>[1]> = {}) {
  const event = await readEvent(workspace.db, EVENT);
  if (event === null) throw new Error('no event');
  const content = edit(contentOf(event.codebook, event.targets));
  return publishCodebook(workspace, { eventSlug: EVENT, basedOn: event.codebook.number, content, by: 'hala', ...more });
}

const editCode =
  (variableKey: string, codeKey: string, change: Partial<CodebookContent['variables'][number]['codes'][number]>): Edit =>
  (content) => ({
    ...content,
    variables: content.variables.map((variable) =>
      variable.key === variableKey
        ? { ...variable, codes: variable.codes.map((known) => (known.key === codeKey ? { ...known, ...change } : known)) }
        : variable,
    ),
  });

const removeCode =
  (variableKey: string, codeKey: string): Edit =>
  (content) => ({
    ...content,
    variables: content.variables.map((variable) =>
      variable.key === variableKey ? { ...variable, codes: variable.codes.filter((known) => known.key !== codeKey) } : variable,
    ),
  });

const newCode = (key: string) => ({
  key,
  label: { en: key, ar: key },
  definition: { en: `What ${key} is.`, ar: '' },
  useWhen: { en: '', ar: '' },
  avoidWhen: { en: '', ar: '' },
  value: null,
  examples: [],
  counterExamples: [],
  supersededBy: null,
});

const addCode =
  (variableKey: string, key: string): Edit =>
  (content) => ({
    ...content,
    variables: content.variables.map((variable) =>
      variable.key === variableKey ? { ...variable, codes: [...variable.codes, newCode(key)] } : variable,
    ),
  });

const FAVOR = { en: 'Supports the step, and says so.', ar: '' };

async function usageOf(workspace: Workspace, variable: string) {
  const found = await getCodebook(workspace, { eventSlug: EVENT });
  if (!found.ok) throw new Error(found.problem.kind);
  return Object.fromEntries(
    found.value.usage.filter((use) => use.variable === variable).map((use) => [use.code, [use.codings, use.stale]]),
  );
}

describe('a coder who has not coded a statement', () => {
  const session = { coder: 'noor', event: EVENT, sample: null };

  /** Somebody else gave a code that nobody else has. */
  async function codedByOther() {
    const workspace = await testWorkspace();
    await makeCoders(workspace, 'noor', 'zebra');
    const [statement = ''] = await statementIds(workspace);
    await coded(workspace, { statement, coder: 'zebra', variable: 'sarcasm', code: 'cannot_tell' });
    return { workspace, statement };
  }

  async function toldUsage(workspace: Workspace) {
    const found = await getCodebook(workspace, { eventSlug: EVENT, coding: session });
    return found.ok ? found.value : found.problem;
  }

  test('does not learn from the codebook that others used a code, and does after coding', async () => {
    const { workspace, statement } = await codedByOther();
    expect(await usageOf(workspace, 'sarcasm')).toEqual({ cannot_tell: [1, 0] });
    expect(await toldUsage(workspace)).toMatchObject({ isBlind: true, usage: [] });
    await coded(workspace, { statement, coder: 'noor', variable: 'sarcasm', code: 'no' });
    expect(await toldUsage(workspace)).toMatchObject({
      usage: [
        { variable: 'sarcasm', code: 'cannot_tell', codings: 1 },
        { variable: 'sarcasm', code: 'no', codings: 1 },
      ],
    });
  });

  test('does not learn it from an edit either: a removal is refused whether the code is used or not', async () => {
    const { workspace } = await codedByOther();
    const remove = (key: string) => publish(workspace, removeCode('sarcasm', key), { coding: session, dryRun: true });
    for (const key of ['cannot_tell', 'yes']) {
      expect(await remove(key)).toEqual({
        ok: false,
        problem: { kind: 'invalid', fields: [{ field: `sarcasm.${key}`, code: 'removal_while_coding', seen: key }] },
      });
    }
    const change = (key: string) =>
      publish(workspace, editCode('sarcasm', key, { definition: FAVOR }), { coding: session, dryRun: true });
    for (const key of ['cannot_tell', 'yes']) expect(await change(key)).toMatchObject({ ok: true, value: { staleCodings: 0 } });
  });
});

describe('publishCodebook', () => {
  test('a new definition makes exactly the codings of its code stale, and leaves the version before as it was', async () => {
    const workspace = await testWorkspace();
    const before = await getCodebook(workspace, { eventSlug: EVENT, version: 1 });
    const usage = await usageOf(workspace, STANCE);
    const favor = usage['favor']?.[0] ?? 0;
    expect(favor).toBeGreaterThan(0);
    const published = await publish(workspace, editCode(STANCE, 'favor', { definition: FAVOR }));
    expect(published).toMatchObject({ ok: true, value: { version: 2, published: true, staleCodings: favor } });
    const after = await usageOf(workspace, STANCE);
    for (const [key, [codings]] of Object.entries(usage)) expect(after[key]).toEqual([codings, key === 'favor' ? codings : 0]);
    const old = await getCodebook(workspace, { eventSlug: EVENT, version: 1 });
    expect(old.ok && before.ok && old.value.content).toEqual(before.ok && before.value.content);
    const now = await getCodebook(workspace, { eventSlug: EVENT });
    expect(now).toMatchObject({
      ok: true,
      value: {
        version: { number: 2 },
        versions: [{ number: 2 }, { number: 1 }],
        changes: { stale: [{ variable: STANCE, code: 'favor' }] },
      },
    });
  });

  test('a change of wording alone makes nothing stale', async () => {
    const workspace = await testWorkspace();
    const published = await publish(workspace, editCode(STANCE, 'favor', { definition: FAVOR }), {
      sameMeaning: [{ variable: STANCE, code: 'favor' }],
    });
    expect(published).toMatchObject({ ok: true, value: { version: 2, staleCodings: 0 } });
    expect((await usageOf(workspace, STANCE))['favor']?.[1]).toBe(0);
    const now = await getCodebook(workspace, { eventSlug: EVENT });
    expect(now).toMatchObject({ ok: true, value: { changes: { changed: true, meaningChanged: false, stale: [] } } });
  });

  test('a stale coding still counts on charts, is left out of alpha, and is made good by coding again', async () => {
    const workspace = await testWorkspace();
    await makeCoders(workspace, 'hala');
    const ids = await statementIds(workspace);
    const [first = ''] = ids;
    await coded(workspace, { statement: first, coder: 'hala', code: 'favor' });
    const agreed = { code: 'favor', basis: 'agreed', coders: 2 };
    expect(await resolvedCode(workspace, first)).toEqual(agreed);
    await publish(workspace, editCode(STANCE, 'favor', { definition: FAVOR }));
    expect(await resolvedCode(workspace, first)).toEqual(agreed);
    const marks = await getAgreementMarks(workspace, { eventSlug: EVENT });
    const stale = marks.ok ? (marks.value[STANCE]?.stale ?? 0) : 0;
    expect(stale).toBe((await usageOf(workspace, STANCE))['favor']?.[1]);

    const drawn = await drawCodingSample(workspace, { eventSlug: EVENT, rule: 'stale', variables: [STANCE], by: 'hala' });
    expect(drawn).toMatchObject({ ok: true, value: { statements: stale - 1 } });
    const again = await coded(workspace, { statement: first, coder: 'hala', code: 'favor' });
    expect(again).toMatchObject({ created: true, codebookVersion: 2, round: 1 });
    const later = await getAgreementMarks(workspace, { eventSlug: EVENT });
    expect(later).toMatchObject({ ok: true, value: { [STANCE]: { stale: stale - 1 } } });
  });

  test('refuses to remove a code in use, with its count; superseding keeps its codings', async () => {
    const workspace = await testWorkspace();
    await makeCoders(workspace, 'hala');
    const [first = ''] = await statementIds(workspace);
    await publish(workspace, addCode('sarcasm', 'maybe'));
    await coded(workspace, { statement: first, coder: 'hala', variable: 'sarcasm', code: 'cannot_tell' });
    expect(await publish(workspace, removeCode('sarcasm', 'cannot_tell'))).toEqual({
      ok: false,
      problem: {
        kind: 'invalid',
        fields: [{ field: 'sarcasm.cannot_tell', code: 'code_in_use', seen: 'cannot_tell', params: { count: 1 } }],
      },
    });
    expect(await publish(workspace, editCode('sarcasm', 'cannot_tell', { supersededBy: 'maybe' }))).toMatchObject({
      ok: true,
      value: { version: 3, staleCodings: 1 },
    });
    expect(await resolvedCode(workspace, first, 'sarcasm')).toMatchObject({ code: 'cannot_tell' });
    expect(
      await code(workspace, { statement: first, coder: 'hala', variable: 'sarcasm', code: 'cannot_tell', round: 1 }),
    ).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', code: 'code_of_other_version' },
    });
    expect(await code(workspace, { statement: first, coder: 'hala', variable: 'sarcasm', code: 'maybe' })).toMatchObject({
      ok: true,
    });
    // What nobody uses may go.
    expect(await publish(workspace, removeCode('sarcasm', 'no'))).toMatchObject({ ok: true, value: { version: 4 } });
    expect(await code(workspace, { statement: first, coder: 'hala', variable: 'sarcasm', code: 'no' })).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', code: 'code_of_other_version' },
    });
  });

  test('of two people who edit the same version one is told', async () => {
    const workspace = await testWorkspace();
    const both = await Promise.all([
      publish(workspace, editCode(STANCE, 'favor', { definition: FAVOR })),
      publish(workspace, editCode(STANCE, 'against', { definition: FAVOR })),
    ]);
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(both.find((result) => !result.ok)).toMatchObject({ problem: { kind: 'conflict', code: 'changed_meanwhile' } });
  });

  test('publishing what is there already, or trying only, publishes nothing', async () => {
    const workspace = await testWorkspace();
    expect(await publish(workspace, (content) => content)).toMatchObject({ ok: true, value: { version: 1, published: false } });
    const tried = await publish(workspace, editCode(STANCE, 'favor', { definition: FAVOR }), { dryRun: true });
    expect(tried).toMatchObject({ ok: true, value: { version: 1, published: false } });
    expect(await workspace.db.read.codebookVersion.count()).toBe(1);
  });

  test.each([
    { what: 'a stance code of its own', edit: addCode(STANCE, 'very_much'), problem: 'not_allowed' },
    { what: 'the stances without one of them', edit: removeCode('use', 'mock'), problem: 'not_allowed' },
    {
      what: 'a codebook without the stance',
      edit: (content: CodebookContent) => ({ ...content, variables: content.variables.filter(({ key }) => key !== STANCE) }),
      problem: 'required',
    },
    { what: 'a camp whose key no camp can have', edit: addCode('camp', 'young-people'), problem: 'invalid' },
  ])('refuses $what', async ({ edit, problem }) => {
    const workspace = await testWorkspace();
    expect(await publish(workspace, edit)).toMatchObject({
      ok: false,
      problem: { kind: 'invalid', fields: [{ code: problem }] },
    });
  });

  test('a new camp is a camp of the event, and an unused one that goes is retired', async () => {
    const workspace = await testWorkspace();
    await makeCoders(workspace, 'hala');
    await publish(workspace, addCode('camp', 'diaspora'));
    const event = await readEvent(workspace.db, EVENT);
    expect(event?.camps.find(({ slug }) => slug === 'diaspora')).toMatchObject({ retired: false, role: 'compared' });
    await publish(workspace, removeCode('camp', 'diaspora'));
    const later = await readEvent(workspace.db, EVENT);
    expect(later?.camps.find(({ slug }) => slug === 'diaspora')).toMatchObject({ retired: true });
    expect(later?.camps.filter(({ retired }) => !retired)).toHaveLength(4);
  });
});
