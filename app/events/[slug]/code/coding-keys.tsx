'use client';

import { useEffect, useState } from 'react';

interface CodingKeysProps {
  readonly words: {
    readonly heading: string;
    readonly numbers: string;
    readonly enter: string;
    readonly z: string;
    readonly reason: string;
  };
  /** The number keys that reach a code, in the reader's digits; null where nothing is left to answer. */
  readonly codes: string | null;
  readonly hasUndo: boolean;
  /** Selector of what the focus goes to: it would else start at the top of the page after every answer. */
  readonly arriveAt: string | null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('textarea, input:not([type="radio"]), select, [contenteditable]') !== null
  );
}

/** Western, Arabic-Indic and Persian digits, whichever the keyboard types. */
function digitOf(key: string): number | null {
  const point = key.length === 1 ? key.charCodeAt(0) : 0;
  for (const zero of [0x30, 0x660, 0x6f0]) if (point > zero && point <= zero + 9) return point - zero;
  return null;
}

/**
 * Coding without the mouse: a number chooses, Enter saves, z takes back. Everything is a button or a field of the forms too; the keys
 * only press them.
 */
export function CodingKeys({ words, codes, hasUndo, arriveAt }: CodingKeysProps) {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('#coding-form');
    let isSent = false;
    const send = (which: HTMLFormElement) => {
      // A key that is held down must not answer the next statement too.
      if (isSent) return;
      isSent = true;
      which.requestSubmit();
    };
    function onKeyDown(event: KeyboardEvent): void {
      if (document.querySelector('dialog[open]') !== null) return;
      if (form !== null && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        send(form);
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      if (event.key === 'z' || event.key === 'ئ') {
        const undo = document.querySelector<HTMLFormElement>('#undo-form');
        if (undo === null) return;
        event.preventDefault();
        send(undo);
        return;
      }
      if (form === null) return;
      const digit = digitOf(event.key);
      if (digit !== null) {
        const radios = form.querySelectorAll<HTMLInputElement>('input[name="code"]');
        const radio = radios[digit - 1];
        if (radio === undefined) return;
        event.preventDefault();
        radio.checked = true;
        radio.focus();
      } else if (event.key === 'Enter') {
        const isControl = event.target instanceof HTMLElement && event.target.closest('a, button, summary') !== null;
        if (isControl || form.querySelector('input[name="code"]:checked') === null) return;
        event.preventDefault();
        send(form);
      } else if (event.key === 'r' || event.key === 'ق') {
        event.preventDefault();
        form.querySelector<HTMLTextAreaElement>('textarea')?.focus();
      }
    }
    document.addEventListener('keydown', onKeyDown);
    setIsReady(true);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  useEffect(() => {
    // Whoever was faster than the script keeps their place.
    if (arriveAt === null || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(arriveAt)?.focus({ preventScroll: true });
  }, [arriveAt]);
  const answering =
    codes === null
      ? []
      : [
          { keys: codes, does: words.numbers },
          { keys: 'Enter', does: words.enter },
          { keys: 'r', does: words.reason },
        ];
  const rows = [...answering, ...(hasUndo ? [{ keys: 'z', does: words.z }] : [])];
  return (
    <section className="needs-script" aria-label={words.heading} data-ready={isReady}>
      <ul className="coding-keys">
        {rows.map((row) => (
          <li key={row.keys}>
            <kbd dir="ltr">{row.keys}</kbd> {row.does}
          </li>
        ))}
      </ul>
    </section>
  );
}
