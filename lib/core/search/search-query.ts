import { foldText } from '#lib/core/text/fold-text';

export function toMatch(query: string): string | null {
  const words = foldText(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"`).join(' ');
}
