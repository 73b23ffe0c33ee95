import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BrokenFile, type ScoredRow, scoreFile } from '#lib/nlp/score-file';

const folder = mkdtempSync(join(tmpdir(), 'score-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function rowsOf(path: string, column: string, language = 'en'): Promise<ScoredRow[]> {
  const opened = await scoreFile({ path, column, language });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const rows: ScoredRow[] = [];
  for await (const row of opened.value) rows.push(row);
  return rows;
}

describe('scoreFile', () => {
  it('scores a tab-separated column in order and keeps the other columns', async () => {
    const path = file(
      'a.tsv',
      '\ufeffid\ttext\r\n1\tThis is wonderful, we are happy.\r\n2\t"Quoted" and terrible, awful, sad.\r\n3\t\r\n',
    );
    const rows = await rowsOf(path, 'text');
    expect(rows.map((row) => row.row)).toEqual([1, 2, 3]);
    expect(rows.map((row) => row.columns.get('id'))).toEqual(['1', '2', '3']);
    expect(rows.map((row) => row.score.label)).toEqual(['positive', 'negative', null]);
    expect(rows[2]?.score.reason).toBe('empty');
    expect(rows[1]?.text).toBe('"Quoted" and terrible, awful, sad.');
  });

  it('reads commas and line breaks inside quotation marks of a CSV', async () => {
    const rows = await rowsOf(file('a.csv', 'text,id\n"One, two\nthree",7\n'), 'text');
    expect(rows.map((row) => row.text)).toEqual(['One, two\nthree']);
  });

  it('takes a lone quotation mark for a character, so that it swallows no row', async () => {
    const lone = await rowsOf(file('a.csv', 'id,text\n1,lone " mark\n2,"a ""quoted"" one"\n3,\n'), 'text');
    expect(lone.map((row) => row.text)).toEqual(['lone " mark', 'a "quoted" one', '']);
    const opening = await rowsOf(file('a.tsv', 'id\ttext\n1\t"He said\n2\tnext\n'), 'text');
    expect(opening.map((row) => row.text)).toEqual(['"He said', 'next']);
  });

  it('counts an empty line as a row where the text is the only column, and nowhere else', async () => {
    expect((await rowsOf(file('a.tsv', 'text\none\n\ntwo\n'), 'text')).map((row) => row.text)).toEqual(['one', '', 'two']);
    expect((await rowsOf(file('a.tsv', 'id\ttext\n1\tone\n\n2\ttwo\n'), 'text')).map((row) => row.text)).toEqual(['one', 'two']);
  });

  it('hands out what stands before a mark that never closes, and says where it broke', async () => {
    const opened = await scoreFile({
      path: file('a.csv', 'id,text\n1,fine\n2,"never closes\n3,x\n'),
      column: 'text',
      language: 'en',
    });
    if (!opened.ok) throw new Error(opened.problem.kind);
    const first = await opened.value.next();
    expect(first.done === true ? '' : first.value.text).toBe('fine');
    await expect(opened.value.next()).rejects.toThrow(BrokenFile);
  });

  it('leaves quoted words out when asked', async () => {
    const opened = await scoreFile({
      path: file('a.tsv', 'text\nقال «خونة مجرمون»\n'),
      column: 'text',
      options: { quoted: 'exclude' },
    });
    if (!opened.ok) throw new Error(opened.problem.kind);
    const row = await opened.value.next();
    expect(row.done === true ? [] : row.value.score.evidence.tokens.map(({ text }) => text)).toEqual(['قال']);
  });

  it('takes a folder for no file', async () => {
    expect(await scoreFile({ path: tmpdir(), column: 'text' })).toMatchObject({ problem: { kind: 'not_found', what: 'file' } });
  });

  it('says that a column is not there, and which are', async () => {
    const opened = await scoreFile({ path: file('a.tsv', 'id\ttext\n'), column: 'body' });
    expect(opened).toEqual({
      ok: false,
      problem: {
        kind: 'invalid',
        fields: [{ field: 'column', code: 'not_one_of', seen: 'body', params: { allowed: 'id, text' } }],
      },
    });
  });

  it('says that a file is not there', async () => {
    expect(await scoreFile({ path: '/nonexistent/a.tsv', column: 'text' })).toEqual({
      ok: false,
      problem: { kind: 'not_found', what: 'file', id: '/nonexistent/a.tsv' },
    });
  });
});
