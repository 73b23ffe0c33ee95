import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairKey } from '#lib/core/duplicates/duplicate-decision';
import { NearDuplicateIndex, similarityOf } from '#lib/core/duplicates/near-duplicates';
import { trigramsOf } from '#lib/core/duplicates/trigrams';

describe('trigramsOf', () => {
  it.each([
    // " ab ": " ab", "ab ".
    ['ab', 2],
    // " aaaa ": " aa", "aaa" twice, "aa ".
    ['aaaa', 3],
    ['a', 1],
    ['', 0],
    ['!?', 0],
    [' \n', 0],
  ])('of %j are %i', (text, count) => {
    expect(trigramsOf(text)).toHaveLength(count);
  });

  it('are sorted and each there once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const set = trigramsOf(text);
        expect([...set]).toEqual([...new Set(set)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('similarityOf', () => {
  it('counts shared trigrams', () => {
    // " abcd ": " ab" "abc" "bcd" "cd "; " abce ": " ab" "abc" "bce" "ce ": 2 of 6, 2 of 4.
    expect(similarityOf('abcd', 'abce')).toEqual({ jaccard: 2 / 6, containment: 0.5, kind: null });
    expect(similarityOf('A b!', 'a, B')).toEqual({ jaccard: 1, containment: 1, kind: 'similar' });
    expect(similarityOf('', '')).toEqual({ jaccard: 0, containment: 0, kind: null });
  });

  const statement = 'We want to know where our children are buried before anybody signs anything.';
  it('sees a repost, a quote of it, and what is neither', () => {
    expect(similarityOf(statement, `RT ${statement.toUpperCase()} #justice`).kind).toBe('similar');
    expect(
      similarityOf(
        statement,
        `A mother said: "${statement}" She had come a long way, with others of her town, and left alone and late.`,
      ).kind,
    ).toBe('contained');
    expect(
      similarityOf(statement, 'We want bread, work and a school for our children, and peace with everybody.').kind,
    ).toBeNull();
  });

  it('does not take a slogan for held by what carries it', () => {
    const long = 'They marched through the town and shouted no deal with them, and they marched back again at night.';
    expect(similarityOf('no deal with them', long)).toMatchObject({ containment: 1, kind: null });
  });
});

describe('NearDuplicateIndex', () => {
  const words = [
    'we',
    'want',
    'justice',
    'peace',
    'عدالة',
    'السلام',
    'before',
    'children',
    'الشهداء',
    'nobody',
    'forgets',
    'them',
  ];
  const text = fc.array(fc.constantFrom(...words), { minLength: 0, maxLength: 14 }).map((each) => each.join(' '));

  it('finds what comparing each with each finds', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), text, (texts, looked) => {
        const index = new NearDuplicateIndex();
        texts.forEach((each, at) => {
          index.add(String(at), each);
        });
        const expected = texts.flatMap((each, at) => (similarityOf(looked, each).kind === null ? [] : [String(at)]));
        const found = index.near(looked, texts.length + 1).map(({ id }) => id);
        expect([...found].sort()).toEqual([...expected].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('gives the most alike first, not the text itself, and no more than asked for', () => {
    const index = new NearDuplicateIndex();
    index.add('self', 'nobody forgets the children of this town');
    index.add('far', 'nobody forgets the children of that old town');
    index.add('near', 'Nobody forgets the children of this town!');
    const ids = (limit?: number) => index.near('nobody forgets the children of this town', limit, 'self').map(({ id }) => id);
    expect(ids()).toEqual(['near', 'far']);
    expect(ids(1)).toEqual(['near']);
    expect(index.size).toBe(3);
  });

  it('chooses among as many as are enough', () => {
    const index = new NearDuplicateIndex();
    for (let at = 0; at < 300; at += 1) index.add(String(at), `statement number ${at} of this collection`);
    const looked = 'statement number 299 of this collection';
    expect(index.near(looked, 2, undefined, 50)).toHaveLength(2);
    expect(index.near(looked, 100, undefined, 50)).toHaveLength(50);
    expect(index.near(looked, 100, undefined, 50).every(({ kind }) => kind === 'similar')).toBe(true);
  });

  it('holds more texts than it first had room for', () => {
    const index = new NearDuplicateIndex();
    for (let at = 0; at < 3000; at += 1) index.add(String(at), `statement number ${at} of this collection`);
    expect(index.near('statement number 2999 of this collection', 1)).toMatchObject([{ id: '2999', jaccard: 1 }]);
  });
});

it('pairKey is the same in either order', () => {
  expect(pairKey('b', 'a')).toEqual(['a', 'b']);
  expect(pairKey('a', 'b')).toEqual(['a', 'b']);
});
