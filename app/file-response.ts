import 'server-only';

import { attachment } from '#lib/core/csv/file-name';
import { byteStream } from '#lib/files/byte-stream';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  zip: 'application/zip',
} as const;

/** A file that downloads under its name, sent piece by piece. */
export function fileResponse(name: string, type: keyof typeof TYPES, chunks: AsyncIterable<string | Uint8Array>): Response {
  return new Response(byteStream(chunks), {
    headers: { 'content-type': TYPES[type], 'content-disposition': attachment(name), 'cache-control': 'no-store' },
  });
}
