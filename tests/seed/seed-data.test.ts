import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ATTRIBUTIONS, SLOGAN_USES, SPEAKER_RISKS, STANCES, TRANSLATORS } from '#lib/core/stance';

const slug = z.string().regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/);
const text = z
  .string()
  .min(1)
  .refine((value) => value === value.trim(), 'spaces at an end')
  .refine((value) => value === value.normalize('NFC'), 'not in NFC');
const arabic = text.regex(/\p{Script=Arabic}/u, 'no Arabic letter in it');
const date = z.iso.date();

const eventSchema = z.strictObject({
  slug,
  titleEn: text,
  titleAr: arabic,
  date,
  descriptionEn: text,
  descriptionAr: arabic,
  targets: z.array(z.strictObject({ slug, propositionEn: text, propositionAr: arabic })).min(1),
  camps: z.array(
    z.strictObject({
      slug,
      labelEn: text,
      labelAr: arabic,
      definitionEn: text,
      definitionAr: arabic,
      selfNamed: z.boolean(),
      role: z.enum(['compared', 'context']),
      order: z.int().positive(),
    }),
  ),
});

const sourcesSchema = z
  .array(
    z.strictObject({
      slug,
      outlet: text.nullable(),
      title: text.nullable(),
      url: z.url({ protocol: /^https?$/ }).nullable(),
      publishedOn: date.nullable(),
      language: z.literal('en'),
      archiveUrl: z.url({ protocol: /^https?$/ }).nullable(),
      note: text,
    }),
  )
  .min(1);

const speakersSchema = z.array(
  z.strictObject({
    slug,
    displayName: text,
    kind: z.enum(['person', 'organisation', 'group', 'unknown']),
    risk: z.enum(SPEAKER_RISKS),
    note: text,
  }),
);

const statementSchema = z.strictObject({
  id: z.string().regex(/^seed-dm25-p\d+-\d+$/),
  source: slug,
  locator: z.string().regex(/^paragraph \d+$/),
  speaker: slug.nullable(),
  attribution: z.enum(ATTRIBUTIONS),
  text,
  language: z.literal('en'),
  saidOn: date.nullable(),
  saidOnPrecision: z.enum(['day', 'month', 'year', 'unknown']),
  translation: z.strictObject({ language: z.literal('ar'), text: arabic, by: z.enum(TRANSLATORS) }),
  slogan: z.strictObject({ slug, canonical: text, language: z.literal('en'), gloss: text.optional() }).optional(),
  codes: z.strictObject({
    camp: slug,
    'stance.rapprochement': z.enum(STANCES),
    use: z.enum(SLOGAN_USES).optional(),
  }),
  confidence: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  rationale: text,
});

const codeSchema = z.strictObject({
  key: slug,
  labelEn: text,
  labelAr: arabic,
  definitionEn: text,
  definitionAr: arabic,
  useWhen: text,
  useWhenAr: arabic,
  avoidWhen: text,
  avoidWhenAr: arabic,
  examples: z.array(text).min(1),
  counterExamples: z.array(text).min(1),
  value: z.int().optional(),
});

const codebookSchema = z.strictObject({
  event: slug,
  version: z.literal(1),
  status: z.literal('published'),
  note: text,
  variables: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z]+(?:\.[a-z0-9-]+)?$/),
      target: slug.nullable(),
      level: z.enum(['nominal', 'ordinal', 'interval']),
      labelEn: text,
      labelAr: arabic,
      question: text,
      questionAr: arabic,
      codes: z.array(codeSchema).min(2),
    }),
  ),
});

const passagesSchema = z.array(
  z.strictObject({ statement: z.string(), paragraph: z.int().positive(), asPrinted: z.string().regex(/^“.+”$/), quote: text }),
);

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../seed/data/${name}`, import.meta.url)), 'utf8');
}

function readJson(name: string): unknown {
  const value: unknown = JSON.parse(read(name));
  return value;
}

const event = eventSchema.parse(readJson('event.json'));
const sources = sourcesSchema.parse(readJson('sources.json'));
const speakers = speakersSchema.parse(readJson('speakers.json'));
const codebook = codebookSchema.parse(readJson('codebook.json'));
const passages = passagesSchema.parse(readJson('source-passages.json'));
const statements = read('statements.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => statementSchema.parse(JSON.parse(line)));

function codesOf(key: string): readonly string[] {
  return codebook.variables.find((variable) => variable.key === key)?.codes.map((code) => code.key) ?? [];
}

/** The paragraph that a statement's locator names. */
function paragraphOf(statement: { readonly locator: string }): number {
  return Number(statement.locator.slice('paragraph '.length));
}

/** What stands between the marks, without the comma or full stop that American typesetting pulls inside them. */
function insideMarks(asPrinted: string): string {
  return asPrinted.slice(1, -1).replace(/[,.]$/, '');
}

describe('the event and its camps', () => {
  it('has the target and the camps that the comparison is about', () => {
    expect(event.slug).toBe('damascus-moscow-2025');
    expect(event.targets.map((target) => target.slug)).toEqual(['rapprochement']);
    expect(event.camps.map((camp) => [camp.slug, camp.role, camp.order])).toEqual([
      ['victims_families', 'compared', 1],
      ['pragmatic', 'compared', 2],
      ['slogans', 'compared', 3],
      ['officials', 'context', 4],
    ]);
  });

  it('gives every camp statements, and no two statements the same id or text', () => {
    expect(new Set(statements.map((statement) => statement.codes.camp))).toEqual(new Set(event.camps.map((camp) => camp.slug)));
    expect(new Set(statements.map((statement) => statement.id)).size).toBe(statements.length);
    expect(new Set(statements.map((statement) => statement.text.toLowerCase())).size).toBe(statements.length);
  });
});

describe('the statements', () => {
  it('are 15 to 20', () => {
    expect(statements.length).toBeGreaterThanOrEqual(15);
    expect(statements.length).toBeLessThanOrEqual(20);
  });

  it('refer only to sources and speakers that exist, and leave none unused', () => {
    const known = new Set(sources.map((source) => source.slug));
    expect(statements.filter((statement) => !known.has(statement.source))).toEqual([]);
    const used = statements.flatMap((statement) => (statement.speaker === null ? [] : [statement.speaker]));
    expect(new Set(used)).toEqual(new Set(speakers.map((speaker) => speaker.slug)));
  });

  it.each(statements)('$id stands in the paragraph that its id names', (statement) => {
    expect(statement.id).toMatch(new RegExp(`^seed-dm25-p${paragraphOf(statement)}-`));
  });

  it('take the public from paragraphs 25 to 28 and officials from before them', () => {
    for (const statement of statements) {
      const paragraph = paragraphOf(statement);
      if (statement.codes.camp === 'officials') expect(paragraph, statement.id).toBeLessThan(25);
      else expect(paragraph >= 25 && paragraph <= 28, statement.id).toBe(true);
    }
  });

  it('name nobody but public figures', () => {
    expect(speakers.filter((speaker) => speaker.risk !== 'public_figure')).toEqual([]);
  });

  it.each(statements)('$id has a date exactly when it says how precise it is', (statement) => {
    expect(statement.saidOn === null).toBe(statement.saidOnPrecision === 'unknown');
  });
});

describe('quotations', () => {
  it.each(statements.filter((statement) => statement.attribution === 'direct' || statement.attribution === 'slogan'))(
    '$id is verbatim what the source prints in quotation marks',
    (statement) => {
      const passage = passages.find((candidate) => candidate.statement === statement.id);
      expect(passage?.quote).toBe(statement.text);
      expect(passage?.paragraph).toBe(paragraphOf(statement));
    },
  );

  it.each(passages)('$asPrinted: the quote is what stands between the marks', (passage) => {
    expect(insideMarks(passage.asPrinted)).toBe(passage.quote);
  });

  it.each(statements.filter((statement) => statement.attribution === 'reported' || statement.attribution === 'paraphrase'))(
    '$id quotes inside our own words only what the source quotes',
    (statement) => {
      const quoted = [...statement.text.matchAll(/“([^”]+)”/gu)].map((match) => match[1]);
      const recorded = passages.filter((passage) => passage.statement === statement.id).map((passage) => passage.quote);
      expect(quoted).toEqual(recorded);
    },
  );

  it('belong to a statement, each', () => {
    const ids = new Set(statements.map((statement) => statement.id));
    expect(passages.filter((passage) => !ids.has(passage.statement))).toEqual([]);
  });

  it('carry their slogan and its use, when they are slogans and only then', () => {
    for (const statement of statements) {
      const isSlogan = statement.attribution === 'slogan';
      expect(statement.slogan !== undefined, statement.id).toBe(isSlogan);
      expect(statement.codes.use !== undefined, statement.id).toBe(isSlogan);
      if (statement.slogan) expect(statement.slogan.canonical).toBe(statement.text);
    }
  });
});

describe('the codebook', () => {
  it('has the five variables at their levels', () => {
    expect(codebook.event).toBe(event.slug);
    expect(codebook.variables.map((variable) => [variable.key, variable.level, variable.target])).toEqual([
      ['camp', 'nominal', null],
      ['stance.rapprochement', 'nominal', 'rapprochement'],
      ['use', 'nominal', null],
      ['sarcasm', 'nominal', null],
      ['sentiment', 'ordinal', null],
    ]);
  });

  it('has the codes that the program knows, and no other', () => {
    expect(codesOf('camp')).toEqual(event.camps.map((camp) => camp.slug));
    expect(codesOf('stance.rapprochement')).toEqual([...STANCES]);
    expect(codesOf('use')).toEqual([...SLOGAN_USES]);
    expect(codesOf('sarcasm')).toEqual(['yes', 'no', 'cannot_tell']);
    expect(codesOf('sentiment')).toEqual(['very_negative', 'negative', 'neutral', 'positive', 'very_positive']);
  });

  it('defines each camp as the event does', () => {
    const camp = codebook.variables.find((variable) => variable.key === 'camp');
    expect(camp?.codes.map((code) => [code.labelEn, code.labelAr, code.definitionEn, code.definitionAr])).toEqual(
      event.camps.map((one) => [one.labelEn, one.labelAr, one.definitionEn, one.definitionAr]),
    );
  });

  it('gives the five points of tone the values -2 to 2, and no value elsewhere', () => {
    for (const variable of codebook.variables) {
      const values = variable.codes.map((code) => code.value);
      expect(values).toEqual(variable.level === 'ordinal' ? [-2, -1, 0, 1, 2] : variable.codes.map(() => undefined));
    }
  });

  it('knows every code that a statement is given', () => {
    for (const statement of statements) {
      for (const [key, code] of Object.entries(statement.codes)) expect(codesOf(key), statement.id).toContain(code);
    }
  });

  it('takes its examples from statements coded so, its counter-examples from ones that are not, or marks them as constructed', () => {
    for (const variable of codebook.variables) {
      for (const code of variable.codes) {
        const isCodedSo = (example: string): boolean | undefined => {
          const statement = statements.find((candidate) => candidate.text === example);
          expect(statement, example).toBeDefined();
          const given = Object.entries(statement?.codes ?? {}).find(([key]) => key === variable.key)?.[1];
          return given === undefined ? undefined : given === code.key;
        };
        const where = `${variable.key} = ${code.key}`;
        const real = (example: string) => !example.startsWith('(constructed) ');
        for (const example of code.examples.filter(real)) expect(isCodedSo(example), `${where}: ${example}`).not.toBe(false);
        for (const example of code.counterExamples.filter(real))
          expect(isCodedSo(example), `${where}: ${example}`).not.toBe(true);
      }
    }
  });

  it('never gives one wording as example and counter-example of the same code', () => {
    for (const variable of codebook.variables) {
      for (const code of variable.codes) {
        expect(code.counterExamples.filter((example) => code.examples.includes(example))).toEqual([]);
      }
    }
  });
});

describe('languages', () => {
  it('marks every Arabic text as made by machine, but for the slogan that is known in Arabic', () => {
    const others = statements.filter((statement) => statement.translation.by !== 'machine');
    expect(others.map((statement) => [statement.id, statement.translation.by])).toEqual([['seed-dm25-p27-1', 'unknown']]);
  });
});

describe('the documents', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../seed/README.md', import.meta.url)), 'utf8');
  const glossary = readFileSync(fileURLToPath(new URL('../../docs/glossary.md', import.meta.url)), 'utf8');

  it('list every statement with its paragraph, attribution, codes and confidence as the data have them', () => {
    const rows = readme
      .split('\n')
      .filter((line) => /^\| p\d+-\d+ +\|/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, id, paragraph, , attribution, camp, stance, confidence]) => [
        id,
        paragraph,
        attribution,
        camp,
        stance,
        confidence,
      ]);
    expect(rows).toEqual(
      statements.map((statement) => [
        statement.id.replace('seed-dm25-', ''),
        String(paragraphOf(statement)),
        statement.attribution,
        statement.codes.camp,
        statement.codes['stance.rapprochement'],
        String(statement.confidence),
      ]),
    );
  });

  it('give each stance the Arabic word that the codebook gives it', () => {
    const labels = codebook.variables.find((variable) => variable.key === 'stance.rapprochement')?.codes ?? [];
    expect(labels.filter((code) => !new RegExp(`\\| ${code.labelAr} +\\|`, 'u').test(glossary)).map((code) => code.key)).toEqual(
      [],
    );
  });
});
