import type { CodebookContent } from '#lib/core/codebook/codebook';

/** The names under which a form sends one code. */
export const CODE_FORM_FIELDS = [
  'key',
  'label_en',
  'label_ar',
  'definition_en',
  'definition_ar',
  'use_when_en',
  'use_when_ar',
  'avoid_when_en',
  'avoid_when_ar',
  'value',
  'examples',
  'counter_examples',
  'superseded_by',
] as const;
export type CodeFormField = (typeof CODE_FORM_FIELDS)[number];
export type CodeFormValues = Readonly<Partial<Record<CodeFormField, string>>>;

type Code = CodebookContent['variables'][number]['codes'][number];

/** A code as the fields of a form. */
export function codeToForm(code: Code): Record<CodeFormField, string> {
  return {
    key: code.key,
    label_en: code.label.en,
    label_ar: code.label.ar,
    definition_en: code.definition.en,
    definition_ar: code.definition.ar,
    use_when_en: code.useWhen.en,
    use_when_ar: code.useWhen.ar,
    avoid_when_en: code.avoidWhen.en,
    avoid_when_ar: code.avoidWhen.ar,
    value: code.value === null ? '' : String(code.value),
    examples: code.examples.join('\n'),
    counter_examples: code.counterExamples.join('\n'),
    superseded_by: code.supersededBy ?? '',
  };
}

function lines(text: string | undefined): string[] {
  return (text ?? '')
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function numberOf(text: string | undefined): number | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : Number(trimmed);
}

/** The codebook with other codes in one of its variables. */
export function changeCodes(
  content: CodebookContent,
  variableKey: string,
  change: (codes: readonly Code[]) => readonly Code[],
): CodebookContent {
  return {
    ...content,
    variables: content.variables.map((variable) =>
      variable.key === variableKey ? { ...variable, codes: change(variable.codes) } : variable,
    ),
  };
}

/**
 * The codebook with one code changed, or added at the end of its variable. Whether the result is a codebook is for `parseCodebook` to
 * say: what was typed is handed on as it is.
 */
export function withCode(content: CodebookContent, variableKey: string, form: CodeFormValues, note: string): CodebookContent {
  const code: Code = {
    key: form.key?.trim() ?? '',
    label: { en: form.label_en ?? '', ar: form.label_ar ?? '' },
    definition: { en: form.definition_en ?? '', ar: form.definition_ar ?? '' },
    useWhen: { en: form.use_when_en ?? '', ar: form.use_when_ar ?? '' },
    avoidWhen: { en: form.avoid_when_en ?? '', ar: form.avoid_when_ar ?? '' },
    value: numberOf(form.value),
    examples: lines(form.examples),
    counterExamples: lines(form.counter_examples),
    supersededBy: (form.superseded_by ?? '').trim() === '' ? null : (form.superseded_by ?? '').trim(),
  };
  const noted = { ...content, note: note.trim() === '' ? content.note : note.trim() };
  return changeCodes(noted, variableKey, (codes) =>
    codes.some((known) => known.key === code.key)
      ? codes.map((known) => (known.key === code.key ? code : known))
      : [...codes, code],
  );
}
