import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE_FILTERS, readMigrationList, readPrismaSchema, withSchemaEngine } from '#lib/db/schema-engine';

/**
 * The SQL that leads from the migrations as they are to schema.prisma as it is; empty when they say the same.
 */
export async function diffMigrationsToSchema(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stanceboard-diff-'));
  const file = join(folder, 'diff.db');
  try {
    const migrationsList = await readMigrationList(root);
    const schema = await readPrismaSchema(root);
    return await withSchemaEngine(root, file, async (engine) => {
      if (migrationsList.migrationDirectories.length > 0) {
        await engine.applyMigrations({ migrationsList, filters: ENGINE_FILTERS });
      }
      const from =
        migrationsList.migrationDirectories.length === 0
          ? ({ tag: 'empty' } as const)
          : ({ tag: 'schemaDatasource', files: schema.files, configDir: root } as const);
      const { stdout } = await engine.diff({
        from,
        to: { tag: 'schemaDatamodel', files: schema.files },
        script: true,
        exitCode: true,
        filters: ENGINE_FILTERS,
      });
      return (stdout ?? '').replace(/^-- This is an empty migration\.\s*$/m, '').trim();
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Adds STRICT to each CREATE TABLE, which Prisma does not write. */
export function makeTablesStrict(sql: string): string {
  return sql.replace(/(CREATE TABLE "[^"]+" \([\s\S]*?\n\));/g, '$1 STRICT;');
}

/**
 * Writes prisma/migrations/<stamp>_<name>/migration.sql for what schema.prisma has and the migrations lack. CHECK constraints are
 * added to the file by hand.
 *
 * @returns the path of the new file, or null when there is nothing to migrate.
 */
export async function writeMigration(root: string, name: string, stamp: string): Promise<string | null> {
  const sql = await diffMigrationsToSchema(root);
  if (sql === '') return null;
  const folder = join(root, 'prisma', 'migrations', `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'migration.sql');
  await writeFile(file, `${makeTablesStrict(sql)}\n`);
  return file;
}
