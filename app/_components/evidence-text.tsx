import { useId } from 'react';
import type { ScoreEvidence, TextScore, TokenEvidence } from '#lib/core/score';
import type { Dictionary } from '#lib/i18n/dictionary';
import { fillSentence, formatNumber, formatPercent, formatScore } from '#lib/i18n/format';
import { directionOfLanguage, type Locale } from '#lib/i18n/locale';
import { cutByEvidence } from './cut-by-evidence';
import { ScrollBox } from './data-table';

interface EvidenceTextProps {
  readonly text: string;
  readonly language: string;
  readonly evidence: ScoreEvidence;
}

/** The text as it was given, with each word that moved the score marked by sign and line. */
export function EvidenceText({ text, language, evidence }: EvidenceTextProps) {
  return (
    <p className="evidence-text" lang={language} dir={directionOfLanguage(language)}>
      {cutByEvidence(text, evidence.tokens).map((piece) =>
        piece.side === null ? (
          <span key={piece.start}>{piece.text}</span>
        ) : (
          <mark key={piece.start} data-side={piece.side}>
            {piece.text}
            {piece.side === 'none' ? null : <span className="evidence-sign">{piece.side === 'negative' ? '\u2212' : '+'}</span>}
          </mark>
        ),
      )}
    </p>
  );
}

/** The most words that a list shows; beyond it a reader looks at the text. */
const LISTED_WORDS = 12;

/** Half of the bar's box in per cent: the strongest word reaches the edge. */
const HALF = 50;

interface EvidenceListProps {
  readonly score: Pick<TextScore, 'evidence' | 'language' | 'scorer' | 'version'>;
  readonly words: Pick<Dictionary['common'], 'evidence' | 'score' | 'partsSeparator'>;
  readonly locale: Locale;
}

function barOf(contribution: number, strongest: number): { readonly insetInlineStart: string; readonly inlineSize: string } {
  const size = strongest === 0 ? 0 : (Math.abs(contribution) / strongest) * HALF;
  return { insetInlineStart: `${contribution < 0 ? HALF - size : HALF}%`, inlineSize: `${size}%` };
}

/** The same as a list: which word, by how much, and how it was read. */
export function EvidenceList({ score, words, locale }: EvidenceListProps) {
  const told = words.evidence;
  const captionId = useId();
  const moving = strongestFirst(score.evidence.tokens);
  const shown = moving.slice(0, LISTED_WORDS);
  const strongest = Math.abs(shown[0]?.contribution ?? 0);
  const { knownShare, flags } = score.evidence;
  return (
    <div className="stack stack-s">
      {shown.length === 0 ? (
        <p className="hint">{told.none}</p>
      ) : (
        <ScrollBox labelledBy={captionId}>
          <table className="data-table evidence-table">
            <caption id={captionId}>{told.listCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{told.word}</th>
                <th scope="col">{told.moved}</th>
                <th scope="col">{told.why}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((token) => (
                <tr key={`${token.start}-${token.end}`}>
                  <th scope="row" lang={score.language}>
                    <bdi>{token.text}</bdi>
                  </th>
                  <td className="evidence-moved">
                    <span className="evidence-bar" aria-hidden="true">
                      <i style={barOf(token.contribution, strongest)} />
                    </span>{' '}
                    <bdi dir="ltr">{formatScore(locale, token.contribution)}</bdi>
                  </td>
                  <td>{token.marks.map((mark) => told.marks[mark]).join(words.partsSeparator)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {moving.length > shown.length ? (
        <p className="hint">{fillSentence(told.more, { n: formatNumber(locale, moving.length - shown.length) })}</p>
      ) : null}
      {knownShare === null ? null : (
        <p className="hint">{fillSentence(told.knownShare, { share: formatPercent(locale, knownShare) })}</p>
      )}
      {flags.map((flag) => (
        <p key={flag} className="hint">
          {told.flags[flag]}
        </p>
      ))}
      <p className="hint">
        {words.score.notStance}{' '}
        {fillSentence(words.score.by, { scorer: isolated(score.scorer), version: isolated(score.version) })}
      </p>
    </div>
  );
}

function strongestFirst(tokens: readonly TokenEvidence[]): readonly TokenEvidence[] {
  return tokens
    .filter((token) => token.contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || a.start - b.start);
}

/** A name in Latin letters keeps its own direction inside an Arabic sentence. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
