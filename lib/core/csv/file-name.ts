const FILTER_MAX = 80;

/** What the name of a file says. */
export interface FileNameParts {
  /** Slug of the event. */
  readonly event: string;
  /** What the file holds, where it is not the statements: `codings`, `compare`. */
  readonly what?: string;
  /** The filter's facets and values, such as `['camp', 'pragmatic']`, in their canonical order. */
  readonly filter?: readonly (readonly [string, string])[];
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `csv`, `jsonl`, `zip`, `svg`, `png`. */
  readonly extension: string;
}

/**
 * A file name that says event, filter and date: `damascus-moscow-2025_camp-pragmatic_2025-08-15.csv`.
 * Letters and digits of every script are kept, all else becomes `-`, so that the name is safe on every
 * system; a filter of more than 80 characters is cut at a facet and says so with `etc`.
 */
export function fileName({ event, what, filter = [], date, extension }: FileNameParts): string {
  const facets = filter.map(([facet, value]) => slugPart(`${facet}-${value}`)).filter((part) => part !== '');
  const kept: string[] = [];
  let length = 0;
  for (const facet of facets) {
    length += facet.length + 1;
    if (length > FILTER_MAX) break;
    kept.push(facet);
  }
  const cut = kept.length < facets.length ? ['etc'] : [];
  const parts = [slugPart(event), ...(what === undefined ? [] : [slugPart(what)]), ...kept, ...cut, slugPart(date)];
  return `${parts.filter((part) => part !== '').join('_')}.${extension}`;
}

/**
 * The value of a Content-Disposition header that downloads under `name` (RFC 6266): the name in UTF-8 for
 * browsers and its ASCII letters for what reads no other.
 */
export function attachment(name: string): string {
  const ascii = name.replace(/[^A-Za-z0-9._]+/g, '-');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return ascii === name ? `attachment; filename="${ascii}"` : `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function slugPart(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
