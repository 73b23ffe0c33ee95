import type { Facet, StatementFilter } from '#lib/core/filter/statement-filter';
import { SORTS } from '#lib/core/filter/statement-filter';
import type { CountedFacet } from '#lib/db/statement-facets';
import { formatNumber } from '#lib/i18n/format';
import { Button } from '../../../_components/button';
import { SelectField, TextField } from '../../../_components/field';
import { FacetList, type FacetValue } from '../../../_components/filters';
import { type FilterWords, filterValueLabel } from './filter-labels';

/** Facets whose values are many and of the same kind: several can be chosen. */
const LISTED = [
  'camp',
  'stance',
  'attribution',
  'language',
  'source',
  'speaker',
  'coder',
  'batch',
] as const satisfies readonly (CountedFacet & Facet)[];

/** Facets that are either yes or no. */
const YES_NO_LISTED = ['scored', 'disputed', 'lowConfidence'] as const;

interface FilterFormProps {
  readonly action: string;
  readonly filter: StatementFilter;
  readonly words: FilterWords & { readonly facets: NonNullable<FilterWords['facets']> };
  /** Parameters that are no part of the filter and must survive it. */
  readonly kept: Readonly<Record<string, string>>;
}

/** The filter as a plain GET form, so that the address is the state. */
export function FilterForm({ action, filter, words, kept }: FilterFormProps) {
  const { dictionary, facets, locale } = words;
  const { statements, common } = dictionary;

  function valuesOf(facet: (typeof LISTED)[number]): readonly FacetValue[] {
    const chosen: readonly string[] = filter[facet];
    const counted = facets[facet].map(({ value, count }) => ({ value, count: formatNumber(locale, count) }));
    const gone = chosen
      .filter((value) => counted.every((known) => known.value !== value))
      .map((value) => ({ value, count: formatNumber(locale, 0) }));
    return inOwnOrder(facet, [...counted, ...gone], words).map(({ value, count }) => ({
      value,
      label: filterValueLabel({ facet, value }, words),
      count,
      isChosen: chosen.includes(value),
    }));
  }

  return (
    <details className="filter-panel">
      <summary className="button quiet">{common.filters.show}</summary>
      <form className="facets" method="get" action={action} aria-label={common.filters.label}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="q"
          type="search"
          label={statements.search}
          hint={statements.searchHint}
          defaultValue={filter.q ?? ''}
          maxLength={500}
        />
        {LISTED.map((facet) => {
          const values = valuesOf(facet);
          // A facet with one value, not chosen, can only take everything away or nothing.
          if (values.length < 2 && !values.some((value) => value.isChosen)) return null;
          return <FacetList key={facet} legend={statements.facets[facet]} name={facet} values={values} />;
        })}
        {YES_NO_LISTED.map((facet) => {
          const counted = facets[facet];
          if (counted.length < 2 && filter[facet] === null) return null;
          const values = (['yes', 'no'] as const).map((value) => ({
            value,
            label: statements.values[value],
            count: formatNumber(locale, counted.find((known) => known.value === value)?.count ?? 0),
            isChosen: filter[facet] === value,
          }));
          return <FacetList key={facet} legend={statements.facets[facet]} name={facet} values={values} />;
        })}
        <fieldset className="facet">
          <legend>{statements.facets.context}</legend>
          <label>
            <input type="checkbox" name="context" value="in" defaultChecked={filter.context === 'in'} />
            {statements.includeContext}
          </label>
        </fieldset>
        <SelectField
          name="sort"
          label={statements.sort}
          choices={SORTS.map((sort) => ({ value: sort, label: statements.sorts[sort] }))}
          defaultValue={filter.sort}
        />
        <Button look="primary">{statements.apply}</Button>
      </form>
    </details>
  );
}

interface Counted {
  readonly value: string;
  readonly count: string;
}

/** Camps keep their event's order everywhere; other facets come most frequent first, as they were counted. */
function inOwnOrder(facet: Facet, counted: readonly Counted[], { event }: FilterWords): readonly Counted[] {
  if (facet !== 'camp') return counted;
  const place = (value: string) => event.camps.find((camp) => camp.slug === value)?.order ?? Number.POSITIVE_INFINITY;
  return [...counted].sort((a, b) => place(a.value) - place(b.value));
}
