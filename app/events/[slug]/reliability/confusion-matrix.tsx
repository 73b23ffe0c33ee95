import type { ConfusionTable } from '#lib/core/reliability/confusion';
import { formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { IsolatedText } from '../../../_components/isolated-text';

interface ConfusionMatrixProps {
  readonly table: ConfusionTable;
  readonly caption: string;
  /** What the rows are. */
  readonly corner: string;
  readonly labelOf: (code: string) => string;
  /** Where a cell off the diagonal leads; none leads anywhere where this is left out. */
  readonly hrefOf?: (row: string, column: string) => string;
  readonly titleOf?: (count: number, row: string, column: string) => string;
  readonly locale: Locale;
}

/** Which code met which: a table whose disagreements open what is behind them. */
export function ConfusionMatrix({ table, caption, corner, labelOf, hrefOf, titleOf, locale }: ConfusionMatrixProps) {
  const used = table.codes.filter((code) =>
    table.rows.some((row) => row.some((cell) => cell.count > 0 && (cell.row === code || cell.column === code))),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="data-table confusion">
        <caption>
          <IsolatedText text={caption} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {used.map((code) => (
              <th key={code} scope="col" className="numeric">
                {labelOf(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows
            .filter((row) => used.includes(row[0]?.row ?? ''))
            .map((row) => (
              <tr key={row[0]?.row}>
                <th scope="row">{labelOf(row[0]?.row ?? '')}</th>
                {row
                  .filter((cell) => used.includes(cell.column))
                  .map((cell) => {
                    const count = formatNumber(locale, cell.count);
                    const isLink = cell.count > 0 && cell.row !== cell.column && hrefOf !== undefined;
                    return (
                      <td key={cell.column} className={cell.row === cell.column ? 'agreed' : undefined}>
                        {cell.count === 0 ? (
                          '·'
                        ) : isLink ? (
                          <a href={hrefOf(cell.row, cell.column)} aria-label={titleOf?.(cell.count, cell.row, cell.column)}>
                            {count}
                          </a>
                        ) : (
                          count
                        )}
                      </td>
                    );
                  })}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
