import Link from 'next/link';
import { CloseIcon } from './icons';

interface ActiveFilter {
  readonly key: string;
  readonly label: string;
  /** Address of the page without this filter. */
  readonly hrefWithout: string;
  readonly removeLabel: string;
}

interface ChipsProps {
  readonly label: string;
  readonly filters: readonly ActiveFilter[];
  readonly clearHref: string;
  readonly clearLabel: string;
}

/** The filters that are on, each a link that takes it off. */
export function Chips({ label, filters, clearHref, clearLabel }: ChipsProps) {
  if (filters.length === 0) return null;
  return (
    <ul className="chips" aria-label={label}>
      {filters.map((filter) => (
        <li key={filter.key}>
          <Link className="chip" href={filter.hrefWithout} aria-label={filter.removeLabel}>
            <bdi>{filter.label}</bdi>
            <CloseIcon />
          </Link>
        </li>
      ))}
      {filters.length > 1 ? (
        <li>
          <Link className="chip" href={clearHref}>
            {clearLabel}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly language?: string;
  /** Statements that would be shown with this value, the other filters as they are; null where it is not counted. */
  readonly count: string | null;
  readonly isChosen: boolean;
}

interface FacetListProps {
  readonly legend: string;
  readonly name: string;
  readonly values: readonly FacetValue[];
}

/** One facet of a filter form: as many of its values as the reader likes. */
export function FacetList({ legend, name, values }: FacetListProps) {
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      <ul>
        {values.map((value) => (
          <li key={value.value}>
            <label>
              <input type="checkbox" name={name} value={value.value} defaultChecked={value.isChosen} />
              <bdi lang={value.language}>{value.label}</bdi>
              {value.count === null ? null : <span className="facet-count">{value.count}</span>}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
