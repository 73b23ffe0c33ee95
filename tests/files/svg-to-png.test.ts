import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pictureFontFiles } from '#lib/files/svg-to-png';
import { woffToSfnt } from '#lib/files/woff-to-sfnt';
import { arCharts } from '#lib/i18n/ar-charts';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { enCharts } from '#lib/i18n/en-charts';
import { lettersOf } from './font-letters';

const ROOT = resolve('.');

/** Lines of text drawn on a machine that has no font of its own, in a process of its own: fonts are found once in its life. */
const LINES = {
  joined: { text: 'سلم', direction: 'rtl' },
  // The same letters kept apart by a zero-width non-joiner.
  apart: { text: 'س\u200cل\u200cم', direction: 'rtl' },
  tallFirst: { text: 'اد', direction: 'rtl' },
  tallSecond: { text: 'دا', direction: 'rtl' },
  latin: { text: 'lo', direction: 'rtl' },
  notOurs: { text: 'ש', direction: 'rtl' },
} as const;

const inkSchema = z.record(z.string(), z.array(z.object({ left: z.number(), right: z.number(), height: z.number() })));
let drawn: z.infer<typeof inkSchema> = {};

beforeAll(() => {
  const script = resolve('tests/files/draw-without-fonts.ts');
  const env = { ...process.env, FONTCONFIG_FILE: resolve('tests/files/no-fonts.conf') };
  const out = execFileSync(process.execPath, ['--import', 'tsx', script, JSON.stringify(LINES)], { env, encoding: 'utf8' });
  drawn = inkSchema.parse(JSON.parse(out));
});

function inkOf(line: keyof typeof LINES) {
  return drawn[line] ?? [];
}

describe('Arabic in a picture', () => {
  it('joins the letters of a word', () => {
    expect(inkOf('joined')).toHaveLength(1);
    expect(inkOf('apart')).toHaveLength(3);
  });

  it('sets the first letter at the right', () => {
    // Alif is a tall stroke, dal a low one.
    const [left, right] = inkOf('tallFirst');
    expect(right?.height).toBeGreaterThan((left?.height ?? 0) * 1.3);
    const [other, another] = inkOf('tallSecond');
    expect(other?.height).toBeGreaterThan((another?.height ?? 0) * 1.3);
  });

  it('starts a line at its right edge', () => {
    const ink = inkOf('joined');
    expect(ink.at(-1)?.right).toBeGreaterThan(370);
    expect(ink.at(-1)?.right).toBeLessThanOrEqual(380);
  });

  it('keeps Latin inside it from left to right', () => {
    // "l" is tall, "o" is low: read from the left the tall one comes first.
    const [left, right] = inkOf('latin');
    expect(left?.height).toBeGreaterThan((right?.height ?? 0) * 1.3);
  });
});

it('has no fonts but the project’s while it is tested', () => {
  // A box with the four digits of the letter's number in it.
  expect(inkOf('notOurs').length).toBeGreaterThanOrEqual(5);
});

describe('fonts of pictures', () => {
  it('unpacks to tables that have the sums which the font says', () => {
    for (const file of pictureFontFiles(ROOT)) {
      const font = woffToSfnt(readFileSync(file));
      const count = font.readUInt16BE(4);
      expect(count).toBeGreaterThan(8);
      for (let index = 0; index < count; index += 1) {
        const entry = 12 + index * 16;
        const tag = font.toString('latin1', entry, entry + 4);
        const [sum, offset, length] = [font.readUInt32BE(entry + 4), font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12)];
        const table = Buffer.from(font.subarray(offset, offset + Math.ceil(length / 4) * 4));
        // The table `head` holds the sum of the whole file, which does not count in its own.
        if (tag === 'head') table.writeUInt32BE(0, 8);
        let computed = 0;
        for (let at = 0; at < table.length; at += 4) computed = (computed + table.readUInt32BE(at)) >>> 0;
        expect({ tag, sum: computed }).toEqual({ tag, sum });
      }
    }
  });

  it('refuses what is no font', () => {
    expect(() => woffToSfnt(Buffer.from('wOF2'.padEnd(60, ' ')))).toThrow('not a WOFF 1.0 font');
  });

  it('hold every letter that a picture is written in', () => {
    const letters = new Set(pictureFontFiles(ROOT).flatMap((file) => [...lettersOf(woffToSfnt(readFileSync(file)))]));
    const written = new Set<string>();
    const collect = (part: unknown): void => {
      if (typeof part === 'string') for (const letter of part) written.add(letter);
      else if (typeof part === 'function') for (const letter of String(part)) written.add(letter);
      else if (typeof part === 'object' && part !== null) for (const each of Object.values(part)) collect(each);
    };
    for (const locale of ['en', 'ar'] as const) {
      const { report, common } = dictionaryOf(locale);
      collect([report.picture, common.stance, common.score, common.counts, common.sloganUse]);
    }
    collect([enCharts, arCharts]);
    for (const digit of '0123456789٠١٢٣٤٥٦٧٨٩٪٫٬%−+·…') written.add(digit);
    const invisible = /[\p{Cf}\p{Z}\p{Cc}]/u;
    const missing = [...written].filter((letter) => !invisible.test(letter) && !letters.has(letter.codePointAt(0) ?? 0));
    expect(missing).toEqual([]);
  });
});
