import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { addStatement } from '#lib/usecases/add-statement';
import { getReport } from '#lib/usecases/get-report';
import { ReportQuotes } from '../../app/events/[slug]/report/report-quotes';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';

/** The quotes of a report with one more statement: it alone is dated, so it is the most recent one of its camp. */
async function quotesWith(text: string): Promise<{ readonly markup: string; readonly id: string }> {
  const workspace = await testWorkspace();
  const statement = validStatement({ text, saidOn: '2025-08-02' });
  const added = await addStatement(workspace, { eventSlug: EVENT, statement });
  if (!added.ok) throw new Error(JSON.stringify(added.problem));
  const report = await getReport(workspace, { eventSlug: EVENT, query: new URLSearchParams(), language: 'en' });
  if (!report.ok) throw new Error(report.problem.kind);
  const { camps } = report.value;
  const quotes = <ReportQuotes camps={camps} dictionary={dictionaryOf('en')} locale="en" site="https://board.example" />;
  return { markup: renderToStaticMarkup(quotes), id: added.value.id };
}

test('a speech is cut after a whole word, and where all of it stands is said', async () => {
  const { markup, id } = await quotesWith('We were promised justice. '.repeat(150).trim());
  // Each sentence and its space have 26 characters: 900 of them hold 34 sentences and "We were promised".
  expect(markup).toContain('We were promised…</blockquote>');
  expect(markup.match(/promised justice\./g)).toHaveLength(34);
  expect(markup).toContain('Cut here; all 3,899 characters stand at');
  expect(markup).toContain(`<a href="/statements/${id}"><bdi>https://board.example/statements/${id}</bdi></a>`);
});

test('a quote of up to 900 characters stands whole', async () => {
  const text = 'We were promised justice. '.repeat(34).trim();
  const { markup } = await quotesWith(text);
  expect(markup).toContain(`>${text}</blockquote>`);
  expect(markup).not.toContain('Cut here');
});
