import { z } from 'zod';
import type { FieldProblem, ProblemCode } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { DISPUTED, UNCODED } from '#lib/core/stance';
import { hasLoneSurrogate, seenValue } from '#lib/core/statement/seen-value';

/** What a variable's codes allow to be said of their differences. */
export const CODEBOOK_LEVELS = ['nominal', 'ordinal', 'interval'] as const;
export type CodebookLevel = (typeof CODEBOOK_LEVELS)[number];

/** Limits, in UTF-16 units or in entries. */
export const CODEBOOK_LIMITS = { key: 64, label: 120, text: 2000, examples: 20, codes: 100, variables: 50 } as const;

/** The languages that a codebook is written in. */
export const CODEBOOK_LANGUAGES = ['en', 'ar'] as const;
export type CodebookLanguage = (typeof CODEBOOK_LANGUAGES)[number];
export type BilingualText = Readonly<Record<CodebookLanguage, string>>;

/** One code of a variable. */
export interface CodebookCode {
  readonly key: string;
  readonly label: BilingualText;
  readonly definition: BilingualText;
  /** Empty where nobody has written it. */
  readonly useWhen: BilingualText;
  readonly avoidWhen: BilingualText;
  /** The number that an ordinal or interval code stands for. */
  readonly value: number | null;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
  /** The code that takes its place; a superseded code keeps its codings and takes no new ones. */
  readonly supersededBy: string | null;
}

/** One question that coders answer; the codes stand in their order, from lowest to highest where they have one. */
export interface CodebookVariable {
  readonly key: string;
  /** Slug of the target that a stance is towards; null for variables without one. */
  readonly target: string | null;
  readonly level: CodebookLevel;
  readonly label: BilingualText;
  readonly question: BilingualText;
  readonly codes: readonly CodebookCode[];
}

/** What people write; a published version of it never changes. */
export interface CodebookContent {
  readonly note: string | null;
  readonly variables: readonly CodebookVariable[];
}

/** A code or variable of a version, with the first version in which it meant what it means now. */
export type Dated<Part> = Part & { readonly meaningSince: number };
export interface DatedVariable extends Dated<Omit<CodebookVariable, 'codes'>> {
  readonly codes: readonly Dated<CodebookCode>[];
}
export interface CodebookVersion {
  readonly number: number;
  readonly note: string | null;
  readonly variables: readonly DatedVariable[];
}

const KEY = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/u;

function refuse(problem: ProblemCode, details: Readonly<Record<string, string | number>> = {}) {
  return { code: 'custom' as const, params: { problem, details } };
}

/** Line ends as LF and no space at the end of a line: what a file or an editor adds or takes is no change of a codebook. */
function tidyText(value: string): string {
  const lines = value.replace(/\r\n?/gu, '\n').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

function text(max: number, need: 'required' | 'optional') {
  return z
    .string()
    .transform(tidyText)
    .superRefine((value, context) => {
      if (need === 'required' && value === '') context.addIssue({ ...refuse('required'), input: value });
      if (value.length > max) context.addIssue({ ...refuse('too_long', { max }), input: value });
      if (value.includes('\0')) context.addIssue({ ...refuse('has_nul'), input: value });
      if (hasLoneSurrogate(value)) context.addIssue({ ...refuse('has_lone_surrogate'), input: value });
    });
}

const key = z.string().superRefine((value, context) => {
  if (value === '') context.addIssue({ ...refuse('required'), input: value });
  else if (value.length > CODEBOOK_LIMITS.key)
    context.addIssue({ ...refuse('too_long', { max: CODEBOOK_LIMITS.key }), input: value });
  else if (!KEY.test(value)) context.addIssue({ ...refuse('invalid'), input: value });
});

const label = z.strictObject({ en: text(CODEBOOK_LIMITS.label, 'required'), ar: text(CODEBOOK_LIMITS.label, 'required') });
const definition = z.strictObject({ en: text(CODEBOOK_LIMITS.text, 'required'), ar: text(CODEBOOK_LIMITS.text, 'optional') });
const guidance = z
  .strictObject({ en: text(CODEBOOK_LIMITS.text, 'optional'), ar: text(CODEBOOK_LIMITS.text, 'optional') })
  .default({ en: '', ar: '' });
const examples = z
  .array(text(CODEBOOK_LIMITS.text, 'required'))
  .superRefine((values, context) => {
    if (values.length > CODEBOOK_LIMITS.examples) {
      context.addIssue({ ...refuse('too_long', { max: CODEBOOK_LIMITS.examples }), input: values });
    }
  })
  .default([]);

const code = z.strictObject({
  key,
  label,
  definition,
  useWhen: guidance,
  avoidWhen: guidance,
  value: z.number().nullable().default(null),
  examples,
  counterExamples: examples,
  supersededBy: z.string().nullable().default(null),
});

const variable = z.strictObject({
  key,
  target: z.string().nullable().default(null),
  level: z.enum(CODEBOOK_LEVELS),
  label,
  question: guidance,
  codes: z.array(code),
});

const content = z
  .strictObject({ note: text(CODEBOOK_LIMITS.text, 'optional').nullable().default(null), variables: z.array(variable) })
  .superRefine((book, context) => {
    for (const { path, problem, details, seen } of rulesBroken(book)) {
      context.addIssue({ ...refuse(problem, details), path: [...path], input: seen });
    }
  });

interface BrokenRule {
  readonly path: readonly (string | number)[];
  readonly problem: ProblemCode;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly seen?: string | number | null;
}

/** What no field can know by itself. */
function rulesBroken(book: CodebookContent): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (book.variables.length > CODEBOOK_LIMITS.variables) {
    broken.push({ path: ['variables'], problem: 'too_long', details: { max: CODEBOOK_LIMITS.variables } });
  }
  const variableKeys = new Set<string>();
  book.variables.forEach((one, index) => {
    const at = ['variables', index] as const;
    if (variableKeys.has(one.key)) broken.push({ path: [...at, 'key'], problem: 'already_exists', seen: one.key });
    variableKeys.add(one.key);
    broken.push(...codeRulesBroken(one).map((rule) => ({ ...rule, path: [...at, ...rule.path] })));
  });
  return broken;
}

function codeRulesBroken({ level, codes }: CodebookVariable): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const live = codes.filter(({ supersededBy }) => supersededBy === null);
  // With one code only, nobody could ever disagree.
  if (live.length < 2) broken.push({ path: ['codes'], problem: 'too_short', details: { min: 2 } });
  if (codes.length > CODEBOOK_LIMITS.codes) {
    broken.push({ path: ['codes'], problem: 'too_long', details: { max: CODEBOOK_LIMITS.codes } });
  }
  const keys = new Set<string>();
  const hasValues = level === 'interval' || (level === 'ordinal' && live.some(({ value }) => value !== null));
  let before: number | null = null;
  codes.forEach((one, index) => {
    const at = ['codes', index] as const;
    if (keys.has(one.key)) broken.push({ path: [...at, 'key'], problem: 'already_exists', seen: one.key });
    // A resolved variable takes these two beside its own codes.
    if (one.key === DISPUTED || one.key === UNCODED) broken.push({ path: [...at, 'key'], problem: 'not_allowed', seen: one.key });
    keys.add(one.key);
    if (one.supersededBy !== null) {
      if (!live.some((heir) => heir.key === one.supersededBy)) {
        broken.push({ path: [...at, 'supersededBy'], problem: 'unknown_code', seen: one.supersededBy });
      }
      return;
    }
    if (!hasValues) return;
    if (one.value === null) broken.push({ path: [...at, 'value'], problem: 'required' });
    else if (before !== null && one.value <= before) {
      broken.push({ path: [...at, 'value'], problem: 'out_of_range', seen: one.value, details: { above: before } });
    }
    before = one.value ?? before;
  });
  return broken;
}

const customParams = z.object({
  problem: z.custom<ProblemCode>((value) => typeof value === 'string'),
  details: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/**
 * Reads a codebook from anything: the edit form, a file, a seed.
 *
 * @returns the codebook with its texts trimmed, or every problem with the path of its field (`variables.0.codes.1.label.ar`)
 */
export function parseCodebook(value: unknown): Result<CodebookContent, readonly FieldProblem[]> {
  const parsed = content.safeParse(value, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  return failed(parsed.error.issues.flatMap((issue) => problemsOf(issue)));
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String);
  const problem = (field: string, code: ProblemCode, params: Readonly<Record<string, string | number>> = {}): FieldProblem => {
    const seen = seenValue(issue.input);
    return {
      field,
      code,
      ...(seen === undefined || seen === '' ? {} : { seen }),
      ...(Object.keys(params).length === 0 ? {} : { params }),
    };
  };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => problem([...path, name].join('.'), 'unknown_field'));
    case 'custom': {
      const { problem: code, details } = customParams.parse(issue.params);
      return [problem(path.join('.'), code, details)];
    }
    case 'invalid_value':
      return [
        problem(path.join('.'), issue.input === undefined ? 'required' : 'not_one_of', {
          allowed: issue.values.map(String).join(', '),
        }),
      ];
    case 'invalid_type':
      if (issue.input === undefined) return [problem(path.join('.'), 'required')];
      return [problem(path.join('.'), issue.expected === 'number' ? 'not_a_number' : 'invalid')];
    default:
      return [problem(path.join('.'), 'invalid')];
  }
}
