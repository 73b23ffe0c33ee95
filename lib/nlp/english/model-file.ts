import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTable, packHashes, unpackHashes } from '#lib/nlp/hashed-rows';

/** What the head of a model file says. */
export interface ModelHead {
  readonly name: string;
  readonly version: string;
  /** Day the weights were fitted, `YYYY-MM-DD`. */
  readonly fitted: string;
  /** Names of the sums over tokens, in the order of their weights. */
  readonly dense: readonly string[];
  /** For each sum: its weight on (positive - negative) and on (neutral - mean of both). */
  readonly denseWeights: readonly (readonly [number, number])[];
  /** Intercepts of the same two values. */
  readonly intercepts: readonly [number, number];
  /** The greatest absolute weight of both values; a byte b stands for its share (b / 127) squared, with the sign of b. */
  readonly peaks: readonly [number, number];
  /** What one step of an eight-bit valence is worth, in lexicon points (-4 to 4). */
  readonly valenceStep: number;
  /** Factors on word entries and letter entries. */
  readonly wordFactor: number;
  readonly letterFactor: number;
  readonly denseFactor: number;
  readonly temperature: number;
  /** A label less probable than this is "unsure". */
  readonly unsureBelow: number;
  readonly features: number;
  readonly listed: number;
  readonly learned: number;
}

/** A model in memory. */
export interface EnglishModel {
  readonly head: ModelHead;
  /** Index of a feature's weights, or -1 when the model does not hold it. */
  readonly find: (hash: number) => number;
  /** Weight of feature i on (positive - negative) at 2i, and on (neutral - mean of both) at 2i + 1. */
  readonly weights: Float32Array;
  /** For each feature the number of the text that met it last; scratch space, so that a feature counts once a text. */
  readonly met: Uint32Array;
  /** Valence of a word that people have rated, 0 when there is none. */
  readonly listed: (hash: number) => number;
  /** Valence of a word that was learned, 0 when there is none. */
  readonly learned: (hash: number) => number;
}

/** First four bytes of a model file: "SBM1". */
const MAGIC = 0x314d4253;
export const ENGLISH_MODEL_FILE = 'stanceboard-en.bin';

interface Section {
  readonly hashes: Uint32Array;
  readonly bytes: Int8Array;
}

/**
 * Packs a model: four bytes of magic, the length of the head, the head as JSON, then for features, listed and learned words the
 * ascending hashes as differences of seven bits a byte, each followed by its eight-bit values.
 */
export function packModel(head: ModelHead, sections: readonly Section[]): Uint8Array {
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const parts: number[] = [];
  for (const section of sections) {
    for (const byte of packHashes(section.hashes)) parts.push(byte);
    for (const byte of section.bytes) parts.push(byte & 0xff);
  }
  const packed = new Uint8Array(8 + headBytes.length + parts.length);
  const view = new DataView(packed.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headBytes.length, true);
  packed.set(headBytes, 8);
  packed.set(parts, 8 + headBytes.length);
  return packed;
}

/** Reads a packed model. Throws when the bytes are no model, since then the installation is broken. */
export function unpackModel(packed: Uint8Array): EnglishModel {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('The file is no model of this scorer.');
  const headLength = view.getUint32(4, true);
  const head: ModelHead = JSON.parse(new TextDecoder().decode(packed.subarray(8, 8 + headLength)));
  let at = 8 + headLength;
  const section = (count: number, width: number): Section => {
    const { hashes, end } = unpackHashes(packed, at, count);
    at = end;
    // A copy, so that the file's bytes need not be kept.
    const bytes = new Int8Array(packed.buffer, packed.byteOffset + at, count * width).slice();
    at += count * width;
    return { hashes, bytes };
  };
  const features = section(head.features, 2);
  const listed = section(head.listed, 1);
  const learned = section(head.learned, 1);
  const findListed = openTable(listed.hashes);
  const findLearned = openTable(learned.hashes);
  return {
    head,
    find: openTable(features.hashes),
    weights: decodeWeights(features.bytes, head.peaks),
    met: new Uint32Array(head.features),
    listed: (hash) => {
      const found = findListed(hash);
      return found < 0 ? 0 : (listed.bytes[found] ?? 0) * head.valenceStep;
    },
    learned: (hash) => {
      const found = findLearned(hash);
      return found < 0 ? 0 : (learned.bytes[found] ?? 0) * head.valenceStep;
    },
  };
}

/** The eight-bit code of a weight: its share of the peak by square root, so that the many small weights keep their differences. */
export function encodeWeight(weight: number, peak: number): number {
  return peak === 0 ? 0 : Math.round(Math.sign(weight) * Math.sqrt(Math.min(1, Math.abs(weight) / peak)) * 127);
}

/** The weight that an eight-bit code stands for. */
export function decodeWeight(byte: number, peak: number): number {
  return Math.sign(byte) * (byte / 127) ** 2 * peak;
}

/** All weights, read off a table of what each byte stands for on either side. */
function decodeWeights(bytes: Int8Array, peaks: readonly [number, number]): Float32Array {
  const table = new Float32Array(512);
  for (let byte = -128; byte < 128; byte += 1) {
    table[(byte + 128) * 2] = decodeWeight(byte, peaks[0]);
    table[(byte + 128) * 2 + 1] = decodeWeight(byte, peaks[1]);
  }
  const weights = new Float32Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1)
    weights[index] = table[((bytes[index] ?? 0) + 128) * 2 + (index & 1)] ?? 0;
  return weights;
}

const loaded = new Map<string, EnglishModel>();

/** The model of a folder, read from disk at the first call. */
export function loadEnglishModel(folder: string): EnglishModel {
  const known = loaded.get(folder);
  if (known) return known;
  const model = unpackModel(readFileSync(join(folder, ENGLISH_MODEL_FILE)));
  loaded.set(folder, model);
  return model;
}
