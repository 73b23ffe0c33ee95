import type { ChartTable } from '#lib/core/charts/chart-table';
import { directionOfTag } from '#lib/core/charts/text-node';

interface ChartTableViewProps {
  readonly table: ChartTable;
  readonly caption: string;
}

/** The numbers of a chart as a table; it scrolls in its own box, reachable by keyboard. */
export function ChartTableView({ table, caption }: ChartTableViewProps) {
  const [corner, ...columns] = table.columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="data-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="numeric">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two camps may have one name, and rows never change places
            <tr key={position}>
              <th scope="row" lang={row.headerLanguage}>
                <bdi dir={directionOfTag(row.headerLanguage)}>{row.header}</bdi>
              </th>
              {row.cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand under their columns
                <td key={index} className="numeric">
                  {cell.href === null ? cell.text : <a href={cell.href}>{cell.text}</a>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
