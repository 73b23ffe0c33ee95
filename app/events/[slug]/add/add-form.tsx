'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { forgetTyping, keepTyping, restoreTyping } from './kept-typing';

interface AddFormProps {
  readonly action: string;
  readonly words: {
    readonly save: string;
    readonly saveAndNext: string;
    readonly saving: string;
    readonly shortcut: string;
    readonly offline: string;
    readonly restored: string;
    readonly discard: string;
  };
  /** Changes with each refused attempt, so that what is wrong gets the focus; null where nothing was sent yet. */
  readonly focusKey: string | null;
  /** Whether the cursor goes into the text at once: the next statement follows the last one. */
  readonly startsAtText: boolean;
  readonly children: ReactNode;
}

/** Name under which the coder's name is remembered in this browser. */
const CODER_KEY = 'stanceboard-coder';

/**
 * A plain form. Once alive it is sent without leaving the page: the answer is the same redirect as without
 * JavaScript, so both ways show the same errors, and nothing typed leaves its field.
 */
export function AddForm({ action, words, focusKey, startsAtText, children }: AddFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const saveAndNext = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'ready' | 'saving' | 'failed'>('ready');
  const [isRestored, setIsRestored] = useState(false);

  useEffect(() => {
    // After the fields' own listeners are there, so that the preview reads what comes back.
    const soon = setTimeout(() => {
      if (form.current !== null) setIsRestored(restoreTyping(form.current));
    });
    return () => clearTimeout(soon);
  }, []);

  useEffect(() => {
    setState('ready');
    if (focusKey === null) return;
    const wrong = form.current?.querySelector<HTMLElement>('.error-summary, .notice.error');
    wrong?.setAttribute('tabindex', '-1');
    wrong?.focus();
  }, [focusKey]);

  useEffect(() => {
    const coder = form.current?.elements.namedItem('coder');
    if (coder instanceof HTMLInputElement && coder.value === '') coder.value = localStorage.getItem(CODER_KEY) ?? '';
    const text = form.current?.elements.namedItem('text');
    if (startsAtText && text instanceof HTMLTextAreaElement) text.focus({ preventScroll: true });
  }, [startsAtText]);

  async function send(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (state === 'saving') return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    const body = new URLSearchParams();
    for (const [name, value] of data) if (typeof value === 'string') body.append(name, value);
    const coder = body.get('coder');
    if (coder !== null && coder !== '') localStorage.setItem(CODER_KEY, coder);
    setState('saving');
    try {
      const answer = await fetch(action, { method: 'POST', body });
      if (!answer.redirected) throw new Error(`The form was answered with ${answer.status}.`);
      const { pathname, search } = new URL(answer.url);
      forgetTyping();
      const isRefused = new URLSearchParams(search).has('draft');
      if (isRefused) router.replace(`${pathname}${search}`, { scroll: false });
      else router.push(`${pathname}${search}`);
    } catch {
      setState('failed');
    }
  }

  function startAfresh(): void {
    forgetTyping();
    form.current?.reset();
    setIsRestored(false);
  }

  function saveByKey(event: KeyboardEvent<HTMLFormElement>): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit(saveAndNext.current);
  }

  return (
    <form
      ref={form}
      className="form"
      method="post"
      action={action}
      onSubmit={send}
      onKeyDown={saveByKey}
      onInput={(event) => keepTyping(event.currentTarget)}
      noValidate
    >
      {isRestored ? (
        <p className="hint" role="status">
          {words.restored}{' '}
          <button type="button" className="button quiet" onClick={startAfresh}>
            {words.discard}
          </button>
        </p>
      ) : null}
      {children}
      <div className="form-actions">
        <button type="submit" className="button primary" name="then" value="view" aria-disabled={state === 'saving'}>
          {state === 'saving' ? words.saving : words.save}
        </button>
        <button ref={saveAndNext} type="submit" className="button" name="then" value="another" aria-disabled={state === 'saving'}>
          {words.saveAndNext}
        </button>
        <span className="hint needs-script">{words.shortcut}</span>
        <p className="field-error" role="status">
          {state === 'failed' ? words.offline : null}
        </p>
      </div>
    </form>
  );
}
