/** Every character that a TrueType font has a shape for, from its `cmap` table (formats 4 and 12). */
export function lettersOf(font: Buffer): ReadonlySet<number> {
  const letters = new Set<number>();
  const cmap = tableOf(font, 'cmap');
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 4) readSegments(cmap, at, letters);
    if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1) {
        const entry = at + 16 + group * 12;
        for (let code = cmap.readUInt32BE(entry); code <= cmap.readUInt32BE(entry + 4); code += 1) letters.add(code);
      }
    }
  }
  return letters;
}

function readSegments(cmap: Buffer, at: number, letters: Set<number>): void {
  const doubled = cmap.readUInt16BE(at + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = cmap.readUInt16BE(at + 14 + segment);
    const start = cmap.readUInt16BE(at + 16 + doubled + segment);
    const delta = cmap.readUInt16BE(at + 16 + 2 * doubled + segment);
    const rangeAt = at + 16 + 3 * doubled + segment;
    const range = cmap.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + (code - start) * 2);
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) letters.add(code);
    }
  }
}

/** The bytes of a table of a font; throws when there is none. */
export function tableOf(font: Buffer, tag: string): Buffer {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) !== tag) continue;
    const offset = font.readUInt32BE(entry + 8);
    return font.subarray(offset, offset + font.readUInt32BE(entry + 12));
  }
  throw new Error(`The font has no table ${tag}.`);
}
