import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldProblem } from '#lib/core/problem';
import {
  parseStatement,
  STATEMENT_FIELD_PATHS,
  STATEMENT_FIELDS,
  STATEMENT_LIMITS,
  type StatementContext,
  statementFromForm,
  statementParser,
  withFlatFields,
} from '#lib/core/statement/statement-input';

const context: StatementContext = { today: '2025-08-15', camps: ['camp_a', 'camp_b'], targets: ['rapprochement'] };

const minimal = {
  text: 'A sample text.',
  camp: 'camp_a',
  stance: 'against',
  confidence: 2,
  attribution: 'direct',
  coder: 'coder one',
};

function problemsOf(change: Record<string, unknown>, within: StatementContext = context): readonly FieldProblem[] {
  const result = parseStatement({ ...minimal, ...change }, within);
  return result.ok ? [] : result.problem.fields;
}

function accepted(input: unknown, within: StatementContext = context) {
  const result = parseStatement(input, within);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

describe('parseStatement', () => {
  it('fills what was not given with null and detects the language', () => {
    expect(accepted(minimal)).toEqual({
      text: 'A sample text.',
      language: 'auto',
      translation: null,
      target: null,
      camp: 'camp_a',
      stance: 'against',
      confidence: 2,
      rationale: null,
      slogan: null,
      speaker: null,
      attribution: 'direct',
      source: null,
      locator: null,
      saidOn: null,
      externalId: null,
      coder: 'coder one',
    });
  });

  it('takes every field', () => {
    const full = {
      ...minimal,
      language: 'AR-sy',
      translation: { text: 'In translation.', language: 'en', by: 'human' },
      target: 'rapprochement',
      rationale: 'Because.',
      slogan: { name: 'A slogan', use: 'mock' },
      speaker: { name: null, pseudonym: 'Speaker 1', kind: 'person', risk: 'vulnerable' },
      source: {
        outlet: 'Outlet',
        title: 'Title',
        url: 'https://example.org/a?b=c#d',
        language: 'en',
        published: '2025-08',
        archiveUrl: 'http://archive.example.org/1',
      },
      locator: 'paragraph 27',
      saidOn: '2025-07-31',
      externalId: 'row-1',
    };
    expect(accepted(full)).toEqual({
      ...full,
      language: 'ar-SY',
      source: { ...full.source, published: { value: '2025-08', precision: 'month' } },
      saidOn: { value: '2025-07-31', precision: 'day' },
    });
  });

  const wrong: readonly [string, Record<string, unknown>, FieldProblem][] = [
    ['an empty text', { text: '' }, { field: 'text', code: 'required' }],
    ['a blank text', { text: ' \n\t ' }, { field: 'text', code: 'required' }],
    ['a text of nothing to be seen', { text: '\u200b \u202e\u2060' }, { field: 'text', code: 'required' }],
    ['no text', { text: undefined }, { field: 'text', code: 'required' }],
    [
      '10,001 characters',
      { text: 'x'.repeat(10_001) },
      { field: 'text', code: 'too_long', params: { max: 10_000, length: 10_001 } },
    ],
    ['a NUL', { text: 'ab\0c' }, { field: 'text', code: 'has_nul', params: { position: 3 } }],
    ['half a pair in front', { text: '\ud83dx' }, { field: 'text', code: 'has_lone_surrogate', params: { position: 1 } }],
    ['half a pair behind', { text: 'x\ude00' }, { field: 'text', code: 'has_lone_surrogate', params: { position: 2 } }],
    [
      'a NUL in a title',
      { source: { title: 'a\0' } },
      { field: 'source.title', code: 'has_nul', seen: 'a␀', params: { position: 2 } },
    ],
    ['a text that is a number', { text: 5 }, { field: 'text', code: 'invalid', params: { expected: 'text' } }],
    [
      'a date of 2099',
      { saidOn: '2099-01-01' },
      { field: 'saidOn', code: 'date_in_future', seen: '2099-01-01', params: { today: '2025-08-15' } },
    ],
    [
      'tomorrow',
      { saidOn: '2025-08-16' },
      { field: 'saidOn', code: 'date_in_future', seen: '2025-08-16', params: { today: '2025-08-15' } },
    ],
    [
      'next month',
      { saidOn: '2025-09' },
      { field: 'saidOn', code: 'date_in_future', seen: '2025-09', params: { today: '2025-08-15' } },
    ],
    [
      '30 February',
      { saidOn: '2025-02-30' },
      { field: 'saidOn', code: 'not_a_date', seen: '2025-02-30', params: { example: '2025-07-31' } },
    ],
    [
      'month 13',
      { saidOn: '2025-13' },
      { field: 'saidOn', code: 'not_a_date', seen: '2025-13', params: { example: '2025-07-31' } },
    ],
    [
      'a date in words',
      { saidOn: '31 July' },
      { field: 'saidOn', code: 'not_a_date', seen: '31 July', params: { example: '2025-07-31' } },
    ],
    [
      'the year 0202',
      { saidOn: '0202-07-31' },
      { field: 'saidOn', code: 'date_too_early', seen: '0202-07-31', params: { earliest: 1900 } },
    ],
    [
      'a camp of no event',
      { camp: 'camp_c' },
      { field: 'camp', code: 'unknown_camp', seen: 'camp_c', params: { allowed: 'camp_a, camp_b' } },
    ],
    ['no camp', { camp: '' }, { field: 'camp', code: 'required' }],
    [
      'a target of no event',
      { target: 'x' },
      { field: 'target', code: 'unknown_target', seen: 'x', params: { allowed: 'rapprochement' } },
    ],
    [
      'a stance of no codebook',
      { stance: 'neutral' },
      {
        field: 'stance',
        code: 'unknown_stance',
        seen: 'neutral',
        params: { allowed: 'favor, against, ambivalent, none, cannot_code' },
      },
    ],
    [
      'confidence 4',
      { confidence: 4 },
      { field: 'confidence', code: 'out_of_range', seen: '4', params: { min: 1, max: 3, whole: 1 } },
    ],
    [
      'confidence 1.5',
      { confidence: 1.5 },
      { field: 'confidence', code: 'out_of_range', seen: '1.5', params: { min: 1, max: 3, whole: 1 } },
    ],
    [
      'confidence in words',
      { confidence: 'high' },
      { field: 'confidence', code: 'not_a_number', seen: 'high', params: { min: 1, max: 3, whole: 1 } },
    ],
    [
      'a javascript: URL',
      { source: { url: 'javascript:alert(1)' } },
      {
        field: 'source.url',
        code: 'url_scheme_not_allowed',
        seen: 'javascript:alert(1)',
        params: { scheme: 'javascript', allowed: 'http, https' },
      },
    ],
    [
      'a javascript: URL that hides behind a tab',
      { source: { url: 'java\tscript:alert(1)' } },
      {
        field: 'source.url',
        code: 'url_scheme_not_allowed',
        seen: 'java␉script:alert(1)',
        params: { scheme: 'javascript', allowed: 'http, https' },
      },
    ],
    [
      'an address without scheme',
      { source: { url: 'example.org/a' } },
      { field: 'source.url', code: 'not_a_url', seen: 'example.org/a', params: { example: 'https://example.org/page' } },
    ],
    [
      'a host with port without scheme',
      { source: { url: 'example.org:80/a' } },
      { field: 'source.url', code: 'not_a_url', seen: 'example.org:80/a', params: { example: 'https://example.org/page' } },
    ],
    [
      'a scheme without a host',
      { source: { url: 'https:///a' } },
      { field: 'source.url', code: 'not_a_url', seen: 'https:///a', params: { example: 'https://example.org/page' } },
    ],
    [
      'a quotation mark in an address',
      { source: { url: 'https://example.org/"x' } },
      { field: 'source.url', code: 'not_a_url', seen: 'https://example.org/"x', params: { example: 'https://example.org/page' } },
    ],
    [
      'the name of a language',
      { language: 'english' },
      { field: 'language', code: 'not_a_language_tag', seen: 'english', params: { example: 'ar' } },
    ],
    [
      'an underscore in a tag',
      { language: 'ar_SY' },
      { field: 'language', code: 'not_a_language_tag', seen: 'ar_SY', params: { example: 'ar' } },
    ],
    ['a translation without language', { translation: { text: 'x' } }, { field: 'translation.language', code: 'required' }],
    ['a speaker of unsaid risk', { speaker: { name: 'x' } }, { field: 'speaker.risk', code: 'required' }],
    ['a misspelt field', { stanec: 'x' }, { field: 'stanec', code: 'unknown_field' }],
    ['a misspelt field of the source', { source: { link: 'x' } }, { field: 'source.link', code: 'unknown_field' }],
    ['a group that is no group', { source: 'Outlet' }, { field: 'source', code: 'invalid' }],
  ];
  it.each(wrong)('refuses %s', (_, change, problem) => {
    expect(problemsOf(change)).toEqual([problem]);
  });

  it.each([null, undefined, 5, 'text', []])('refuses %j as a statement', (input) => {
    const result = parseStatement(input, context);
    expect(result.ok ? null : result.problem.fields.map(({ field, code }) => [field, code])).toEqual([['statement', 'invalid']]);
  });

  it('reports every wrong field at once', () => {
    const result = parseStatement({}, context);
    expect(result.ok ? [] : result.problem.fields.map(({ field }) => field)).toEqual([
      'text',
      'camp',
      'stance',
      'confidence',
      'attribution',
      'coder',
    ]);
  });

  it('takes a text of exactly 10,000 characters and a date of today, this month and this year', () => {
    expect(problemsOf({ text: 'x'.repeat(STATEMENT_LIMITS.text) })).toEqual([]);
    for (const saidOn of ['2025-08-15', '2025-08', '2025', '2024-02-29', '1900']) expect(problemsOf({ saidOn })).toEqual([]);
    expect(problemsOf({ saidOn: '2100-02-29' })[0]?.code).toBe('not_a_date');
  });

  it('reads a date in Arabic-Indic digits', () => {
    expect(accepted({ ...minimal, saidOn: '٢٠٢٥-٠٧-٣١' }).saidOn).toEqual({ value: '2025-07-31', precision: 'day' });
  });

  it('keeps the text but for white space around it and the kind of line ends', () => {
    expect(accepted({ ...minimal, text: '  a\r\n  b\rc  ' }).text).toBe('a\n  b\nc');
    expect(accepted({ ...minimal, locator: 'page 1\r\n column 2' }).locator).toBe('page 1 column 2');
  });

  it('takes a statement that nobody has coded only where codings are optional', () => {
    const uncoded = { text: 'x', attribution: 'direct' };
    const value = accepted(uncoded, { ...context, coding: 'optional' });
    expect([value.camp, value.stance, value.confidence, value.coder]).toEqual([null, null, null, null]);
    expect(problemsOf({ stance: 'x' }, { ...context, coding: 'optional' })[0]?.code).toBe('unknown_stance');
  });

  it('never repeats the words or the name of a speaker', () => {
    const secret = `secret\0`;
    const fields = problemsOf({
      text: secret,
      translation: { text: secret, language: 'en' },
      rationale: secret,
      speaker: { name: secret, pseudonym: secret, risk: 'protected' },
    });
    expect(fields.map(({ field }) => field)).toEqual([
      'text',
      'translation.text',
      'rationale',
      'speaker.name',
      'speaker.pseudonym',
    ]);
    expect(JSON.stringify(fields)).not.toContain('secret');
  });

  it('changes nothing when it reads what it returned', () => {
    const parse = statementParser(context);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, title) => {
        const first = parse({ ...minimal, text, source: { title, published: '2025' } });
        if (!first.ok) return;
        expect(parse(first.value)).toEqual(first);
      }),
    );
  });

  it('answers every value with a result', () => {
    const parse = statementParser(context);
    fc.assert(fc.property(fc.anything(), (input) => typeof parse(input).ok === 'boolean'));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('text', 'source', 'saidOn', '__proto__', 'speaker'), fc.anything()),
        (input) => typeof parse(input).ok === 'boolean',
      ),
    );
  });
});

describe('statementFromForm', () => {
  const form = {
    text: 'A sample text.',
    language: '',
    camp: 'camp_a',
    stance: 'against',
    confidence: '2',
    attribution: 'direct',
    coder: 'coder one',
  };

  it('leaves out what is blank and groups that only their preset choices fill', () => {
    const preset = {
      ...form,
      translation: ' ',
      translation_language: 'en',
      translated_by: 'human',
      slogan_use: 'unclear',
      speaker_kind: 'unknown',
      speaker_risk: 'ordinary',
    };
    expect(accepted(statementFromForm(preset))).toEqual(accepted(minimal));
  });

  it('keeps what is said of a speaker without a name', () => {
    expect(accepted(statementFromForm({ ...form, speaker_kind: 'group', speaker_risk: 'ordinary' })).speaker).toEqual({
      name: null,
      pseudonym: null,
      kind: 'group',
      risk: 'ordinary',
    });
    expect(accepted(statementFromForm({ ...form, speaker_risk: 'protected' })).speaker?.risk).toBe('protected');
  });

  it('reads every flat field into its place', () => {
    const filled = Object.fromEntries(STATEMENT_FIELDS.map((field) => [field, field === 'confidence' ? '3' : `<${field}>`]));
    const nested = statementFromForm(filled);
    const at = (path: string): unknown =>
      path
        .split('.')
        .reduce<unknown>(
          (value, key) =>
            typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined,
          nested,
        );
    for (const field of STATEMENT_FIELDS)
      expect(at(STATEMENT_FIELD_PATHS[field]), field).toBe(field === 'confidence' ? 3 : `<${field}>`);
  });

  it('ignores names that it does not know, inherited ones too', () => {
    expect(statementFromForm(Object.assign(Object.create({ text: 'inherited' }), { other: 'x' }))).toEqual(statementFromForm({}));
  });

  it('names problems as the form names its inputs', () => {
    const result = parseStatement(
      statementFromForm({ ...form, source_url: 'ftp://example.org', said_on: 'x', confidence: 'x' }),
      context,
    );
    expect(result.ok ? [] : withFlatFields(result.problem.fields).map(({ field, code }) => [field, code])).toEqual([
      ['confidence', 'not_a_number'],
      ['source_url', 'url_scheme_not_allowed'],
      ['said_on', 'not_a_date'],
    ]);
  });
});
