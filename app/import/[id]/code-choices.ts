import 'server-only';

import { RESOLVED_STANCES } from '#lib/core/stance';
import { isStatementField, type StatementField } from '#lib/core/statement/statement-input';
import type { EventRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { Locale } from '#lib/i18n/locale';
import type { Choice } from '../../_components/field';
import { FIELD_CODES } from './mapping-form';

/** The word for a code of a field. */
function codeLabel(field: StatementField, code: string, { common, add }: Dictionary): string {
  const words: Readonly<Partial<Record<StatementField, Readonly<Record<string, string>>>>> = {
    attribution: common.attribution,
    speaker_risk: common.risk,
    speaker_kind: add.speakerKinds,
    translated_by: common.translator,
    slogan_use: common.sloganUse,
    confidence: { '1': common.confidence.one, '2': common.confidence.two, '3': common.confidence.three },
  };
  const stance = RESOLVED_STANCES.find((known) => known === code);
  if (field === 'stance' && stance !== undefined) return common.stance[stance];
  return words[field]?.[code] ?? code;
}

/** The codes that a field can have, in words; null where any text will do. */
export function codeChoices(field: string, event: EventRecord, dictionary: Dictionary, locale: Locale): readonly Choice[] | null {
  if (!isStatementField(field)) return null;
  if (field === 'camp') {
    return event.camps.filter((camp) => !camp.retired).map(({ slug, label }) => ({ value: slug, label: label[locale] }));
  }
  if (field === 'target') return event.targets.map(({ slug, proposition }) => ({ value: slug, label: proposition[locale] }));
  const codes = FIELD_CODES[field];
  return codes === undefined ? null : codes.map((value) => ({ value, label: codeLabel(field, value, dictionary) }));
}
