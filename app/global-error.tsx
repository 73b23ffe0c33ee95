'use client';

import './styles/index.css';

import { CrashMessage } from './_components/crash-message';

/** Stands in for the whole document when the layout itself fails. */
export default function GlobalError({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <title>Stanceboard</title>
        <CrashMessage error={error} retry={retry} />
      </body>
    </html>
  );
}
