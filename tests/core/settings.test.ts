import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '#lib/core/settings';

describe('parseSettings', () => {
  test('nothing has to be set', () => {
    expect(parseSettings({})).toEqual({ ok: true, value: DEFAULT_SETTINGS });
    expect(parseSettings({ PORT: '', HOST: '', DATABASE_URL: '' })).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  });

  test('an IPv6 address may stand in brackets', () => {
    const settings = parseSettings({ HOST: '[::1]' });
    expect(settings.ok ? settings.value.host : settings.problem).toBe('::1');
  });

  test('reads what is set', () => {
    expect(
      parseSettings({ PORT: '8080', HOST: '0.0.0.0', DATABASE_URL: 'file:/srv/board.db', ALLOWED_HOSTS: 'a.example, B.example' }),
    ).toEqual({
      ok: true,
      value: { port: 8080, host: '0.0.0.0', databaseFile: '/srv/board.db', allowedHosts: ['a.example', 'b.example'] },
    });
  });

  test.each([
    ['PORT', 'eighty', /^PORT is "eighty", but must be a number from 0 to 65535, for example PORT=3000\.$/],
    ['PORT', '70000', /^PORT is "70000"/],
    ['PORT', '-1', /^PORT is "-1"/],
    ['HOST', 'my host', /^HOST is "my host", .* for example HOST=127\.0\.0\.1\.$/],
    [
      'DATABASE_URL',
      'postgres://localhost/x',
      /^DATABASE_URL is "postgres:\/\/localhost\/x", .* for example DATABASE_URL=file:\.\/data\/stanceboard\.db\.$/,
    ],
    ['ALLOWED_HOSTS', 'a b', /^ALLOWED_HOSTS is "a b"/],
  ])('names %s when it is %j', (name, value, sentence) => {
    const settings = parseSettings({ [name]: value });
    expect(settings.ok).toBe(false);
    if (!settings.ok) expect(settings.problem).toEqual([expect.stringMatching(sentence)]);
  });

  test('names every wrong value at once', () => {
    const settings = parseSettings({ PORT: 'x', HOST: '/' });
    expect(settings.ok ? [] : settings.problem.map((line) => line.split(' ')[0])).toEqual(['PORT', 'HOST']);
  });
});
