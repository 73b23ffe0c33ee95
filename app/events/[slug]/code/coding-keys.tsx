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
  /** The number keys that reach a code, in the reader's digits. */
  readonly codes: string;
  readonly hasUndo: boolean;
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
export function CodingKeys({ words, codes, hasUndo }: CodingKeysProps) {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('#coding-form');
    if (form === null) return;
    let isSent = false;
    const send = (which: HTMLFormElement) => {
      // A key that is held down must not answer the next statement too.
      if (isSent) return;
      isSent = true;
      which.requestSubmit();
    };
    function onKeyDown(event: KeyboardEvent): void {
      if (form === null || document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        send(form);
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
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
      } else if (event.key === 'z' || event.key === 'ئ') {
        const undo = document.querySelector<HTMLFormElement>('#undo-form');
        if (undo === null) return;
        event.preventDefault();
        send(undo);
      } else if (event.key === 'r' || event.key === 'ق') {
        event.preventDefault();
        form.querySelector<HTMLTextAreaElement>('textarea')?.focus();
      }
    }
    document.addEventListener('keydown', onKeyDown);
    setIsReady(true);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const rows = [
    { keys: codes, does: words.numbers },
    { keys: 'Enter', does: words.enter },
    ...(hasUndo ? [{ keys: 'z', does: words.z }] : []),
    { keys: 'r', does: words.reason },
  ];
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
