import { describe, expect, test } from 'vitest';
import { scorerNames } from '#lib/i18n/scorer-names';

const ENGLISH = { scorer: 'stanceboard-en', version: '1.1.0' };
const ARABIC = { scorer: 'stanceboard-ar', version: '1.0.1' };

/** Without the characters that keep a name's direction. */
const bare = (text: string | null) => text?.replaceAll(/[\u2068\u2069]/g, '');

describe('the scorers of a figure', () => {
  test('are all named, each in its own direction', () => {
    expect(bare(scorerNames('en', [ARABIC, ENGLISH]))).toBe('stanceboard-ar 1.0.1 and stanceboard-en 1.1.0');
    expect(scorerNames('ar', [ARABIC, ENGLISH])).toBe('\u2068stanceboard-ar 1.0.1\u2069 و\u2068stanceboard-en 1.1.0\u2069');
  });

  test('are none where nothing was scored', () => {
    expect(scorerNames('en', [])).toBeNull();
  });
});
