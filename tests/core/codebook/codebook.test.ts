import { describe, expect, test } from 'vitest';
import { CODEBOOK_LIMITS, parseCodebook } from '#lib/core/codebook/codebook';
import { stanceVariableOf } from '#lib/core/codebook/general-codebook';
import { code, codebook, variable } from './codebook-samples';

function problemsOf(value: unknown) {
  const parsed = parseCodebook(value);
  return parsed.ok ? [] : parsed.problem.map(({ field, code: problem }) => [field, problem]);
}

describe('parseCodebook', () => {
  test('fills in what may be left out and trims texts', () => {
    const parsed = parseCodebook({
      variables: [
        {
          key: 'sarcasm',
          level: 'nominal',
          label: { en: ' Sarcasm ', ar: 'سخرية' },
          codes: ['yes', 'no'].map((key) => ({ key, label: { en: key, ar: key }, definition: { en: 'a \r\nb', ar: '' } })),
        },
      ],
    });
    const empty = { en: '', ar: '' };
    expect(parsed).toEqual({
      ok: true,
      value: {
        note: null,
        variables: [
          {
            key: 'sarcasm',
            target: null,
            level: 'nominal',
            label: { en: 'Sarcasm', ar: 'سخرية' },
            question: empty,
            codes: ['yes', 'no'].map((key) => ({
              key,
              label: { en: key, ar: key },
              definition: { en: 'a\nb', ar: '' },
              useWhen: empty,
              avoidWhen: empty,
              value: null,
              examples: [],
              counterExamples: [],
              supersededBy: null,
            })),
          },
        ],
      },
    });
  });

  const fine = [code('yes'), code('no')];
  test.each([
    ['a key twice', codebook(variable('a', fine), variable('a', fine)), [['variables.1.key', 'already_exists']]],
    ['a code twice', codebook(variable('a', [...fine, code('no')])), [['variables.0.codes.2.key', 'already_exists']]],
    ['one code', codebook(variable('a', [code('yes')])), [['variables.0.codes', 'too_short']]],
    [
      'two codes, one of them superseded',
      codebook(variable('a', [code('yes'), code('no', { supersededBy: 'yes' })])),
      [['variables.0.codes', 'too_short']],
    ],
    ['a reserved code', codebook(variable('a', [...fine, code('disputed')])), [['variables.0.codes.2.key', 'not_allowed']]],
    ['a key with a space', codebook(variable('a b', fine)), [['variables.0.key', 'invalid']]],
    ['no key', codebook(variable('', fine)), [['variables.0.key', 'required']]],
    ['a long key', codebook(variable('a'.repeat(65), fine)), [['variables.0.key', 'too_long']]],
    ['no Arabic label', codebook(variable('a', fine, { label: { en: 'A', ar: ' ' } })), [['variables.0.label.ar', 'required']]],
    [
      'no definition',
      codebook(variable('a', [...fine, code('x', { definition: { en: '', ar: '' } })])),
      [['variables.0.codes.2.definition.en', 'required']],
    ],
    [
      'NUL',
      codebook(variable('a', [...fine, code('x', { examples: ['a\0b'] })])),
      [['variables.0.codes.2.examples.0', 'has_nul']],
    ],
    [
      'half a surrogate pair',
      codebook(variable('a', [...fine, code('x', { examples: ['a\ud800'] })])),
      [['variables.0.codes.2.examples.0', 'has_lone_surrogate']],
    ],
    [
      'too many examples',
      codebook(variable('a', [...fine, code('x', { examples: Array.from({ length: 21 }, () => 'e') })])),
      [['variables.0.codes.2.examples', 'too_long']],
    ],
    [
      'superseded by nobody',
      codebook(variable('a', [...fine, code('x', { supersededBy: 'z' })])),
      [['variables.0.codes.2.supersededBy', 'unknown_code']],
    ],
    [
      'superseded by one that is itself superseded',
      codebook(variable('a', [...fine, code('x', { supersededBy: 'y' }), code('y', { supersededBy: 'no' })])),
      [['variables.0.codes.2.supersededBy', 'unknown_code']],
    ],
    [
      'an interval without numbers',
      codebook(variable('a', fine, { level: 'interval' })),
      [
        ['variables.0.codes.0.value', 'required'],
        ['variables.0.codes.1.value', 'required'],
      ],
    ],
    [
      'ordinal numbers that do not rise',
      codebook(variable('a', [code('lo', { value: 1 }), code('hi', { value: 1 })], { level: 'ordinal' })),
      [['variables.0.codes.1.value', 'out_of_range']],
    ],
    [
      'an ordinal with one number',
      codebook(variable('a', [code('lo', { value: 1 }), code('hi')], { level: 'ordinal' })),
      [['variables.0.codes.1.value', 'required']],
    ],
  ])('refuses %s', (_, book, expected) => {
    expect(problemsOf(book)).toEqual(expected);
  });

  test('refuses what is no codebook', () => {
    expect(problemsOf(null)).toEqual([['', 'invalid']]);
    expect(problemsOf({ variables: 3, extra: 1 })).toEqual([
      ['variables', 'invalid'],
      ['extra', 'unknown_field'],
    ]);
    expect(problemsOf({ variables: [{ ...variable('a', fine), level: 'ratio' }] })).toEqual([
      ['variables.0.level', 'not_one_of'],
    ]);
    expect(problemsOf({ variables: [{ ...variable('a', fine), label: undefined }] })).toEqual([
      ['variables.0.label', 'required'],
    ]);
  });

  test('an ordinal needs no numbers, for its codes stand in their order', () => {
    expect(problemsOf(codebook(variable('a', fine, { level: 'ordinal' })))).toEqual([]);
  });

  test('says what was seen, cut short', () => {
    const parsed = parseCodebook(
      codebook(variable('a', fine, { label: { en: 'x'.repeat(CODEBOOK_LIMITS.label + 1), ar: 'ا' } })),
    );
    expect(parsed.ok ? [] : parsed.problem).toEqual([
      { field: 'variables.0.label.en', code: 'too_long', seen: `${'x'.repeat(79)}…`, params: { max: CODEBOOK_LIMITS.label } },
    ]);
  });
});

test.each([
  {
    proposition: 'The port should be leased.',
    label: 'Stance: The port should be leased',
    asked: '“The port should be leased”?',
  },
  { proposition: 'The port should be leased', label: 'Stance: The port should be leased', asked: '“The port should be leased”?' },
  { proposition: 'Lease the port …', label: 'Stance: Lease the port …', asked: '“Lease the port …”?' },
  { proposition: 'Wait and see...', label: 'Stance: Wait and see...', asked: '“Wait and see...”?' },
])('a proposition goes without its full stop into a label and a question: $proposition', ({ proposition, label, asked }) => {
  const variable = stanceVariableOf({ slug: 'step', proposition: { en: proposition, ar: 'ينبغي تأجير المرفأ.' } });
  expect(variable.label).toEqual({ en: label, ar: 'الموقف: ينبغي تأجير المرفأ' });
  expect(variable.question.en.endsWith(asked)).toBe(true);
});
