import type { CampCount, Finding, NamedCamp, UnsettledCamps } from '#lib/core/findings/finding';
import type { ResolvedStance, SloganUse } from '#lib/core/stance';
import { smallSampleRule } from '#lib/core/statistics/small-sample';
import { isolate } from '#lib/core/text/isolate';
import { common as arCommon } from '#lib/i18n/ar/common';
import { common as enCommon } from '#lib/i18n/en/common';
import { choosePlural, formatDate, formatList, formatNumber, formatPercent, formatScore } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';

/** The words of one language from which every finding is put together. */
interface FindingWords {
  /** "9 of 12" */
  readonly ofN: (count: number, n: number) => string;
  /** "9 of 12 statements are against" */
  readonly statementsAre: (count: number, n: number, stance: ResolvedStance) => string;
  /** "9 of 12 are against" */
  readonly are: (count: number, n: number, stance: ResolvedStance) => string;
  /** A stance after "share". */
  readonly share: (stance: ResolvedStance) => string;
  readonly listSeparator: string;
  readonly comma: string;
  readonly noStatements: string;
  readonly tooFew: (camps: string) => string;
  readonly campN: (camp: string, n: string) => string;
  readonly nobodyCoded: (n: number) => string;
  readonly mostlyDisputed: (camps: string) => string;
  readonly alsoDisputed: (camps: string) => string;
  readonly alsoUncoded: (camps: string) => string;
  readonly mostFrequent: (camp: string, sentence: string) => string;
  readonly tie: (camp: string, stances: string, count: number, n: number) => string;
  readonly nobodyScored: (n: number) => string;
  readonly tooFewScored: (scored: number, n: number) => string;
  readonly means: (camps: string) => string;
  readonly meanOf: (camp: string, mean: string, scored: string, interval: readonly [string, string] | null) => string;
  readonly noMean: (camps: string) => string;
  readonly partedNone: (n: number) => string;
  readonly parted: (parted: number, n: number, againstPositive: number, favorNegative: number) => string;
  readonly noSidedScore: (n: number) => string;
  readonly shareRange: (share: string, low: string, high: string) => string;
  readonly overlap: string;
  readonly noOverlap: string;
  readonly shareAlike: (share: string, camps: string) => string;
  /** `points` is null where a camp has too few statements for a percentage. */
  readonly difference: (share: string, points: string | null, more: string, fewer: string) => string;
  readonly differenceInterval: (low: string, high: string) => string;
  readonly holdsZero: string;
  /** `camp` with its n, or null where none is large enough. */
  readonly oneCampOnly: (camp: string | null) => string;
  readonly timeSpan: (dated: number, first: string, last: string) => string;
  readonly oneDate: (dated: number, date: string) => string;
  /** The least precise date holds all others. */
  readonly allWithin: (dated: number, date: string) => string;
  readonly nothingDated: (undated: number) => string;
  readonly undated: (undated: number) => string;
  /** A camp that a sentence names, with its n where it stands for the first time. */
  readonly campOfTerms: (camp: string, n: string | null) => string;
  readonly terms: (camp: string, other: string, terms: string) => string;
  readonly notEnoughText: (first: string, second: string) => string;
  readonly sloganUses: (slogan: string, n: number, uses: string) => string;
  readonly sloganUse: (use: SloganUse, count: number) => string;
  readonly slogansTied: (tied: number, n: number, slogans: string, more: number) => string;
  readonly noSlogans: string;
}

/** The share behind "9 of 12" where there are enough for one. */
function perCent(locale: Locale, count: number, n: number): string {
  return smallSampleRule(n).shareAs === 'per_cent' ? formatPercent(locale, count / n) : '';
}

/** The same in brackets after a space. */
function inBrackets(share: string): string {
  return share === '' ? '' : ` (${share})`;
}

const EN_ARE: Readonly<Record<ResolvedStance, readonly [string, string]>> = {
  favor: ['is in favour', 'are in favour'],
  against: ['is against', 'are against'],
  ambivalent: ['is ambivalent', 'are ambivalent'],
  none: ['takes no side', 'take no side'],
  cannot_code: ['cannot be coded', 'cannot be coded'],
  disputed: ['is disputed between coders', 'are disputed between coders'],
  uncoded: ['is not coded yet', 'are not coded yet'],
};

const EN_USE: Readonly<Record<SloganUse, readonly [string, string]>> = {
  endorse: ['endorses it', 'endorse it'],
  mock: ['mocks it', 'mock it'],
  report: ['reports it', 'report it'],
  unclear: ['is unclear', 'are unclear'],
};

const enNumber = (value: number) => formatNumber('en', value);
const enWord = (count: number, one: string, other: string) => choosePlural('en', count, { one, other });
const enStatements = enCommon.counts.statements;

const EN: FindingWords = {
  ofN: enCommon.counts.of,
  statementsAre: (count, n, stance) =>
    `${enNumber(count)} of ${enStatements(n)}${inBrackets(perCent('en', count, n))} ${enWord(count, EN_ARE[stance][0], EN_ARE[stance][1])}`,
  are: (count, n, stance) =>
    `${enCommon.counts.of(count, n)}${inBrackets(perCent('en', count, n))} ${enWord(count, EN_ARE[stance][0], EN_ARE[stance][1])}`,
  share: (stance) => `of statements that ${EN_ARE[stance][1]}`,
  listSeparator: '; ',
  comma: ', ',
  noStatements: 'No statement is counted here.',
  tooFew: (camps) => `Too few to summarise: ${camps}.`,
  campN: (camp, n) => `${camp} (${n})`,
  nobodyCoded: (n) => `Nobody has coded a stance yet (${enStatements(n)}).`,
  mostlyDisputed: (camps) => `Coders disagree on the stance of most statements: ${camps}.`,
  alsoDisputed: (camps) => `Coders disagree on most statements here: ${camps}.`,
  alsoUncoded: (camps) => `Most statements here are not coded yet: ${camps}.`,
  mostFrequent: (camp, sentence) => `${camp}: ${sentence}, the most frequent stance.`,
  tie: (camp, stances, count, n) => `${camp}: ${stances} are equally frequent, each in ${enNumber(count)} of ${enStatements(n)}.`,
  nobodyScored: (n) => `No text has a score (${enStatements(n)}).`,
  tooFewScored: (scored, n) =>
    `${enNumber(scored)} of ${enStatements(n)} ${enWord(scored, 'has', 'have')} a score: no camp has enough for a mean.`,
  means: (camps) => `Mean score of the wording: ${camps}.`,
  meanOf: (camp, mean, scored, interval) =>
    `${camp} ${mean} (${scored} scored${interval === null ? '' : `, 95% interval ${interval[0]} to ${interval[1]}`})`,
  noMean: (camps) => `Too few scored to summarise: ${camps}.`,
  partedNone: (n) =>
    `Of ${enNumber(n)} scored ${enWord(n, 'statement', 'statements')} for or against, none is worded the other way.`,
  parted: (parted, n, againstPositive, favorNegative) =>
    `${enNumber(parted)} of ${enNumber(n)} scored ${enWord(n, 'statement', 'statements')} for or against ${enWord(parted, 'is', 'are')} worded the other way: ${enNumber(againstPositive)} against in positive words, ${enNumber(favorNegative)} in favour in negative words.`,
  noSidedScore: (n) => `No statement that is for or against has a score (${enStatements(n)}).`,
  shareRange: (share, low, high) => `Share ${share}: lowest ${low}, highest ${high}.`,
  overlap: 'The two 95% intervals overlap; how sure the difference is, its own interval tells.',
  noOverlap: 'The two 95% intervals do not overlap.',
  shareAlike: (share, camps) => `Share ${share}: ${camps}.`,
  difference: (share, points, more, fewer) =>
    `Share ${share}: ${points === null ? '' : `${points} percentage points apart, `}${more} and ${fewer}.`,
  differenceInterval: (low, high) => `95% interval of the difference: ${low} to ${high} points.`,
  holdsZero: 'It includes 0, so the data leave open which of the two is higher.',
  oneCampOnly: (camp) =>
    `A difference needs two camps of at least 5 statements each; there is ${camp === null ? 'none' : `only ${camp}`}.`,
  timeSpan: (dated, first, last) =>
    `${enNumber(dated)} dated ${enWord(dated, 'statement', 'statements')}, from ${first} to ${last}.`,
  allWithin: (dated, date) => `${enNumber(dated)} dated ${enWord(dated, 'statement', 'statements')}, all within ${date}.`,
  oneDate: (dated, date) => `${enNumber(dated)} dated ${enWord(dated, 'statement', 'statements')}, of one date: ${date}.`,
  nothingDated: (undated) => `No statement is dated (${enStatements(undated)}).`,
  undated: (undated) => `${enNumber(undated)} more ${enWord(undated, 'is', 'are')} undated.`,
  campOfTerms: (camp, n) => (n === null ? camp : `${camp} (${n})`),
  terms: (camp, other, terms) => `More typical of ${camp} than of ${other}: ${terms}.`,
  notEnoughText: (first, second) => `Not enough text: no word sets ${first} and ${second} clearly apart (none reaches z = 1.96).`,
  sloganUses: (slogan, n, uses) => `The slogan used most is “${slogan}”, in ${enStatements(n)}: ${uses}.`,
  sloganUse: (use, count) => `${enNumber(count)} ${EN_USE[use][count === 1 ? 0 : 1]}`,
  slogansTied: (tied, n, slogans, more) =>
    `${enNumber(tied)} slogans are used most, each in ${enStatements(n)}: ${slogans}${more === 0 ? '' : ` and ${enNumber(more)} more`}.`,
  noSlogans: 'No slogan is marked in these statements.',
};

/** The statements that take a stance. Counts follow it and names of camps stand apart, so that neither has to be inflected. */
const AR_WHICH: Readonly<Record<ResolvedStance, string>> = {
  favor: 'الأقوال المؤيِّدة',
  against: 'الأقوال المعارِضة',
  ambivalent: 'الأقوال المختلطة الموقف',
  none: 'الأقوال التي لا تتخذ موقفًا',
  cannot_code: 'الأقوال التي يتعذّر ترميزها',
  disputed: 'الأقوال المختلَف فيها بين المرمِّزين',
  uncoded: 'الأقوال التي لم تُرمَّز بعد',
};

const AR_USE: Readonly<Record<SloganUse, string>> = {
  endorse: 'تبنٍّ',
  mock: 'سخرية',
  report: 'نقل',
  unclear: 'استخدام غير واضح',
};

const arNumber = (value: number) => formatNumber('ar', value);
const arStatements = arCommon.counts.statements;

const AR: FindingWords = {
  ofN: arCommon.counts.of,
  statementsAre: (count, n, stance) =>
    `${AR_WHICH[stance]} ${arCommon.counts.of(count, n)}${inBrackets(perCent('ar', count, n))}`,
  are: (count, n, stance) => `${AR_WHICH[stance]} ${arCommon.counts.of(count, n)}${inBrackets(perCent('ar', count, n))}`,
  share: (stance) => AR_WHICH[stance],
  listSeparator: '؛ ',
  comma: '، ',
  noStatements: 'لا يُحتسب هنا أي قول.',
  tooFew: (camps) => `العدد أقل من أن يُلخَّص: ${camps}.`,
  campN: (camp, n) => `${camp} (${n})`,
  nobodyCoded: (n) => `لم يُرمَّز أي موقف بعد (${arStatements(n)}).`,
  mostlyDisputed: (camps) => `يختلف المرمِّزون على موقف معظم الأقوال: ${camps}.`,
  alsoDisputed: (camps) => `ويختلف المرمِّزون على معظم الأقوال هنا: ${camps}.`,
  alsoUncoded: (camps) => `ومعظم الأقوال هنا لم تُرمَّز بعد: ${camps}.`,
  mostFrequent: (camp, sentence) => `${camp}: ${sentence}، وهو الموقف الأكثر تكرارًا.`,
  tie: (camp, stances, count, n) =>
    `${camp}: تتساوى هذه المواقف تكرارًا: ${stances}، ولكل منها ${arNumber(count)} من أصل ${arStatements(n)}.`,
  nobodyScored: (n) => `لا درجة لأي نص (${arStatements(n)}).`,
  tooFewScored: (scored, n) =>
    `عدد النصوص التي لها درجة ${arNumber(scored)} من أصل ${arNumber(n)}، وهو لا يكفي لحساب متوسط لأي فئة.`,
  means: (camps) => `متوسط درجة النبرة: ${camps}.`,
  meanOf: (camp, mean, scored, interval) =>
    `${camp} ${mean} (لها درجة: ${scored}${interval === null ? '' : `، ومجال التقدير ٩٥٪ من ${interval[0]} إلى ${interval[1]}`})`,
  noMean: (camps) => `عدد ما له درجة أقل من أن يُلخَّص: ${camps}.`,
  partedNone: (n) => `لا تخالف النبرة الموقف في أي من الأقوال المؤيِّدة أو المعارِضة التي لها درجة (${arNumber(n)}).`,
  parted: (parted, n, againstPositive, favorNegative) =>
    `تخالف النبرة الموقف في ${arNumber(parted)} من أصل ${arNumber(n)} من الأقوال المؤيِّدة أو المعارِضة التي لها درجة: معارِضة بألفاظ إيجابية ${arNumber(againstPositive)}، ومؤيِّدة بألفاظ سلبية ${arNumber(favorNegative)}.`,
  noSidedScore: (n) => `لا درجة لأي قول مؤيِّد أو معارِض (${arStatements(n)}).`,
  shareRange: (share, low, high) => `نسبة ${share}: الأدنى: ${low}، والأعلى: ${high}.`,
  overlap: 'ويتداخل مجالا التقدير ٩٥٪، أما ثبات الفرق فيدلّ عليه مجاله.',
  noOverlap: 'ولا يتداخل مجالا التقدير ٩٥٪.',
  shareAlike: (share, camps) => `نسبة ${share}: ${camps}.`,
  difference: (share, points, more, fewer) =>
    `نسبة ${share}: ${points === null ? '' : `الفرق بالنقاط المئوية ${points}. `}الأعلى: ${more}، والأدنى: ${fewer}.`,
  differenceInterval: (low, high) => `مجال التقدير ٩٥٪ للفرق بالنقاط: من ${low} إلى ${high}.`,
  holdsZero: 'وهو يشمل الصفر، فلا تحسم البيانات أيّ الفئتين أعلى.',
  oneCampOnly: (camp) =>
    `يتطلب حساب الفرق فئتين لكل منهما ٥ أقوال على الأقل، وليس هنا ${camp === null ? 'فئة كهذه' : `إلا ${camp}`}.`,
  timeSpan: (dated, first, last) => `الأقوال المؤرَّخة: ${arNumber(dated)}، من ${first} إلى ${last}.`,
  allWithin: (dated, date) => `الأقوال المؤرَّخة: ${arNumber(dated)}، وكلها في ${date}.`,
  oneDate: (dated, date) => `الأقوال المؤرَّخة: ${arNumber(dated)}، بتاريخ واحد هو ${date}.`,
  nothingDated: (undated) => `لا تاريخ لأي قول (${arStatements(undated)}).`,
  undated: (undated) => `وبلا تاريخ: ${arNumber(undated)}.`,
  campOfTerms: (camp, n) => (n === null ? `«${camp}»` : `«${camp}» (${n})`),
  terms: (camp, other, terms) => `أكثر الكلمات تمييزًا لفئة ${camp} من فئة ${other}: ${terms}.`,
  notEnoughText: (first, second) =>
    `النص غير كافٍ: لا كلمة تميّز بوضوح بين فئة ${first} وفئة ${second} (لا شيء يبلغ z = ${arNumber(1.96)}).`,
  sloganUses: (slogan, n, uses) => `أكثر الشعارات ورودًا «${slogan}» (${arStatements(n)}): ${uses}.`,
  sloganUse: (use, count) => `${AR_USE[use]}: ${arNumber(count)}`,
  slogansTied: (tied, n, slogans, more) =>
    `أكثر الشعارات ورودًا (${arNumber(tied)})، لكل منها ${arStatements(n)}: ${slogans}${more === 0 ? '' : `، وغيرها: ${arNumber(more)}`}.`,
  noSlogans: 'لم يُحدَّد أي شعار في هذه الأقوال.',
};

const WORDS: Readonly<Record<Locale, FindingWords>> = { en: EN, ar: AR };
const COMMON = { en: enCommon, ar: arCommon } as const;

/** A difference of shares in points: a whole number, and a sign where asked. */
function points(locale: Locale, difference: number, signed: boolean): string {
  const whole = Math.round(difference * 100);
  return signed ? formatScore(locale, whole, 0) : formatNumber(locale, Math.abs(whole));
}

function timeSpanSentence(
  words: FindingWords,
  locale: Locale,
  finding: Extract<Finding, { readonly kind: 'time_span' | 'one_date' }>,
): string {
  const date = (written: string) => formatDate(locale, written);
  if (finding.kind === 'one_date') return words.oneDate(finding.dated, date(finding.date));
  const { dated, first, last } = finding;
  return first === last ? words.allWithin(dated, date(first)) : words.timeSpan(dated, date(first), date(last));
}

/**
 * The finding as plain sentences, to stand as caption, as text alternative, and beside a copied picture.
 * @param locale language of the sentences; names of camps stay in their own and are kept apart from it.
 * @returns one to four sentences; never a word of cause, never "significant".
 */
export function renderFinding(locale: Locale, finding: Finding): string {
  const words = WORDS[locale];
  const { stance: stanceLabels, counts } = COMMON[locale];
  const name = (camp: NamedCamp) => isolate(camp.label);
  const join = (parts: readonly string[]) => parts.join(words.listSeparator);
  const nOf = (camp: NamedCamp) => counts.n(camp.n).replaceAll(' ', '\u00a0');
  const withN = (camp: NamedCamp) => words.campN(name(camp), nOf(camp));
  const termCamp = (camp: NamedCamp, isFirst: boolean) => words.campOfTerms(name(camp), isFirst ? nOf(camp) : null);
  const withOf = (camp: CampCount) =>
    `${name(camp)}: ${words.ofN(camp.count, camp.n)}${inBrackets(perCent(locale, camp.count, camp.n))}`;
  const named = (camp: CampCount) =>
    words.campN(
      name(camp),
      [words.ofN(camp.count, camp.n), perCent(locale, camp.count, camp.n)].filter(Boolean).join(words.comma),
    );
  const tooFew = (camps: readonly NamedCamp[]) => (camps.length === 0 ? [] : [words.tooFew(join(camps.map(withN)))]);
  const sentences = (...parts: readonly string[]) => parts.join(' ');
  const unsettled = ({ disputed, uncoded }: UnsettledCamps) => [
    ...(disputed.length === 0 ? [] : [words.alsoDisputed(join(disputed.map(withOf)))]),
    ...(uncoded.length === 0 ? [] : [words.alsoUncoded(join(uncoded.map(withOf)))]),
  ];

  switch (finding.kind) {
    case 'no_statements':
      return words.noStatements;
    case 'all_too_few':
      return sentences(...tooFew(finding.tooFew));
    case 'nobody_coded':
      return words.nobodyCoded(finding.n);
    case 'stance_shares': {
      const shares = finding.camps.map((camp, index) =>
        index === 0 ? `${name(camp)}: ${words.statementsAre(camp.count, camp.n, finding.stance)}` : withOf(camp),
      );
      return sentences(`${join(shares)}.`, ...unsettled(finding.unsettled), ...tooFew(finding.tooFew));
    }
    case 'stance_leads': {
      const leads = finding.camps.map(({ stance, ...camp }, index) => {
        const said = index === 0 ? words.statementsAre(camp.count, camp.n, stance) : words.are(camp.count, camp.n, stance);
        return `${name(camp)}: ${said}`;
      });
      return sentences(`${join(leads)}.`, ...tooFew(finding.tooFew));
    }
    case 'one_camp_stance': {
      const { camp, count, stances } = finding;
      const [first] = stances;
      const labels = stances.map((stance) => stanceLabels[stance]);
      const sentence =
        stances.length === 1 && first !== undefined
          ? words.mostFrequent(name(camp), words.statementsAre(count, camp.n, first))
          : words.tie(name(camp), formatList(locale, labels), count, camp.n);
      return sentences(sentence, ...tooFew(finding.tooFew));
    }
    case 'mostly_disputed':
      return sentences(words.mostlyDisputed(join(finding.camps.map(withOf))), ...tooFew(finding.tooFew));
    case 'nobody_scored':
      return words.nobodyScored(finding.n);
    case 'too_few_scored':
      return words.tooFewScored(finding.scored, finding.n);
    case 'wording_means': {
      const means = finding.camps.map((camp) => {
        const { interval } = camp;
        const bounds =
          interval === null ? null : ([formatScore(locale, interval.low), formatScore(locale, interval.high)] as const);
        return words.meanOf(name(camp), formatScore(locale, camp.mean), words.ofN(camp.scored, camp.n), bounds);
      });
      const rest = finding.tooFew.map((camp) => words.campN(name(camp), words.ofN(camp.scored, camp.n)));
      return sentences(words.means(join(means)), ...(rest.length === 0 ? [] : [words.noMean(join(rest))]));
    }
    case 'parted_ways': {
      const parted = finding.againstPositive + finding.favorNegative;
      return parted === 0
        ? words.partedNone(finding.n)
        : words.parted(parted, finding.n, finding.againstPositive, finding.favorNegative);
    }
    case 'no_sided_score':
      return words.noSidedScore(finding.n);
    case 'share_range':
      return sentences(
        words.shareRange(words.share(finding.stance), named(finding.lowest), named(finding.highest)),
        finding.overlap ? words.overlap : words.noOverlap,
        ...unsettled(finding.unsettled),
        ...tooFew(finding.tooFew),
      );
    case 'share_alike':
      return sentences(
        words.shareAlike(words.share(finding.stance), join(finding.camps.map(withOf))),
        ...unsettled(finding.unsettled),
        ...tooFew(finding.tooFew),
      );
    case 'camp_difference':
      return sentences(
        words.difference(
          words.share(finding.stance),
          finding.shareAs === 'per_cent' ? points(locale, finding.difference, false) : null,
          named(finding.more),
          named(finding.fewer),
        ),
        words.differenceInterval(points(locale, finding.low, true), points(locale, finding.high, true)),
        ...(finding.holdsZero ? [words.holdsZero] : []),
        ...unsettled(finding.unsettled),
      );
    case 'one_camp_only':
      return words.oneCampOnly(finding.camp === null ? null : withN(finding.camp));
    case 'time_span':
    case 'one_date': {
      const undated = finding.undated === 0 ? [] : [words.undated(finding.undated)];
      return sentences(timeSpanSentence(words, locale, finding), ...undated);
    }
    case 'nothing_dated':
      return words.nothingDated(finding.undated);
    case 'telling_terms': {
      const { first, second, firstTerms, secondTerms } = finding;
      const list = (terms: readonly string[]) => formatList(locale, terms.map(isolate));
      const sides = [
        { camp: first, other: second, terms: firstTerms },
        { camp: second, other: first, terms: secondTerms },
      ].filter(({ terms }) => terms.length > 0);
      return sentences(
        ...sides.map(({ camp, other, terms }, index) =>
          words.terms(termCamp(camp, index === 0), termCamp(other, index === 0), list(terms)),
        ),
      );
    }
    case 'not_enough_text':
      return words.notEnoughText(termCamp(finding.first, true), termCamp(finding.second, true));
    case 'slogan_uses': {
      const uses = finding.uses.filter(({ count }) => count > 0).map(({ use, count }) => words.sloganUse(use, count));
      return words.sloganUses(isolate(finding.slogan), finding.n, uses.join(words.comma));
    }
    case 'slogans_tied': {
      const quoted = finding.slogans.map((slogan) => (locale === 'ar' ? `«${isolate(slogan)}»` : `“${isolate(slogan)}”`));
      return words.slogansTied(finding.tied, finding.n, quoted.join(words.comma), finding.tied - finding.slogans.length);
    }
    case 'no_slogans':
      return words.noSlogans;
  }
}
