import { describe, expect, it } from 'vitest';
import { readEnglish } from '#lib/nlp/wink-pipeline';

function tokens(text: string): string[] {
  return readEnglish(text).tokens.map((token) => text.slice(token.start, token.end));
}

describe('readEnglish', () => {
  it.each([
    ["We don't know.", ['We', 'do', "n't", 'know', '.']],
    ['Mr. Smith came.', ['Mr.', 'Smith', 'came', '.']],
    ['The U.S. said so.', ['The', 'U.S.', 'said', 'so', '.']],
    ['Wow!!! See http://a.b/c?d', ['Wow', '!!!', 'See', 'http://a.b/c?d']],
    ['❤️ and 👩‍👧', ['❤️', 'and', '👩‍👧']],
    ['(a "b")', ['(', 'a', '"', 'b', '"', ')']],
    ['state-of-the-art', ['state', '-', 'of', '-', 'the', '-', 'art']],
    ['cannot go', ['can', 'not', 'go']],
    ['', []],
  ])('reads %j into tokens of the text as given', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('tells sentences apart and covers every token once', () => {
    const { sentences, tokens: all } = readEnglish('We came. Nobody spoke! Why?');
    expect(sentences.map((sentence) => [sentence.from, sentence.to])).toEqual([
      [0, 3],
      [3, 6],
      [6, 8],
    ]);
    expect(all).toHaveLength(8);
  });
});
