import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type sharpModule from 'sharp';
import { woffToSfnt } from '#lib/files/woff-to-sfnt';

const FAMILY = 'ibm-plex-sans-arabic';
const SCRIPTS = ['arabic', 'latin', 'latin-ext', 'cyrillic-ext'] as const;
/** Regular, and the weight that pictures name as a family of its own. */
const WEIGHTS = [400, 600] as const;

/** CSS pixels an inch, the density at which one unit of a picture is one pixel. */
const BASE_DENSITY = 72;

let drawing: Promise<typeof sharpModule> | undefined;

/** Files of the fonts of pictures, under the project's folder. */
export function pictureFontFiles(root: string): readonly string[] {
  const folder = join(root, 'node_modules', '@fontsource', FAMILY, 'files');
  return SCRIPTS.flatMap((script) => WEIGHTS.map((weight) => join(folder, `${FAMILY}-${script}-${weight}-normal.woff`)));
}

/**
 * sharp with the project's fonts in it, loaded at the first picture. The library that draws text reads TrueType from
 * files only, so the fonts are unpacked into a folder of this process. They come before the fonts of the
 * machine, which stay at hand for scripts that ours do not hold; a machine without any draws the same picture.
 */
function readyToDraw(root: string): Promise<typeof sharpModule> {
  drawing ??= (async () => {
    const { default: sharp } = await import('sharp');
    const folder = mkdtempSync(join(tmpdir(), 'stanceboard-fonts-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    for (const [index, file] of pictureFontFiles(root).entries()) {
      const fontfile = join(folder, `${index}.ttf`);
      await writeFile(fontfile, woffToSfnt(await readFile(file)));
      // Drawing one letter from a file is how a font is made known to the library.
      await sharp({ text: { text: '1', fontfile } })
        .png()
        .toBuffer();
    }
    return sharp;
  })();
  // A failure (full disk) must not stay for the life of the process.
  drawing.catch(() => {
    drawing = undefined;
  });
  return drawing;
}

/**
 * Draws an SVG picture as PNG.
 * @param svg a whole SVG document; fonts that it names are the project's or the machine's.
 * @param options.root the project's folder, in which the fonts lie.
 * @param options.scale pixels for each unit of the picture.
 */
export async function svgToPng(svg: string, { root, scale }: { readonly root: string; readonly scale: number }): Promise<Buffer> {
  const sharp = await readyToDraw(root);
  return sharp(Buffer.from(svg), { density: BASE_DENSITY * scale })
    .png()
    .toBuffer();
}
