/** A value that was seen is shown up to this many UTF-16 units. */
export const SEEN_MAX = 80;

const LONE_SURROGATE = /\p{Cs}/gu;
const UNSEEN_CONTROL = /\p{Cc}/gu;

/** Whether `text` holds half of a surrogate pair, which no UTF-8 file can store. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Cs}/u.test(text);
}

/**
 * What a message may repeat of a wrong value: one line, at most {@link SEEN_MAX} units, safe to store
 * and to show (control characters as their Unicode pictures, half surrogates as U+FFFD).
 *
 * @returns undefined for a value that has nothing to show (undefined, null, objects).
 */
export function seenValue(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return undefined;
  const short = value.length > SEEN_MAX ? `${withoutHalfPair(value.slice(0, SEEN_MAX - 1))}…` : value;
  return short.replace(LONE_SURROGATE, '\uFFFD').replace(UNSEEN_CONTROL, pictureOf);
}

/** U+2400 to U+241F are the pictures of U+0000 to U+001F, U+2421 that of DEL. */
function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}

function withoutHalfPair(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
