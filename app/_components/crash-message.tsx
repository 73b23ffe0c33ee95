'use client';

import { useEffect, useState } from 'react';

const WORDS = {
  en: {
    title: 'This page could not be shown',
    body: 'Nothing that you saved is lost. Try again. If it happens once more, run “npm run -s cli -- doctor” and read what it says.',
    number: 'Error number',
    retry: 'Try again',
  },
  ar: {
    title: 'تعذّر عرض هذه الصفحة',
    body: 'لم يضِع شيء مما حفظته. حاول مجددًا؛ فإن تكرر الأمر فشغّل الأمر «npm run -s cli -- doctor» واقرأ ما يقوله.',
    number: 'رقم الخطأ',
    retry: 'حاول مجددًا',
  },
};

interface CrashMessageProps {
  readonly error: unknown;
  readonly retry: () => void;
}

function digestOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return null;
  return typeof error.digest === 'string' ? error.digest : null;
}

/**
 * What a reader sees where a page failed. It carries its own few sentences: what failed may be the very
 * part that hands out the dictionaries. The message of the error itself is never shown, it can hold a statement's text.
 */
export function CrashMessage({ error, retry }: CrashMessageProps) {
  const [language, setLanguage] = useState<'en' | 'ar'>('en');
  useEffect(() => {
    if (document.documentElement.lang === 'ar') setLanguage('ar');
  }, []);
  const words = WORDS[language];
  const digest = digestOf(error);
  return (
    <main className="wrap message-page" id="main" tabIndex={-1}>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      {digest === null ? null : (
        <p className="hint">
          {words.number}: <code>{digest}</code>
        </p>
      )}
      <button type="button" className="button primary" onClick={retry}>
        {words.retry}
      </button>
    </main>
  );
}
