import { isolate } from '#lib/core/text/isolate';
import { formatList } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';

/**
 * Every scorer of some scores with its version, in one phrase: where texts are in two languages there are two, and a picture that names
 * one says less than the truth.
 * @returns null where there is none
 */
export function scorerNames(
  locale: Locale,
  scorers: readonly { readonly scorer: string; readonly version: string }[],
): string | null {
  if (scorers.length === 0) return null;
  return formatList(
    locale,
    scorers.map(({ scorer, version }) => isolate(`${scorer} ${version}`)),
  );
}
