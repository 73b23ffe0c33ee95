import { choosePlural, formatNumber } from '#lib/i18n/format';

/** A noun in the forms that Arabic counts it in. */
export interface CountedNoun {
  readonly none: string;
  readonly one: string;
  readonly two: string;
  /** 3 to 10: the plural. */
  readonly few: string;
  /** 11 to 99: the singular in the accusative. */
  readonly many: string;
  /** 100 and on: the singular in the genitive. */
  readonly other: string;
}

/** A count with its noun. */
export function counted(n: number, noun: CountedNoun): string {
  const digits = formatNumber('ar', n);
  return choosePlural('ar', n, {
    zero: noun.none,
    one: noun.one,
    two: noun.two,
    few: `${digits} ${noun.few}`,
    many: `${digits} ${noun.many}`,
    other: `${digits} ${noun.other}`,
  });
}

export const STATEMENTS: CountedNoun = {
  none: 'لا أقوال',
  one: 'قول واحد',
  two: 'قولان',
  few: 'أقوال',
  many: 'قولًا',
  other: 'قول',
};
/** After «من أصل»: the dual takes its ending. */
export const OF_STATEMENTS: CountedNoun = { ...STATEMENTS, two: 'قولين' };
export const CODERS: CountedNoun = {
  none: 'لا مرمِّزين',
  one: 'مرمِّز واحد',
  two: 'مرمِّزان',
  few: 'مرمِّزين',
  many: 'مرمِّزًا',
  other: 'مرمِّز',
};
export const CODINGS: CountedNoun = {
  none: 'لا ترميزات',
  one: 'ترميز واحد',
  two: 'ترميزان',
  few: 'ترميزات',
  many: 'ترميزًا',
  other: 'ترميز',
};
export const ROWS: CountedNoun = {
  none: 'لا صفوف',
  one: 'صف واحد',
  two: 'صفان',
  few: 'صفوف',
  many: 'صفًا',
  other: 'صف',
};
export const WAYS: CountedNoun = {
  none: 'لا طرق',
  one: 'طريقة واحدة',
  two: 'طريقتان',
  few: 'طرق',
  many: 'طريقة',
  other: 'طريقة',
};
