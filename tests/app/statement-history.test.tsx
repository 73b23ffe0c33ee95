import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { textFile } from '#lib/files/read-table';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { adjudicateStatement } from '#lib/usecases/adjudicate-statement';
import type { CodingSession } from '#lib/usecases/find-blindness';
import { getStatement } from '#lib/usecases/get-statement';
import { importCodings } from '#lib/usecases/import-codings';
import { withdrawCoding } from '#lib/usecases/withdraw-coding';
import type { Workspace } from '#lib/usecases/workspace';
import { HistorySection } from '../../app/statements/[id]/history-section';
import { testWorkspace } from '../setup/database';
import { EVENT, makeCoders, STANCE, statementIds } from '../usecases/coding-steps';

async function importRow(workspace: Workspace, row: string): Promise<void> {
  const file = textFile(`statement,variable,code,coder\n${row}\n`);
  const done = await importCodings(workspace, { eventSlug: EVENT, open: file, by: 'Amal', newCoders: true });
  if (!done.ok || done.value.added !== 1) throw new Error(JSON.stringify(done));
}

/** The rows of the history as a reader reads them: what, who. */
async function historyRows(workspace: Workspace, id: string, locale: 'en' | 'ar', coding: CodingSession | null = null) {
  const found = await getStatement(workspace, id, coding);
  if (!found.ok || !found.value.shown) throw new Error('It is not shown.');
  const { statement, event } = found.value;
  const markup = renderToStaticMarkup(
    <HistorySection statement={statement} event={event} dictionary={dictionaryOf(locale)} locale={locale} />,
  );
  return [...markup.matchAll(/<tr>.*?<\/tr>/gu)].slice(1).map(([row]) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gu)]
      .slice(1, 3)
      .map(([, cell = '']) =>
        cell
          .replace(/<[^>]+>/gu, ' ')
          .replace(/[\u2066-\u2069]/gu, '')
          .replace(/\s+/gu, ' ')
          .trim(),
      )
      .join(' | '),
  );
}

describe('the history of a statement', () => {
  it('says who coded what by which version, whoever brought it in, and what was taken back', async () => {
    const workspace = await testWorkspace();
    const [id = ''] = await statementIds(workspace);
    await importRow(workspace, `${id},${STANCE},against,Basel`);
    const basel = await workspace.db.read.coding.findFirstOrThrow({ where: { statementId: id, coder: { name: 'Basel' } } });
    const ruling = { statement: id, variable: STANCE, code: 'ambivalent', coder: 'Carla', basis: 'expert', cause: 'slip' };
    await makeCoders(workspace, 'Carla');
    expect((await adjudicateStatement(workspace, { eventSlug: EVENT, adjudication: ruling })).ok).toBe(true);
    expect((await withdrawCoding(workspace, { eventSlug: EVENT, codingId: basel.id, coder: 'Basel' })).ok).toBe(true);

    const rows = await historyRows(workspace, id, 'en');
    const towards = 'Stance towards the rapprochement';
    expect(rows.slice(1)).toEqual([
      `coded ${towards} · Against · by Basel · codebook version 1 | Amal`,
      `differences decided ${towards} · Ambivalent · by Carla · codebook version 1 | Carla`,
      `coding withdrawn ${towards} · Against · by Basel · codebook version 1 | Basel`,
    ]);
    // What came with the example event is told too, with its coder.
    expect(rows[0]).toMatch(/In favour · by .+ · codebook version 1/u);
    expect((await historyRows(workspace, id, 'ar'))[1]).toContain('معارِض · المرمِّز: Basel · دليل الترميز، الإصدار ١');
  });

  it('holds nothing of what others coded for a coder who has not', async () => {
    const workspace = await testWorkspace();
    const [id = ''] = await statementIds(workspace);
    await makeCoders(workspace, 'Dana');
    await importRow(workspace, `${id},${STANCE},against,Basel`);
    const seen = await historyRows(workspace, id, 'en', { coder: 'Dana', event: EVENT, sample: null });
    expect(seen.join('\n')).not.toMatch(/Basel|against|in favour/iu);
  });
});
