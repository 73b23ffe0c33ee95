import { describe, expect, it } from 'vitest';
import { sniffDialect, withoutSeparatorLine } from '#lib/core/import/sniff-dialect';

describe('sniffDialect', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1,5;2,5\n', ';'],
    ['a\tb\n1, 2\t3\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['text;camp\n"a, b, c";x\n"d; e";y\n', ';'],
    ['text\njust one column\n', ','],
    ['sep=;\na,b;c\n1;2', ';'],
    ['text,camp\n"one; two; three; four",x\n"a;b",y', ','],
  ])('of %j is %j', (head, delimiter) => {
    expect(sniffDialect(head, false)).toMatchObject({ format: 'csv', delimiter });
  });

  it.each([
    ['[{"text":"a"}]', 'json'],
    ['{"text":"a"}\n{"text":"b"}\n', 'jsonl'],
    ['{"text":"a"}', 'jsonl'],
    ['{\n  "items": []\n}', 'json'],
    ['text\n{"a":1}', 'csv'],
  ])('of %j is %s', (head, format) => {
    expect(sniffDialect(head, false).format).toBe(format);
  });

  it('takes guards off but for the flavour for programs', () => {
    expect(sniffDialect('"id","text"\n"1","a"\n', false).isGuarded).toBe(false);
    expect(sniffDialect('"id","text"\r\n"1","a"\r\n', true).isGuarded).toBe(true);
    expect(sniffDialect('id,text\n1,a\n', false).isGuarded).toBe(true);
  });

  it('keeps line numbers when it blanks the line of the separator', () => {
    expect(withoutSeparatorLine('sep=;\r\na;b')).toBe('\na;b');
    expect(withoutSeparatorLine('"sep=,"\na')).toBe('\na');
    expect(withoutSeparatorLine('a\nsep=;\n')).toBe('a\nsep=;\n');
  });
});
