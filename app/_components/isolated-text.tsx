import { Fragment, type ReactNode } from 'react';

const ISOLATE = /\u2068([^\u2068\u2069]*)\u2069/g;

/**
 * A sentence in which names stand between isolating characters, with elements in their place: what is printed to PDF loses letters
 * beside the characters, and nothing is lost to the reader.
 */
export function IsolatedText({ text }: { readonly text: string }): ReactNode {
  // Every second part stood between the two characters.
  return text.split(ISOLATE).map((part, index) => {
    const key = `${index} ${part}`;
    return index % 2 === 1 ? <bdi key={key}>{part}</bdi> : <Fragment key={key}>{part}</Fragment>;
  });
}
