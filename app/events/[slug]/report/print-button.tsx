'use client';

/** Opens the browser's own print dialogue; hidden where there is no JavaScript, since its menu does the same. */
export function PrintButton({ label }: { readonly label: string }) {
  return (
    <button type="button" className="button primary needs-script" onClick={() => window.print()}>
      {label}
    </button>
  );
}
