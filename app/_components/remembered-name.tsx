'use client';

import { useEffect } from 'react';

/** Name under which the coder's name is remembered in this browser. */
const CODER_KEY = 'stanceboard-coder';

interface RememberedNameProps {
  /** Ids of the fields that ask who somebody is. */
  readonly fields: readonly string[];
}

/** Fills the fields that ask for a name with the one that was typed last in this browser. Shows nothing itself. */
export function RememberedName({ fields }: RememberedNameProps) {
  const ids = fields.join(' ');
  useEffect(() => {
    const inputs = ids.split(' ').flatMap((id) => {
      const element = document.getElementById(id);
      return element instanceof HTMLInputElement ? [element] : [];
    });
    const remember = (event: Event) => {
      if (event.currentTarget instanceof HTMLInputElement) localStorage.setItem(CODER_KEY, event.currentTarget.value);
    };
    for (const input of inputs) {
      if (input.value === '') input.value = localStorage.getItem(CODER_KEY) ?? '';
      input.addEventListener('change', remember);
    }
    return () => {
      for (const input of inputs) input.removeEventListener('change', remember);
    };
  }, [ids]);
  return null;
}
