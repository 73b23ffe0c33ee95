import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodebookContent } from '#lib/core/codebook/codebook';
import { checkRemovals, diffCodebook, firstVersion, isStale, nextVersion } from '#lib/core/codebook/diff-codebook';
import { anyCodebook, code, codebook, variable } from './codebook-samples';

const favor = code('favor');
const against = code('against');
const none = code('none');
const stance = variable('stance', [favor, against, none]);
const sarcasm = variable('sarcasm', [code('yes'), code('no')]);
const book = codebook(stance, sarcasm);

const all = (name: string, ...codes: string[]) => codes.map((one) => ({ variable: name, code: one }));

describe('diffCodebook', () => {
  test('the same codebook changes nothing', () => {
    const diff = diffCodebook(book, structuredClone(book));
    expect(diff).toMatchObject({ changed: false, meaningChanged: false, stale: [] });
    expect(diff.variables.map(({ kind }) => kind)).toEqual(['same', 'same']);
  });

  test('a note is a change, a note that is left out is none', () => {
    expect(diffCodebook({ ...book, note: 'First.' }, { ...book, note: null }).changed).toBe(false);
    expect(diffCodebook({ ...book, note: 'First.' }, { ...book, note: 'Second.' }).changed).toBe(true);
  });

  const edits: [string, CodebookContent, ReturnType<typeof all>][] = [
    [
      'a new definition makes the codings of that code stale, and no others',
      codebook(variable('stance', [favor, { ...against, definition: { en: 'Another.', ar: '' } }, none]), sarcasm),
      all('stance', 'against'),
    ],
    [
      'so do "use when" and "avoid when"',
      codebook(
        variable('stance', [
          { ...favor, useWhen: { en: 'New.', ar: '' } },
          { ...against, avoidWhen: { en: '', ar: 'جديد' } },
          none,
        ]),
        sarcasm,
      ),
      all('stance', 'favor', 'against'),
    ],
    [
      'labels and examples make nothing stale',
      codebook(
        variable('stance', [{ ...favor, label: { en: 'In favour', ar: 'مؤيد' } }, { ...against, examples: ['No!'] }, none]),
        sarcasm,
      ),
      [],
    ],
    [
      'a new code leaves the others as they are',
      codebook(variable('stance', [favor, against, none, code('mixed')]), sarcasm),
      [],
    ],
    ['another order leaves codings as they are', codebook(variable('stance', [none, against, favor]), sarcasm), []],
    ['another level leaves codings as they are', codebook({ ...stance, level: 'ordinal' }, sarcasm), []],
    [
      'a new question touches every code of the variable',
      codebook({ ...stance, question: { en: 'Towards what?', ar: '' } }, sarcasm),
      all('stance', 'favor', 'against', 'none'),
    ],
    [
      'but not a code that is new with it',
      codebook(variable('stance', [favor, against, none, code('mixed')], { question: { en: 'Towards what?', ar: '' } }), sarcasm),
      all('stance', 'favor', 'against', 'none'),
    ],
    ['a new target too', codebook({ ...stance, target: 'other' }, sarcasm), all('stance', 'favor', 'against', 'none')],
    [
      'a superseded code is stale',
      codebook(variable('stance', [favor, against, { ...none, supersededBy: 'favor' }]), sarcasm),
      all('stance', 'none'),
    ],
    [
      'a new number is a new meaning',
      codebook(variable('stance', [{ ...favor, value: 1 }, against, none]), sarcasm),
      all('stance', 'favor'),
    ],
    ['a removed code is stale', codebook(variable('stance', [favor, against]), sarcasm), all('stance', 'none')],
    ['a removed variable is stale', codebook(stance), all('sarcasm', 'yes', 'no')],
    ['a new variable makes nothing stale', codebook(stance, sarcasm, variable('use', [code('endorse'), code('mock')])), []],
  ];
  test.each(edits)('%s', (_, after, stale) => {
    const diff = diffCodebook(book, after);
    expect(diff.changed).toBe(true);
    expect(diff.stale).toEqual(stale);
    expect(diff.meaningChanged).toBe(stale.length > 0);
  });

  test('names the fields that changed', () => {
    const after = codebook(
      { ...stance, level: 'ordinal', codes: [against, { ...favor, label: { en: 'Yes', ar: 'نعم' }, examples: ['Go!'] }] },
      sarcasm,
    );
    const [change] = diffCodebook(book, after).variables;
    expect(change).toMatchObject({ variable: 'stance', kind: 'changed', fields: ['level', 'order'], meaningChanged: false });
    expect(change?.codes).toEqual([
      { code: 'against', kind: 'same', fields: [], meaningChanged: false },
      { code: 'favor', kind: 'changed', fields: ['label', 'examples'], meaningChanged: false },
      { code: 'none', kind: 'removed', fields: [], meaningChanged: true },
    ]);
  });

  test('who edits may say that only the wording changed, but not that a new target or number means the same', () => {
    const reworded = codebook(
      {
        ...variable('stance', [{ ...favor, definition: { en: 'Typo mended.', ar: '' } }, { ...against, value: 2 }, none]),
        question: { en: 'Clearer?', ar: '' },
      },
      sarcasm,
    );
    const same = [
      { variable: 'stance', code: 'favor' },
      { variable: 'stance', code: 'against' },
      { variable: 'stance', code: null },
    ];
    expect(diffCodebook(book, reworded, same).stale).toEqual(all('stance', 'against'));
  });

  test('another order of variables is a change', () => {
    expect(diffCodebook(book, codebook(sarcasm, stance))).toMatchObject({ changed: true, meaningChanged: false });
  });
});

describe('checkRemovals', () => {
  const diff = diffCodebook(book, codebook(variable('stance', [favor, against])));

  test('a code in use is refused with its count over all versions', () => {
    const usage = [
      { variable: 'stance', code: 'none', codings: 3 },
      { variable: 'stance', code: 'none', codings: 4 },
      { variable: 'stance', code: 'favor', codings: 9 },
      { variable: 'sarcasm', code: 'yes', codings: 0 },
    ];
    expect(checkRemovals(diff, usage)).toEqual([
      { field: 'stance.none', code: 'code_in_use', seen: 'none', params: { count: 7 } },
    ]);
  });

  test('what nobody used may go, and what is superseded stays', () => {
    expect(checkRemovals(diff, [])).toEqual([]);
    const superseded = codebook(variable('stance', [favor, against, { ...none, supersededBy: 'favor' }]), sarcasm);
    expect(checkRemovals(diffCodebook(book, superseded), [{ variable: 'stance', code: 'none', codings: 7 }])).toEqual([]);
  });
});

describe('versions', () => {
  test('a code remembers since when it means what it means', () => {
    const first = firstVersion(book);
    const edited = codebook(
      variable('stance', [favor, { ...against, definition: { en: 'Another.', ar: '' } }, code('mixed')]),
      sarcasm,
    );
    const second = nextVersion(first, edited, diffCodebook(first, edited));
    expect(second.number).toBe(2);
    expect(second.variables[0]?.codes.map(({ key, meaningSince }) => [key, meaningSince])).toEqual([
      ['favor', 1],
      ['against', 2],
      ['mixed', 2],
    ]);
    expect(second.variables.map(({ meaningSince }) => meaningSince)).toEqual([1, 1]);
    const third = nextVersion(second, edited, diffCodebook(second, edited));
    expect(third.variables[0]?.codes.map(({ meaningSince }) => meaningSince)).toEqual([1, 2, 2]);
    expect(isStale({ variable: 'stance', code: 'against', codebookVersion: 1 }, third)).toBe(true);
    expect(isStale({ variable: 'stance', code: 'against', codebookVersion: 2 }, third)).toBe(false);
    expect(isStale({ variable: 'stance', code: 'favor', codebookVersion: 1 }, third)).toBe(false);
    expect(isStale({ variable: 'stance', code: 'none', codebookVersion: 1 }, third)).toBe(true);
    expect(isStale({ variable: 'gone', code: 'none', codebookVersion: 3 }, third)).toBe(true);
    const withSuperseded = firstVersion(codebook(variable('stance', [favor, against, { ...none, supersededBy: 'favor' }])));
    expect(isStale({ variable: 'stance', code: 'none', codebookVersion: 1 }, withSuperseded)).toBe(true);
  });

  test('the codings that a version finds stale are exactly those that the diff names', () => {
    fc.assert(
      fc.property(anyCodebook, anyCodebook, (before, drawn) => {
        // Drawn codebooks share few keys; taking some of the old one over makes changes of every kind.
        const after = {
          ...drawn,
          variables: [
            ...before.variables.slice(1).map((one, index) => (index % 2 === 0 ? one : { ...one, codes: one.codes.slice(1) })),
            ...drawn.variables.filter(({ key }) => !before.variables.some((one) => one.key === key)),
          ],
        };
        const first = firstVersion(before);
        const diff = diffCodebook(before, after);
        const second = nextVersion(first, after, diff);
        for (const { key, codes } of before.variables) {
          for (const one of codes) {
            const named = diff.stale.some((stale) => stale.variable === key && stale.code === one.key);
            expect(isStale({ variable: key, code: one.key, codebookVersion: 1 }, second)).toBe(named);
          }
        }
      }),
    );
  });
});
