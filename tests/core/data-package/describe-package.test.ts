import { describe, expect, it } from 'vitest';
import { citationFile } from '#lib/core/data-package/citation-file';
import { describePackage, type PackageDescription } from '#lib/core/data-package/describe-package';
import { PACKAGE_TABLES, type PackageTable, tablePath } from '#lib/core/data-package/package-tables';
import { packageCodebook, packageReadme } from '#lib/core/data-package/package-texts';

const tables = (
  ['statements', 'translations', 'camps', 'codebook', 'codings', 'adjudications', 'reliability', 'scores'] as const
).map((table) => ({
  table,
  rows: 3,
  bytes: 100,
  sha256: 'ab'.repeat(32),
}));

const description: PackageDescription = {
  event: 'event-one',
  title: 'Event one',
  description: 'A description.',
  homepage: 'https://example.org/events/event-one',
  created: '2025-08-15T10:00:00.000Z',
  version: '0.1.0',
  licence: null,
  contributors: ['Collector'],
  tables,
};

describe('PACKAGE_TABLES', () => {
  const all: readonly PackageTable[] = Object.values(PACKAGE_TABLES);
  it.each(all.map((table) => [table.name, table] as const))('%s has each column once and keys that exist', (_, table) => {
    const names = table.fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...table.primaryKey]));
    for (const key of table.foreignKeys) {
      expect(names).toEqual(expect.arrayContaining([...key.fields]));
      const target = all.find(({ name }) => name === key.table);
      expect(target?.primaryKey).toEqual(key.references);
    }
    // A key column that may be empty identifies nothing.
    for (const column of table.primaryKey) expect(table.fields.find(({ name }) => name === column)?.isRequired).toBe(true);
  });
});

describe('describePackage', () => {
  it('describes each table by the columns that are written', () => {
    const json = JSON.parse(JSON.stringify(describePackage(description)));
    expect(json).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'event-one',
      created: '2025-08-15T10:00:00.000Z',
      contributors: [{ title: 'Collector' }],
    });
    expect(json).not.toHaveProperty('licenses');
    expect(json.resources.map(({ path }: { path: string }) => path)).toEqual(tables.map(({ table }) => tablePath(table)));
    expect(json.resources[0]).toMatchObject({ type: 'table', bytes: 100, hash: `sha256:${'ab'.repeat(32)}`, encoding: 'utf-8' });
    const fields = json.resources[0].schema.fields;
    expect(fields).toContainEqual(
      expect.objectContaining({ name: 'score', type: 'number', constraints: { minimum: -1, maximum: 1 } }),
    );
    expect(fields).toContainEqual(
      expect.objectContaining({ name: 'confidence', type: 'integer', constraints: { enum: [1, 2, 3] } }),
    );
    expect(json.resources[4].schema.foreignKeys).toEqual([
      { fields: ['statement'], reference: { resource: 'statements', fields: ['id'] } },
      {
        fields: ['codebook_version', 'variable', 'code'],
        reference: { resource: 'codebook', fields: ['codebook_version', 'variable', 'code'] },
      },
    ]);
  });

  it('names resources and the package as the standard wants names', () => {
    const json = JSON.parse(JSON.stringify(describePackage(description)));
    for (const name of [json.name, ...json.resources.map((each: { name: string }) => each.name)])
      expect(name).toMatch(/^[a-z0-9._/-]+$/);
  });
});

describe('citationFile', () => {
  it('escapes what YAML would read as its own', () => {
    const cff = citationFile({
      title: 'A: "title" # with\nlines',
      authors: ['العربية', 'B\u0085'],
      released: '2025-08-15',
      version: '0.1.0',
      url: 'https://example.org',
      licence: 'CC-BY-4.0',
      abstract: 'Abstract.',
    });
    expect(cff).toContain('title: "A: \\"title\\" # with\\nlines"\n');
    expect(cff).toContain('  - name: "العربية"\n  - name: "B\\u0085"\n');
    expect(cff).toContain('license: "CC-BY-4.0"\n');
  });

  it('has an author where none is known, as the format demands one', () => {
    const cff = citationFile({
      title: 'T',
      authors: [],
      released: '2025-08-15',
      version: '1',
      url: null,
      licence: null,
      abstract: 'A',
    });
    expect(cff).toContain('authors:\n  - name: "T"\n');
    expect(cff).not.toContain('license:');
  });
});

describe('packageReadme', () => {
  it('says filter, date, n, versions and what was left out', () => {
    const readme = packageReadme({
      title: 'Event *one*',
      description: 'What\nhappened.',
      created: '2025-08-15T10:00:00.000Z',
      asOf: 42,
      url: 'https://example.org/a_b',
      filter: [{ facet: 'Camp', value: 'Camp A' }],
      statements: 12,
      ofStatements: 20,
      camps: [{ label: 'Camp A', count: 12 }],
      leftOut: { duplicates: 2, context: 5, withheld: 1 },
      scorers: [{ name: 'stanceboard-en', version: '1.0', count: 12 }],
      codebookVersions: [1, 2],
      version: '0.1.0',
      licence: null,
      tables,
      caveats: ['Agreement on stance is low: alpha .41.'],
    });
    for (const part of [
      '# Event \\*one\\*\n',
      '- Made: 2025-08-15T10:00:00.000Z (log row 42)\n',
      '- Filter: Camp = Camp A\n',
      '- Statements: n = 12 of 20\n  - Camp A: n = 12\n',
      '- Left out: 2 duplicates, 5 of context camps, 1 withheld\n',
      '- Codebook: version 1, 2\n',
      '- Scorer: stanceboard-en 1.0, 12 texts\n',
      '- Page: <https://example.org/a_b>\n',
      '- Agreement on stance is low: alpha .41.\n',
      '| data/codings.csv | 3 | ',
    ]) {
      expect(readme).toContain(part);
    }
  });
});

describe('packageCodebook', () => {
  it('explains every column of every table, then the codes', () => {
    const markdown = packageCodebook('Event one', tables, ['# Version 1\n\n## stance\n']);
    const all: readonly PackageTable[] = Object.values(PACKAGE_TABLES);
    for (const { fields } of all) for (const { name, type } of fields) expect(markdown).toContain(`| ${name} | ${type}`);
    expect(markdown.indexOf('# Version 1')).toBeGreaterThan(markdown.indexOf('data/scores.csv'));
    expect(markdown.endsWith('## stance\n')).toBe(true);
  });
});
