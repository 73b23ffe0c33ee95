'use client';

import { useEffect, useState } from 'react';
import { Dialog } from './dialog';
import { KeyboardIcon } from './icons';

interface KeyboardHelpProps {
  readonly words: {
    readonly title: string;
    readonly open: string;
    readonly help: string;
    readonly search: string;
    readonly compare: string;
    readonly statements: string;
    readonly add: string;
    readonly saveAndNext: string;
    readonly closeDialog: string;
    readonly thenPress: string;
    readonly hint: string;
  };
  readonly closeLabel: string;
}

/** Second keys after `g`, and the navigation links that they follow (the event's own navigation marks them). */
const GO_KEYS: Readonly<Record<string, string>> = { c: 'compare', s: 'statements', a: 'add' };

/** Longest pause between `g` and the key that follows it. */
const GO_PAUSE_MS = 1500;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null);
}

/** The help that `?` opens, and the few keys that work on every page. */
export function KeyboardHelp({ words, closeLabel }: KeyboardHelpProps) {
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    let goPressedAt = Number.NEGATIVE_INFINITY;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const isSecondKey = event.timeStamp - goPressedAt < GO_PAUSE_MS;
      goPressedAt = Number.NEGATIVE_INFINITY;
      if (isSecondKey) {
        const name = GO_KEYS[event.key];
        if (name !== undefined) document.querySelector<HTMLAnchorElement>(`[data-go="${name}"]`)?.click();
      } else if (event.key === '?') {
        event.preventDefault();
        setIsOpen(true);
      } else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('input[type="search"]');
        if (search === null) return;
        event.preventDefault();
        search.focus();
      } else if (event.key === 'g') {
        goPressedAt = event.timeStamp;
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const rows: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
    { keys: ['?'], does: words.help },
    { keys: ['/'], does: words.search },
    { keys: ['g', 'c'], does: words.compare },
    { keys: ['g', 's'], does: words.statements },
    { keys: ['g', 'a'], does: words.add },
    { keys: ['Ctrl + Enter'], does: words.saveAndNext },
    { keys: ['Esc'], does: words.closeDialog },
  ];
  return (
    <>
      <button
        className="tool-button needs-script"
        type="button"
        aria-label={words.open}
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        onClick={() => setIsOpen(true)}
      >
        <KeyboardIcon />
      </button>
      <Dialog
        id="keyboard-help-title"
        title={words.title}
        closeLabel={closeLabel}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <dl className="shortcuts">
          {rows.map((row) => (
            <div key={row.does} className="shortcut">
              <dt>
                {row.keys.map((key, position) => (
                  <span key={key}>
                    {position > 0 ? ` ${words.thenPress} ` : null}
                    <kbd dir="ltr">{key}</kbd>
                  </span>
                ))}
              </dt>
              <dd>{row.does}</dd>
            </div>
          ))}
        </dl>
        <p className="hint">{words.hint}</p>
      </Dialog>
    </>
  );
}
