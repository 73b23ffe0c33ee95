import type { Column } from '#lib/core/csv/statement-columns';
import { PACKAGE_TABLES, type PackageTable, type PackageTableName, tablePath } from '#lib/core/data-package/package-tables';

/** A table as it was written. */
export interface WrittenTable {
  readonly table: PackageTableName;
  readonly rows: number;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** What a data package says of itself. */
export interface PackageDescription {
  /** Slug of the event. */
  readonly event: string;
  readonly title: string;
  readonly description: string;
  /** Address of the page that the package is of, with its filter; null where it has none. */
  readonly homepage: string | null;
  /** ISO 8601 in UTC. */
  readonly created: string;
  /** Version of this program. */
  readonly version: string;
  /** SPDX identifier of the licence of the collection, or null where none was given: then nobody may assume one. */
  readonly licence: string | null;
  /** Who collected it. */
  readonly contributors: readonly string[];
  readonly tables: readonly WrittenTable[];
}

/** JSON of `datapackage.json`. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * The descriptor of a data package by the Data Package standard, version 2 (https://datapackage.org/standard/data-package/),
 * with the `profile` by which readers of version 1 know a table.
 */
export function describePackage(description: PackageDescription): Json {
  const { event, title, homepage, created, version, licence, contributors, tables } = description;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: event,
    title,
    description: description.description,
    ...(homepage === null ? {} : { homepage }),
    version: created.slice(0, 10),
    created,
    ...(licence === null ? {} : { licenses: [{ name: licence }] }),
    ...(contributors.length === 0 ? {} : { contributors: contributors.map((name) => ({ title: name })) }),
    keywords: ['stance', 'sentiment', 'reactions', 'political event'],
    'stanceboard:version': version,
    resources: tables.map(describeTable),
  };
}

function describeTable({ table, rows, bytes, sha256 }: WrittenTable): Json {
  const { name, title, description, fields, primaryKey, foreignKeys }: PackageTable = PACKAGE_TABLES[table];
  return {
    name,
    type: 'table',
    profile: 'tabular-data-resource',
    path: tablePath(table),
    title,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    'stanceboard:rows': rows,
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true, skipInitialSpace: false },
    schema: {
      fields: fields.map(describeField),
      missingValues: [''],
      ...(primaryKey.length === 0 ? {} : { primaryKey: [...primaryKey] }),
      ...(foreignKeys.length === 0
        ? {}
        : {
            foreignKeys: foreignKeys.map((key) => ({
              fields: [...key.fields],
              reference: { resource: key.table, fields: [...key.references] },
            })),
          }),
    },
  };
}

function describeField({ name, type, description, codes, isRequired }: Omit<Column<never, never>, 'write'>): Json {
  const constraints = {
    ...(isRequired === true ? { required: true } : {}),
    ...(codes === undefined ? {} : { enum: type === 'integer' ? codes.map(Number) : [...codes] }),
    ...(name === 'score' ? { minimum: -1, maximum: 1 } : {}),
  };
  return {
    name,
    type,
    // Times here have milliseconds, which the default format of a datetime leaves open.
    ...(type === 'datetime' ? { format: 'any' } : {}),
    description,
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}
