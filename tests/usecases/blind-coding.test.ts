import { describe, expect, test } from 'vitest';
import { columnLabels } from '#lib/i18n/column-labels';
import { addStatement } from '#lib/usecases/add-statement';
import { drawCodingSample } from '#lib/usecases/draw-coding-sample';
import { exportStatements } from '#lib/usecases/export-statements';
import { getAgreementMarks } from '#lib/usecases/get-agreement-marks';
import { getCodingQueue } from '#lib/usecases/get-coding-queue';
import { getComparison } from '#lib/usecases/get-comparison';
import { getDisputes } from '#lib/usecases/get-disputes';
import { getHeadlineRobustness } from '#lib/usecases/get-headline-robustness';
import { getReliability } from '#lib/usecases/get-reliability';
import { getScorerAgreement } from '#lib/usecases/get-scorer-agreement';
import { getStatement } from '#lib/usecases/get-statement';
import { listStatements } from '#lib/usecases/list-statements';
import { withdrawCoding } from '#lib/usecases/withdraw-coding';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';
import { coded, EVENT, makeCoders, STANCE, statementIds } from './coding-steps';

const SECRET_REASON = 'Zebra reason of somebody else';
const session = { coder: 'noor', event: EVENT, sample: null };

/** One statement that somebody else coded with a reason that cannot be missed. */
async function secret() {
  const workspace = await testWorkspace();
  await makeCoders(workspace, 'noor');
  const added = await addStatement(workspace, {
    eventSlug: EVENT,
    actor: 'collector',
    statement: validStatement({ coder: 'zebra', rationale: SECRET_REASON, stance: 'ambivalent', confidence: 1 }),
  });
  if (!added.ok) throw new Error(added.problem.kind);
  return { workspace, statement: added.value.id };
}

async function textOf(chunks: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

/** Everything that a reader can ask for, as text. */
async function everything(workspace: Workspace, statement: string, coding: typeof session | null) {
  const query = '';
  const file = await exportStatements(workspace, {
    eventSlug: EVENT,
    query,
    format: 'jsonl',
    flavour: 'data',
    language: 'en',
    labels: columnLabels('en'),
    coding,
  });
  const answers = {
    page: await getStatement(workspace, statement, coding),
    list: await listStatements(workspace, { eventSlug: EVENT, query, coding }),
    ambivalent: await listStatements(workspace, { eventSlug: EVENT, query: 'stance=ambivalent', coding }),
    lowConfidence: await listStatements(workspace, { eventSlug: EVENT, query: 'lowConfidence=yes', coding }),
    comparison: await getComparison(workspace, { eventSlug: EVENT, query, language: 'en', coding }),
    robustness: await getHeadlineRobustness(workspace, { eventSlug: EVENT, query, coding }),
    reliability: await getReliability(workspace, { eventSlug: EVENT, coding }),
    marks: await getAgreementMarks(workspace, { eventSlug: EVENT, coding }),
    scorers: await getScorerAgreement(workspace, { eventSlug: EVENT, coding }),
    disputes: await getDisputes(workspace, { eventSlug: EVENT, coding }),
    file: file.ok ? await textOf(file.value.chunks) : file.problem,
  };
  return answers;
}

describe('a coder who has not coded a statement', () => {
  test('finds no trace of what others said of it, and no score', async () => {
    const { workspace, statement } = await secret();
    const open = await everything(workspace, statement, null);
    // Without this the test could not fail.
    expect(JSON.stringify(open.page)).toContain(SECRET_REASON);
    expect(open.ambivalent).toMatchObject({ ok: true, value: { page: { total: 1 } } });

    const blind = await everything(workspace, statement, session);
    const { robustness: _coderNames, ...rest } = blind;
    const text = JSON.stringify(rest);
    expect(text.match(/.{0,40}zebra.{0,40}/i)).toBeNull();
    expect(blind.page).toMatchObject({
      ok: true,
      value: {
        statement: { resolved: {}, codings: [], adjudications: [], scores: [], readingsDiffer: false },
        hidden: { variables: expect.arrayContaining(['camp', STANCE]), score: true },
      },
    });
    expect(blind.ambivalent).toMatchObject({ ok: true, value: { page: { total: 0 } } });
    expect(blind.lowConfidence).toMatchObject({ ok: true, value: { page: { total: 0 } } });
    const list = blind.list.ok ? blind.list.value.page.items : [];
    expect(list.length).toBeGreaterThan(0);
    for (const item of list)
      expect(item).toMatchObject({ camp: 'uncoded', stance: 'uncoded', score: null, reason: null, scoredBy: null });
    const charts = blind.comparison.ok ? blind.comparison.value.statements : [];
    for (const mark of charts)
      expect(mark).toMatchObject({ stance: 'uncoded', camp: 'uncoded', score: null, lowConfidence: false });
    expect(blind.list).toMatchObject({ ok: true, value: { facets: { coder: [], stance: [{ value: 'uncoded' }] } } });
  });

  test('sees of each variable as soon as they have said theirs, and the score when they have said all', async () => {
    const { workspace, statement } = await secret();
    await coded(workspace, { statement, coder: 'noor', code: 'against' });
    const one = await getStatement(workspace, statement, session);
    if (!one.ok || !one.value.shown) throw new Error('not shown');
    expect(one.value.statement.codings.map(({ variableKey, coder }) => [variableKey, coder.name])).toEqual([
      [STANCE, 'zebra'],
      [STANCE, 'noor'],
    ]);
    expect(one.value.hidden.variables).not.toContain(STANCE);
    expect(one.value.statement.scores).toEqual([]);

    await coded(workspace, { statement, coder: 'noor', variable: 'camp', code: 'pragmatic' });
    await coded(workspace, { statement, coder: 'noor', variable: 'sarcasm', code: 'no' });
    await coded(workspace, { statement, coder: 'noor', variable: 'sentiment', code: 'negative' });
    const all = await getStatement(workspace, statement, session);
    if (!all.ok || !all.value.shown) throw new Error('not shown');
    // The statement carries no slogan, so its use is not asked for.
    expect(all.value.hidden).toEqual({ variables: ['use'], score: false });
    expect(all.value.statement.scores.length).toBeGreaterThan(0);
  });

  test('nothing outside of the queue is hidden, nor from those who code another event', async () => {
    const { workspace, statement } = await secret();
    await makeCoders(workspace, 'hala');
    const drawn = await drawCodingSample(workspace, {
      eventSlug: EVENT,
      rule: 'random',
      variables: [STANCE],
      share: 0.2,
      seed: 7,
      by: 'hala',
    });
    if (!drawn.ok) throw new Error(drawn.problem.kind);
    const items = await workspace.db.read.codingSampleItem.findMany({ where: { sampleId: drawn.value.id } });
    const inside = items[0]?.statementId ?? '';
    const outside = (await statementIds(workspace)).find((id) => !items.some((item) => item.statementId === id)) ?? '';
    const sample = { ...session, sample: drawn.value.id };
    expect(await getStatement(workspace, inside, sample)).toMatchObject({
      value: { hidden: { variables: [STANCE], score: true } },
    });
    expect(await getStatement(workspace, outside, sample)).toMatchObject({ value: { hidden: { variables: [], score: false } } });
    expect(await getStatement(workspace, statement, { ...session, event: 'other' })).toMatchObject({
      value: { hidden: { variables: [], score: false } },
    });
  });
});

test('the agreement that is kept for each reader is what the rows say, after every coding and taking back', async () => {
  const { workspace, statement } = await secret();
  await makeCoders(workspace, 'sami');
  const readers = [null, session, { ...session, coder: 'sami' }];
  const told = (from: Workspace) => Promise.all(readers.map((coding) => getAgreementMarks(from, { eventSlug: EVENT, coding })));
  const scored = (from: Workspace) =>
    Promise.all(readers.map((coding) => getScorerAgreement(from, { eventSlug: EVENT, coding })));
  // Nothing is kept for a database that was not asked before.
  const fresh = () => ({ ...workspace, db: { ...workspace.db } });
  const seen = new Set<string>();
  const step = async () => {
    expect(await told(workspace)).toEqual(await told(fresh()));
    expect(await scored(workspace)).toEqual(await scored(fresh()));
    seen.add(JSON.stringify(await told(workspace)));
  };
  await step();
  const given = await coded(workspace, { statement, coder: 'noor', code: 'against' });
  await step();
  await coded(workspace, { statement, coder: 'sami', code: 'ambivalent' });
  await step();
  await coded(workspace, { statement, coder: 'sami', variable: 'sentiment', code: 'negative' });
  await step();
  const back = await withdrawCoding(workspace, { eventSlug: EVENT, codingId: given.id, coder: 'noor' });
  expect(back.ok).toBe(true);
  await step();
  // Every step changed what somebody is told: an answer that is kept too long would be seen.
  expect(seen.size).toBe(5);
});

describe('getCodingQueue', () => {
  test('hands out one judgement at a time and holds nothing of others', async () => {
    const { workspace } = await secret();
    const ids = await statementIds(workspace);
    const queue = await getCodingQueue(workspace, { eventSlug: EVENT, coder: 'noor', sample: null });
    if (!queue.ok) throw new Error(queue.problem.kind);
    const { unit, progress } = queue.value;
    expect(unit).toMatchObject({ statement: { id: ids[0] }, variable: { key: 'camp' }, round: 1, previous: null });
    expect(progress).toMatchObject({ done: 0, statements: ids.length });
    expect(JSON.stringify(queue.value)).not.toMatch(/zebra|Zebra|"score"/);
  });

  test('goes on to the next variable, then to the next statement; undoing brings the unit back', async () => {
    const { workspace } = await secret();
    const [first = '', second = ''] = await statementIds(workspace);
    const sampled = await drawCodingSample(workspace, { eventSlug: EVENT, rule: 'all', variables: ['camp', STANCE], by: 'noor' });
    const sample = sampled.ok ? sampled.value.id : '';
    const next = async (after?: string) => {
      const queue = await getCodingQueue(workspace, { eventSlug: EVENT, coder: 'noor', sample, after: after ?? null });
      if (!queue.ok) throw new Error(queue.problem.kind);
      return { at: [queue.value.unit?.statement.id, queue.value.unit?.variable.key], ...queue.value };
    };
    expect((await next()).at).toEqual([first, 'camp']);
    await coded(workspace, { statement: first, coder: 'noor', variable: 'camp', code: 'officials' });
    expect((await next()).at).toEqual([first, STANCE]);
    // Put off: the next statement comes, and the first one again at the end.
    expect((await next(first)).at).toEqual([second, 'camp']);
    const stance = await coded(workspace, { statement: first, coder: 'noor', code: 'favor' });
    const then = await next();
    expect(then.at).toEqual([second, 'camp']);
    expect(then.progress.done).toBe(2);
    expect(then.last).toMatchObject({ id: stance.id, statementId: first, variableKey: STANCE, code: 'favor' });
  });

  test('the same seed draws the same statements, and what was drawn is recorded', async () => {
    const { workspace } = await secret();
    const draw = (seed: number | null) =>
      drawCodingSample(workspace, { eventSlug: EVENT, rule: 'random', variables: [STANCE], share: 0.25, seed, by: 'noor' });
    const ids = async (sampleId: string) =>
      (await workspace.db.read.codingSampleItem.findMany({ where: { sampleId }, orderBy: { position: 'asc' } })).map(
        (item) => item.statementId,
      );
    const [one, two, other, unseeded] = [await draw(41), await draw(41), await draw(42), await draw(null)];
    if (!one.ok || !two.ok || !other.ok || !unseeded.ok) throw new Error('not drawn');
    const n = (await statementIds(workspace)).length;
    expect(one.value).toMatchObject({ share: 0.25, seed: 41, statements: Math.ceil(n / 4), frame: n });
    expect(await ids(two.value.id)).toEqual(await ids(one.value.id));
    expect(await ids(other.value.id)).not.toEqual(await ids(one.value.id));
    expect(Number.isInteger(unseeded.value.seed)).toBe(true);
  });

  test('a slogan is asked about only where there is one, so that no other statement is drawn for it', async () => {
    const { workspace } = await secret();
    const withSlogan = await workspace.db.read.sloganUse.findMany({ select: { statementId: true } });
    const drawn = await drawCodingSample(workspace, { eventSlug: EVENT, rule: 'all', variables: ['use'], by: 'noor' });
    const statements = new Set(withSlogan.map(({ statementId }) => statementId)).size;
    expect(statements).toBeGreaterThan(0);
    expect(drawn).toMatchObject({ ok: true, value: { statements, frame: statements } });
  });

  test.each([
    { what: 'no share', request: { rule: 'random' }, field: 'share', problem: 'required' },
    { what: 'a share over 1', request: { rule: 'random', share: 1.2 }, field: 'share', problem: 'out_of_range' },
    { what: 'a seed below 0', request: { rule: 'random', share: 0.5, seed: -1 }, field: 'seed', problem: 'out_of_range' },
    { what: 'an unknown rule', request: { rule: 'best' }, field: 'rule', problem: 'not_one_of' },
    {
      what: 'an unknown variable',
      request: { rule: 'all', variables: ['mood'] },
      field: 'variables',
      problem: 'unknown_variable',
    },
    { what: 'nothing stale', request: { rule: 'stale' }, field: 'rule', problem: 'not_allowed' },
  ])('refuses to draw with $what', async ({ request, field, problem }) => {
    const { workspace } = await secret();
    const drawn = await drawCodingSample(workspace, { eventSlug: EVENT, variables: [], by: 'noor', ...request });
    expect(drawn).toMatchObject({ ok: false, problem: { kind: 'invalid', fields: [{ field, code: problem }] } });
  });
});
