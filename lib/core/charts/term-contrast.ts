import type { ChartCamp } from '#lib/core/chart-statement';
import { type CampRow, campRow, type EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartTarget } from '#lib/core/charts/chart-target';
import type { Finding, NamedCamp } from '#lib/core/findings/finding';
import { LOG_ODDS_SHOWN_Z, logOddsContrast } from '#lib/core/statistics/log-odds';
import { smallSampleRule } from '#lib/core/statistics/small-sample';

/** Terms of one camp, counted by whoever can read the language. */
export interface CampTerms {
  readonly camp: ChartCamp;
  /** Statements in which the terms were counted. */
  readonly n: number;
  readonly counts: ReadonlyMap<string, number>;
}

export interface TermRow {
  readonly id: string;
  /** As it is counted and searched for. */
  readonly term: string;
  /** As it is mostly written. */
  readonly label: string;
  /** Above 0 the term belongs to the first camp. */
  readonly z: number;
  readonly countFirst: number;
  readonly countSecond: number;
  readonly target: ChartTarget;
}

/** Stands where a filter leaves no second camp, or none at all. */
export const NO_CAMP_TERMS: CampTerms = {
  camp: { slug: '', label: '', labelLanguage: 'en', order: 0, role: 'compared' },
  n: 0,
  counts: new Map(),
};

/** The words that most set two camps apart, strongest of the first camp on top, of the second at the bottom. */
export interface TermContrastModel {
  readonly name: 'term-contrast';
  readonly first: CampRow;
  readonly second: CampRow;
  /** BCP 47 tag of the terms. */
  readonly termLanguage: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly bound: number;
  readonly rows: readonly TermRow[];
  readonly n: number;
  readonly empty: EmptyReason | null;
  readonly finding: Finding;
}

export interface TermContrastOptions {
  readonly first: CampTerms;
  readonly second: CampTerms;
  /** Counts over all camps of the event, for the prior. */
  readonly background?: ReadonlyMap<string, number>;
  readonly termLanguage: string;
  /** How a term is mostly written; as it is counted where this is left out. */
  readonly spell?: (term: string) => string;
  /** Most terms on each side. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 12;
/** Terms that a finding names on each side. */
const NAMED_TERMS = 3;

/** Model of the contrast: only terms that pass z = 1.96, and none at all where a camp has under 5 statements. */
export function termContrast({
  first,
  second,
  background,
  termLanguage,
  spell = (term) => term,
  limit = DEFAULT_LIMIT,
}: TermContrastOptions): TermContrastModel {
  const rows = { first: toRow(first), second: toRow(second) };
  const camps = [first, second].filter((terms) => terms !== NO_CAMP_TERMS);
  const enough = smallSampleRule(first.n).drawInterval && smallSampleRule(second.n).drawInterval;
  const contrasts = enough
    ? logOddsContrast({ first: first.counts, second: second.counts, ...(background !== undefined && { background }) })
    : [];
  const ofFirst = contrasts.filter(({ z }) => z >= LOG_ODDS_SHOWN_Z).slice(0, limit);
  const ofSecond = contrasts.filter(({ z }) => z <= -LOG_ODDS_SHOWN_Z).slice(-limit);
  const shown = [...ofFirst, ...ofSecond].map(
    ({ term, z, firstCount, secondCount }): TermRow => ({
      id: `term:${term}`,
      term,
      label: spell(term),
      z,
      countFirst: firstCount,
      countSecond: secondCount,
      target: { kind: 'statements', camp: z > 0 ? first.camp.slug : second.camp.slug, word: term },
    }),
  );
  const reach = Math.max(3, Math.ceil(Math.max(0, ...shown.map(({ z }) => Math.abs(z)))));
  const named = { first: toName(rows.first), second: toName(rows.second) };
  const empty = camps.length < 2 ? 'one_camp' : !enough ? 'too_few' : shown.length === 0 ? 'not_enough_text' : null;
  const toFinding = (): Finding => {
    switch (empty) {
      case 'one_camp':
        return { kind: 'one_camp_only', camp: smallSampleRule(first.n).drawInterval ? named.first : null };
      case 'too_few':
        return { kind: 'all_too_few', tooFew: [named.first, named.second].filter(({ n }) => !smallSampleRule(n).drawInterval) };
      case 'not_enough_text':
        return { kind: 'not_enough_text', ...named };
      case null:
        return {
          kind: 'telling_terms',
          ...named,
          firstTerms: ofFirst.slice(0, NAMED_TERMS).map(({ term }) => spell(term)),
          secondTerms: ofSecond
            .slice(-NAMED_TERMS)
            .reverse()
            .map(({ term }) => spell(term)),
        };
    }
  };
  return {
    name: 'term-contrast',
    ...rows,
    termLanguage,
    domain: [-reach, reach],
    ticks: [-reach, 0, reach],
    bound: LOG_ODDS_SHOWN_Z,
    rows: shown,
    n: first.n + second.n,
    empty,
    finding: toFinding(),
  };
}

function toRow({ camp, n }: CampTerms): CampRow {
  return campRow(camp, n, smallSampleRule(n).size);
}

function toName({ slug, label, labelLanguage, n }: CampRow): NamedCamp {
  return { slug, label, labelLanguage, n };
}
