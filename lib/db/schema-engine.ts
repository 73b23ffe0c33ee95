import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Tables that the migrations make and Prisma's schema cannot describe: the full-text index and its shadow tables.
 * The drift check leaves them out.
 */
export const TABLES_OUTSIDE_PRISMA = [
  'StatementFts',
  'StatementFts_data',
  'StatementFts_idx',
  'StatementFts_docsize',
  'StatementFts_config',
];

export const ENGINE_FILTERS = { externalTables: TABLES_OUTSIDE_PRISMA, externalEnums: [] };

/** Prisma's schema as the engine takes it. */
export async function readPrismaSchema(root: string): Promise<SchemasContainer> {
  const path = join(root, 'prisma', 'schema.prisma');
  return { files: [{ path, content: await readFile(path, 'utf8') }] };
}

/** The names of the migrations in the folder, oldest first. */
export async function listMigrations(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'prisma', 'migrations'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations folder as the engine takes it. */
export async function readMigrationList(root: string): Promise<MigrationList> {
  const baseDir = join(root, 'prisma', 'migrations');
  const names = await listMigrations(root);
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

/** The bindings hold one WebAssembly instance for the whole process: a second one would take the first one's memory for its own. */
let loadedBindings: Promise<Bindings> | undefined;

async function loadBindings(root: string): Promise<Bindings> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const require = createRequire(join(root, 'package.json'));
  const wasmPath = require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(wasmPath), {
    './schema_engine_bg.js': { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
  return bindings;
}

/**
 * Runs `work` with Prisma's own schema engine in its WebAssembly build, on the SQLite file given. The engine that the Prisma
 * command line uses is a binary that it downloads; this one comes with the package.
 */
export async function withSchemaEngine<T>(root: string, file: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loadedBindings ??= loadBindings(root);
  const bindings = await loadedBindings;
  const inner = new PrismaBetterSqlite3({ url: `file:${file}` });
  const opened: SqlDriverAdapter[] = [];
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => {
      const connection = await inner.connect();
      opened.push(connection);
      return connection;
    },
    connectToShadowDb: () => inner.connectToShadowDb(),
  });
  const schema = await readPrismaSchema(root);
  const engine = await bindings.SchemaEngine.new(
    { datamodels: schema.files.map(({ path, content }) => [path, content]) },
    () => {},
    adapter,
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    // The engine locks the file for itself and leaves its connections open.
    await Promise.all(opened.map((connection) => connection.dispose()));
  }
}
