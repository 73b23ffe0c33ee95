/** One part of a form that was sent as multipart/form-data. Its chunks must be read before the next part is asked for. */
export interface FormPart {
  readonly name: string;
  /** Null for a plain field. */
  readonly fileName: string | null;
  readonly chunks: AsyncGenerator<Uint8Array, void>;
}

/** The form breaks off or is not one. */
export class BrokenForm extends Error {
  override readonly name = 'BrokenForm';
}

const LINE_END = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');
/** Headers of one part may have at most so many bytes. */
const HEAD_MAX = 16 * 1024;

/** The boundary of a multipart/form-data header; null for another media type. */
export function boundaryOf(contentType: string): string | null {
  const match = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  return match?.[1] ?? match?.[2] ?? null;
}

/**
 * The parts of a form one after the other, in bounded memory: a file of any size is handed on as it comes (RFC 7578).
 *
 * @throws {BrokenForm} where a part is not closed.
 */
export async function* formParts(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<FormPart, void> {
  const source = body[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter has no line end before it: one is put there, so that all are alike.
  let held: Buffer = Buffer.from(LINE_END);

  async function more(): Promise<boolean> {
    const next = await source.next();
    if (next.done === true) return false;
    held = Buffer.concat([held, next.value]);
    return true;
  }
  async function until(mark: Buffer, max: number): Promise<Buffer> {
    for (;;) {
      const at = held.indexOf(mark);
      if (at >= 0) {
        const before = held.subarray(0, at);
        held = held.subarray(at + mark.length);
        return before;
      }
      if (held.length > max || !(await more())) throw new BrokenForm('The form breaks off.');
    }
  }
  async function* content(state: { isRead: boolean }): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const at = held.indexOf(delimiter);
      if (at >= 0) {
        const rest = held.subarray(0, at);
        held = held.subarray(at + delimiter.length);
        state.isRead = true;
        if (rest.length > 0) yield rest;
        return;
      }
      // The start of a delimiter may stand at the end of what is held.
      const sure = held.length - delimiter.length + 1;
      if (sure > 0) {
        const piece = held.subarray(0, sure);
        held = held.subarray(sure);
        yield piece;
      }
      if (!(await more())) throw new BrokenForm('The form breaks off.');
    }
  }

  await until(delimiter, HEAD_MAX);
  for (;;) {
    while (held.length < 2) if (!(await more())) throw new BrokenForm('The form breaks off.');
    if (held.subarray(0, 2).toString('latin1') === '--') {
      // What follows the last delimiter is passed over, so that the whole body was received.
      while (await more()) held = Buffer.alloc(0);
      return;
    }
    await until(LINE_END, HEAD_MAX);
    const head = (await until(HEAD_END, HEAD_MAX)).toString('utf8');
    const state = { isRead: false };
    const chunks = content(state);
    const name = /\bname="([^"]*)"/i.exec(head)?.[1] ?? '';
    yield { name, fileName: /\bfilename="([^"]*)"/i.exec(head)?.[1] ?? null, chunks };
    // A part that nobody read is passed over.
    while (!state.isRead)
      if ((await chunks.next()).done === true && !state.isRead) throw new BrokenForm('The part was left half read.');
  }
}
