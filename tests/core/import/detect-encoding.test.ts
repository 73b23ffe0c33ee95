import { describe, expect, it } from 'vitest';
import { detectEncoding, SURE_ENCODING } from '#lib/core/import/detect-encoding';

const bytesOf = (...parts: (number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
const wide = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0);
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

/** `العدالة أولا` in windows-1256, by its code table. */
const ARABIC_1256 = [0xc7, 0xe1, 0xda, 0xcf, 0xc7, 0xe1, 0xc9, 0x20, 0xc3, 0xe6, 0xe1, 0xc7];
/** `déjà été` in windows-1252. */
const FRENCH_1252 = [0x64, 0xe9, 0x6a, 0xe0, 0x20, 0xe9, 0x74, 0xe9];

describe('detectEncoding', () => {
  it.each([
    ['UTF-8 with its mark', bytesOf([0xef, 0xbb, 0xbf], 'text'), true, 'utf-8', true],
    ['UTF-8 without', bytesOf('text,العدالة'), true, 'utf-8', false],
    ['ASCII', bytesOf('text'), true, 'utf-8', false],
    ['UTF-16 LE with its mark', Uint8Array.from([0xff, 0xfe, ...wide('text', true)]), false, 'utf-16le', true],
    ['UTF-16 BE with its mark', Uint8Array.from([0xfe, 0xff, ...wide('text', false)]), false, 'utf-16be', true],
    ['UTF-16 LE without', wide('id,text\n1,العدالة أولا', true), false, 'utf-16le', false],
    ['UTF-16 BE without', wide('id,text\n1,العدالة أولا', false), false, 'utf-16be', false],
    ['UTF-16 of ASCII, which is UTF-8 too', wide('id,text', true), true, 'utf-16le', false],
    ['Arabic Excel', bytesOf('id,text\n1,', ARABIC_1256), false, 'windows-1256', false],
  ] as const)('knows %s', (_, bytes, isUtf8, encoding, hasByteOrderMark) => {
    const detected = detectEncoding(bytes, isUtf8);
    expect(detected).toMatchObject({ encoding, hasByteOrderMark });
    expect(detected.confidence).toBeGreaterThanOrEqual(SURE_ENCODING);
  });

  it('is not sure of a mark that the bytes belie, nor of a mixture', () => {
    expect(detectEncoding(bytesOf([0xef, 0xbb, 0xbf, 0xff]), false).confidence).toBeLessThan(SURE_ENCODING);
    expect(detectEncoding(bytesOf(ARABIC_1256, FRENCH_1252, FRENCH_1252), false).confidence).toBeLessThan(SURE_ENCODING);
  });

  it.each([
    ['western Excel', bytesOf('id,text\n1,', FRENCH_1252)],
    ['UTF-8 with a broken letter', bytesOf('id,text\n1,العدالة أولا', [0xd8, 0x20], 'والحقيقة')],
  ])('takes %s for windows-1252, and is never sure of it', (_, bytes) => {
    const { encoding, confidence } = detectEncoding(bytes, false);
    expect(encoding).toBe('windows-1252');
    expect(confidence).toBeLessThan(SURE_ENCODING);
  });

  it('answers for no bytes', () => {
    expect(detectEncoding(new Uint8Array(0), true)).toEqual({ encoding: 'utf-8', hasByteOrderMark: false, confidence: 1 });
  });

  it('reads windows-1256 as TextDecoder does', () => {
    expect(new TextDecoder('windows-1256').decode(Uint8Array.from(ARABIC_1256))).toBe('العدالة أولا');
  });
});
