import { describe, expect, it } from 'vitest';
import { shownSpeakerName } from '#lib/core/statement/speaker-name';

describe('shownSpeakerName', () => {
  it.each([
    ['public_figure', 'Own', 'Other', 'Own'],
    ['ordinary', 'Own', 'Other', 'Own'],
    ['ordinary', null, 'Other', 'Other'],
    ['vulnerable', 'Own', 'Other', 'Other'],
    ['vulnerable', 'Own', null, null],
    ['protected', 'Own', 'Other', 'Other'],
    ['protected', 'Own', null, null],
  ] as const)('%s, named %s, called %s: %s', (risk, name, pseudonym, shown) => {
    expect(shownSpeakerName({ name, pseudonym, risk })).toBe(shown);
  });
});
