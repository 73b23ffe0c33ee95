import { type ReactNode, useId } from 'react';

interface TableColumn<Row> {
  readonly key: string;
  readonly heading: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Heading of several columns that stand beside each other: those that share it. */
  readonly group?: string;
  /** Figures are set to the end of the column, with digits of one width. */
  readonly isNumeric?: boolean;
  /** Sentences: on a narrow screen the table scrolls in its box sooner than they are set in a column of single words. */
  readonly isProse?: boolean;
}

function classOf({ isNumeric, isProse }: Pick<TableColumn<never>, 'isNumeric' | 'isProse'>): string | undefined {
  if (isNumeric) return 'numeric';
  return isProse ? 'sentences' : undefined;
}

interface DataTableProps<Row> {
  readonly caption: ReactNode;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Few and short columns, which need not scroll on a phone. */
  readonly isFitting?: boolean;
}

/** A table whose first column names the row; it scrolls in its own box, reachable by keyboard. */
export function DataTable<Row>({ caption, columns, rows, rowKey, isFitting = false }: DataTableProps<Row>) {
  const captionId = useId();
  const groups = columns.filter(({ group }) => group !== undefined);
  const heading = (column: TableColumn<Row>, rowSpan = 1) => (
    <th key={column.key} scope="col" rowSpan={rowSpan} className={classOf(column)}>
      {column.heading}
    </th>
  );
  return (
    <ScrollBox labelledBy={captionId}>
      <table className={isFitting ? 'data-table fitting-table' : 'data-table'}>
        <caption id={captionId}>{caption}</caption>
        <thead>
          {groups.length === 0 ? null : (
            <tr>
              {columns.map((column, place) => {
                if (column.group === undefined) return heading(column, 2);
                if (column.group === columns[place - 1]?.group) return null;
                return (
                  <th
                    key={column.key}
                    scope="colgroup"
                    colSpan={groups.filter(({ group }) => group === column.group).length}
                    className="column-group"
                  >
                    {column.group}
                  </th>
                );
              })}
            </tr>
          )}
          <tr>{columns.map((column) => (groups.length > 0 && column.group === undefined ? null : heading(column)))}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, position) =>
                position === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface ScrollBoxProps {
  /** Id of the caption of the table inside. */
  readonly labelledBy: string;
  readonly children: ReactNode;
}

/** Lets a wide table scroll in its own box instead of widening the page; what scrolls must be reachable by keyboard. */
export function ScrollBox({ labelledBy, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would claim that the table is a group of form fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className="table-scroll" role="group" tabIndex={0} aria-labelledby={labelledBy}>
      {children}
    </div>
  );
}
