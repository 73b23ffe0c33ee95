import 'server-only';

import { failed, ok, type Result } from '#lib/core/result';
import { refusal } from './problem-response';

/** Largest body of a form or of one statement as JSON, in bytes: a text of the greatest length in four-byte letters, twice over. */
export const BODY_LIMIT = 256 * 1024;

/**
 * Whether another site's page sent this request. Browsers say so in Origin or Sec-Fetch-Site; programs send neither and pass.
 */
export function isCrossSite(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null) {
    if (!URL.canParse(origin)) return true;
    return new URL(origin).host !== request.headers.get('host');
  }
  const site = request.headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
}

/** The refusal of a request that another site's page sent; null for all others. */
export function refuseCrossSite(request: Request): Response | null {
  if (!isCrossSite(request)) return null;
  return refusal(
    403,
    'cross_site',
    'Refused',
    'This request came from a page of another site. Open Stanceboard itself and try there.',
  );
}

/** The media type of a request without its parameters. */
export function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/**
 * Reads a body up to a limit, as it comes, and holds it against its announced length.
 *
 * @returns 413 for one that is too large, 400 for one that was cut short or is not UTF-8.
 */
export async function readText(request: Request, limit = BODY_LIMIT): Promise<Result<string, Response>> {
  const announced = request.headers.get('content-length');
  const tooLarge = () =>
    failed(
      refusal(413, 'too_large', 'Too large', `The body may have at most ${limit} bytes. Split it, or use the import for files.`),
    );
  if (announced !== null && Number(announced) > limit) return tooLarge();
  const chunks: Uint8Array[] = [];
  let received = 0;
  if (request.body !== null) {
    const reader = request.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      received += value.byteLength;
      if (received > limit) {
        await reader.cancel();
        return tooLarge();
      }
      chunks.push(value);
    }
  }
  if (announced !== null && Number(announced) !== received) {
    return failed(
      refusal(400, 'cut_short', 'Cut short', `The body had ${received} bytes, but ${announced} were announced. Send it again.`),
    );
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failed(refusal(400, 'not_utf8', 'Not UTF-8', 'The body is not valid UTF-8. Save or send it as UTF-8.'));
  }
}

/** Reads a JSON body; 415 for another media type, 400 for text that is not JSON. */
export async function readJson(request: Request, limit = BODY_LIMIT): Promise<Result<unknown, Response>> {
  if (mediaType(request) !== 'application/json') {
    return failed(
      refusal(415, 'not_json', 'Unsupported media type', 'Send JSON with the header Content-Type: application/json.'),
    );
  }
  const text = await readText(request, limit);
  if (!text.ok) return text;
  try {
    return ok(JSON.parse(text.value));
  } catch (error) {
    const where = error instanceof SyntaxError ? error.message.replace(/"[^"]*"(?:\.\.\.)?/g, 'the text') : 'unknown';
    return failed(
      refusal(400, 'malformed', 'Malformed JSON', `The body is not JSON (${where}). Check brackets, commas and quotation marks.`),
    );
  }
}

/** Reads the fields of a plain form; the last value counts where a name comes twice. */
export async function readForm(
  request: Request,
  limit = BODY_LIMIT,
): Promise<Result<Readonly<Record<string, string>>, Response>> {
  const type = mediaType(request);
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') {
    return failed(refusal(415, 'not_a_form', 'Unsupported media type', 'Send the form as application/x-www-form-urlencoded.'));
  }
  if (type === 'application/x-www-form-urlencoded') {
    const text = await readText(request, limit);
    if (!text.ok) return text;
    return ok(Object.fromEntries(new URLSearchParams(text.value)));
  }
  if (Number(request.headers.get('content-length') ?? limit + 1) > limit) {
    return failed(refusal(413, 'too_large', 'Too large', `The form may have at most ${limit} bytes.`));
  }
  const form = await request.formData();
  return ok(Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))));
}
