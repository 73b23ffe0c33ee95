import { z } from 'zod';
import type { FieldProblem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import {
  ATTRIBUTIONS,
  type Attribution,
  SLOGAN_USES,
  type SloganUse,
  SPEAKER_RISKS,
  type SpeakerRisk,
  STANCES,
  type Stance,
  TRANSLATORS,
  type Translator,
} from '#lib/core/stance';
import { type Check, field, problemsOfError, refuse, required, withDefault } from '#lib/core/statement/field-check';
import { EARLIEST_YEAR, isAfter, type PartialDate, parsePartialDate } from '#lib/core/statement/partial-date';
import { type Confidence, choiceCheck, confidenceCheck, lineCheck, textCheck } from '#lib/core/statement/value-checks';

/** Longest value of each field in UTF-16 units, as `maxLength` of a browser counts them. */
export const STATEMENT_LIMITS = {
  text: 10_000,
  translation: 20_000,
  rationale: 2_000,
  slogan: 300,
  speakerName: 200,
  outlet: 200,
  title: 500,
  url: 2_048,
  locator: 200,
  externalId: 200,
  coder: 100,
  slug: 64,
  languageTag: 35,
} as const;

export const SPEAKER_KINDS = ['person', 'organisation', 'group', 'unknown'] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/** The language of a statement whose language the scorer shall detect. */
export const DETECT_LANGUAGE = 'auto';

/** A new statement and its first coding, checked: null is "not given". */
export interface StatementInput {
  readonly text: string;
  /** Canonical BCP 47 tag, or {@link DETECT_LANGUAGE}. */
  readonly language: string;
  readonly translation: { readonly text: string; readonly language: string; readonly by: Translator } | null;
  /** Slug of the target that `stance` is towards; null is the event's first target. */
  readonly target: string | null;
  /** Slug of a camp of the event; null only where codings are optional. */
  readonly camp: string | null;
  readonly stance: Stance | null;
  readonly confidence: Confidence | null;
  readonly rationale: string | null;
  readonly slogan: { readonly name: string; readonly use: SloganUse } | null;
  readonly speaker: {
    readonly name: string | null;
    readonly pseudonym: string | null;
    readonly kind: SpeakerKind;
    readonly risk: SpeakerRisk;
  } | null;
  readonly attribution: Attribution;
  readonly source: {
    readonly outlet: string | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly language: string | null;
    readonly published: PartialDate | null;
    readonly archiveUrl: string | null;
  } | null;
  readonly locator: string | null;
  readonly saidOn: PartialDate | null;
  readonly externalId: string | null;
  readonly coder: string | null;
}

/** What a statement is checked against. */
export interface StatementContext {
  /** `YYYY-MM-DD`; no date lies after it. */
  readonly today: string;
  /** Slugs of the camps of the event. */
  readonly camps: readonly string[];
  /** Slugs of the targets of the event; any target is refused where it is left out. */
  readonly targets?: readonly string[];
  /**
   * `required` (the default) asks for camp, stance, confidence and coder; `optional` takes a statement
   * that nobody has coded yet, as imports bring them.
   */
  readonly coding?: 'required' | 'optional';
}

/** What a failed {@link parseStatement} says. Fields are dotted paths into the input, such as `source.url`. */
export interface InvalidStatement {
  readonly kind: 'invalid';
  readonly fields: readonly FieldProblem[];
}

/**
 * Names of the fields where a statement is flat: inputs of the form, columns of an import, and, because
 * an export writes the same, columns of the CSV. Each with its dotted path in the nested shape.
 */
export const STATEMENT_FIELD_PATHS = {
  text: 'text',
  language: 'language',
  translation: 'translation.text',
  translation_language: 'translation.language',
  translated_by: 'translation.by',
  target: 'target',
  camp: 'camp',
  stance: 'stance',
  confidence: 'confidence',
  rationale: 'rationale',
  slogan: 'slogan.name',
  slogan_use: 'slogan.use',
  speaker: 'speaker.name',
  speaker_pseudonym: 'speaker.pseudonym',
  speaker_kind: 'speaker.kind',
  speaker_risk: 'speaker.risk',
  attribution: 'attribution',
  source_outlet: 'source.outlet',
  source_title: 'source.title',
  source_url: 'source.url',
  source_language: 'source.language',
  source_published: 'source.published',
  source_archive_url: 'source.archiveUrl',
  locator: 'locator',
  said_on: 'saidOn',
  external_id: 'externalId',
  coder: 'coder',
} as const;
export type StatementField = keyof typeof STATEMENT_FIELD_PATHS;

/** Every flat name, in the order in which a form asks for them. */
export const STATEMENT_FIELDS: readonly StatementField[] = Object.keys(STATEMENT_FIELD_PATHS).filter(isStatementField);

/** Whether `name` is one of {@link STATEMENT_FIELDS}. */
export function isStatementField(name: string): name is StatementField {
  return Object.hasOwn(STATEMENT_FIELD_PATHS, name);
}

const FIELD_BY_PATH: ReadonlyMap<string, StatementField> = new Map(
  STATEMENT_FIELDS.map((field) => [STATEMENT_FIELD_PATHS[field], field]),
);

/** Checks one statement. For many, make the parser once with {@link statementParser}. */
export function parseStatement(input: unknown, context: StatementContext): Result<StatementInput, InvalidStatement> {
  return statementParser(context)(input);
}

/**
 * Makes the parser of statements for one event and day.
 *
 * The parser takes any value; texts lose the white space around them and have `\n` for line ends, language
 * tags become canonical (`AR-sy` is `ar-SY`), dates get Western digits, and parsing what it returned is
 * no change. It reports every wrong field at once, with the code and the value seen (never of the text,
 * translation, reason or names, which could be a protected person's words).
 */
export function statementParser(context: StatementContext): (input: unknown) => Result<StatementInput, InvalidStatement> {
  const schema = statementSchema(context);
  return (input) => {
    const parsed = schema.safeParse(input, { reportInput: true });
    if (parsed.success) return ok(withoutEmptyGroups(parsed.data));
    return failed({ kind: 'invalid', fields: problemsOfError(parsed.error, 'statement', NEVER_SEEN) });
  };
}

/**
 * The nested shape of what a form or a row of a file holds: blank is "not given", `confidence` becomes a
 * number where it is one. A group of which only its preset choices are filled (a translation's language,
 * a speaker's kind) is left out. Names beside {@link STATEMENT_FIELDS} are ignored.
 */
export function statementFromForm(record: Readonly<Record<string, string | undefined>>): unknown {
  const at = (field: StatementField): string | undefined => {
    const value = Object.hasOwn(record, field) ? record[field] : undefined;
    return value === undefined || value.trim() === '' ? undefined : value;
  };
  const confidence = at('confidence');
  const speakerNamed = at('speaker') !== undefined || at('speaker_pseudonym') !== undefined;
  const speakerDescribed = !['unknown', undefined].includes(at('speaker_kind')?.trim());
  const speakerAtRisk = !['ordinary', undefined].includes(at('speaker_risk')?.trim());
  return {
    text: at('text'),
    language: at('language'),
    translation:
      at('translation') === undefined
        ? undefined
        : { text: at('translation'), language: at('translation_language'), by: at('translated_by') },
    target: at('target'),
    camp: at('camp'),
    stance: at('stance'),
    confidence: confidence !== undefined && /^\s*\d+\s*$/.test(confidence) ? Number(confidence) : confidence,
    rationale: at('rationale'),
    slogan: at('slogan') === undefined ? undefined : { name: at('slogan'), use: at('slogan_use') },
    speaker:
      speakerNamed || speakerDescribed || speakerAtRisk
        ? {
            name: at('speaker'),
            pseudonym: at('speaker_pseudonym'),
            kind: at('speaker_kind'),
            risk: at('speaker_risk'),
          }
        : undefined,
    attribution: at('attribution'),
    source: {
      outlet: at('source_outlet'),
      title: at('source_title'),
      url: at('source_url'),
      language: at('source_language'),
      published: at('source_published'),
      archiveUrl: at('source_archive_url'),
    },
    locator: at('locator'),
    saidOn: at('said_on'),
    externalId: at('external_id'),
    coder: at('coder'),
  };
}

/** The same problems with flat field names, for a form or for the rows of a file. */
export function withFlatFields(fields: readonly FieldProblem[]): readonly FieldProblem[] {
  return fields.map((problem) => ({ ...problem, field: FIELD_BY_PATH.get(problem.field) ?? problem.field }));
}

/** Fields whose wrong value is never repeated: they may be the words or the name of a protected person. */
const NEVER_SEEN: ReadonlySet<string> = new Set([
  'text',
  'translation.text',
  'rationale',
  'speaker.name',
  'speaker.pseudonym',
  'slogan.name',
]);

/**
 * A BCP 47 tag in canonical form, or null for text that is none. A primary subtag of 5 to 8 letters is
 * well-formed but none is registered: it is the name of a language ("english"), so it is refused.
 */
export function canonicalLanguage(given: string): string | null {
  const tag = given.trim();
  if (tag.length > STATEMENT_LIMITS.languageTag || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** A BCP 47 tag in canonical form. */
export const languageCheck: Check<string | null> = (value) => {
  const checked = lineCheck(STATEMENT_LIMITS.text)(value);
  if (!checked.ok || checked.value === null) return checked;
  const tag = canonicalLanguage(checked.value);
  return tag === null ? refuse('not_a_language_tag', { example: 'ar' }) : ok(tag);
};

const languageOrDetect: Check<string> = (value) =>
  typeof value === 'string' && value.trim().toLowerCase() === DETECT_LANGUAGE
    ? ok(DETECT_LANGUAGE)
    : withDefault(languageCheck, DETECT_LANGUAGE)(value);

/** A whole address on the web. */
export const webAddressCheck: Check<string | null> = (value) => {
  const checked = lineCheck(STATEMENT_LIMITS.url)(value);
  if (!checked.ok || checked.value === null) return checked;
  const address = checked.value;
  // Browsers drop white space and control characters before they read the scheme, so `java script:` is one.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\s\p{Cc}]/gu, ''))?.[1]?.toLowerCase();
  const isHost = scheme !== undefined && (scheme.includes('.') || scheme === 'localhost');
  if (scheme !== undefined && !isHost && scheme !== 'http' && scheme !== 'https') {
    return refuse('url_scheme_not_allowed', { scheme, allowed: 'http, https' });
  }
  const isWhole = /^https?:\/\/[^\s/?#]/i.test(address) && !/[\s\p{Cc}<>"\\^`{|}]/u.test(address) && URL.canParse(address);
  return isWhole ? ok(address) : refuse('not_a_url', { example: 'https://example.org/page' });
};

/** A date as exactly as it is known, not after today. */
export const partialDateCheck =
  (today: string): Check<PartialDate | null> =>
  (value) => {
    const given = isPartialDate(value) ? value.value : value;
    const checked = lineCheck(STATEMENT_LIMITS.text)(typeof given === 'number' ? String(given) : given);
    if (!checked.ok) return checked;
    if (checked.value === null) return ok(null);
    const date = parsePartialDate(checked.value);
    if (date === null) return refuse('not_a_date', { example: '2025-07-31' });
    if (Number(date.value.slice(0, 4)) < EARLIEST_YEAR) return refuse('date_too_early', { earliest: EARLIEST_YEAR });
    return isAfter(date, today) ? refuse('date_in_future', { today }) : ok(date);
  };

/** A checked date handed in again, as a stored {@link StatementInput} does. */
function isPartialDate(value: unknown): value is PartialDate {
  return typeof value === 'object' && value !== null && 'precision' in value && 'value' in value;
}

/** A group of fields that may be left out or null; null when it is. */
function group<T extends z.ZodRawShape>(shape: T) {
  return z
    .strictObject(shape)
    .nullish()
    .transform((value) => value ?? null);
}

function statementSchema({ today, camps, targets = [], coding = 'required' }: StatementContext) {
  const ifCoded = <T>(check: Check<T | null>): Check<T | null> => (coding === 'required' ? required(check) : check);
  const max = STATEMENT_LIMITS;
  return z.strictObject({
    text: field(required(textCheck(max.text))),
    language: field(languageOrDetect),
    translation: group({
      text: field(required(textCheck(max.translation))),
      language: field(required(languageCheck)),
      by: field(withDefault(choiceCheck(TRANSLATORS), 'unknown')),
    }),
    target: field(choiceCheck(targets, 'unknown_target')),
    camp: field(ifCoded(choiceCheck(camps, 'unknown_camp'))),
    stance: field(ifCoded(choiceCheck(STANCES, 'unknown_stance'))),
    confidence: field(ifCoded(confidenceCheck)),
    rationale: field(textCheck(max.rationale)),
    slogan: group({
      name: field(required(lineCheck(max.slogan))),
      use: field(withDefault(choiceCheck(SLOGAN_USES), 'unclear')),
    }),
    speaker: group({
      name: field(lineCheck(max.speakerName)),
      pseudonym: field(lineCheck(max.speakerName)),
      kind: field(withDefault(choiceCheck(SPEAKER_KINDS), 'unknown')),
      // No default: whether a name may be shown is for a person to say.
      risk: field(required(choiceCheck(SPEAKER_RISKS))),
    }),
    attribution: field(required(choiceCheck(ATTRIBUTIONS))),
    source: group({
      outlet: field(lineCheck(max.outlet)),
      title: field(lineCheck(max.title)),
      url: field(webAddressCheck),
      language: field(languageCheck),
      published: field(partialDateCheck(today)),
      archiveUrl: field(webAddressCheck),
    }),
    locator: field(lineCheck(max.locator)),
    saidOn: field(partialDateCheck(today)),
    externalId: field(lineCheck(max.externalId)),
    coder: field(ifCoded(lineCheck(max.coder))),
  });
}

/** A source of which nothing is known is no source. */
function withoutEmptyGroups(statement: z.infer<ReturnType<typeof statementSchema>>): StatementInput {
  const { source } = statement;
  const isEmpty = source !== null && Object.values(source).every((value) => value === null);
  return isEmpty ? { ...statement, source: null } : statement;
}
