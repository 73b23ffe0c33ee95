import { z } from 'zod';
import type { CodebookVariable } from '#lib/core/codebook/codebook';
import { type CodeFormValues, codeToForm } from '#lib/core/codebook/edit-code';

const typed = z.record(z.string(), z.string());

/** What the fields of one code hold: what was typed before, else the code as it is, else nothing for a new one. */
export function readCodeValues(
  draft: string | undefined,
  variable: CodebookVariable,
  codeKey: string,
): CodeFormValues & { readonly note?: string } {
  if (draft !== undefined) {
    const read = typed.safeParse(JSON.parse(draft));
    if (read.success) return read.data;
  }
  const code = variable.codes.find(({ key }) => key === codeKey);
  return code === undefined ? {} : codeToForm(code);
}
