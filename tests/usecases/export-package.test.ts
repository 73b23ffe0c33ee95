import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { RESOLVED_STANCES } from '#lib/core/stance';
import { readTable, textFile } from '#lib/files/read-table';
import { columnLabels } from '#lib/i18n/column-labels';
import { addStatement } from '#lib/usecases/add-statement';
import { changeStatementStatus } from '#lib/usecases/change-statement-status';
import { decideDuplicate } from '#lib/usecases/decide-duplicate';
import { exportPackage } from '#lib/usecases/export-package';
import { getComparison } from '#lib/usecases/get-comparison';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';
import { coded, makeCoders, STANCE, statementIds } from './coding-steps';

const EVENT = 'damascus-moscow-2025';

async function packed(workspace: Workspace, query = '') {
  const result = await exportPackage(workspace, {
    eventSlug: EVENT,
    query,
    language: 'en',
    labels: columnLabels('en'),
    readmeLabels: columnLabels('en'),
    homepage: 'https://example.org/events/damascus-moscow-2025',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  const pieces: Uint8Array[] = [];
  for await (const chunk of result.value.chunks) pieces.push(chunk);
  const files = unzipSync(new Uint8Array(Buffer.concat(pieces)));
  return {
    ...result.value,
    names: Object.keys(files),
    text: (name: string) => strFromU8(files[name] ?? new Uint8Array()),
    bytes: (name: string) => files[name]?.length ?? -1,
  };
}

async function rowsOf(text: string): Promise<Readonly<Record<string, string>>[]> {
  const table = await readTable(textFile(text));
  if (!table.ok) throw new Error(JSON.stringify(table.problem));
  return table.value.rows.map(({ cells }) => cells);
}

async function addTwins(workspace: Workspace): Promise<void> {
  const ids: string[] = [];
  for (const text of [
    'They received them with flowers in our own capital city today.',
    'They received them with flowers in our capital city today.',
  ]) {
    const added = await addStatement(workspace, {
      eventSlug: EVENT,
      statement: validStatement({ text, coder: 'Real Name' }),
      saveSimilar: true,
    });
    if (!added.ok) throw new Error('not added');
    ids.push(added.value.id);
  }
  const [first = '', second = ''] = ids;
  await decideDuplicate(workspace, { eventSlug: EVENT, first, second, decision: 'repost', by: 'x' });
}

const descriptor = z.object({
  name: z.string(),
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      bytes: z.number(),
      'stanceboard:rows': z.number(),
      schema: z.object({ fields: z.array(z.object({ name: z.string() })) }),
    }),
  ),
});

describe('exportPackage', () => {
  test('holds tables, descriptor, codebook, citation and README that agree with each other', async () => {
    const workspace = await testWorkspace();
    const file = await packed(workspace);
    expect(file.names).toEqual([
      'data/statements.csv',
      'data/translations.csv',
      'data/camps.csv',
      'data/codebook.csv',
      'data/codings.csv',
      'data/adjudications.csv',
      'data/reliability.csv',
      'data/scores.csv',
      'datapackage.json',
      'CODEBOOK.md',
      'CITATION.cff',
      'README.md',
    ]);
    const { resources } = descriptor.parse(JSON.parse(file.text('datapackage.json')));
    for (const { path, bytes, schema, 'stanceboard:rows': rows } of resources) {
      expect(file.bytes(path), path).toBe(bytes);
      const text = file.text(path);
      expect(text.slice(0, text.indexOf('\n')).replaceAll('"', '').split(','), path).toEqual(
        schema.fields.map(({ name }) => name),
      );
      if (rows > 0) expect(await rowsOf(text), path).toHaveLength(rows);
    }
    expect(file.text('README.md')).toContain('n = 19 of 19');
    expect(file.text('CITATION.cff')).toContain('cff-version: 1.2.0');
    expect(file.name).toMatch(/^damascus-moscow-2025_data-package_\d{4}-\d{2}-\d{2}\.zip$/);
  });

  test('says in rows, in a table of its own and in its README how far coders agree', async () => {
    const workspace = await testWorkspace();
    const ids = await statementIds(workspace);
    await makeCoders(workspace, 'second');
    // Ten statements that the seed's only coder coded too, half of them against what that coder said.
    for (const [index, statement] of ids.slice(0, 10).entries()) {
      await coded(workspace, { statement, coder: 'second', code: index % 2 === 0 ? 'favor' : 'against' });
    }
    const file = await packed(workspace);
    const rows = await rowsOf(file.text('data/reliability.csv'));
    const stance = rows.find(({ variable }) => variable === STANCE);
    expect(stance).toMatchObject({
      agreement: 'low',
      units: '10',
      coders: '2',
      draws: '2000',
      seed: '20250731',
      level: 'nominal',
    });
    expect(rows.find(({ variable }) => variable === 'camp')).toMatchObject({ agreement: 'one_coder', alpha: '', units: '0' });
    const [alpha, low, high] = [Number(stance?.['alpha']), Number(stance?.['alpha_low']), Number(stance?.['alpha_high'])];
    expect(low).toBeLessThan(alpha);
    expect(alpha).toBeLessThan(high);
    const written = (value: number) => value.toFixed(2).replace('0.', '.').replace('-', '\u2212');
    const words = `low agreement (alpha ${written(alpha)} [${written(low)}, ${written(high)}], n = 10 double-coded)`;
    for (const row of await rowsOf(file.text('data/statements.csv'))) {
      expect(row).toMatchObject({ stance_agreement: 'low', stance_agreement_label: words, camp_agreement: 'one_coder' });
      expect(row['scorer_agreement_label']).toBe(row['score'] === '' ? '' : 'not yet checked against coders');
    }
    const readme = file.text('README.md').replaceAll('\\', '');
    expect(readme).toContain(`- Codes of ${STANCE}: ${words}. See data/reliability.csv.`);
    expect(readme).toMatch(/^- Scores by stanceboard-en [\d.]+ of en: not yet checked against coders\.$/m);
  });

  test("the page's numbers can be computed again from the package alone", async () => {
    const workspace = await testWorkspace();
    await addTwins(workspace);
    const file = await packed(workspace);
    const camps = await rowsOf(file.text('data/camps.csv'));
    const compared = new Set(camps.filter(({ role }) => role === 'compared').map(({ camp }) => camp));
    const rows = (await rowsOf(file.text('data/statements.csv'))).filter(
      ({ camp, duplicate_of: original }) => compared.has(camp) && original === '',
    );
    const page = await getComparison(workspace, { eventSlug: EVENT, query: '', language: 'en' });
    if (!page.ok) throw new Error('no page');
    for (const { camp, n, stances, sentiment } of page.value.comparison.camps) {
      const own = rows.filter((row) => row['camp'] === camp);
      expect(own, camp).toHaveLength(n);
      for (const stance of RESOLVED_STANCES) {
        expect(own.filter((row) => row['stance'] === stance).length, `${camp} ${stance}`).toBe(
          stances.find((each) => each.stance === stance)?.count,
        );
      }
      const scores = own.flatMap(({ score }) => (score === undefined || score === '' ? [] : [Number(score)]));
      expect(scores, camp).toHaveLength(sentiment.scored);
      if (sentiment.mean !== null) {
        // The page rounds a mean to three decimals.
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
        expect(Math.round(mean * 1000) / 1000).toBeCloseTo(sentiment.mean, 9);
      }
    }
    expect(page.value.comparison.totals.duplicatesLeftOut).toBe(1);
    expect(rows).toHaveLength(page.value.comparison.totals.compared);
  });

  test('holds only what its filter says, no withheld statement, and coders by pseudonym', async () => {
    const workspace = await testWorkspace();
    await addTwins(workspace);
    await changeStatementStatus(workspace, { id: 'seed-dm25-p28-5', change: 'withhold', by: 'x', reason: 'y' });
    const file = await packed(workspace, 'camp=pragmatic');
    const ids = (await rowsOf(file.text('data/statements.csv'))).map(({ id }) => id);
    expect(ids).toHaveLength(4);
    expect(ids).not.toContain('seed-dm25-p28-5');
    for (const table of ['translations', 'codings', 'scores']) {
      const rows = await rowsOf(file.text(`data/${table}.csv`));
      expect(rows.length, table).toBeGreaterThan(0);
      for (const { statement } of rows) expect(ids, table).toContain(statement);
    }
    const whole = await packed(workspace);
    for (const name of whole.names) expect(whole.text(name), name).not.toContain('Real Name');
    expect(whole.text('README.md')).toContain('1 withheld');
  });
});
