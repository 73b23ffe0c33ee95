import 'server-only';

import { DATE_ORDERS } from '#lib/core/import/import-date';
import { type ImportMapping, importMappingSchema, NO_MAPPING } from '#lib/core/import/import-mapping';
import { ATTRIBUTIONS, SPEAKER_RISKS, STANCES, TRANSLATORS } from '#lib/core/stance';
import { isStatementField, type StatementField } from '#lib/core/statement/statement-input';

/** Fields whose value can be set for all rows that have none, with the codes that can be chosen; the others are typed. */
export const DEFAULTED_FIELDS = [
  'attribution',
  'camp',
  'stance',
  'confidence',
  'speaker_risk',
  'translation_language',
  'translated_by',
] as const satisfies readonly StatementField[];

/** Closed lists of codes of a field, but for camps and targets, which are the event's. */
export const FIELD_CODES: Readonly<Partial<Record<StatementField, readonly string[]>>> = {
  attribution: ATTRIBUTIONS,
  stance: STANCES,
  speaker_risk: SPEAKER_RISKS,
  translated_by: TRANSLATORS,
  confidence: ['1', '2', '3'],
};

type Flat = Readonly<Record<string, string>>;

/** Pairs of a form such as `column_3` and `field_3`. */
function numbered(values: Flat, name: string): readonly { readonly place: string; readonly value: string }[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const place = new RegExp(`^${name}_(\\d+)$`).exec(key)?.[1];
    return place === undefined ? [] : [{ place, value }];
  });
}

/** The mapping that the form says, on top of what was there: a step of the form sends only its own part. */
export function mappingFromForm(values: Flat, before: ImportMapping): ImportMapping {
  const columns = numbered(values, 'column').flatMap(({ place, value: column }) => {
    const field = values[`field_${place}`] ?? '';
    return field === '' ? [] : [{ column, field }];
  });
  const constants = Object.entries(values).flatMap(([key, value]) => {
    const field = key.startsWith('default_') ? key.slice('default_'.length) : '';
    return isStatementField(field) && value.trim() !== '' ? [{ field, value: value.trim() }] : [];
  });
  const answers = numbered(values, 'found').flatMap(({ place, value: found }) => {
    const field = values[`found_field_${place}`] ?? '';
    const code = values[`code_${place}`] ?? '';
    return code === '' ? [] : [{ field, found, code }];
  });
  const dateOrder = DATE_ORDERS.find((known) => known === values['date_order']) ?? null;
  const hasColumns = numbered(values, 'column').length > 0;
  const parsed = importMappingSchema.safeParse({
    columns: hasColumns ? firstOfEachField(columns) : before.columns,
    values: [
      ...before.values.filter((kept) => !answers.some(({ field, found }) => field === kept.field && found === kept.found)),
      ...answers,
    ],
    constants: hasColumns ? constants : before.constants,
    dateOrder: values['date_order'] === undefined ? before.dateOrder : dateOrder,
  });
  return parsed.success ? parsed.data : { ...NO_MAPPING, ...before };
}

/** A field is read from one column: the first that was chosen for it. */
function firstOfEachField(columns: readonly { readonly column: string; readonly field: string }[]) {
  return columns.filter(({ field }, place) => columns.findIndex((other) => other.field === field) === place);
}
