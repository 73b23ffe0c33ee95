import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARABIC_MODEL_FILE, type ArabicModelHead } from '#lib/nlp/arabic/arabic-model';
import { composePhrases } from '#lib/nlp/train/arabic/composed-phrases';
import {
  ARABIC_SETTINGS,
  type ArabicFit,
  type ArabicSettings,
  fitArabic,
  learnDistantWeights,
  lengthOf,
  type Prepared,
  prepare,
} from '#lib/nlp/train/arabic/fit-arabic';
import { readTraining } from '#lib/nlp/train/arabic/read-tweets';
import { packWeights } from '#lib/nlp/weights-file';

/** Raised whenever the weights or what they are read with change: a score names it. */
const VERSION = '1.0.1';
/** The day these weights were fitted; a constant, so that the same data give the same bytes. */
const FITTED = '2026-11-28';
const FOLDS = 5;

export interface TrainOptions {
  /** Folder that holds one folder a data set. */
  readonly dataDir: string;
  /** Folder that the model file is written to. */
  readonly outDir: string;
}

export interface TrainReport {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly temperature: number;
  readonly unsureBelow: number;
  /** Of the texts left out of each fold, in [0, 1]. */
  readonly crossValidated: { readonly accuracy: number; readonly calibrationError: number };
}

/** Logits and label of a text that took no part in the fit. */
interface HeldOut {
  readonly logits: readonly [number, number, number];
  readonly label: number;
}

/**
 * Trains `stanceboard-ar` on the sets whose terms allow it and writes its weights. Single-threaded and seeded: the same data give the
 * same bytes. Takes some minutes.
 *
 * @throws when a data set is missing.
 */
export function trainArabic({ dataDir, outDir }: TrainOptions): TrainReport {
  const sets = readTraining(dataDir);
  const semeval = sets.semeval.map(prepare);
  const composed = composePhrases().map(({ text, label }) => prepare({ text, label, key: text, source: 'composed' }));
  const others = [...[...sets.arsarcasm, ...sets.ajgt].map(prepare), ...composed];
  const distant = learnDistantWeights(sets.saad.map(prepare), ARABIC_SETTINGS);

  const heldOut: HeldOut[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = semeval.filter((_, i) => i % FOLDS === fold);
    const keys = new Set(held.map(({ key }) => key));
    const rest = [...semeval.filter((_, i) => i % FOLDS !== fold), ...others.filter(({ key }) => !keys.has(key))];
    const fit = fitArabic(rest, distant, ARABIC_SETTINGS);
    for (const { logits, label } of predict(fit, held, ARABIC_SETTINGS)) heldOut.push({ logits, label });
  }
  const temperature = chooseTemperature(heldOut);
  const unsureBelow = chooseThreshold(heldOut, temperature);

  const fit = fitArabic([...semeval, ...others], distant, ARABIC_SETTINGS);
  const head: Omit<ArabicModelHead, 'rows'> = {
    name: 'stanceboard-ar',
    version: VERSION,
    fitted: FITTED,
    intercepts: [roundTo(fit.intercepts[0]), roundTo(fit.intercepts[1])],
    gains: Object.fromEntries([...ARABIC_SETTINGS.gains].map(([kind, gain]) => [String(kind), gain])),
    temperature,
    unsureBelow,
  };
  const packed = packWeights(head, { hashes: fit.hashes, columns: 2, values: fit.values });
  mkdirSync(outDir, { recursive: true });
  const file = join(outDir, ARABIC_MODEL_FILE);
  writeFileSync(file, packed);
  const right = heldOut.filter(({ logits, label }) => topOf(logits) === label).length;
  return {
    file,
    bytes: packed.byteLength,
    rows: fit.hashes.length,
    temperature,
    unsureBelow,
    crossValidated: { accuracy: right / heldOut.length, calibrationError: calibrationError(heldOut, temperature) },
  };
}

function predict(fit: ArabicFit, texts: readonly Prepared[], settings: ArabicSettings): HeldOut[] {
  const rows = new Map<number, number>();
  fit.hashes.forEach((hash, row) => {
    rows.set(hash, row);
  });
  return texts.map((text) => {
    const { hashes, kinds, label } = text;
    let polarity = 0;
    let neutrality = 0;
    for (let i = 0; i < hashes.length; i += 1) {
      const row = rows.get(hashes[i] ?? 0);
      const gain = settings.gains.get(kinds[i] ?? 0);
      if (row === undefined || gain === undefined) continue;
      polarity += gain * (fit.values[row * 2] ?? 0);
      neutrality += gain * (fit.values[row * 2 + 1] ?? 0);
    }
    const norm = lengthOf(text, settings.gains);
    const raw = polarity / norm + fit.intercepts[0];
    return { logits: [-raw / 2, neutrality / norm + fit.intercepts[1], raw / 2], label };
  });
}

function topOf(logits: readonly number[]): number {
  return logits.indexOf(Math.max(...logits));
}

function probabilitiesOf(logits: readonly number[], temperature: number): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((value) => Math.exp((value - largest) / temperature));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}

/** The temperature of least log loss, from 0.1 to 3 in steps of 0.01 (Guo, Pleiss, Sun and Weinberger, 2017). */
function chooseTemperature(heldOut: readonly HeldOut[]): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 10; step <= 300; step += 1) {
    const temperature = step / 100;
    let loss = 0;
    for (const { logits, label } of heldOut) loss -= Math.log(probabilitiesOf(logits, temperature)[label] ?? 1);
    if (loss < least) {
      least = loss;
      best = temperature;
    }
  }
  return best;
}

/** The lowest confidence, in hundredths, from which on a label is right at least every second time. */
function chooseThreshold(heldOut: readonly HeldOut[], temperature: number): number {
  const told = heldOut.map(({ logits, label }) => {
    const probability = Math.max(...probabilitiesOf(logits, temperature));
    return { probability, right: topOf(logits) === label };
  });
  for (let step = 34; step < 90; step += 1) {
    const band = told.filter(({ probability }) => probability >= step / 100 && probability < step / 100 + 0.05);
    if (band.length > 0 && band.filter(({ right }) => right).length * 2 >= band.length) return step / 100;
  }
  return 0.5;
}

/** Expected calibration error over ten bins of equal width (Naeini, Cooper and Hauskrecht, 2015). */
export function calibrationError(heldOut: readonly HeldOut[], temperature: number): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, confidence: 0 }));
  for (const { logits, label } of heldOut) {
    const confidence = Math.max(...probabilitiesOf(logits, temperature));
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.count += 1;
    bin.confidence += confidence;
    if (topOf(logits) === label) bin.right += 1;
  }
  return bins.reduce((sum, { right, confidence }) => sum + Math.abs(right - confidence), 0) / Math.max(1, heldOut.length);
}

function roundTo(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
