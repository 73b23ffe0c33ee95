'use client';

import { useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly copiedLabel: string;
  /** `tool`: small, in a row of tools. */
  readonly look?: 'plain' | 'tool';
}

/** How long the button says that it has copied. */
const SAID_MS = 2000;

/** Over plain http on a network, and where a reader has refused, there is no clipboard to write to: a selection still copies. */
async function writeToClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

/** Copies a line; hidden where there is no JavaScript, since the line itself stands beside it. */
export function CopyButton({ text, label, copiedLabel, look = 'plain' }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  async function copy(): Promise<void> {
    await writeToClipboard(text);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), SAID_MS);
  }
  return (
    <button
      type="button"
      className={`${look === 'tool' ? 'tool-button' : 'button quiet'} needs-script`}
      onClick={copy}
      aria-live="polite"
    >
      {isCopied ? copiedLabel : label}
    </button>
  );
}
