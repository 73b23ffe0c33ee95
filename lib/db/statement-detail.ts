import { z } from 'zod';
import { NO_SCORE_REASONS, type NoScoreReason, type ScoreEvidence, SENTIMENT_LABELS, type SentimentLabel } from '#lib/core/score';
import {
  ATTRIBUTIONS,
  type Attribution,
  SPEAKER_RISKS,
  type SpeakerRisk,
  STATEMENT_STATUSES,
  type StatementStatus,
  TRANSLATORS,
  type Translator,
} from '#lib/core/stance';
import { shownSpeakerName } from '#lib/core/statement/speaker-name';
import { SPEAKER_KINDS, type SpeakerKind } from '#lib/core/statement/statement-input';
import type { Database } from '#lib/db/open-database';
import { parseStoredEvidence } from '#lib/db/stored-evidence';

/** A stored score of one text, with its evidence. */
export interface ScoreRecord {
  readonly id: string;
  readonly reads: 'original' | 'translation';
  readonly language: string;
  readonly scorer: string;
  readonly version: string;
  readonly score: number | null;
  readonly label: SentimentLabel | null;
  readonly unsure: boolean;
  readonly reason: NoScoreReason | null;
  readonly probabilities: { readonly negative: number; readonly neutral: number; readonly positive: number } | null;
  readonly evidence: ScoreEvidence;
  readonly current: boolean;
  readonly createdAt: string;
}

export interface CodingRecord {
  readonly id: string;
  readonly variableKey: string;
  readonly code: string;
  readonly codebookVersion: number;
  readonly coder: { readonly id: string; readonly name: string };
  readonly round: number;
  readonly confidence: number | null;
  readonly rationale: string | null;
  readonly createdAt: string;
  /** The row of the log that tells of it. */
  readonly createdSeq: number;
  readonly withdrawnAt: string | null;
  readonly withdrawnSeq: number | null;
}

export interface AdjudicationRecord {
  readonly id: string;
  readonly variableKey: string;
  readonly code: string;
  readonly basis: string;
  readonly cause: string | null;
  readonly note: string | null;
  readonly codebookVersion: number;
  readonly by: string;
  readonly createdAt: string;
  readonly createdSeq: number;
  readonly reopenedAt: string | null;
  readonly reopenedSeq: number | null;
}

/** A row of the log about one statement, without its texts. */
export interface HistoryRecord {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly reason: string | null;
}

/** One statement with everything that its page shows. */
export interface StatementDetail {
  readonly id: string;
  readonly event: { readonly id: string; readonly slug: string };
  readonly text: string;
  readonly language: string;
  readonly translation: { readonly id: string; readonly text: string; readonly language: string; readonly by: Translator } | null;
  readonly attribution: Attribution;
  readonly speaker: { readonly name: string | null; readonly kind: SpeakerKind; readonly risk: SpeakerRisk } | null;
  readonly source: {
    readonly id: string;
    readonly outlet: string | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly publishedOn: string | null;
    readonly language: string | null;
    readonly archiveUrl: string | null;
    readonly note: string | null;
  } | null;
  readonly locator: string | null;
  readonly saidOn: string | null;
  readonly slogan: { readonly name: string; readonly canonical: string; readonly gloss: string | null } | null;
  readonly status: StatementStatus;
  readonly duplicateOfId: string | null;
  readonly duplicateKind: string | null;
  readonly duplicates: readonly { readonly id: string; readonly kind: string | null }[];
  readonly externalId: string | null;
  readonly createdAt: string;
  readonly createdSeq: number;
  readonly changedSeq: number;
  /** Resolved codes by variable key. */
  readonly resolved: Readonly<
    Record<
      string,
      { readonly code: string; readonly basis: string; readonly coders: number; readonly minConfidence: number | null }
    >
  >;
  readonly codings: readonly CodingRecord[];
  readonly adjudications: readonly AdjudicationRecord[];
  readonly scores: readonly ScoreRecord[];
  readonly readingsDiffer: boolean;
  readonly history: readonly HistoryRecord[];
}

/**
 * Reads one statement in whatever status: the caller decides who may see it. The name of a speaker at risk is already left out.
 */
export async function readStatementDetail(db: Database, id: string): Promise<StatementDetail | null> {
  const row = await db.read.statement.findUnique({
    where: { id },
    include: {
      event: { select: { id: true, slug: true } },
      source: true,
      speaker: true,
      translations: { orderBy: { createdSeq: 'desc' }, take: 1 },
      sloganUses: { include: { slogan: true }, take: 1 },
      codings: {
        orderBy: [{ createdSeq: 'asc' }, { variableKey: 'asc' }],
        include: { coder: { select: { id: true, name: true } }, variable: { select: { version: { select: { number: true } } } } },
      },
      adjudications: {
        orderBy: { createdSeq: 'asc' },
        include: { coder: { select: { name: true } }, variable: { select: { version: { select: { number: true } } } } },
      },
      scores: { orderBy: [{ current: 'desc' }, { createdSeq: 'desc' }, { reads: 'asc' }] },
      resolved: true,
      currentScore: { select: { readingsDiffer: true } },
      duplicates: { where: { status: 'published' }, select: { id: true, duplicateKind: true } },
    },
  });
  if (row === null) return null;
  const history = await db.read.auditEvent.findMany({
    where: { entity: 'statement', entityId: id },
    orderBy: { seq: 'asc' },
    select: { seq: true, at: true, actor: true, action: true, reason: true },
  });
  const translation = row.translations[0];
  const slogan = row.sloganUses[0];
  const risk = row.speaker === null ? null : z.enum(SPEAKER_RISKS).parse(row.speaker.risk);
  return {
    id: row.id,
    event: row.event,
    text: row.originalText,
    language: row.language,
    translation:
      translation === undefined
        ? null
        : {
            id: translation.id,
            text: translation.text,
            language: translation.language,
            by: z.enum(TRANSLATORS).parse(translation.madeBy),
          },
    attribution: z.enum(ATTRIBUTIONS).parse(row.attribution),
    speaker:
      row.speaker === null || risk === null
        ? null
        : {
            name: shownSpeakerName({ name: row.speaker.displayName, pseudonym: row.speaker.pseudonym, risk }),
            kind: z.enum(SPEAKER_KINDS).parse(row.speaker.kind),
            risk,
          },
    source: row.source,
    locator: row.locator,
    saidOn: row.saidOn,
    slogan:
      slogan === undefined ? null : { name: slogan.variant, canonical: slogan.slogan.canonical, gloss: slogan.slogan.gloss },
    status: z.enum(STATEMENT_STATUSES).parse(row.status),
    duplicateOfId: row.duplicateOfId,
    duplicateKind: row.duplicateKind,
    duplicates: row.duplicates.map((duplicate) => ({ id: duplicate.id, kind: duplicate.duplicateKind })),
    externalId: row.externalId,
    createdAt: row.createdAt,
    createdSeq: row.createdSeq,
    changedSeq: row.changedSeq,
    resolved: Object.fromEntries(
      row.resolved.map(({ variableKey, code, basis, coders, minConfidence }) => [
        variableKey,
        { code, basis, coders, minConfidence },
      ]),
    ),
    codings: row.codings.map((coding) => ({
      id: coding.id,
      variableKey: coding.variableKey,
      code: coding.code,
      codebookVersion: coding.variable.version.number,
      coder: coding.coder,
      round: coding.round,
      confidence: coding.confidence,
      rationale: coding.rationale,
      createdAt: coding.createdAt,
      createdSeq: coding.createdSeq,
      withdrawnAt: coding.withdrawnAt,
      withdrawnSeq: coding.withdrawnSeq,
    })),
    adjudications: row.adjudications.map((adjudication) => ({
      id: adjudication.id,
      variableKey: adjudication.variableKey,
      code: adjudication.code,
      basis: adjudication.basis,
      cause: adjudication.cause,
      note: adjudication.note,
      codebookVersion: adjudication.variable.version.number,
      by: adjudication.coder.name,
      createdAt: adjudication.createdAt,
      createdSeq: adjudication.createdSeq,
      reopenedAt: adjudication.reopenedAt,
      reopenedSeq: adjudication.reopenedSeq,
    })),
    scores: row.scores.map((score) => {
      const { probabilities, ...evidence } = parseStoredEvidence(score.evidence);
      return {
        id: score.id,
        reads: z.enum(['original', 'translation']).parse(score.reads),
        language: score.language,
        scorer: score.scorer,
        version: score.version,
        score: score.score,
        label: z.enum(SENTIMENT_LABELS).nullable().parse(score.label),
        unsure: score.unsure === 1,
        reason: z.enum(NO_SCORE_REASONS).nullable().parse(score.reason),
        probabilities,
        evidence,
        current: score.current === 1,
        createdAt: score.createdAt,
      };
    }),
    readingsDiffer: row.currentScore?.readingsDiffer === 1,
    history,
  };
}
