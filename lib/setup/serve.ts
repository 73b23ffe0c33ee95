import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseSettings, type Settings } from '#lib/core/settings';
import { MigrationRefused } from '#lib/db/migrate-database';
import { removeOldStaged } from '#lib/files/staged-file';
import { prepareDatabase } from '#lib/setup/prepare-database';
import { ensureBuilt, placeTrouble, ROOT, SetupFailed, say } from './steps.mjs';

function settingsOrFail(): Settings {
  const settings = parseSettings(process.env);
  if (!settings.ok) throw new SetupFailed(settings.problem.join('\n'));
  return settings.value;
}

/** Asks the system whether the address can be had, before a minute is spent on building. */
function requireFreeAddress({ host, port }: Settings): Promise<void> {
  return new Promise((free, refuse) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        const next = port === 65_535 ? 3000 : port + 1;
        refuse(
          new SetupFailed(
            `Port ${port} on ${host} is in use by another program. Stop that one, or choose another port: PORT=${next} npm start`,
          ),
        );
      } else if (error.code === 'EACCES') {
        refuse(new SetupFailed(`This user may not open port ${port}. Choose one above 1023, for example PORT=3000.`));
      } else {
        refuse(
          new SetupFailed(
            `The server cannot listen on HOST=${host} (${error.code}). Use an address of this machine, for example HOST=127.0.0.1.`,
          ),
        );
      }
    });
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

async function serve(): Promise<void> {
  // Whoever started this is gone, killed perhaps: nothing of it may go on alone.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const settings = settingsOrFail();
  const isDevelopment = process.argv.includes('--dev');
  await requireFreeAddress(settings);
  const databaseFile = resolve(ROOT, settings.databaseFile);
  await prepareDatabase(ROOT, databaseFile, say);
  await removeOldStaged(new Date());
  if (!isDevelopment) await ensureBuilt();

  // The server is a process of its own, free of the loader that runs this file.
  const server = spawn(process.execPath, [join(ROOT, 'lib', 'setup', 'server.mjs')], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: isDevelopment ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(settings.port),
      HOST: settings.host,
      DATABASE_URL: `file:${databaseFile}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill(signal));
  server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
}

try {
  await serve();
} catch (error) {
  const isExpected = error instanceof SetupFailed || error instanceof MigrationRefused;
  const message = isExpected ? error.message : placeTrouble(error);
  if (message === null) throw error;
  say(message);
  process.exit(1);
}
