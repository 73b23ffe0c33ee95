import type { FilterChip } from '#lib/core/filter/statement-filter';
import { SENTIMENT_LABELS } from '#lib/core/score';
import { ATTRIBUTIONS, RESOLVED_STANCES, SLOGAN_USES } from '#lib/core/stance';
import type { EventRecord } from '#lib/db/events';
import type { CountedFacet, FacetCount } from '#lib/db/statement-facets';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatDate, formatNumber, languageName } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';

/** What turns the codes of a filter into words. */
export interface FilterWords {
  readonly event: EventRecord;
  /** Names for ids of sources, speakers and coders; null where nothing was counted. */
  readonly facets: Readonly<Record<CountedFacet, readonly FacetCount[]>> | null;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** A camp's name, or the words for a camp that is disputed or not coded. */
export function campLabel(camp: string, event: EventRecord, dictionary: Dictionary, locale: Locale): string {
  if (camp === 'disputed' || camp === 'uncoded') return dictionary.common.camp[camp];
  return event.camps.find((candidate) => candidate.slug === camp)?.label[locale] ?? camp;
}

/** The words for one value of a filter; an id without a name is shown as it is. */
export function filterValueLabel({ facet, value }: FilterChip, words: FilterWords): string {
  const { dictionary, locale, facets, event } = words;
  const { common, statements } = dictionary;
  switch (facet) {
    case 'camp':
      return campLabel(value, event, dictionary, locale);
    case 'stance': {
      const stance = RESOLVED_STANCES.find((known) => known === value);
      return stance === undefined ? value : common.stance[stance];
    }
    case 'attribution': {
      const attribution = ATTRIBUTIONS.find((known) => known === value);
      return attribution === undefined ? value : common.attribution[attribution];
    }
    case 'language':
      return languageName(locale, value);
    case 'source':
    case 'speaker':
    case 'coder':
    case 'batch': {
      if (facets === null) return value;
      const label = facets[facet].find((count) => count.value === value)?.label;
      return label == null || label === '' ? common.quote.noSource : label;
    }
    case 'from':
    case 'to':
      return formatDate(locale, value);
    case 'sentiment': {
      const label = SENTIMENT_LABELS.find((known) => known === value);
      return label === undefined ? common.score.notScored : common.score[label];
    }
    case 'use': {
      const use = SLOGAN_USES.find((known) => known === value);
      return use === undefined ? value : common.sloganUse[use];
    }
    case 'scoreMin':
    case 'scoreMax':
      return formatNumber(locale, Number(value));
    case 'q':
    case 'slogan':
      return value;
    default: {
      const known = Object.entries(statements.values).find(([code]) => code === value);
      return known === undefined ? value : known[1];
    }
  }
}

/** A chip in words: "Camp: Victims' families". */
export function filterChipLabel(chip: FilterChip, words: FilterWords): string {
  return `${words.dictionary.statements.facets[chip.facet]}: ${filterValueLabel(chip, words)}`;
}
