import type { ReactNode } from 'react';
import type { Facet, StatementFilter } from '#lib/core/filter/statement-filter';
import { DUPLICATE_CHOICES, describeFilter, NO_FILTER, SORTS } from '#lib/core/filter/statement-filter';
import type { CountedFacet } from '#lib/db/statement-facets';
import { formatNumber } from '#lib/i18n/format';
import { Button } from '../../../_components/button';
import { SelectField, TextField } from '../../../_components/field';
import { FacetList, type FacetValue } from '../../../_components/filters';
import { ResetOnReturn } from '../../../_components/reset-on-return';
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

/** Parts of a filter that other pages link to and this form has no field for: they survive it. */
const WITHOUT_FIELD: ReadonlySet<Facet> = new Set(['sentiment', 'slogan', 'use', 'status', 'asof']);

/** A date as it is to be written, in either language. */
const DATE_EXAMPLE = '2025-07-31';

interface FilterFormProps {
  readonly action: string;
  readonly filter: StatementFilter;
  readonly words: FilterWords & { readonly facets: NonNullable<FilterWords['facets']> };
  /** How many statements the filter finds. */
  readonly total: number;
  /** Parameters that are no part of the filter and must survive it. */
  readonly kept: Readonly<Record<string, string>>;
}

/** The filter as a plain GET form, so that the address is the state. */
export function FilterForm({ action, filter, words, total, kept }: FilterFormProps) {
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

  const copies = facets.duplicates.find(({ value }) => value === 'only')?.count ?? 0;

  return (
    <details className="filter-panel">
      <summary className="button quiet">{common.filters.show}</summary>
      <form id="filters" className="facets" method="get" action={action} aria-label={common.filters.label} autoComplete="off">
        <ResetOnReturn form="filters" />
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {describeFilter(filter)
          .filter(({ facet }) => WITHOUT_FIELD.has(facet))
          .map(({ facet, value }) => (
            <input key={`${facet} ${value}`} type="hidden" name={facet} value={value} />
          ))}
        {filter.limit === NO_FILTER.limit ? null : <input type="hidden" name="limit" value={filter.limit} />}
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
          // One value that every statement has, not chosen, can only take everything away or nothing.
          if (values.length < 2 && values.every(({ count, isChosen }) => count === formatNumber(locale, total) && !isChosen))
            return null;
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
        <Bounds legend={statements.dateLabel}>
          {(['from', 'to'] as const).map((bound) => (
            <TextField
              key={bound}
              name={bound}
              label={statements.bounds[bound]}
              dir="ltr"
              placeholder={DATE_EXAMPLE}
              maxLength={10}
              defaultValue={filter[bound] ?? ''}
            />
          ))}
        </Bounds>
        <Bounds legend={statements.scoreLabel}>
          {(['scoreMin', 'scoreMax'] as const).map((bound) => (
            <TextField
              key={bound}
              name={bound}
              label={statements.bounds[bound]}
              dir="ltr"
              inputMode="decimal"
              placeholder={bound === 'scoreMin' ? '-1' : '1'}
              maxLength={20}
              defaultValue={filter[bound]?.toString() ?? ''}
            />
          ))}
        </Bounds>
        {copies === 0 && filter.duplicates === 'out' ? null : (
          <SelectField
            name="duplicates"
            label={statements.facets.duplicates}
            note={formatNumber(locale, copies)}
            choices={DUPLICATE_CHOICES.map((choice) => ({ value: choice, label: statements.values[choice] }))}
            defaultValue={filter.duplicates}
          />
        )}
        <fieldset className="facet">
          <legend>{statements.facets.context}</legend>
          <label>
            <input type="checkbox" name="context" value="out" defaultChecked={filter.context === 'out'} />
            {statements.leaveOutContext}
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

/** The two ends of a range, side by side. */
function Bounds({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      <div className="facet-bounds">{children}</div>
    </fieldset>
  );
}
