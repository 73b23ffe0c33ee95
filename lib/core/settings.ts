import { z } from 'zod';
import { failed, ok, type Result } from '#lib/core/result';

/** How the server and the terminal are set up. Nothing has to be set. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Path of the SQLite file, absolute or relative to the project's folder. */
  readonly databaseFile: string;
  /** Names beside loopback and HOST that the server answers to. */
  readonly allowedHosts: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  port: 3000,
  host: '127.0.0.1',
  databaseFile: './data/stanceboard.db',
  allowedHosts: [],
};

const EXAMPLES = {
  PORT: 'PORT=3000',
  HOST: 'HOST=127.0.0.1',
  DATABASE_URL: 'DATABASE_URL=file:./data/stanceboard.db',
  ALLOWED_HOSTS: 'ALLOWED_HOSTS=stances.example.org',
} as const;

type SettingName = keyof typeof EXAMPLES;

const hostName = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;
const ipv6 = /^\[?[0-9a-f:]*:[0-9a-f:.]*\]?$/i;

/** An empty variable is an unset one, as shells and container files write it. */
const unsetWhenEmpty = (value: unknown) => (value === '' ? undefined : value);

const settingsSchema = z.object({
  PORT: z.preprocess(
    unsetWhenEmpty,
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535)
      .default(DEFAULT_SETTINGS.port),
  ),
  HOST: z.preprocess(
    unsetWhenEmpty,
    z
      .string()
      .refine((host) => hostName.test(host) || ipv6.test(host))
      // An IPv6 address may stand in brackets, as addresses of pages have it.
      .transform((host) => host.replace(/^\[(.*)\]$/, '$1'))
      .default(DEFAULT_SETTINGS.host),
  ),
  DATABASE_URL: z.preprocess(
    unsetWhenEmpty,
    z
      .string()
      .regex(/^file:[^?#]+$/)
      .transform((url) => url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''))
      .default(DEFAULT_SETTINGS.databaseFile),
  ),
  ALLOWED_HOSTS: z.preprocess(
    unsetWhenEmpty,
    z
      .string()
      .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
      .refine((hosts) => hosts.every((host) => hostName.test(host) || ipv6.test(host)))
      .default([]),
  ),
});

function isSettingName(name: unknown): name is SettingName {
  return typeof name === 'string' && Object.hasOwn(EXAMPLES, name);
}

const WANTED: Readonly<Record<SettingName, string>> = {
  PORT: 'a number from 0 to 65535',
  HOST: 'a host name or an IP address',
  DATABASE_URL: 'a file: address of a SQLite file',
  ALLOWED_HOSTS: 'host names with commas between them',
};

/**
 * Reads the settings out of the environment.
 *
 * @returns the settings, or one sentence for each wrong value: its name, what was seen, what is wanted, an example.
 */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): Result<Settings, readonly string[]> {
  const parsed = settingsSchema.safeParse(environment);
  if (parsed.success) {
    const { PORT, HOST, DATABASE_URL, ALLOWED_HOSTS } = parsed.data;
    return ok({ port: PORT, host: HOST, databaseFile: DATABASE_URL, allowedHosts: ALLOWED_HOSTS });
  }
  const names = new Set(parsed.error.issues.map((issue) => issue.path[0]).filter(isSettingName));
  return failed(
    [...names].map((name) => `${name} is "${environment[name]}", but must be ${WANTED[name]}, for example ${EXAMPLES[name]}.`),
  );
}
