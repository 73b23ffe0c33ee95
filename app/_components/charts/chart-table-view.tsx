import type { ChartTable } from '#lib/core/charts/chart-table';
import { directionOfTag } from '#lib/core/charts/text-node';

interface ChartTableViewProps {
  readonly table: ChartTable;
  readonly caption: string;
}

/** The numbers of a chart as a table; it scrolls in its own box, reachable by keyboard. */
export function ChartTableView({ table, caption }: ChartTableViewProps) {
  const [corner, ...columns] = table.columns;
  const classOf = (place: number) => (table.ofWords?.includes(place + 1) ? undefined : 'numeric');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="data-table">
        {/* The figure is headed by the same words. */}
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column, place) => (
              <th key={column} scope="col" className={classOf(place)}>
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
              {row.cells.map((cell, place) => {
                const text =
                  cell.language === null ? (
                    cell.text
                  ) : (
                    <bdi lang={cell.language} dir={directionOfTag(cell.language)}>
                      {cell.text}
                    </bdi>
                  );
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand under their columns
                  <td key={place} className={classOf(place)}>
                    {cell.href === null ? text : <a href={cell.href}>{text}</a>}
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
