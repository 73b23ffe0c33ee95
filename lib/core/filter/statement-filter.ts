import { z } from 'zod';
import type { FieldProblem, ProblemCode } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { SENTIMENT_LABELS } from '#lib/core/score';
import { ATTRIBUTIONS, DISPUTED, RESOLVED_STANCES, SLOGAN_USES, STATEMENT_STATUSES, UNCODED } from '#lib/core/stance';
import { type Check, field, problemsOfError, refuse, withDefault } from '#lib/core/statement/field-check';
import { firstDay, lastDay, parsePartialDate } from '#lib/core/statement/partial-date';
import { hasLoneSurrogate, seenValue } from '#lib/core/statement/seen-value';
import { canonicalLanguage } from '#lib/core/statement/statement-input';

/** Orders of a list; a leading `-` is downwards. What has no value comes last in either direction. */
export const SORTS = ['-added', 'added', '-said', 'said', '-score', 'score', 'camp', '-camp'] as const;
export type Sort = (typeof SORTS)[number];

export const YES_NO = ['yes', 'no'] as const;
/** `out` leaves out, `in` shows among the others, `only` shows nothing else. */
export const DUPLICATE_CHOICES = ['out', 'in', 'only'] as const;
export const CONTEXT_CHOICES = ['out', 'in'] as const;

/** What the scorer said of a wording, and that it said nothing. */
export const SENTIMENT_CHOICES = [...SENTIMENT_LABELS, 'not_scored'] as const;

export const QUERY_MAX = 500;
export const PAGE_SIZE = 50;
export const PAGE_SIZE_MAX = 500;
/** Most values of one facet. */
const VALUES_MAX = 200;

/** What a filter is checked against. */
export interface FilterContext {
  /** Slugs of the event's camps; where it is left out, any slug will do. */
  readonly camps?: readonly string[];
  /** Whether a name that is no facet is a problem (terminal) or somebody else's (a URL). Default false. */
  readonly isStrict?: boolean;
}

type Raw = ReadonlyMap<string, readonly string[]>;

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,127}$/u;

function first(value: unknown): string | null {
  const text = Array.isArray(value) ? value.find((each) => typeof each === 'string' && each.trim() !== '') : undefined;
  return typeof text === 'string' ? text.trim() : null;
}

function values(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const parts = value.filter((each) => typeof each === 'string').flatMap((each) => each.split(','));
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))].slice(0, VALUES_MAX);
}

/** Several values in the order of `codes`, so that the same choice is always written the same. */
function codes<T extends string>(known: readonly T[], problem: ProblemCode = 'not_one_of') {
  const check: Check<readonly T[]> = (raw) => {
    const given = values(raw);
    const wrong = given.find((value) => !known.some((code) => code === value));
    if (wrong !== undefined) return refuse(problem, { allowed: known.join(', ') }, wrong);
    return ok(known.filter((code) => given.includes(code)));
  };
  return field(check);
}

function ids(camps?: readonly string[]) {
  const check: Check<readonly string[]> = (raw) => {
    const given = values(raw);
    const wrong = given.find((value) => (camps === undefined ? !ID.test(value) : !camps.includes(value)));
    if (wrong === undefined) return ok(given.toSorted());
    return camps === undefined
      ? refuse('invalid', undefined, wrong)
      : refuse('unknown_camp', { allowed: camps.join(', ') }, wrong);
  };
  return field(check);
}

const languages: Check<readonly string[]> = (raw) => {
  const tags: string[] = [];
  for (const value of values(raw)) {
    const tag = canonicalLanguage(value);
    if (tag === null) return refuse('not_a_language_tag', { example: 'ar' }, value);
    tags.push(tag);
  }
  return ok([...new Set(tags)].toSorted());
};

function oneOf<T extends string>(known: readonly T[]): Check<T | null> {
  return (raw) => {
    const given = first(raw);
    const code = known.find((each) => each === given);
    return given === null || code !== undefined ? ok(code ?? null) : refuse('not_one_of', { allowed: known.join(', ') }, given);
  };
}

const query: Check<string | null> = (raw) => {
  const text = first(raw)?.replace(/\s+/g, ' ') ?? null;
  if (text === null) return ok(null);
  if (text.includes('\0')) return refuse('has_nul', undefined, text);
  if (hasLoneSurrogate(text)) return refuse('has_lone_surrogate', undefined, text);
  return text.length > QUERY_MAX ? refuse('too_long', { max: QUERY_MAX, length: text.length }, text) : ok(text);
};

const day: Check<string | null> = (raw) => {
  const text = first(raw);
  const date = text === null ? null : parsePartialDate(text);
  return text !== null && date === null ? refuse('not_a_date', { example: '2025-07-31' }, text) : ok(date?.value ?? null);
};

const NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/;

function number(min: number, max: number, isWhole: boolean): Check<number | null> {
  return (raw) => {
    const text = first(raw)?.replace('\u2212', '-') ?? null;
    if (text === null) return ok(null);
    const value = Number(text);
    if (!NUMBER.test(text) || (isWhole && !Number.isInteger(value))) return refuse('not_a_number', { min, max }, text);
    // -0 and 0 are the same bound and are written the same.
    return value < min || value > max ? refuse('out_of_range', { min, max }, text) : ok(value === 0 ? 0 : value);
  };
}

const cursor: Check<string | null> = (raw) => {
  const text = first(raw);
  return text !== null && parseCursor(text) === null ? refuse('invalid', undefined, text) : ok(text);
};

function filterSchema({ camps }: FilterContext) {
  const campCodes = camps === undefined ? undefined : [...camps, DISPUTED, UNCODED];
  return z.object({
    q: field(query),
    camp: ids(campCodes),
    stance: codes(RESOLVED_STANCES, 'unknown_stance'),
    attribution: codes(ATTRIBUTIONS),
    language: field(languages),
    source: ids(),
    speaker: ids(),
    coder: ids(),
    from: field(day),
    to: field(day),
    scoreMin: field(number(-1, 1, false)),
    scoreMax: field(number(-1, 1, false)),
    scored: field(oneOf(YES_NO)),
    sentiment: codes(SENTIMENT_CHOICES),
    disputed: field(oneOf(YES_NO)),
    lowConfidence: field(oneOf(YES_NO)),
    duplicates: field(withDefault(oneOf(DUPLICATE_CHOICES), 'out')),
    batch: ids(),
    slogan: ids(),
    use: codes(SLOGAN_USES),
    context: field(withDefault(oneOf(CONTEXT_CHOICES), 'out')),
    status: codes(STATEMENT_STATUSES),
    asof: field(number(0, Number.MAX_SAFE_INTEGER, true)),
    sort: field(withDefault(oneOf(SORTS), '-added')),
    after: field(cursor),
    limit: field(withDefault(number(1, PAGE_SIZE_MAX, true), PAGE_SIZE)),
  });
}

/**
 * Which statements are meant, in which order, and which page of them. Within a facet values are
 * alternatives, facets narrow each other; an empty list and null do not narrow.
 *
 * - `q`: a search in the words of `toMatch`.
 * - `language`: the tag and its regional forms (`ar` takes `ar-SY`).
 * - `from`, `to`: partial dates; {@link dateBounds} makes days of them. A statement is in where all days that
 *   its date can mean are; undated ones are out.
 * - `scoreMin`, `scoreMax`: inclusive; what is not scored is out.
 * - `slogan`, `use`: a slogan that is in the statement, and how it is used; a use that is not settled is `unclear`.
 * - `disputed`, `lowConfidence`, `scored`: `yes`, `no`, or null for both.
 * - `context`: `out` leaves out camps that are context only, unless `camp` names them.
 * - `status`: an empty list is `published`.
 * - `asof`: the number of a log row; what was done later is not seen.
 * - `after`: where the page starts, as {@link formatCursor} wrote it.
 */
export type StatementFilter = Readonly<z.infer<ReturnType<typeof filterSchema>>>;
export type Facet = keyof StatementFilter;

/** The filter that narrows nothing but what is left out by default. */
export const NO_FILTER: StatementFilter = filterSchema({}).parse({});

/** Every name of a filter's part, in canonical order. */
export const FACETS: readonly Facet[] = z.keyof(filterSchema({})).options;

/** Parts that say how a set is shown, not which statements are in it. */
const PAGING: ReadonlySet<Facet> = new Set(['sort', 'after', 'limit']);

/** A query string, its parsed form, or what a framework made of it. */
export type FilterSource = string | URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A filter that fits, and what of the source did not and was left out. */
export interface ReadFilter {
  readonly filter: StatementFilter;
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads a filter and leaves out what is wrong with it, so that a page can still show something and say what
 * was not understood. Total: every source gives a filter.
 */
export function readStatementFilter(source: FilterSource, context: FilterContext = {}): ReadFilter {
  const raw = rawValues(source);
  const schema = filterSchema(context);
  const unknown = context.isStrict === true ? unknownNames(raw) : [];
  const parsed = schema.safeParse(Object.fromEntries(raw), { reportInput: true });
  if (parsed.success) return inOrder(parsed.data, unknown);
  const problems = problemsOfError(parsed.error, 'filter', new Set());
  const wrong = new Set(problems.map((problem) => problem.field));
  const rest = [...raw].filter(([name]) => !wrong.has(name));
  return inOrder(schema.parse(Object.fromEntries(rest)), [...problems, ...unknown]);
}

/** Reads a filter; anything wrong with it is a problem. */
export function parseStatementFilter(
  source: FilterSource,
  context: FilterContext = {},
): Result<StatementFilter, { readonly kind: 'invalid'; readonly fields: readonly FieldProblem[] }> {
  const { filter, problems } = readStatementFilter(source, context);
  return problems.length === 0 ? ok(filter) : failed({ kind: 'invalid', fields: problems });
}

/**
 * The filter as a query string: facets in the order of {@link FACETS}, values sorted, defaults left out, so that
 * two filters mean the same exactly when they are written the same. Empty for {@link NO_FILTER}.
 */
export function formatFilter(filter: StatementFilter): string {
  const params = new URLSearchParams();
  for (const { facet, value } of changedParts(filter)) params.append(facet, value);
  return params.toString();
}

/**
 * The filter of a list or of a file as a query string: those hold context camps where the query does not say, so what is written is that
 * they are left out.
 */
export function formatListFilter(filter: StatementFilter): string {
  const params = new URLSearchParams(formatFilter({ ...filter, context: NO_FILTER.context }));
  if (filter.context === 'out') params.append('context', 'out');
  return params.toString();
}

/** The same statements in the default order from the start: what a permalink, a chart or a file name is of. */
export function withoutPaging(filter: StatementFilter): StatementFilter {
  return { ...filter, sort: NO_FILTER.sort, after: NO_FILTER.after, limit: NO_FILTER.limit };
}

/** One part of a filter as a chip shows it; the words for it come from the dictionaries. */
export interface FilterChip {
  readonly facet: Facet;
  readonly value: string;
}

/** What narrows the set, one chip a value, in canonical order. */
export function describeFilter(filter: StatementFilter): readonly FilterChip[] {
  return changedParts(filter).filter(({ facet }) => !PAGING.has(facet));
}

/** What narrows a list: {@link describeFilter}, but that context camps are in it is no narrowing, and that they are left out is one. */
export function describeListFilter(filter: StatementFilter): readonly FilterChip[] {
  const chips = describeFilter({ ...filter, context: NO_FILTER.context });
  return filter.context === 'out' ? [...chips, { facet: 'context', value: 'out' }] : chips;
}

/** The filter without one of its chips, from the first page. */
export function withoutChip(filter: StatementFilter, chip: FilterChip): StatementFilter {
  if (chip.facet === 'context' && chip.value === 'out') return { ...filter, context: 'in', after: null };
  const kept = changedParts({ ...filter, after: null }).filter(
    ({ facet, value }) => facet !== chip.facet || value !== chip.value,
  );
  const params = new URLSearchParams(kept.map(({ facet, value }) => [facet, value]));
  return readStatementFilter(params).filter;
}

/** First and last day (`YYYY-MM-DD`) of the filter's dates; null is open. */
export function dateBounds({ from, to }: StatementFilter): { readonly from: string | null; readonly to: string | null } {
  return { from: from === null ? null : firstDay(from), to: to === null ? null : lastDay(to) };
}

/** Where a page ends: the value that the list is sorted by, and the id that settles ties. */
export interface Cursor {
  readonly value: string | number | null;
  readonly id: string;
}

/** A cursor as text for a URL: `n-0.42~id`, `s2025-07-31~id`, or `z~id` for no value. */
export function formatCursor({ value, id }: Cursor): string {
  if (value === null) return `z~${id}`;
  return typeof value === 'number' ? `n${value}~${id}` : `s${value}~${id}`;
}

/** Reads what {@link formatCursor} wrote; null for any other text. */
export function parseCursor(text: string): Cursor | null {
  const split = text.lastIndexOf('~');
  const id = text.slice(split + 1);
  if (split < 1 || !ID.test(id) || text.length > 1000 || text.includes('\0')) return null;
  const value = text.slice(1, split);
  switch (text.charAt(0)) {
    case 'z':
      return value === '' ? { value: null, id } : null;
    case 's':
      return { value, id };
    case 'n':
      return value.trim() !== '' && Number.isFinite(Number(value)) ? { value: Number(value), id } : null;
    default:
      return null;
  }
}

function rawValues(source: FilterSource): Raw {
  const raw = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    const list = raw.get(name);
    if (list === undefined) raw.set(name, [value]);
    else list.push(value);
  };
  if (typeof source === 'string' || source instanceof URLSearchParams) {
    for (const [name, value] of new URLSearchParams(source)) add(name, value);
    return raw;
  }
  for (const [name, value] of Object.entries(source)) {
    for (const each of typeof value === 'string' ? [value] : (value ?? [])) add(name, each);
  }
  return raw;
}

function unknownNames(raw: Raw): FieldProblem[] {
  const known: readonly string[] = FACETS;
  return [...raw.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => ({ field: seenValue(name) ?? '', code: 'unknown_field', params: { allowed: known.join(', ') } }));
}

/** A range that is upside down would show nothing without saying why: its end is left out and reported. */
function inOrder(filter: StatementFilter, problems: readonly FieldProblem[]): ReadFilter {
  const { from, to } = dateBounds(filter);
  let read: ReadFilter = { filter, problems };
  if (from !== null && to !== null && from > to) {
    const problem: FieldProblem = {
      field: 'to',
      code: 'out_of_range',
      seen: filter.to ?? '',
      params: { min: filter.from ?? '' },
    };
    read = { filter: { ...read.filter, to: null }, problems: [...read.problems, problem] };
  }
  const { scoreMin, scoreMax } = filter;
  if (scoreMin !== null && scoreMax !== null && scoreMin > scoreMax) {
    const problem: FieldProblem = { field: 'scoreMax', code: 'out_of_range', seen: String(scoreMax), params: { min: scoreMin } };
    read = { filter: { ...read.filter, scoreMax: null }, problems: [...read.problems, problem] };
  }
  return read;
}

/** Every value that is not its facet's default, in canonical order. */
function changedParts(filter: StatementFilter): readonly FilterChip[] {
  return FACETS.flatMap((facet) => {
    const value = filter[facet];
    if (Array.isArray(value)) return value.map((each) => ({ facet, value: String(each) }));
    return value === null || value === NO_FILTER[facet] ? [] : [{ facet, value: String(value) }];
  });
}
