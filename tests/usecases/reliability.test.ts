import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alphaWithInterval } from '#lib/core/reliability/alpha-bootstrap';
import { parseReliabilityRows } from '#lib/core/reliability/parse-reliability-rows';
import { readTable, textFile } from '#lib/files/read-table';
import { addStatement } from '#lib/usecases/add-statement';
import { adjudicateStatement } from '#lib/usecases/adjudicate-statement';
import { deactivateCoder } from '#lib/usecases/deactivate-coder';
import { drawCodingSample } from '#lib/usecases/draw-coding-sample';
import { exportCodings, exportDiagnosis } from '#lib/usecases/export-codings';
import { getAgreementMarks } from '#lib/usecases/get-agreement-marks';
import { getHeadlineRobustness } from '#lib/usecases/get-headline-robustness';
import { getReliability } from '#lib/usecases/get-reliability';
import { getCheckedScorers, getScorerAgreement, scorersOfNewScore } from '#lib/usecases/get-scorer-agreement';
import { importCodings } from '#lib/usecases/import-codings';
import { findStatementPage, statementPageAnswer } from '#lib/usecases/list-statements';
import type { Workspace } from '#lib/usecases/workspace';
import { databaseFile, testWorkspace, validStatement } from '../setup/database';
import { coded, EVENT, makeCoders, STANCE, statementIds } from './coding-steps';

async function textOf(chunks: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

async function reliabilityOf(workspace: Workspace, variable = STANCE) {
  const found = await getReliability(workspace, { eventSlug: EVENT, variable });
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}

/** Ten statements that two coders judge: sarcasm agrees on 8, of which 5 are yes; one says yes twice where the other says no. */
async function doubleCoded() {
  const workspace = await testWorkspace();
  await makeCoders(workspace, 'hala', 'sami');
  const ids = (await statementIds(workspace)).slice(0, 10);
  for (const [index, statement] of ids.entries()) {
    await coded(workspace, { statement, coder: 'hala', variable: 'sarcasm', code: index < 7 ? 'yes' : 'no' });
    await coded(workspace, { statement, coder: 'sami', variable: 'sarcasm', code: index < 5 ? 'yes' : 'no' });
  }
  return { workspace, ids };
}

describe('getReliability', () => {
  test('one coder alone is said to be one coder, and nobody to be nobody', async () => {
    const workspace = await testWorkspace();
    const marks = await getAgreementMarks(workspace, { eventSlug: EVENT });
    expect(marks).toMatchObject({
      ok: true,
      value: {
        [STANCE]: { band: 'one_coder', alpha: null, ci: null, units: 0, coders: 1, reason: 'one_coder', stale: 0 },
        sarcasm: { band: 'uncoded', alpha: null, reason: 'no_codings' },
      },
    });
  });

  test('gives alpha, kappa and per-cent agreement of hand-computed codings', async () => {
    const { workspace, ids } = await doubleCoded();
    const { detail, marks } = await reliabilityOf(workspace, 'sarcasm');
    const { report } = detail;
    // 20 values, 12 yes and 8 no; observed disagreement 2/10, expected 2*12*8/(20*19): alpha = 1 - 0.2/0.50526 = 0.60417.
    expect(report.alpha.alpha).toBeCloseTo(0.6042, 4);
    expect(report.alpha).toMatchObject({ units: 10, coders: 2, pairs: 10, draws: 2000, seed: 20_250_731 });
    expect(report.agreement).toMatchObject({ agreed: 8, n: 10 });
    // Observed .8; by chance .7*.5 + .3*.5 = .5: kappa .6.
    expect(report.pairs).toMatchObject([{ firstCoder: 'hala', secondCoder: 'sami', kappa: { n: 10 } }]);
    expect(report.pairs[0]?.kappa.kappa).toBeCloseTo(0.6, 10);
    expect(report.disputedUnits).toEqual([...ids.slice(5, 7)].sort());
    const cell = report.pairs[0]?.confusion.rows[0]?.[1];
    expect(cell).toMatchObject({ row: 'yes', column: 'no', count: 2 });
    expect([...(cell?.units ?? [])].sort()).toEqual([...ids.slice(5, 7)].sort());
    expect(marks['sarcasm']).toMatchObject({ band: 'low', units: 10, coders: 2 });
    expect(detail.resolved).toEqual({ adjudicated: 0, agreed: 8, single: 0, disputed: 2 });
  });

  test('tells how the shared units were drawn', async () => {
    const workspace = await testWorkspace();
    await makeCoders(workspace, 'hala', 'sami');
    const drawn = await drawCodingSample(workspace, {
      eventSlug: EVENT,
      rule: 'random',
      variables: ['sarcasm'],
      share: 0.3,
      seed: 5,
      by: 'hala',
    });
    if (!drawn.ok) throw new Error('not drawn');
    const items = await workspace.db.read.codingSampleItem.findMany({ where: { sampleId: drawn.value.id } });
    const ids = await statementIds(workspace);
    for (const statement of ids) await coded(workspace, { statement, coder: 'hala', variable: 'sarcasm', code: 'no' });
    expect((await reliabilityOf(workspace, 'sarcasm')).detail.sharedUnits).toEqual({ kind: 'as_they_came' });
    for (const { statementId } of items)
      await coded(workspace, { statement: statementId, coder: 'sami', variable: 'sarcasm', code: 'no' });
    const some = await reliabilityOf(workspace, 'sarcasm');
    expect(some.detail.sharedUnits).toEqual({ kind: 'random', share: 0.3, seed: 5 });
    expect(some.detail.report.alpha).toMatchObject({ alpha: null, reason: 'one_category', units: items.length });
    for (const statement of ids) await coded(workspace, { statement, coder: 'sami', variable: 'sarcasm', code: 'no' });
    expect((await reliabilityOf(workspace, 'sarcasm')).detail.sharedUnits).toEqual({ kind: 'all' });
  });

  test('an adjudication changes no coefficient, but is counted in how differences were resolved', async () => {
    const { workspace, ids } = await doubleCoded();
    const before = await reliabilityOf(workspace, 'sarcasm');
    await adjudicateStatement(workspace, {
      eventSlug: EVENT,
      adjudication: { statement: ids[5], variable: 'sarcasm', code: 'yes', basis: 'discussion', coder: 'hala' },
    });
    const after = await reliabilityOf(workspace, 'sarcasm');
    expect(after.detail.report).toEqual(before.detail.report);
    expect(after.detail.resolved).toEqual({ adjudicated: 1, agreed: 8, single: 0, disputed: 1 });
    const facts = after.methods.variables.find(({ key }) => key === 'sarcasm');
    expect(facts).toMatchObject({ coders: 2, codedByTwoOrMore: 10, adjudicated: { discussion: 1 } });
  });

  test('marks follow the codings at once', async () => {
    const { workspace, ids } = await doubleCoded();
    const before = await getAgreementMarks(workspace, { eventSlug: EVENT });
    await coded(workspace, { statement: ids[5], coder: 'sami', variable: 'sarcasm', code: 'yes', round: 2 });
    const after = await getAgreementMarks(workspace, { eventSlug: EVENT });
    const alpha = (marks: typeof before) => (marks.ok ? (marks.value['sarcasm']?.alpha ?? 0) : 0);
    expect(alpha(after)).toBeGreaterThan(alpha(before));
  });

  test('a mark, which reads shared statements alone, says what all codings say', async () => {
    const workspace = await testWorkspace();
    await makeCoders(workspace, 'hala', 'sami', 'rim');
    const ids = await statementIds(workspace);
    const code = (coder: string, from: number, to: number) =>
      Promise.all(
        ids
          .slice(from, to)
          .map((statement, index) =>
            coded(workspace, { statement, coder, variable: 'sarcasm', code: index % 3 === 0 ? 'yes' : 'no' }),
          ),
      );
    const markOf = async () => {
      const { marks } = await reliabilityOf(workspace, 'sarcasm');
      return marks['sarcasm'];
    };
    await code('hala', 0, 5);
    await code('sami', 5, 8);
    // Nobody shares a statement: both count, and that is the reason.
    expect(await markOf()).toMatchObject({ units: 0, coders: 2, alpha: null, reason: 'no_shared_unit', band: 'low' });
    await code('rim', 3, 7);
    const { detail } = await reliabilityOf(workspace, 'sarcasm');
    expect(detail.report.alpha).toMatchObject({ units: 4, coders: 3 });
    const { alpha, ci, units, coders } = detail.report.alpha;
    expect(await markOf()).toMatchObject({ alpha, ci, units, coders, stale: 0 });
  });

  test('refuses a variable that is not there', async () => {
    const workspace = await testWorkspace();
    expect(await getReliability(workspace, { eventSlug: EVENT, variable: 'mood' })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid', fields: [{ field: 'variable', code: 'unknown_variable', seen: 'mood' }] },
    });
  });
});

describe('files', () => {
  test('the diagnosis file gives another program the same alpha', async () => {
    const { workspace, ids } = await doubleCoded();
    // Ordinal codes, one of them by one coder alone.
    const tones = ['very_negative', 'negative', 'neutral', 'positive', 'very_positive'];
    for (const [index, statement] of ids.entries()) {
      await coded(workspace, { statement, coder: 'hala', variable: 'sentiment', code: tones[index % 5] ?? '' });
      if (index < 9)
        await coded(workspace, {
          statement,
          coder: 'sami',
          variable: 'sentiment',
          code: tones[Math.min(4, (index % 5) + (index % 2))] ?? '',
        });
    }
    for (const [variable, level] of [
      ['sentiment', 'ordinal'],
      ['sarcasm', 'nominal'],
    ] as const) {
      const file = await exportDiagnosis(workspace, { eventSlug: EVENT, variable, flavour: 'data', coders: 'pseudonyms' });
      if (!file.ok) throw new Error(file.problem.kind);
      const text = await textOf(file.value.chunks);
      expect(text).not.toContain('hala');
      const table = await readTable(textFile(text));
      if (!table.ok) throw new Error(JSON.stringify(table.problem));
      const { columns, rows } = table.value;
      const { codings, problems } = parseReliabilityRows({ columns, records: rows.map(({ cells }) => cells), level });
      expect(problems).toEqual([]);
      const again = alphaWithInterval({ codings, level });
      const { report } = (await reliabilityOf(workspace, variable)).detail;
      expect(again.alpha).toBeCloseTo(report.alpha.alpha ?? Number.NaN, 12);
      expect(again.ci?.[0]).toBeCloseTo(report.alpha.ci?.[0] ?? Number.NaN, 12);
      expect(again.units).toBe(report.alpha.units);
      expect(rows.filter(({ cells }) => cells['enters_alpha'] === 'false')).toHaveLength(variable === 'sentiment' ? 1 : 0);
    }
  });

  test('what an export of codings wrote, an import reads; twice adds nothing', async () => {
    const { workspace } = await doubleCoded();
    for (const flavour of ['data', 'excel'] as const) {
      const file = await exportCodings(workspace, { eventSlug: EVENT, format: 'csv', flavour, language: 'en', coders: 'names' });
      if (!file.ok) throw new Error(file.problem.kind);
      const text = await textOf(file.value.chunks);
      const other = await testWorkspace();
      const request = { eventSlug: EVENT, open: textFile(text), by: 'hala', newCoders: true };
      const tried = await importCodings(other, { ...request, dryRun: true });
      expect(tried).toMatchObject({ ok: true, value: { added: 20, rejected: [], newCoders: ['hala', 'sami'] } });
      expect(await other.db.read.coder.count({ where: { name: 'hala' } })).toBe(0);
      const first = await importCodings(other, request);
      // The codings of the seed are here already.
      expect(first).toMatchObject({ ok: true, value: { added: 20, withdrawn: 0, rejected: [] } });
      expect(first.ok && first.value.unchanged).toBe(first.ok && first.value.rows - 20);
      expect(await importCodings(other, request)).toMatchObject({ ok: true, value: { added: 0, rejected: [] } });
      // What a coder gave stays theirs when they stop: it is no news, and only news of them is refused.
      expect((await deactivateCoder(other, { name: 'hala', by: 'sami', active: false })).ok).toBe(true);
      expect(await importCodings(other, request)).toMatchObject({ ok: true, value: { added: 0, rejected: [] } });
      const news = textFile('statement,variable,code,coder\nseed-dm25-p8-1,use,mock,hala\n');
      expect(await importCodings(other, { ...request, open: news })).toMatchObject({
        ok: true,
        value: { added: 0, rejected: [{ row: 2, problems: [{ field: 'coder', code: 'coder_inactive', seen: 'hala' }] }] },
      });
      expect((await reliabilityOf(other, 'sarcasm')).detail.report).toEqual(
        (await reliabilityOf(workspace, 'sarcasm')).detail.report,
      );
    }
  });

  test('a row that cannot be taken is told with its line, and the others go in', async () => {
    const workspace = await testWorkspace();
    await makeCoders(workspace, 'hala');
    const [first = '', second = ''] = await statementIds(workspace);
    const text = [
      'statement,variable,code,coder,confidence,codebook_version',
      `${first},sarcasm,no,hala,3,`,
      `${first},mood,no,hala,3,`,
      `nowhere,sarcasm,no,hala,3,`,
      `${second},sarcasm,no,nobody,3,`,
      `${second},sarcasm,no,hala,7,`,
      `${second},sarcasm,yes,hala,,`,
      `${first},sarcasm,yes,hala,2,`,
      `${second},sarcasm,no,hala,3,9`,
    ].join('\n');
    const file = join(await databaseFile({ seeded: false }), '..', 'codings.csv');
    await writeFile(file, text);
    const outcome = await importCodings(workspace, { eventSlug: EVENT, open: () => createReadStream(file), by: 'hala' });
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        rows: 8,
        added: 2,
        rejected: [
          { row: 3, problems: [{ field: 'variable', code: 'unknown_variable', seen: 'mood' }] },
          { row: 4, problems: [{ field: 'statement', code: 'unknown_statement', seen: 'nowhere' }] },
          { row: 5, problems: [{ field: 'coder', code: 'unknown_coder', seen: 'nobody' }] },
          { row: 6, problems: [{ field: 'confidence', code: 'out_of_range', seen: '7' }] },
          { row: 8, problems: [{ field: 'round', code: 'round_already_submitted' }] },
          { row: 9, problems: [{ field: 'codebook_version', code: 'code_of_other_version', seen: 'no', params: { asked: 9 } }] },
        ],
      },
    });
    expect(await importCodings(workspace, { eventSlug: EVENT, open: textFile('unit,code\n1,2\n'), by: 'hala' })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid', fields: [{ field: 'statement', code: 'required' }, { field: 'variable' }, { field: 'coder' }] },
    });
  });
});

describe('the machine against people', () => {
  test('says that nobody has checked it, and how far it agrees once people have', async () => {
    const workspace = await testWorkspace();
    const unchecked = await getScorerAgreement(workspace, { eventSlug: EVENT });
    expect(unchecked.ok && unchecked.value.every(({ kappa }) => kappa.n === 0)).toBe(true);
    await makeCoders(workspace, 'hala');
    const scored = await workspace.db.read.currentScore.findMany({
      where: { label: { not: null } },
      orderBy: { statementId: 'asc' },
      take: 6,
    });
    for (const { statementId, label } of scored) {
      const tone = label === 'negative' ? 'very_positive' : label === 'positive' ? 'negative' : 'neutral';
      await coded(workspace, { statement: statementId, coder: 'hala', variable: 'sentiment', code: tone });
    }
    const checked = await getScorerAgreement(workspace, { eventSlug: EVENT });
    if (!checked.ok) throw new Error(checked.problem.kind);
    const [english] = checked.value;
    expect(english?.kappa.n).toBe(scored.length);
    expect(english?.agreement.agreed).toBe(scored.filter(({ label }) => label === 'neutral').length);
    // A list of statements says it of the scores that it shows, and the same to programs.
    // So does a score that was only just made; another version of the scorer is another scorer.
    const now = await getCheckedScorers(workspace, { eventSlug: EVENT });
    if (!now.ok || english === undefined) throw new Error('There is no scorer.');
    const fresh = { ...(await workspace.scoring.score('A wonderful day.', 'en')), version: english.version };
    expect(scorersOfNewScore(now.value, fresh)).toEqual([english]);
    expect(scorersOfNewScore(now.value, { ...fresh, version: '0' })).toMatchObject([{ version: '0', kappa: { n: 0 } }]);
    expect(scorersOfNewScore(now.value, { ...fresh, score: null })).toEqual([]);
    const list = await findStatementPage(workspace, { eventSlug: EVENT, query: 'language=en' });
    if (!list.ok) throw new Error(list.problem.kind);
    const told = { scorer: english?.scorer, version: english?.version, language: 'en', n: scored.length };
    expect(statementPageAnswer(list.value)).toMatchObject({
      scorers: [{ ...told, kappa: english?.kappa.kappa, ci: english?.kappa.ci }],
      agreement: { stance: { band: 'one_coder' } },
    });
    const readings = list.value.page.items.filter(({ score }) => score !== null).map(({ scoredBy }) => scoredBy);
    expect(new Set(readings.map((reading) => JSON.stringify(reading)))).toEqual(
      new Set([JSON.stringify({ scorer: told.scorer, version: told.version, language: 'en' })]),
    );
    for (const { human, score } of english?.largestDisagreements ?? []) expect(Math.sign(human) === Math.sign(score)).toBe(false);
  });
});

describe('would the headline survive?', () => {
  test('one reprinted quote supplies the majority, and duplicates are named as what turns it', async () => {
    const workspace = await testWorkspace();
    const add = async (text: string, changes: Readonly<Record<string, unknown>>) => {
      const added = await addStatement(workspace, {
        eventSlug: EVENT,
        saveSimilar: true,
        // One coder for all: who coded must not be what turns it.
        statement: validStatement({ text, coder: 'seed', ...changes }),
      });
      if (!added.ok) throw new Error(JSON.stringify(added.problem));
      return added.value.id;
    };
    // The pragmatic camp is in favour, but for one sentence that eight papers reprint.
    const first = await add('Nothing good will come of this handshake, says the merchant.', {
      camp: 'pragmatic',
      stance: 'against',
    });
    for (let copy = 1; copy <= 8; copy += 1) {
      const id = await add(`Nothing good will come of this handshake, says the merchant, reprint number ${copy}.`, {
        camp: 'pragmatic',
        stance: 'against',
      });
      await workspace.db.write((tx) =>
        tx.statement.update({ where: { id }, data: { duplicateOfId: first, duplicateKind: 'syndicated', duplicateSeq: 1 } }),
      );
    }
    const found = await getHeadlineRobustness(workspace, { eventSlug: EVENT, query: 'duplicates=in&camp=pragmatic' });
    if (!found.ok || found.value.robustness === null) throw new Error('no headline');
    const { robustness, told } = found.value;
    expect(told?.headline).toMatchObject({ kind: 'camp_direction', camp: 'pragmatic', codes: ['against', 'favor'] });
    expect(robustness.comparable).toBeGreaterThan(0);
    expect(robustness.kept).toBeLessThan(robustness.comparable);
    expect(robustness.drivers.map(({ factor, level }) => [factor, level])).toEqual([['duplicates', 'out']]);
    expect(robustness.drivers[0]?.alone).not.toBe('kept');

    // Without the filter copies are left out: the page then says the opposite, which counting them turns.
    const usual = await getHeadlineRobustness(workspace, { eventSlug: EVENT, query: 'camp=pragmatic' });
    expect(usual).toMatchObject({
      ok: true,
      value: {
        told: { headline: { camp: 'pragmatic', codes: ['favor', 'against'] } },
        robustness: { direction: 'first', drivers: [{ factor: 'duplicates', level: 'in', alone: 'turned' }] },
      },
    });
    // All are against where only those who are against are shown: nothing is told.
    const filtered = await getHeadlineRobustness(workspace, { eventSlug: EVENT, query: 'stance=against' });
    expect(filtered).toMatchObject({ ok: true, value: { told: null, robustness: null } });
  });
});
