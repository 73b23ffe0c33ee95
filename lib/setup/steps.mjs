// The steps that bring a fresh clone to the point where it can start. Plain JavaScript on Node alone: it runs before
// anything is installed. What it says goes to stderr, so that commands keep stdout for data.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A step that cannot go on: one sentence with what to do. */
export class SetupFailed extends Error {}

/** @param {string} message */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

const isWindows = process.platform === 'win32';

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ status: number, output: string }}
 */
function runQuietly(command, args, env = process.env) {
  const done = spawnSync(command, args, { cwd: ROOT, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: isWindows });
  return { status: done.status ?? 1, output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}` };
}

/**
 * Runs a command, keeps what it says, and takes it along when this process is told to end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ status: number, output: string }>}
 */
function runHeard(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const forget = endTogether(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      forget();
      resolve({ status: code ?? 1, output });
    });
  });
}

/**
 * Ends a child with this process, however it is told to end.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} undoes it
 */
function endTogether(child) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    child.kill(signal);
    process.exit(128 + (signal === 'SIGINT' ? 2 : signal === 'SIGHUP' ? 1 : 15));
  };
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

/**
 * Runs a command with its output passed on to stderr.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
export function runAloud(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 2, 2], shell: isWindows && command === 'npm' });
    const forget = endTogether(child);
    child.on('error', reject);
    child.on('exit', (code) => {
      forget();
      resolve(code ?? 1);
    });
  });
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupFailed(
    `Stanceboard needs Node.js 20.19 or newer, and this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
}

/** Whether what is installed is what the lock says; packages for other platforms may be missing. */
function dependenciesAreCurrent() {
  const installedPath = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  try {
    const wanted = readJson(join(ROOT, 'package-lock.json')).packages;
    const installed = readJson(installedPath).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      if (installed[path] === undefined)
        return entry.optional === true || entry.devOptional === true || (entry.dev === true && omitsDev(installed));
      return installed[path].version === entry.version;
    });
  } catch {
    return false;
  }
}

/**
 * An install without development packages is fine for starting and for the terminal.
 * @param {Record<string, { dev?: boolean }>} installed
 */
function omitsDev(installed) {
  return process.env['NODE_ENV'] === 'production' && !Object.values(installed).some((entry) => entry.dev === true);
}

async function installDependencies() {
  if (dependenciesAreCurrent()) return;
  say('Installing the packages that the lock file names …');
  const code = await runAloud('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    throw new SetupFailed(
      'npm could not install the packages (its message is above). Check the network to the npm registry and start again.',
    );
  }
}

/** What the SQLite binary was tried with; null where there is none. A try starts a process, which every verb of the terminal would wait for. */
function sqliteFingerprint() {
  const binary = join(ROOT, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
  if (!existsSync(binary)) return null;
  const { size, mtimeMs } = statSync(binary);
  return [process.execPath, process.version, process.arch, size, mtimeMs].join(' ');
}

function hasSqliteBinary() {
  const fingerprint = sqliteFingerprint();
  if (fingerprint !== null && isMarked('sqlite', fingerprint)) return true;
  const works = runQuietly(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"]).status === 0;
  try {
    if (works && fingerprint !== null) mark('sqlite', fingerprint);
  } catch {
    // In a folder that takes no files it is tried every time.
  }
  return works;
}

async function ensureSqliteBinary() {
  if (hasSqliteBinary()) return;
  say('The SQLite binary is missing or was made for another Node.js (install scripts were skipped): building it …');
  const code = await runAloud('npm', ['rebuild', 'better-sqlite3', '--ignore-scripts=false', '--loglevel=error']);
  if (code !== 0 || !hasSqliteBinary()) {
    throw new SetupFailed(
      'better-sqlite3 could not be built. Without a prebuilt binary it needs Python 3, make and a C++ compiler: install them and start again.',
    );
  }
}

/** A lock older than this belongs to nobody: no step takes so long. */
const LOCK_LIMIT_MS = 60 * 60_000;

/** Whether the process that took a lock is still at work. */
function isHeld() {
  try {
    if (Date.now() - statSync(markPath('lock')).mtimeMs > LOCK_LIMIT_MS) return false;
    const holder = Number(readFileSync(markPath('lock'), 'utf8'));
    // A lock that was made this moment has no number in it yet.
    if (holder === 0) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Runs `work` while no other start, test or verb in this folder installs or builds: two at once would take each other's files away.
 * @param {() => Promise<void>} work
 */
async function alone(work) {
  const lock = markPath('lock');
  mkdirSync(join(ROOT, '.setup'), { recursive: true });
  let hasSaid = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (!isHeld()) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!hasSaid) say('Another start is setting up this folder: waiting for it …');
    hasSaid = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} text */
function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** @param {string} name */
function markPath(name) {
  return join(ROOT, '.setup', name);
}

/**
 * Whether a step was done for exactly these inputs.
 * @param {string} name
 * @param {string} fingerprint
 */
function isMarked(name, fingerprint) {
  return existsSync(markPath(name)) && readFileSync(markPath(name), 'utf8') === fingerprint;
}

/**
 * @param {string} name
 * @param {string} fingerprint
 */
function mark(name, fingerprint) {
  mkdirSync(join(ROOT, '.setup'), { recursive: true });
  writeFileSync(markPath(name), fingerprint);
}

/** @param {string} name */
function unmark(name) {
  rmSync(markPath(name), { force: true });
}

function prismaFingerprint() {
  const schema = readFileSync(join(ROOT, 'prisma', 'schema.prisma'), 'utf8');
  const version = readJson(join(ROOT, 'node_modules', 'prisma', 'package.json')).version;
  return sha256(`${version}\n${schema}`);
}

/** @param {string} fingerprint */
function hasPrismaClient(fingerprint) {
  return isMarked('prisma-client', fingerprint) && existsSync(join(ROOT, 'lib', 'db', 'generated', 'client.ts'));
}

function ensurePrismaClient() {
  const fingerprint = prismaFingerprint();
  if (hasPrismaClient(fingerprint)) return;
  say('Generating the database client …');
  const prisma = join(ROOT, 'node_modules', 'prisma', 'build', 'index.js');
  // Generating needs no engine, but Prisma downloads one unless it is pointed at some executable.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const { status, output } = runQuietly(process.execPath, [prisma, 'generate', '--no-hints'], env);
  if (status !== 0) throw new SetupFailed(`The database client could not be generated:\n${output.trim()}`);
  mark('prisma-client', fingerprint);
}

/** Installs, rebuilds and generates what is missing; quick when nothing is. */
export async function ensureReady() {
  requireNode();
  if (dependenciesAreCurrent() && hasSqliteBinary() && hasPrismaClient(prismaFingerprint())) return;
  await alone(async () => {
    await installDependencies();
    await ensureSqliteBinary();
    ensurePrismaClient();
  });
}

const BUILD_INPUTS = ['app', 'lib', 'next.config.js', 'package-lock.json', 'tsconfig.json'];
const NOT_IN_BUILD = new Set([join('lib', 'cli'), join('lib', 'setup'), join('lib', 'nlp', 'train')]);

/**
 * @param {string} path relative to the project's folder
 * @returns {string[]} a line for each file: path, size and time of change
 */
function describeFiles(path) {
  if (NOT_IN_BUILD.has(path)) return [];
  const entry = statSync(join(ROOT, path));
  if (!entry.isDirectory()) return [`${path} ${entry.size} ${entry.mtimeMs}`];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => describeFiles(join(path, name)));
}

/** @param {string} fingerprint */
function isBuilt(fingerprint) {
  return isMarked('build', fingerprint) && existsSync(join(ROOT, '.next', 'BUILD_ID'));
}

/** Builds the web application when the build is missing or older than its sources. */
export async function ensureBuilt() {
  if (isBuilt(sha256(BUILD_INPUTS.flatMap(describeFiles).join('\n')))) return;
  await alone(async () => {
    if (isBuilt(sha256(BUILD_INPUTS.flatMap(describeFiles).join('\n')))) return;
    // A build that is cut short leaves files that look like a whole one.
    unmark('build');
    say('Building the pages (about a minute, once) …');
    const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
    const env = { ...process.env, NODE_ENV: /** @type {const} */ ('production'), NEXT_TELEMETRY_DISABLED: '1' };
    const { status, output } = await runHeard(process.execPath, [next, 'build'], env);
    if (status !== 0) throw new SetupFailed(`The pages could not be built:\n${output.trim()}`);
    mark('build', sha256(BUILD_INPUTS.flatMap(describeFiles).join('\n')));
  });
}

/**
 * Runs a TypeScript file of the project and ends with its exit code.
 * @param {string} file relative to the project's folder
 * @param {readonly string[]} args
 */
export function runTypeScript(file, args) {
  // The channel tells the child when this process is gone, even by a signal that nobody can hear.
  const stdio = /** @type {import('node:child_process').StdioOptions} */ (['inherit', 'inherit', 'inherit', 'ipc']);
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, file), ...args], { cwd: ROOT, stdio });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
}

/**
 * The sentence for a folder of the project that takes no files; null for any other error.
 * @param {unknown} error
 */
export function placeTrouble(error) {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const path = 'path' in error ? String(error.path) : ROOT;
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path} cannot be written, and setting up needs it. Make the folder ${ROOT} writable for this user, or copy it to a place that is.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no space left for ${path}. Free some space (the packages and the build take about 1 GB) and start again.`;
    default:
      return null;
  }
}

/**
 * Runs `work`; expected trouble becomes one sentence and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function runSetup(work) {
  try {
    await work();
  } catch (error) {
    const message = error instanceof SetupFailed ? error.message : placeTrouble(error);
    if (message === null) throw error;
    say(message);
    process.exit(1);
  }
}
