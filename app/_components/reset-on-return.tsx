'use client';

import { useEffect } from 'react';

interface ResetOnReturnProps {
  /** Id of a form that says what the page shows. */
  readonly form: string;
}

/**
 * Sets a form back to what its page shows when the browser brings the page back as it was left: a box that was ticked there, and led to
 * another page, would claim a filter that is not on.
 */
export function ResetOnReturn({ form }: ResetOnReturnProps) {
  useEffect(() => {
    const reset = ({ persisted }: PageTransitionEvent) => {
      const found = document.getElementById(form);
      if (persisted && found instanceof HTMLFormElement) found.reset();
    };
    window.addEventListener('pageshow', reset);
    return () => window.removeEventListener('pageshow', reset);
  }, [form]);
  return null;
}
