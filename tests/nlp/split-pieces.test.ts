import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPieces } from '#lib/nlp/split-pieces';

function shown(text: string): string[] {
  return splitPieces(text).map((piece) => `${piece.kind}:${text.slice(piece.start, piece.end)}`);
}

describe('splitPieces', () => {
  it.each([
    ["Don't go!!!", ["word:Don't", 'word:go', 'punctuation:!!!']],
    ['see https://a.b/c?d=1 now', ['word:see', 'url:https://a.b/c?d=1', 'word:now']],
    ['@user_1 said', ['mention:@user_1', 'word:said']],
    ['#ShameOnYou #عدالة', ['hashtag:#ShameOnYou', 'hashtag:#عدالة']],
    ['👩‍👧 ❤️ 🇸🇾', ['emoji:👩‍👧', 'emoji:❤️', 'emoji:🇸🇾']],
    ['fine :) <3', ['word:fine', 'emoticon::)', 'emoticon:<3']],
    ['3.50 of 1,000', ['number:3.50', 'word:of', 'number:1,000']],
    ['the U.S. army', ['word:the', 'word:U.S.', 'word:army']],
    ['well-known', ['word:well-known']],
    ['عدالة now', ['foreign:عدالة', 'word:now']],
    ['a = b', ['word:a', 'symbol:=', 'word:b']],
    ['', []],
    [' \n ', []],
  ])('cuts %j', (text, pieces) => {
    expect(shown(text)).toEqual(pieces);
  });

  it('loses nothing but space and covers nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let at = 0;
        for (const piece of splitPieces(text)) {
          expect(piece.start).toBeGreaterThanOrEqual(at);
          expect(
            text
              .slice(at, piece.start)
              .trim()
              .replace(/[\ud800-\udfff]/g, ''),
          ).toBe('');
          expect(piece.end).toBeGreaterThan(piece.start);
          at = piece.end;
        }
        expect(
          text
            .slice(at)
            .trim()
            .replace(/[\ud800-\udfff]/g, ''),
        ).toBe('');
      }),
    );
  });

  it('counts the longest run', () => {
    expect(splitPieces('sooooo')[0]?.run).toBe(5);
    expect(splitPieces('!!!!')[0]?.run).toBe(4);
    expect(splitPieces('good')[0]?.run).toBe(2);
  });
});
