/** What is never kept in the browser: a speaker's name may be a protected person's, and the rest belongs to one attempt only. */
const NOT_KEPT: ReadonlySet<string> = new Set(['speaker', 'coder', 'thread', 'save_similar']);

/** Each address has its own, so that the form for another source does not get these. */
function keyOf(): string {
  return `stanceboard-typing ${location.pathname}${location.search}`;
}

/** Keeps what is typed for as long as the tab lives, so that a reload or a wrong turn loses nothing. */
export function keepTyping(form: HTMLFormElement): void {
  const values = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !NOT_KEPT.has(name));
  try {
    sessionStorage.setItem(keyOf(), JSON.stringify(values));
  } catch {
    // A browser that keeps nothing still sends the form.
  }
}

export function forgetTyping(): void {
  sessionStorage.removeItem(keyOf());
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

/** Pairs of name and value; empty where nothing was kept. */
function keptTyping(): [string, string][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf()) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPair) : [];
  } catch {
    return [];
  }
}

/**
 * Puts back what was typed at this address and not sent.
 *
 * @returns whether anything is other now than the server sent it.
 */
export function restoreTyping(form: HTMLFormElement): boolean {
  const kept = new Map(keptTyping());
  let isChanged = false;
  for (const field of form.elements) {
    const isField =
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement;
    const value = isField ? kept.get(field.name) : undefined;
    if (!isField || value === undefined) continue;
    const isChoice = field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');
    if (isChoice ? field.checked === (field.value === value) : field.value === value) continue;
    if (isChoice) field.checked = field.value === value;
    else field.value = value;
    field.closest('details')?.setAttribute('open', '');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    isChanged = true;
  }
  return isChanged;
}
