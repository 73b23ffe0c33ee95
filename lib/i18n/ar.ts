import { add } from '#lib/i18n/ar/add';
import { adjudicate } from '#lib/i18n/ar/adjudicate';
import { codebook } from '#lib/i18n/ar/codebook';
import { coding } from '#lib/i18n/ar/coding';
import { common } from '#lib/i18n/ar/common';
import { compare } from '#lib/i18n/ar/compare';
import { duplicates } from '#lib/i18n/ar/duplicates';
import { edit } from '#lib/i18n/ar/edit';
import { events } from '#lib/i18n/ar/events';
import { exporting } from '#lib/i18n/ar/export';
import { importing } from '#lib/i18n/ar/import';
import { methods } from '#lib/i18n/ar/methods';
import { problems } from '#lib/i18n/ar/problems';
import { reliability } from '#lib/i18n/ar/reliability';
import { report } from '#lib/i18n/ar/report';
import { rescoring } from '#lib/i18n/ar/rescoring';
import { settings } from '#lib/i18n/ar/settings';
import { slogans } from '#lib/i18n/ar/slogans';
import { statement } from '#lib/i18n/ar/statement';
import { statements } from '#lib/i18n/ar/statements';
import { thread } from '#lib/i18n/ar/thread';
import { views } from '#lib/i18n/ar/views';
import type { Dictionary } from '#lib/i18n/dictionary';

/** The interface in Arabic; a missing or an extra sentence fails the type check. */
export const ar = {
  common,
  compare,
  statements,
  statement,
  add,
  edit,
  duplicates,
  views,
  thread,
  import: importing,
  slogans,
  coding,
  adjudicate,
  reliability,
  rescoring,
  codebook,
  methods,
  export: exporting,
  report,
  settings,
  events,
  problems,
} satisfies Dictionary;
