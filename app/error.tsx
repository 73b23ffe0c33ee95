'use client';

import { CrashMessage } from './_components/crash-message';

export default function ErrorPage({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return <CrashMessage error={error} retry={retry} />;
}
