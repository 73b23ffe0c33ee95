import type { NoScoreReason, SentimentLabel } from '#lib/core/score';
import type { ResolvedStance } from '#lib/core/stance';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatScore } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { StanceIcon } from './icons';

interface StanceTagProps {
  readonly stance: ResolvedStance;
  readonly words: Dictionary['common']['stance'];
}

/** A coded stance: shape, colour and word, in that order of importance reversed. */
export function StanceTag({ stance, words }: StanceTagProps) {
  return (
    <span className="tag" data-stance={stance}>
      <StanceIcon stance={stance} />
      {words[stance]}
    </span>
  );
}

interface CampTagProps {
  readonly label: string;
  /** BCP 47 tag of the label. */
  readonly language: string;
  /** Place of the camp in its event's order, from 1; it decides the colour on every chart. Null for a camp that is none. */
  readonly order: number | null;
}

/** Number of camp colours; an event with more camps begins again at the first. */
const CAMP_COLOURS = 8;

/** A camp's name beside the colour that it has on every chart of the event. */
export function CampTag({ label, language, order }: CampTagProps) {
  const colour = order === null ? null : ((Math.max(1, order) - 1) % CAMP_COLOURS) + 1;
  return (
    <span className="camp-tag" lang={language} {...(colour === null ? {} : { 'data-camp-colour': colour })}>
      <bdi>{label}</bdi>
    </span>
  );
}

/** The part of a score that a tag shows. */
interface ShownScore {
  readonly score: number | null;
  readonly label: SentimentLabel | null;
  readonly unsure: boolean;
  readonly reason: NoScoreReason | null;
}

interface ScoreTagProps {
  readonly score: ShownScore | null;
  readonly words: Dictionary['common']['score'];
  readonly locale: Locale;
}

/** A machine score as number and label, or why there is none; never a bare 0. */
export function ScoreTag({ score, words, locale }: ScoreTagProps) {
  if (score === null || score.score === null || score.label === null) {
    const reason = score?.reason ?? null;
    return (
      <span className="score-tag no-score">
        {words.notScored}
        {reason === null ? null : `: ${words.reasons[reason]}`}
      </span>
    );
  }
  return (
    <span className="score-tag">
      <bdi className="score-value" dir="ltr">
        {formatScore(locale, score.score)}
      </bdi>
      <span>{words[score.label]}</span>
      {score.unsure ? (
        <span className="score-unsure" title={words.unsureHint}>
          {words.unsure}
        </span>
      ) : null}
    </span>
  );
}
