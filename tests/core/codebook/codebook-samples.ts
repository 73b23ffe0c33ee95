import fc from 'fast-check';
import type { CodebookCode, CodebookContent, CodebookVariable } from '#lib/core/codebook/codebook';

export function code(key: string, more: Partial<CodebookCode> = {}): CodebookCode {
  return {
    key,
    label: { en: `Label of ${key}`, ar: `تسمية ${key}` },
    definition: { en: `What ${key} means.`, ar: '' },
    useWhen: { en: '', ar: '' },
    avoidWhen: { en: '', ar: '' },
    value: null,
    examples: [],
    counterExamples: [],
    supersededBy: null,
    ...more,
  };
}

export function variable(key: string, codes: CodebookCode[], more: Partial<CodebookVariable> = {}): CodebookVariable {
  return {
    key,
    target: null,
    level: 'nominal',
    label: { en: `Label of ${key}`, ar: `تسمية ${key}` },
    question: { en: '', ar: '' },
    codes,
    ...more,
  };
}

export function codebook(...variables: CodebookVariable[]): CodebookContent {
  return { note: null, variables };
}

/** Texts that files find hard: markup, formulas, quotation marks, line ends, both directions. */
const hardText = fc
  .array(
    fc.constantFrom(
      'a',
      'ب',
      ' ',
      '\n',
      '"',
      "'",
      '=',
      '+',
      '-',
      '@',
      '#',
      '*',
      '\\',
      '`',
      '<',
      '>',
      '|',
      '1.',
      ',',
      ';',
      '\u2028',
      ': ',
      '!',
      '😀',
    ),
    { maxLength: 12 },
  )
  .map((parts) =>
    parts
      .join('')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trim(),
  );
const someText = hardText.map((text) => (text === '' ? 'x' : text));
const bilingual = fc.record({ en: hardText, ar: hardText });
const labels = fc.record({ en: someText, ar: someText });
const keys = (min: number) =>
  fc.uniqueArray(fc.constantFrom('a', 'b2', 'c_d', 'e.f', 'g-h', '7'), { minLength: min, maxLength: 3 });

function codeNamed(key: string, value: number | null): fc.Arbitrary<CodebookCode> {
  return fc.record({
    key: fc.constant(key),
    label: labels,
    definition: fc.record({ en: someText, ar: hardText }),
    useWhen: bilingual,
    avoidWhen: bilingual,
    value: fc.constant(value),
    examples: fc.array(someText, { maxLength: 3 }),
    counterExamples: fc.array(someText, { maxLength: 2 }),
    supersededBy: fc.constant(null),
  });
}

/** Any codebook that the rules let through. */
export const anyCodebook: fc.Arbitrary<CodebookContent> = fc.record({
  note: fc.option(someText),
  variables: keys(1).chain((variableKeys) =>
    fc.tuple(
      ...variableKeys.map((key) =>
        fc
          .tuple(keys(2), fc.constantFrom<('nominal' | 'ordinal' | 'interval')[]>('nominal', 'ordinal', 'interval'))
          .chain(([codeKeys, level]) =>
            fc.record({
              key: fc.constant(key),
              target: fc.constantFrom(null, 'rapprochement'),
              level: fc.constant(level),
              label: labels,
              question: bilingual,
              codes: fc.tuple(...codeKeys.map((one, index) => codeNamed(one, level === 'nominal' ? null : index / 2 - 1))),
            }),
          ),
      ),
    ),
  ),
});
