'use client';

import type { ReactNode, SubmitEvent } from 'react';

interface ThemeFormProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A plain form that keeps the choice of colours; once alive it changes them in place, so that nothing typed is lost. */
export function ThemeForm({ label, className, children }: ThemeFormProps) {
  function changeInPlace(event: SubmitEvent<HTMLFormElement>): void {
    const button = event.nativeEvent.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (button.value === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = button.value;
    // The colours have changed already; should the cookie fail, they are back at the next page.
    void fetch('/settings/theme', { method: 'POST', body: new URLSearchParams({ theme: button.value }), redirect: 'manual' });
  }
  return (
    <form className={className ?? 'tool-form'} method="post" action="/settings/theme" aria-label={label} onSubmit={changeInPlace}>
      {children}
    </form>
  );
}
