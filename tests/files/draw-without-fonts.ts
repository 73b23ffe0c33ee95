// Draws lines of text and writes their separate blots of ink, from left to right, as JSON. Started by svg-to-png.test.ts.
import { resolve } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { svgToPng } from '#lib/files/svg-to-png';

const linesSchema = z.record(z.string(), z.object({ text: z.string(), direction: z.enum(['ltr', 'rtl']) }));
const SCALE = 2;

async function blotsOf(text: string, direction: 'ltr' | 'rtl') {
  const x = direction === 'rtl' ? 380 : 20;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="120"><rect width="400" height="120" fill="#fff"/><text x="${x}" y="70" font-size="40" direction="${direction}" font-family="IBM Plex Sans Arabic">${text}</text></svg>`;
  const png = await svgToPng(svg, { root: resolve('.'), scale: SCALE });
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const isInk = (index: number) => (data[index * info.channels] ?? 255) < 128;
  const seen = new Set<number>();
  const blots: { left: number; right: number; height: number }[] = [];
  for (let start = 0; start < info.width * info.height; start += 1) {
    if (seen.has(start) || !isInk(start)) continue;
    const waiting = [start];
    seen.add(start);
    let [left, right, top, bottom] = [info.width, 0, info.height, 0];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [column, row] = [at % info.width, Math.floor(at / info.width)];
      [left, right, top, bottom] = [Math.min(left, column), Math.max(right, column), Math.min(top, row), Math.max(bottom, row)];
      for (const next of [at - 1, at + 1, at - info.width, at + info.width]) {
        if (next < 0 || next >= info.width * info.height || seen.has(next) || !isInk(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    blots.push({ left: left / SCALE, right: right / SCALE, height: (bottom - top + 1) / SCALE });
  }
  return blots.sort((a, b) => a.left - b.left);
}

const lines = Object.entries(linesSchema.parse(JSON.parse(process.argv[2] ?? '{}')));
const drawn = await Promise.all(
  lines.map(async ([name, { text, direction }]) => [name, await blotsOf(text, direction)] as const),
);
process.stdout.write(JSON.stringify(Object.fromEntries(drawn)));
