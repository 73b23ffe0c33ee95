import type { en } from '#lib/i18n/en';

/** The same shape with each literal sentence widened to a string, so that another language can fill it. */
type Widened<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

/**
 * Every sentence of the interface. English gives the shape; each further language is written as
 * `satisfies Dictionary`, so that a missing or an extra sentence fails the type check.
 */
export type Dictionary = Widened<typeof en>;
