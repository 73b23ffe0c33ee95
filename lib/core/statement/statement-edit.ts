import { z } from 'zod';
import type { FieldProblem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { canonicalJson } from '#lib/core/statement/canonical-json';
import { seenValue } from '#lib/core/statement/seen-value';
import { isNameShown } from '#lib/core/statement/speaker-name';
import {
  type InvalidStatement,
  isStatementField,
  STATEMENT_FIELD_PATHS,
  type StatementField,
  type StatementInput,
  statementParser,
} from '#lib/core/statement/statement-input';

/** What of a statement can be corrected. The original text is fixed; camp, stance and use are codings and change as such. */
export const EDITABLE_PARTS = ['language', 'translation', 'speaker', 'attribution', 'source', 'locator', 'saidOn'] as const;
export type EditablePart = (typeof EDITABLE_PARTS)[number];

/** A stored statement as an edit sees it. */
export type EditableStatement = Pick<StatementInput, EditablePart | 'text'>;

export interface EditedStatement {
  readonly statement: EditableStatement;
  /** Parts whose value is another than before. */
  readonly changed: readonly EditablePart[];
}

/** Names of the fields of an edit where it is flat, as a form or the options of a terminal have it. */
export const EDIT_FIELDS: readonly StatementField[] = Object.keys(STATEMENT_FIELD_PATHS)
  .filter(isStatementField)
  .filter((field) => EDITABLE_PARTS.some((part) => part === STATEMENT_FIELD_PATHS[field].split('.')[0]));

const group = z.record(z.string(), z.unknown());

/** The value of a path that has at most two steps; undefined where there is nothing. */
function valueAt(whole: object, path: string): unknown {
  const [head = '', tail] = path.split('.');
  const value = Object.entries(whole).find(([name]) => name === head)?.[1];
  if (tail === undefined) return value;
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === tail)?.[1] : undefined;
}

/** The stored values under their flat names, as a form shows them; nothing is the empty string. */
export function editFormValues(statement: EditableStatement): Readonly<Record<string, string>> {
  return Object.fromEntries(
    EDIT_FIELDS.map((field) => {
      const value = valueAt(statement, STATEMENT_FIELD_PATHS[field]);
      const plain = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
      return [field, plain === null || plain === undefined ? '' : String(plain)];
    }),
  );
}

/**
 * The edit that flat fields ask for, as a JSON merge patch (RFC 7396): a field that is there and blank takes its value away, one that
 * is not there leaves it as it is.
 */
export function editFromForm(record: Readonly<Record<string, string | undefined>>): Readonly<Record<string, unknown>> {
  const patch: Record<string, unknown> = {};
  for (const field of EDIT_FIELDS) {
    const given = Object.hasOwn(record, field) ? record[field] : undefined;
    if (given === undefined) continue;
    const value = given.trim() === '' ? null : given;
    const [head = '', tail] = STATEMENT_FIELD_PATHS[field].split('.');
    if (tail === undefined) patch[head] = value;
    else patch[head] = { ...group.catch({}).parse(patch[head]), [tail]: value };
  }
  return patch;
}

/** A merge patch on one value: objects merge, anything else takes the place of what was. */
function merged(current: unknown, patch: unknown): unknown {
  const change = group.safeParse(patch);
  if (!change.success || Array.isArray(patch)) return patch;
  const before = group.catch({}).parse(current ?? {});
  return Object.fromEntries(
    Object.entries({ ...before, ...change.data }).map(([name, value]) => [
      name,
      Object.hasOwn(change.data, name) ? merged(before[name], value) : value,
    ]),
  );
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** A translation without text, and a speaker of whom nothing is said, are none. */
function withoutEmptyGroups(parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...parts };
  const translation = group.safeParse(whole['translation']);
  if (translation.success && isBlank(translation.data['text'])) whole['translation'] = null;
  const speaker = group.safeParse(whole['speaker']);
  if (speaker.success) {
    const { name, pseudonym, kind, risk } = speaker.data;
    const isUnknown = isBlank(kind) || kind === 'unknown';
    const isOrdinary = isBlank(risk) || risk === 'ordinary';
    if (isBlank(name) && isBlank(pseudonym) && isUnknown && isOrdinary) whole['speaker'] = null;
  }
  return whole;
}

/** A name that was kept from everybody does not come out because somebody lowered the risk: it has to be typed again. */
function withoutHiddenName(
  current: EditableStatement,
  changes: Readonly<Record<string, unknown>>,
  parts: Record<string, unknown>,
): Record<string, unknown> {
  const speaker = group.safeParse(parts['speaker']);
  const change = group.safeParse(changes['speaker']);
  if (!speaker.success || current.speaker === null || isNameShown(current.speaker.risk)) return parts;
  if (change.success && Object.hasOwn(change.data, 'name')) return parts;
  const risk = speaker.data['risk'];
  return risk === 'public_figure' || risk === 'ordinary' ? { ...parts, speaker: { ...speaker.data, name: null } } : parts;
}

/**
 * Applies a correction to a stored statement and checks the whole as a new one is checked.
 *
 * @param changes a JSON merge patch of {@link EDITABLE_PARTS}. `text` may be in it if it is the stored one.
 * @returns `not_allowed` for another text, `unknown_field` for anything that is not edited here.
 */
export function applyEdit(
  current: EditableStatement,
  changes: unknown,
  context: { readonly today: string },
): Result<EditedStatement, InvalidStatement> {
  const given = group.safeParse(changes);
  if (!given.success) return failed({ kind: 'invalid', fields: [{ field: 'changes', code: 'invalid' }] });
  const { text, ...rest } = given.data;
  const refused: FieldProblem[] = Object.keys(rest)
    .filter((name) => !EDITABLE_PARTS.some((part) => part === name))
    .map((name) => ({ field: seenValue(name) ?? '', code: 'unknown_field' }));
  if (text !== undefined && text !== current.text) refused.push({ field: 'text', code: 'not_allowed' });
  if (refused.length > 0) return failed({ kind: 'invalid', fields: refused });

  const { text: original, ...before } = current;
  const after = withoutHiddenName(current, rest, withoutEmptyGroups(group.parse(merged(before, rest))));
  const parsed = statementParser({ today: context.today, camps: [], coding: 'optional' })({ ...after, text: original });
  if (!parsed.ok) return parsed;
  const { language, translation, speaker, attribution, source, locator, saidOn } = parsed.value;
  const statement = { text: original, language, translation, speaker, attribution, source, locator, saidOn };
  return ok({
    statement,
    changed: EDITABLE_PARTS.filter((part) => canonicalJson(statement[part]) !== canonicalJson(current[part])),
  });
}
