import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DENSE_FEATURES } from '#lib/nlp/english/extract-features';
import {
  decodeWeight,
  ENGLISH_MODEL_FILE,
  encodeWeight,
  loadEnglishModel,
  type ModelHead,
  packModel,
  unpackModel,
} from '#lib/nlp/english/model-file';

const FOLDER = join(process.cwd(), 'lib', 'nlp', 'models');

const HEAD: ModelHead = {
  name: 'a',
  version: '1',
  fitted: '2026-01-02',
  dense: [],
  denseWeights: [],
  intercepts: [0, 0],
  peaks: [2, 1],
  valenceStep: 0.1,
  wordFactor: 1,
  letterFactor: 1,
  denseFactor: 1,
  temperature: 1,
  unsureBelow: 0.4,
  features: 3,
  listed: 2,
  learned: 1,
};

describe('a packed model', () => {
  it('comes back as it was', () => {
    const packed = packModel(HEAD, [
      { hashes: Uint32Array.of(0, 127, 4_294_967_295), bytes: Int8Array.of(1, -2, 3, -4, 127, -127) },
      { hashes: Uint32Array.of(128, 16_384), bytes: Int8Array.of(20, -30) },
      { hashes: Uint32Array.of(5), bytes: Int8Array.of(7) },
    ]);
    const model = unpackModel(packed);
    expect(model.head).toEqual(HEAD);
    expect([0, 127, 4_294_967_295, 126, 128].map(model.find)).toEqual([0, 1, 2, -1, -1]);
    // A byte b stands for (b / 127) squared of the peak: 127 for all of it.
    expect([model.weights[4], model.weights[5]]).toEqual([2, -1]);
    expect(model.weights[0]).toBeCloseTo(2 / 127 ** 2, 9);
    expect(model.listed(128)).toBeCloseTo(2);
    expect(model.listed(16_384)).toBeCloseTo(-3);
    expect(model.listed(5)).toBe(0);
    expect(model.learned(5)).toBeCloseTo(0.7);
  });

  it('is refused when it is none', () => {
    expect(() => unpackModel(new Uint8Array(4))).toThrow('no model');
    expect(() => unpackModel(new Uint8Array(100))).toThrow('no model');
  });
});

it('gives a weight back within half a step of its root', () => {
  for (const weight of [-3, -0.5, -0.001, 0, 0.02, 1.7, 3]) {
    const back = decodeWeight(encodeWeight(weight, 3), 3);
    expect(Math.abs(Math.sqrt(Math.abs(back) / 3) - Math.sqrt(Math.abs(weight) / 3))).toBeLessThanOrEqual(0.5 / 127 + 1e-9);
    expect(Math.sign(back) * Math.sign(weight)).toBeGreaterThanOrEqual(0);
  }
});

describe('the weights that ship', () => {
  it('take no more than 500 kB', () => {
    expect(statSync(join(FOLDER, ENGLISH_MODEL_FILE)).size).toBeLessThanOrEqual(500_000);
  });

  it('name the same sums as the features do', () => {
    const { head } = loadEnglishModel(FOLDER);
    expect(head.dense).toEqual([...DENSE_FEATURES]);
    expect(head.denseWeights).toHaveLength(DENSE_FEATURES.length);
  });
});
