import type { ProblemCode } from '#lib/core/problem';
import { ok } from '#lib/core/result';
import { type Check, refuse } from '#lib/core/statement/field-check';
import { hasLoneSurrogate } from '#lib/core/statement/seen-value';

/** 1 unsure, 2 fairly sure, 3 sure. */
export const CONFIDENCES = [1, 2, 3] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Something to be seen: not only white space, and marks of direction or of width nothing. */
const VISIBLE = /[^\s\p{Z}\p{Cf}]/u;

/** A text of at most `max` UTF-16 units without white space around it; null when nothing of it can be seen. */
export const textCheck =
  (max: number): Check<string | null> =>
  (value) => {
    if (value === undefined || value === null) return ok(null);
    if (typeof value !== 'string') return refuse('invalid', { expected: 'text' });
    const clean = value.replace(/\r\n?/g, '\n').trim();
    if (!VISIBLE.test(clean)) return ok(null);
    if (clean.includes('\0')) return refuse('has_nul', { position: clean.indexOf('\0') + 1 });
    if (hasLoneSurrogate(clean)) return refuse('has_lone_surrogate', { position: clean.search(/\p{Cs}/u) + 1 });
    if (clean.length > max) return refuse('too_long', { max, length: clean.length });
    return ok(clean);
  };

/** Text of one line, as names and titles are: a line end within becomes a space. */
export const lineCheck =
  (max: number): Check<string | null> =>
  (value) => {
    const checked = textCheck(max)(value);
    return checked.ok ? ok(checked.value?.replace(/\s*\n\s*/g, ' ') ?? null) : checked;
  };

/** One of a closed list of codes. */
export const choiceCheck =
  <T extends string>(codes: readonly T[], problem: ProblemCode = 'not_one_of'): Check<T | null> =>
  (value) => {
    if (value === undefined || value === null) return ok(null);
    const given = typeof value === 'string' ? value.trim() : value;
    if (given === '') return ok(null);
    const code = codes.find((known) => known === given);
    return code === undefined ? refuse(problem, { allowed: codes.join(', ') }) : ok(code);
  };

/** 1 to 3, as a number. */
export const confidenceCheck: Check<Confidence | null> = (value) => {
  if (value === undefined || value === null || value === '') return ok(null);
  if (typeof value !== 'number' || Number.isNaN(value)) return refuse('not_a_number', { min: 1, max: 3, whole: 1 });
  const known = CONFIDENCES.find((each) => each === value);
  return known === undefined ? refuse('out_of_range', { min: 1, max: 3, whole: 1 }) : ok(known);
};
