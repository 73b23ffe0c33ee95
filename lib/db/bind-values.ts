import type { SqlValue } from '#lib/db/open-database';

/** Puts a value under a name of its own and gives the name, as SQL writes it: no value ever becomes SQL. */
export type Bind = (value: SqlValue) => string;

/** Binds values into the parameters of a statement, under names that no other value of it has. */
export function bindInto(parameters: Record<string, SqlValue>): Bind {
  return (value) => {
    const name = `p${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `@${name}`;
  };
}
