import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FACETS } from '#lib/core/filter/statement-filter';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { listStatements } from '#lib/usecases/list-statements';
import { FilterForm } from '../../app/events/[slug]/statements/filter-form';
import { testWorkspace } from '../setup/database';

/** Every part of a filter that narrows, each with a value of its own. */
const EVERY_PART =
  'q=moscow&camp=pragmatic&stance=favor&attribution=direct&language=en&source=a&speaker=b&coder=c&from=2025-07&to=2025-08' +
  '&scoreMin=-0.5&scoreMax=0.5&scored=yes&sentiment=negative&disputed=no&lowConfidence=no&duplicates=in&batch=d&slogan=e&use=endorse' +
  '&status=published&asof=12&sort=said&limit=7';

describe('FilterForm', () => {
  test.each(['in', 'out'])(
    'sent as it is, it asks for the same statements again, whatever part was set, context %s',
    async (context) => {
      const asked = `${EVERY_PART}&context=${context}`;
      // Without this a part that comes later would not be tried.
      expect(FACETS.filter((facet) => !asked.includes(`${facet}=`))).toEqual(['after']);
      const workspace = await testWorkspace();
      const list = async (query: string) => {
        const listed = await listStatements(workspace, { eventSlug: 'damascus-moscow-2025', query });
        if (!listed.ok) throw new Error(listed.problem.kind);
        return listed.value;
      };
      const { scope, facets } = await list(asked);
      expect(scope.problems).toEqual([]);
      const words = { event: scope.event, facets, dictionary: dictionaryOf('en'), locale: 'en' } as const;
      const markup = renderToStaticMarkup(<FilterForm action="/list" filter={scope.filter} words={words} total={0} kept={{}} />);
      const sent = new URLSearchParams();
      for (const [input] of markup.matchAll(/<input[^>]*>/g)) {
        if (/type="checkbox"/.test(input) && !/ checked=""/.test(input)) continue;
        sent.append(/ name="([^"]*)"/.exec(input)?.[1] ?? '', / value="([^"]*)"/.exec(input)?.[1] ?? '');
      }
      for (const [select] of markup.matchAll(/<select[\s\S]*?<\/select>/g))
        sent.append(/ name="([^"]*)"/.exec(select)?.[1] ?? '', /<option value="([^"]*)" selected=""/.exec(select)?.[1] ?? '');
      expect((await list(sent.toString())).scope.filter).toEqual(scope.filter);
    },
  );

  test('a facet with one value is offered where choosing it narrows, and not where every statement has it', async () => {
    const query = 'q=moscow';
    const listed = await listStatements(await testWorkspace(), { eventSlug: 'damascus-moscow-2025', query });
    if (!listed.ok) throw new Error(listed.problem.kind);
    const { scope, facets } = listed.value;
    const words = {
      event: scope.event,
      facets: { ...facets, language: [{ value: 'ar', label: null, count: 3 }] },
      dictionary: dictionaryOf('en'),
      locale: 'en',
    } as const;
    const offers = (total: number) =>
      renderToStaticMarkup(<FilterForm action="/list" filter={scope.filter} words={words} total={total} kept={{}} />).includes(
        'name="language"',
      );
    expect(offers(3)).toBe(false);
    expect(offers(4)).toBe(true);
  });
});
