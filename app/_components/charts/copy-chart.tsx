'use client';

import { useState } from 'react';

interface CopyChartProps {
  /** Address of the picture. */
  readonly png: string;
  /** Finding and address, for programs that take text only. */
  readonly text: string;
  readonly label: string;
  readonly copiedLabel: string;
  readonly failedLabel: string;
}

/** How long the button says what became of it. */
const SAID_MS = 4000;

async function readPicture(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The picture answered ${answer.status}.`);
  return answer.blob();
}

/** Copies picture and finding at once: a document takes the one, a message the other. */
export function CopyChart({ png, text, label, copiedLabel, failedLabel }: CopyChartProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  async function copy(): Promise<void> {
    try {
      // The picture is handed over as a promise: waiting for it first would use up the click that allows copying.
      const item = new ClipboardItem({ 'image/png': readPicture(png), 'text/plain': new Blob([text], { type: 'text/plain' }) });
      await navigator.clipboard.write([item]);
      setState('copied');
    } catch {
      setState('failed');
    }
    setTimeout(() => setState('ready'), SAID_MS);
  }
  return (
    <button type="button" className="tool-button needs-script" onClick={copy} aria-live="polite">
      {state === 'copied' ? copiedLabel : state === 'failed' ? failedLabel : label}
    </button>
  );
}
