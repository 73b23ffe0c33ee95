import { connection } from 'next/server';
import { VERSION } from '#lib/core/version';
import { checkHealth } from '#lib/usecases/check-health';
import { workspace } from '../../db';

/** Whether the server can do its work: 200, or 503 with what is wrong and how to mend it. */
export async function GET(): Promise<Response> {
  await connection();
  try {
    const { status, checks } = await checkHealth(workspace(), process.cwd());
    const of = (name: string) => checks.find((check) => check.name === name);
    return Response.json(
      { status, version: VERSION, database: of('database'), migrations: of('migrations') },
      { status: status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unknown';
    return Response.json(
      {
        status: 'failing',
        version: VERSION,
        database: { name: 'database', ok: false, detail, remedy: 'Check DATABASE_URL and run npm start.' },
        migrations: { name: 'migrations', ok: false, detail: 'not looked at', remedy: null },
      },
      { status: 503, headers: { 'cache-control': 'no-store' } },
    );
  }
}
