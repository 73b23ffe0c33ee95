import { v7 as uuidv7 } from 'uuid';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { BrokenForm, boundaryOf, formParts } from '#lib/files/multipart';
import { removeStaged, stageFile, TooLargeToStage, UPLOAD_LIMIT, writeStagedMeta } from '#lib/files/staged-file';
import { workspace } from '../../db';
import { refusal } from '../../problem-response';
import { refuseCrossSite } from '../../request-body';
import { seeOther } from '../../see-other';

/** A field of the form other than the file. */
const FIELD_MAX = 1000;

interface Received {
  event: string;
  by: string;
  fileName: string;
  staged: { readonly bytes: number; readonly sha256: string } | null;
}

async function fieldText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > FIELD_MAX) throw new BrokenForm('A field is too long.');
  }
  return text.trim();
}

/** Stages what has content: a form sends its file field even when nobody chose a file. */
async function stageIfAny(id: string, chunks: AsyncGenerator<Uint8Array, void>): Promise<Received['staged']> {
  const first = await chunks.next();
  if (first.done === true) return null;
  async function* all(): AsyncGenerator<Uint8Array, void> {
    if (first.done !== true) yield first.value;
    yield* chunks;
  }
  return stageFile(id, all(), workspace().now());
}

async function receive(id: string, body: AsyncIterable<Uint8Array>, boundary: string): Promise<Received> {
  const received: Received = { event: '', by: '', fileName: 'pasted.csv', staged: null };
  for await (const { name, fileName, chunks } of formParts(body, boundary)) {
    if (name === 'event') received.event = await fieldText(chunks);
    else if (name === 'by') received.by = (await fieldText(chunks)).slice(0, STATEMENT_LIMITS.coder);
    else if ((name === 'file' || name === 'rows') && received.staged === null) {
      received.staged = await stageIfAny(id, chunks);
      if (received.staged !== null && fileName !== null && fileName !== '') {
        received.fileName = fileName.replace(/^.*[\\/]/u, '').slice(0, 200);
      }
    }
  }
  return received;
}

/** Takes a file, piece by piece, and leads on to its columns. What arrived is held against the length that was announced. */
export async function POST(request: Request): Promise<Response> {
  const foreign = refuseCrossSite(request);
  if (foreign !== null) return foreign;
  const boundary = boundaryOf(request.headers.get('content-type') ?? '');
  if (boundary === null || request.body === null) {
    return refusal(415, 'not_a_form', 'Unsupported media type', 'Send the form as multipart/form-data.');
  }
  const announced = request.headers.get('content-length');
  const address = '/import';
  // Room for the other fields and the boundaries.
  if (announced !== null && Number(announced) > UPLOAD_LIMIT + 64 * 1024) return seeOther(`${address}?refused=too_large`);
  const id = uuidv7();
  let arrived = 0;
  const { body } = request;
  async function* counted(): AsyncGenerator<Uint8Array, void> {
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      arrived += value.byteLength;
      yield value;
    }
  }
  try {
    const { event, by, fileName, staged } = await receive(id, counted(), boundary);
    const back = `${address}?event=${encodeURIComponent(event)}`;
    if (announced !== null && Number(announced) !== arrived) throw new BrokenForm('The body is shorter than announced.');
    if (staged === null) return seeOther(`${back}&refused=no_file`);
    if (by === '') {
      await removeStaged(id);
      return seeOther(`${back}&refused=by`);
    }
    await writeStagedMeta(id, {
      event,
      by,
      fileName,
      ...staged,
      encoding: null,
      delimiter: null,
      mapping: null,
      state: 'staged',
    });
    return seeOther(`${address}/${id}/map`);
  } catch (error) {
    await removeStaged(id);
    if (error instanceof TooLargeToStage) return seeOther(`${address}?refused=too_large`);
    if (error instanceof BrokenForm) return seeOther(`${address}?refused=cut_short`);
    throw error;
  }
}
