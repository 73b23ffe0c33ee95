import { describe, expect, test } from 'vitest';
import { verifyLog } from '#lib/db/audit-log';
import { readEvent } from '#lib/db/events';
import { addCamp } from '#lib/usecases/add-camp';
import { addStatement } from '#lib/usecases/add-statement';
import { addTarget } from '#lib/usecases/add-target';
import { createEvent } from '#lib/usecases/create-event';
import { editCamp } from '#lib/usecases/edit-camp';
import { editEvent } from '#lib/usecases/edit-event';
import { getComparison } from '#lib/usecases/get-comparison';
import { getStatement } from '#lib/usecases/get-statement';
import { listSources } from '#lib/usecases/list-sources';
import { saveSource } from '#lib/usecases/save-source';
import { submitCoding } from '#lib/usecases/submit-coding';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';

const NOTE = { by: 'editor', reason: 'Needed.' };

function secondEvent(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    title: { en: 'Port agreement of Tartus', ar: 'اتفاق ميناء طرطوس' },
    heldOn: '2025-09-01',
    description: { en: 'An agreement about the port was signed.' },
    targets: [{ slug: 'port', proposition: { en: 'The port should be leased.', ar: 'ينبغي تأجير الميناء.' } }],
    camps: [
      { slug: 'victims_families', label: { en: "Victims' families", ar: 'أسر الضحايا' }, definition: { en: 'Families speak.' } },
      { label: { en: 'Dock workers', ar: 'عمال الميناء' }, definition: { en: 'Those who work in the port.' }, selfNamed: true },
      { slug: 'officials', label: { en: 'Officials' }, definition: { en: 'Office-holders.' }, role: 'context' },
    ],
    ...changes,
  };
}

async function created(workspace: Workspace): Promise<string> {
  const result = await createEvent(workspace, { event: secondEvent(), by: 'editor' });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.slug;
}

async function eventOf(workspace: Workspace, slug: string) {
  const event = await readEvent(workspace.db, slug);
  if (event === null) throw new Error('no event');
  return event;
}

describe('createEvent', () => {
  test('makes an event whose statements can be added, coded, scored and compared at once', async () => {
    const workspace = await testWorkspace();
    const result = await createEvent(workspace, { event: secondEvent(), by: 'editor' });
    expect(result).toEqual({
      ok: true,
      value: {
        slug: 'port-agreement-of-tartus',
        camps: ['victims_families', 'dock_workers', 'officials'],
        targets: ['port'],
        codebookVersion: 1,
      },
    });
    const event = await eventOf(workspace, 'port-agreement-of-tartus');
    expect(event.codebook.variables.map(({ key, level }) => [key, level])).toEqual([
      ['camp', 'nominal'],
      ['stance.port', 'nominal'],
      ['use', 'nominal'],
      ['sarcasm', 'nominal'],
      ['sentiment', 'ordinal'],
    ]);
    expect(event.camps.map(({ slug, role, selfNamed, order }) => [slug, role, selfNamed, order])).toEqual([
      ['victims_families', 'compared', false, 1],
      ['dock_workers', 'compared', true, 2],
      ['officials', 'context', false, 3],
    ]);
    const added = await addStatement(workspace, {
      eventSlug: event.slug,
      statement: validStatement({ camp: 'dock_workers', stance: 'favor', slogan: { name: 'The port is ours', use: 'endorse' } }),
    });
    if (!added.ok) throw new Error(JSON.stringify(added.problem));
    const coded = await submitCoding(workspace, {
      eventSlug: event.slug,
      coding: { statement: added.value.id, variable: 'sarcasm', code: 'no', coder: 'tester' },
    });
    expect(coded).toMatchObject({ ok: true, value: { created: true, codebookVersion: 1 } });
    const compared = await getComparison(workspace, { eventSlug: event.slug, query: '', language: 'ar' });
    if (!compared.ok) throw new Error('not compared');
    expect(compared.value.comparison.camps.map(({ camp, label, n }) => [camp, label, n])).toEqual([
      ['victims_families', 'أسر الضحايا', 0],
      ['dock_workers', 'عمال الميناء', 1],
    ]);
    expect(await verifyLog(workspace.db)).toMatchObject({ intact: true });
  });

  test('reports everything wrong at once and writes nothing', async () => {
    const workspace = await testWorkspace();
    const before = workspace.db.rows.get('SELECT count(*) AS n FROM "AuditEvent"');
    const result = await createEvent(workspace, {
      event: secondEvent({
        title: { ar: 'اتفاق' },
        heldOn: '2025-09',
        camps: [
          { label: { en: 'One' }, definition: {} },
          { slug: 'uncoded', label: { en: 'Two' }, definition: { en: 'x' } },
        ],
      }),
      by: '',
    });
    if (result.ok || result.problem.kind !== 'invalid') throw new Error('accepted');
    expect(result.problem.fields.map(({ field, code }) => [field, code])).toEqual([
      ['heldOn', 'not_a_date'],
      ['camps.0.definition.en', 'required'],
      ['camps.1.slug', 'not_allowed'],
      ['by', 'required'],
    ]);
    expect(workspace.db.rows.get('SELECT count(*) AS n FROM "AuditEvent"')).toEqual(before);
  });

  test('takes a proposition of any length: its name in files is cut to what the key of its variable can hold', async () => {
    const workspace = await testWorkspace();
    const proposition = { en: 'The port should be leased to a foreign company for ninety-nine years.' };
    expect(await createEvent(workspace, { event: secondEvent({ targets: [{ proposition }] }), by: 'editor' })).toMatchObject({
      ok: true,
      value: { targets: ['the_port_should_be_leased_to_a_foreign_company_for_ninety'] },
    });
  });

  test('asks for a slug where the name has no Latin letter, and for one that is free', async () => {
    const workspace = await testWorkspace();
    const arabic = await createEvent(workspace, { event: secondEvent({ title: { ar: 'اتفاق' } }), by: 'editor' });
    expect(arabic).toMatchObject({ ok: false, problem: { fields: [{ field: 'slug', code: 'required' }] } });
    const taken = await createEvent(workspace, { event: secondEvent({ slug: 'damascus-moscow-2025' }), by: 'editor' });
    expect(taken).toMatchObject({ ok: false, problem: { fields: [{ field: 'slug', code: 'already_exists' }] } });
  });
});

describe('camps, targets and words of an event', () => {
  test('a new camp is the next codebook version, and codings of the others stay what they were', async () => {
    const workspace = await testWorkspace();
    const before = await eventOf(workspace, 'damascus-moscow-2025');
    const added = await addCamp(workspace, {
      eventSlug: before.slug,
      camp: { label: { en: 'Traders' }, definition: { en: 'Those who trade.' } },
      ...NOTE,
    });
    expect(added).toEqual({ ok: true, value: { slug: before.slug, changed: true, codebookVersion: 2 } });
    const after = await eventOf(workspace, before.slug);
    expect(after.camps.map(({ slug }) => slug)).toEqual([...before.camps.map(({ slug }) => slug), 'traders']);
    const meanings = after.codebook.variables.flatMap(({ key, meaningSince, codes }) =>
      codes.filter((code) => code.meaningSince !== 1 || meaningSince !== 1).map((code) => `${key}.${code.key}`),
    );
    expect(meanings).toEqual(['camp.traders']);
    const statement = await addStatement(workspace, { eventSlug: before.slug, statement: validStatement({ camp: 'traders' }) });
    expect(statement.ok).toBe(true);
  });

  test('a new label is a new version and no new meaning; a new definition makes its codings stale unless only the words change', async () => {
    const workspace = await testWorkspace();
    const { camps, slug } = await eventOf(workspace, 'damascus-moscow-2025');
    const camp = camps.find((each) => each.slug === 'pragmatic');
    if (camp === undefined) throw new Error('no camp');
    const edit = async (definition: string, isWordingOnly: boolean) => {
      const words = { label: { en: 'Pragmatists', ar: 'البراغماتيون' }, definition: { en: definition, ar: 'تعريف' } };
      const edited = await editCamp(workspace, { eventSlug: slug, camp: camp.slug, words, isWordingOnly, ...NOTE });
      if (!edited.ok) throw new Error(JSON.stringify(edited.problem));
      const { codebook } = await eventOf(workspace, slug);
      const code = codebook.variables[0]?.codes.find(({ key }) => key === 'pragmatic');
      return [edited.value.codebookVersion, code?.meaningSince, code?.label.en];
    };
    expect(await edit('The same people in other words.', true)).toEqual([2, 1, 'Pragmatists']);
    expect(await edit('Other people.', false)).toEqual([3, 3, 'Pragmatists']);
    expect(await edit('Other people.', false)).toEqual([3, 3, 'Pragmatists']);
  });

  test('a new target brings its stance variable; a camp can become context', async () => {
    const workspace = await testWorkspace();
    const slug = await created(workspace);
    const target = { proposition: { en: 'Workers should have a say.', ar: 'ينبغي أن يكون للعمال رأي.' }, slug: 'say' };
    expect(await addTarget(workspace, { eventSlug: slug, target, ...NOTE })).toMatchObject({
      ok: true,
      value: { codebookVersion: 2 },
    });
    const words = {
      label: { en: 'Dock workers', ar: 'عمال الميناء' },
      definition: { en: 'Those who work in the port.' },
      selfNamed: true,
      role: 'context',
    };
    expect(
      await editCamp(workspace, { eventSlug: slug, camp: 'dock_workers', words, isWordingOnly: false, ...NOTE }),
    ).toMatchObject({ ok: true, value: { changed: true, codebookVersion: 2 } });
    const event = await eventOf(workspace, slug);
    expect(event.targets.map((each) => each.slug)).toEqual(['port', 'say']);
    expect(event.codebook.variables.map(({ key }) => key)).toEqual([
      'camp',
      'stance.port',
      'stance.say',
      'use',
      'sarcasm',
      'sentiment',
    ]);
    expect(event.camps.find((camp) => camp.slug === 'dock_workers')?.role).toBe('context');
    const again = await addTarget(workspace, { eventSlug: slug, target, ...NOTE });
    expect(again).toMatchObject({ ok: false, problem: { fields: [{ field: 'slug', code: 'already_exists' }] } });
  });

  test('title, date and description are corrected with a log row', async () => {
    const workspace = await testWorkspace();
    const slug = await created(workspace);
    const words = { title: { en: 'Port agreement', ar: 'اتفاق الميناء' }, heldOn: '2025-09-02', description: { en: 'Signed.' } };
    expect(await editEvent(workspace, { eventSlug: slug, words, ...NOTE })).toMatchObject({ ok: true, value: { changed: true } });
    expect(await eventOf(workspace, slug)).toMatchObject({
      title: words.title,
      heldOn: '2025-09-02',
      description: { en: 'Signed.', ar: 'Signed.' },
    });
    expect(await editEvent(workspace, { eventSlug: slug, words, ...NOTE })).toMatchObject({
      ok: true,
      value: { changed: false },
    });
    expect(workspace.db.rows.all(`SELECT "actor", "reason" FROM "AuditEvent" WHERE "action" = 'event.edited'`)).toEqual([
      { actor: 'editor', reason: 'Needed.' },
    ]);
  });
});

describe('saveSource', () => {
  test('makes a source once and corrects it for every statement that has it', async () => {
    const workspace = await testWorkspace();
    const slug = await created(workspace);
    const source = { outlet: 'Harbour News', url: 'https://example.org/1' };
    const first = await saveSource(workspace, { id: null, source, ...NOTE });
    const again = await saveSource(workspace, { id: null, source, ...NOTE });
    if (!first.ok || !again.ok) throw new Error('not saved');
    expect(again.value).toEqual({ id: first.value.id, created: false, changed: false });
    const added = await addStatement(workspace, { eventSlug: slug, statement: validStatement({ camp: 'dock_workers', source }) });
    if (!added.ok) throw new Error('not added');
    const edited = await saveSource(workspace, { id: first.value.id, source: { title: 'The signing' }, ...NOTE });
    expect(edited).toMatchObject({ ok: true, value: { created: false, changed: true } });
    const found = await getStatement(workspace, added.value.id);
    expect(found).toMatchObject({ ok: true, value: { statement: { source: { outlet: 'Harbour News', title: 'The signing' } } } });
    const listed = await listSources(workspace, slug);
    if (!listed.ok) throw new Error('not listed');
    expect(listed.value.sources.map(({ outlet, statements }) => [outlet, statements])).toEqual([['Harbour News', 1]]);
  });

  test('refuses a source that nothing names', async () => {
    const workspace = await testWorkspace();
    const result = await saveSource(workspace, { id: null, source: { url: 'ftp://x', publishedOn: '2025-13' }, ...NOTE });
    if (result.ok || result.problem.kind !== 'invalid') throw new Error('accepted');
    expect(result.problem.fields.map(({ field, code }) => [field, code])).toEqual([
      ['url', 'url_scheme_not_allowed'],
      ['publishedOn', 'not_a_date'],
    ]);
    expect(await saveSource(workspace, { id: null, source: { note: 'x' }, ...NOTE })).toMatchObject({
      problem: { fields: [{ field: 'outlet', code: 'required' }] },
    });
  });
});
