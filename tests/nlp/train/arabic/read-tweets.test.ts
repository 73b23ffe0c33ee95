import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf, readSet, readTraining } from '#lib/nlp/train/arabic/read-tweets';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweets-'));
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put(
    'semeval2017t4_ar/train.tsv',
    'id\tlabel\ttext\ttext_en\n1\tpositive\tنص أول\tx\n2\tnegative\tRT @a: نصّ الاختبار http://t.co/1\tx\n3\tneutral\tنص أول!\tx\n',
  );
  put('semeval2017t4_ar/dev.tsv', 'id\tlabel\ttext\ttext_en\n4\tneutral\tنص ثان\tx\n');
  put('semeval2017t4_ar/test.tsv', 'id\tlabel\ttext\ttext_en\n5\tneutral\tنص الاختبار\tx\n');
  put(
    'arsarcasm_v2/train.tsv',
    'label\tsarcasm\tdialect\ttext\nneutral\tFALSE\tmsa\t"نص أستد"\nnegative\tTRUE\tmsa\t"نص ثالث"\n',
  );
  put('ajgt/train.tsv', 'label\ttext\nnegative\tنص رابع\n');
  put('saad_arabic_tweets/train.tsv', 'label\ttext\npositive\tنص موقف\npositive\tنص خامس\n');
  put('astd/test.tsv', 'label\ttext\nmixed\tنص أستد\npositive\tنص سادس\n');
  put('mawqif/train.tsv', 'id\ttarget\tstance\tsentiment\tsarcasm\ttext\n1\tx\tNONE\tneutral\tNo\tنص موقف\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('training texts', () => {
  it('hold no text of a test set, however it was typed or passed on', () => {
    const sets = readTraining(folder);
    expect(sets.semeval.map(({ text }) => text)).toEqual(['نص أول', 'نص ثان']);
    expect(sets.arsarcasm.map(({ text }) => text)).toEqual(['نص ثالث']);
    expect(sets.saad.map(({ text }) => text)).toEqual(['نص خامس']);
    expect(sets.ajgt).toHaveLength(1);
  });

  it('keep a test row of another label out of the training, though it is not measured', () => {
    expect(readSet(folder, 'astd').map(({ text, label }) => [text, label])).toEqual([['نص سادس', 2]]);
  });

  it('share a key with their copies', () => {
    expect(keyOf('RT @user: عـدالة! http://t.co/x')).toBe(keyOf('عَدالة'));
    expect(keyOf('😡')).toBe('😡');
  });
});
