import type { EventRecord, VariableRecord } from '#lib/db/events';
import type { Locale } from '#lib/i18n/locale';

/** A code as the codebook calls it; its key where the codebook knows it no longer. */
export function codeLabel(variable: VariableRecord | undefined, code: string, locale: Locale): string {
  return variable?.codes.find(({ key }) => key === code)?.label[locale] ?? code;
}

/** What a coded variable and a code of it are called by the newest codebook; their keys where it has them no more. */
export function codeWords(
  { codebook }: EventRecord,
  { variableKey, code }: { readonly variableKey: string; readonly code: string },
  locale: Locale,
): { readonly variable: string; readonly code: string } {
  const variable = codebook.variables.find(({ key }) => key === variableKey);
  return { variable: variable?.label[locale] ?? variableKey, code: codeLabel(variable, code, locale) };
}
