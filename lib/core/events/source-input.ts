import { z } from 'zod';
import { failed, ok, type Result } from '#lib/core/result';
import { field, problemsOfError } from '#lib/core/statement/field-check';
import {
  type InvalidStatement,
  languageCheck,
  partialDateCheck,
  STATEMENT_LIMITS,
  webAddressCheck,
} from '#lib/core/statement/statement-input';
import { lineCheck, textCheck } from '#lib/core/statement/value-checks';

/** Longest note about a source in UTF-16 units. */
export const SOURCE_NOTE_MAX = 2000;

function sourceSchema(today: string) {
  return z
    .strictObject({
      outlet: field(lineCheck(STATEMENT_LIMITS.outlet)),
      title: field(lineCheck(STATEMENT_LIMITS.title)),
      url: field(webAddressCheck),
      language: field(languageCheck),
      publishedOn: field(partialDateCheck(today)),
      archiveUrl: field(webAddressCheck),
      note: field(textCheck(SOURCE_NOTE_MAX)),
    })
    .superRefine(({ outlet, title, url }, context) => {
      // A source that nothing names cannot be found again.
      if (outlet === null && title === null && url === null) {
        context.addIssue({ code: 'custom', path: ['outlet'], params: { problem: 'required' } });
      }
    })
    .transform(({ publishedOn, ...rest }) => ({ ...rest, publishedOn: publishedOn?.value ?? null }));
}

/** A source, checked; null is "not known". */
export type SourceInput = Readonly<z.infer<ReturnType<typeof sourceSchema>>>;

/** Fields of a source, by the names that forms and options give them. */
export const SOURCE_FIELDS = {
  outlet: 'outlet',
  title: 'title',
  url: 'url',
  language: 'language',
  published_on: 'publishedOn',
  archive_url: 'archiveUrl',
  note: 'note',
} as const satisfies Record<string, keyof SourceInput>;

/** Checks a source. */
export function parseSource(input: unknown, today: string): Result<SourceInput, InvalidStatement> {
  const parsed = sourceSchema(today).safeParse(input, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  return failed({ kind: 'invalid', fields: problemsOfError(parsed.error, 'source', new Set()) });
}

/** What a form holds of a source; names that are not there are left out. */
export function sourceFromForm(record: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SOURCE_FIELDS).flatMap(([name, key]) => {
      const value = Object.hasOwn(record, name) ? record[name] : undefined;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
