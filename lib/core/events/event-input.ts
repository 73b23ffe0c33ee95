import { z } from 'zod';
import { CODEBOOK_LIMITS } from '#lib/core/codebook/codebook';
import type { FieldProblem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { DISPUTED, UNCODED } from '#lib/core/stance';
import { type Check, field, problemsOfError, refuse, required, withDefault } from '#lib/core/statement/field-check';
import { parsePartialDate } from '#lib/core/statement/partial-date';
import { choiceCheck, lineCheck, textCheck } from '#lib/core/statement/value-checks';

/** Longest value of each field in UTF-16 units, and most entries of each list. */
export const EVENT_LIMITS = {
  slug: 64,
  /** A target's slug is part of its variable's key, `stance.<slug>`. */
  targetSlug: CODEBOOK_LIMITS.key - 'stance.'.length,
  title: 200,
  description: 2000,
  proposition: 500,
  campLabel: 100,
  definition: 2000,
  targets: 5,
  camps: 30,
} as const;

/** A camp is compared with others, or shown as context on request. */
export const CAMP_ROLES = ['compared', 'context'] as const;
export type CampRole = (typeof CAMP_ROLES)[number];

export type Bilingual = Readonly<Record<'en' | 'ar', string>>;

export interface TargetInput {
  readonly slug: string;
  readonly proposition: Bilingual;
}

export interface CampInput {
  readonly slug: string;
  readonly label: Bilingual;
  readonly definition: Bilingual;
  readonly selfNamed: boolean;
  readonly role: CampRole;
}

/** A new event, checked. */
export interface EventInput {
  readonly slug: string;
  readonly title: Bilingual;
  /** YYYY-MM-DD */
  readonly heldOn: string;
  readonly description: Bilingual;
  readonly targets: readonly TargetInput[];
  readonly camps: readonly CampInput[];
}

/**
 * Latin letters and digits of a name, in lower case, joined. Empty for a name without any, such as one in Arabic: then a person has to
 * choose a slug.
 *
 * @param joint `-` in addresses, `_` in codes.
 * @param longest UTF-16 units; whole words that fit are kept.
 */
export function slugFrom(name: string, joint: '-' | '_', longest: number = EVENT_LIMITS.slug): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}${joint}${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug === '' ? (words[0] ?? '').slice(0, longest) : slug;
}

function slugCheck(joint: '-' | '_', longest: number = EVENT_LIMITS.slug): Check<string | null> {
  const shape = joint === '-' ? /^[a-z0-9]+(?:-[a-z0-9]+)*$/ : /^[a-z0-9]+(?:_[a-z0-9]+)*$/;
  return (value) => {
    const checked = lineCheck(longest)(value);
    if (!checked.ok || checked.value === null) return checked;
    const slug = checked.value.toLowerCase();
    if (slug === DISPUTED || slug === UNCODED) return refuse('not_allowed');
    return shape.test(slug) ? ok(slug) : refuse('invalid', { example: joint === '-' ? 'meeting-2025' : 'victims_families' });
  };
}

const dayCheck: Check<string | null> = (value) => {
  const checked = lineCheck(40)(value);
  if (!checked.ok || checked.value === null) return checked;
  const date = parsePartialDate(checked.value);
  return date === null || date.precision !== 'day' ? refuse('not_a_date', { example: '2025-07-31' }) : ok(date.value);
};

const flagCheck: Check<boolean | null> = (value) => {
  if (value === undefined || value === null || value === '') return ok(null);
  if (typeof value === 'boolean') return ok(value);
  if (value === 'yes' || value === 'true') return ok(true);
  return value === 'no' || value === 'false' ? ok(false) : refuse('not_one_of', { allowed: 'yes, no' });
};

/** The same text in two languages. One is enough: it stands for the other until somebody translates it. */
function bilingual(check: Check<string | null>, need: 'required' | 'optional') {
  return z
    .strictObject({ en: field(check), ar: field(check) })
    .prefault({})
    .transform(({ en, ar }, context): Bilingual => {
      const one = en ?? ar;
      if (one === null && need === 'required') {
        context.addIssue({ code: 'custom', path: ['en'], params: { problem: 'required' } });
        return z.NEVER;
      }
      return { en: en ?? one ?? '', ar: ar ?? one ?? '' };
    });
}

function withSlug<T extends { readonly slug: string | null }>(
  nameOf: (value: T) => Bilingual,
  joint: '-' | '_',
  longest?: number,
): (value: T, context: z.core.$RefinementCtx) => T & { readonly slug: string } {
  return (value, context) => {
    const slug = value.slug ?? slugFrom(nameOf(value).en, joint, longest);
    if (slug === '') context.addIssue({ code: 'custom', path: ['slug'], params: { problem: 'required' } });
    return { ...value, slug };
  };
}

const title = bilingual(lineCheck(EVENT_LIMITS.title), 'required');
const description = bilingual(textCheck(EVENT_LIMITS.description), 'optional');
const proposition = bilingual(lineCheck(EVENT_LIMITS.proposition), 'required');
const label = bilingual(lineCheck(EVENT_LIMITS.campLabel), 'required');
const definition = bilingual(textCheck(EVENT_LIMITS.definition), 'required');
const role = field(withDefault(choiceCheck(CAMP_ROLES), 'compared'));
const selfNamed = field(withDefault(flagCheck, false));

const targetSchema = z
  .strictObject({ slug: field(slugCheck('_', EVENT_LIMITS.targetSlug)), proposition })
  .transform(withSlug(({ proposition: name }) => name, '_', EVENT_LIMITS.targetSlug));

const campSchema = z
  .strictObject({ slug: field(slugCheck('_')), label, definition, selfNamed, role })
  .transform(withSlug(({ label: name }) => name, '_'));

function unique(what: 'targets' | 'camps', least: number, most: number) {
  return (list: readonly { readonly slug: string }[], context: z.core.$RefinementCtx): void => {
    if (list.length < least) {
      context.addIssue({ code: 'custom', params: { problem: 'too_short', details: { min: least } } });
    }
    if (list.length > most) context.addIssue({ code: 'custom', params: { problem: 'too_long', details: { max: most } } });
    list.forEach(({ slug }, index) => {
      if (slug !== '' && list.findIndex((other) => other.slug === slug) < index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'slug'],
          input: slug,
          params: { problem: 'already_exists', details: { what } },
        });
      }
    });
  };
}

const eventSchema = z
  .strictObject({
    slug: field(slugCheck('-')),
    title,
    heldOn: field(required(dayCheck)),
    description,
    targets: z.array(targetSchema).superRefine(unique('targets', 1, EVENT_LIMITS.targets)),
    // With one camp there is nothing to compare.
    camps: z.array(campSchema).superRefine(unique('camps', 2, EVENT_LIMITS.camps)),
  })
  .transform(withSlug(({ title: name }) => name, '-'));

/** Why an input was refused; fields are dotted paths such as `camps.0.label.en`. */
export interface InvalidEvent {
  readonly kind: 'invalid';
  readonly fields: readonly FieldProblem[];
}

function checked<T>(schema: z.ZodType<T>, input: unknown, whole: string): Result<T, InvalidEvent> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  return failed({ kind: 'invalid', fields: problemsOfError(parsed.error, whole, new Set()) });
}

/** Checks a new event with its targets and camps. Slugs that are left out are made of the English names. */
export function parseEvent(input: unknown): Result<EventInput, InvalidEvent> {
  return checked(eventSchema, input, 'event');
}

/** Checks a new camp. */
export function parseCamp(input: unknown): Result<CampInput, InvalidEvent> {
  return checked(campSchema, input, 'camp');
}

/** Checks a new target. */
export function parseTarget(input: unknown): Result<TargetInput, InvalidEvent> {
  return checked(targetSchema, input, 'target');
}

const eventWords = z.strictObject({ title, heldOn: field(required(dayCheck)), description });
export type EventWords = Readonly<z.infer<typeof eventWords>>;

/** Checks what of an event can be corrected: title, date and description. */
export function parseEventWords(input: unknown): Result<EventWords, InvalidEvent> {
  return checked(eventWords, input, 'event');
}

const campWords = z.strictObject({ label, definition, selfNamed, role });
export type CampWords = Readonly<z.infer<typeof campWords>>;

/** Checks what of a camp can be corrected; its slug is fixed, because codings name it. */
export function parseCampWords(input: unknown): Result<CampWords, InvalidEvent> {
  return checked(campWords, input, 'camp');
}

/** Most camps that the form of a new event asks for at once; more are added afterwards. */
export const FORM_CAMPS = 6;

type Flat = Readonly<Record<string, string | undefined>>;

/** The nested shape of one camp in a form whose names begin with `prefix`. */
export function campFromForm(record: Flat, prefix: string) {
  const at = (name: string) => record[`${prefix}${name}`];
  return {
    slug: at('slug'),
    label: { en: at('label_en'), ar: at('label_ar') },
    definition: { en: at('definition_en'), ar: at('definition_ar') },
    selfNamed: at('self_named'),
    role: at('role'),
  };
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isBlank);
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Numbers (from 1) of the form's rows of camps that somebody wrote in, in their order: the camps of the event. */
export function filledCampRows(record: Flat): readonly number[] {
  return Array.from({ length: FORM_CAMPS }, (_, index) => index + 1).filter((row) => {
    const { slug, label: name, definition: words } = campFromForm(record, `camp_${row}_`);
    return !isBlank([slug, name, words]);
  });
}

/** The nested shape of a new event in a form. Rows of camps that were left empty are left out. */
export function eventFromForm(record: Flat): unknown {
  return {
    slug: record['slug'],
    title: { en: record['title_en'], ar: record['title_ar'] },
    heldOn: record['held_on'],
    description: { en: record['description_en'], ar: record['description_ar'] },
    targets: [{ slug: record['target_slug'], proposition: { en: record['proposition_en'], ar: record['proposition_ar'] } }],
    camps: filledCampRows(record).map((row) => campFromForm(record, `camp_${row}_`)),
  };
}

/** The name in the form of the field that a dotted path of {@link eventFromForm} means. */
export function eventFormField(path: string, record: Flat): string {
  const camp = /^camps\.(\d+)\.(.+)$/.exec(path);
  if (camp !== null) {
    const row = filledCampRows(record)[Number(camp[1])] ?? 1;
    return `camp_${row}_${formName(camp[2] ?? '')}`;
  }
  const target = /^targets\.0\.(.+)$/.exec(path);
  if (target !== null) return target[1] === 'slug' ? 'target_slug' : formName(target[1] ?? '');
  return path === 'camps' ? 'camp_1_label_en' : formName(path);
}

/** `heldOn` is `held_on`, `label.en` is `label_en`. */
export function formName(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('.', '_');
}
