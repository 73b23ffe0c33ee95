import { CSV_FLAVOURS, csvLine } from '#lib/core/csv/csv-line';
import { STATEMENT_FIELDS } from '#lib/core/statement/statement-input';
import { fileResponse } from '../../file-response';

/** A file with every column that an import reads and one row that says what belongs there. */
export function GET(): Response {
  const flavour = CSV_FLAVOURS.excel;
  const example: Readonly<Partial<Record<(typeof STATEMENT_FIELDS)[number], string>>> = {
    text: 'The words as they were said',
    language: 'en',
    attribution: 'direct',
    source_url: 'https://example.org/article',
    locator: 'paragraph 1',
    said_on: '2025-07-31',
    external_id: 'row-1',
  };
  async function* lines(): AsyncGenerator<string, void> {
    yield flavour.byteOrderMark + csvLine([...STATEMENT_FIELDS], flavour);
    yield csvLine(
      STATEMENT_FIELDS.map((field) => example[field] ?? null),
      flavour,
    );
  }
  return fileResponse('stanceboard-example.csv', 'csv', lines());
}
