import type { TextScore } from '#lib/core/score';
import type { StatementInput } from '#lib/core/statement/statement-input';
import { appendLog } from '#lib/db/audit-log';
import { findOrCreateCoder } from '#lib/db/coders';
import type { CodebookVersionRecord, EventRecord } from '#lib/db/events';
import { insertRows } from '#lib/db/insert-rows';
import { type NewScore, storeScores } from '#lib/db/machine-scores';
import type { Transaction } from '#lib/db/open-database';
import { refreshResolvedCodes } from '#lib/db/resolved-codes';
import { findOrCreateSlogan } from '#lib/db/slogans';
import { findOrCreateSource } from '#lib/db/sources';
import { findOrCreateSpeaker } from '#lib/db/speakers';

/** A code that a coder gives beside camp and stance, by the key of its variable. */
export type ExtraCodes = Readonly<Record<string, string>>;

/** A checked and scored statement, ready to be stored. */
export interface PreparedStatement {
  readonly id: string;
  readonly input: StatementInput;
  /** BCP 47: the one given, or the one detected. */
  readonly language: string;
  readonly contentHash: string;
  /** Folded text for the full-text index. */
  readonly searchText: string;
  readonly originalScore: TextScore;
  readonly translationScore: TextScore | null;
  readonly duplicateOf: { readonly id: string; readonly kind: 'repost' | 'syndicated' | 'quote' } | null;
  readonly extraCodes: ExtraCodes;
}

export interface AddingContext {
  readonly event: EventRecord;
  readonly actor: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly newId: () => string;
  readonly importBatchId: string | null;
  readonly action: 'statement.added' | 'statement.imported' | 'statement.seeded';
  /** Sources, speakers, slogans and coders that were looked up before, for those who add many statements. */
  readonly known?: KnownRows;
}

/** Ids by what they were found by. Good for one transaction: what a rolled back one made must not stay known. */
export interface KnownRows {
  get(key: string): string | undefined;
  set(key: string, id: string): void;
}

/** Looks a row up once for each different thing; `null` is never remembered, such as a speaker without any name. */
async function remembered(known: KnownRows | undefined, key: string | null, find: () => Promise<string>): Promise<string> {
  if (known === undefined || key === null) return find();
  const here = known.get(key);
  if (here !== undefined) return here;
  const id = await find();
  known.set(key, id);
  return id;
}

/** Two nameless speakers are never taken for one person. */
function speakerKey({ speaker }: StatementInput): string | null {
  if (speaker === null || (speaker.name === null && speaker.pseudonym === null)) return null;
  return JSON.stringify(['speaker', speaker.name, speaker.pseudonym, speaker.kind, speaker.risk]);
}

/** A code that the codebook of the event does not have: the caller checked the input, so this is a fault. */
class UnknownCode extends Error {
  constructor(variable: string, code: string) {
    super(`The codebook has no code "${code}" in the variable "${variable}".`);
    this.name = 'UnknownCode';
  }
}

function codeOf(codebook: CodebookVersionRecord, variableKey: string, codeKey: string) {
  const variable = codebook.variables.find((candidate) => candidate.key === variableKey);
  const code = variable?.codes.find((candidate) => candidate.key === codeKey);
  if (variable === undefined || code === undefined) throw new UnknownCode(variableKey, codeKey);
  return { variableId: variable.id, codeId: code.id };
}

/** The codes that an input carries, by variable key. */
function codesOf(prepared: PreparedStatement, event: EventRecord): [string, string][] {
  const { input } = prepared;
  const target = input.target ?? event.targets[0]?.slug;
  const codes: [string, string][] = [];
  if (input.camp !== null) codes.push(['camp', input.camp]);
  if (input.stance !== null && target !== undefined) codes.push([`stance.${target}`, input.stance]);
  if (input.slogan !== null) codes.push(['use', input.slogan.use]);
  codes.push(...Object.entries(prepared.extraCodes));
  return codes;
}

async function sourceIdOf(tx: Transaction, { source }: StatementInput, context: AddingContext): Promise<string | null> {
  if (source === null) return null;
  return remembered(context.known, JSON.stringify(['source', source]), () => findOrCreateSource(tx, source, context));
}

async function speakerIdOf(tx: Transaction, input: StatementInput, context: AddingContext): Promise<string | null> {
  const { speaker } = input;
  if (speaker === null) return null;
  return remembered(context.known, speakerKey(input), () => findOrCreateSpeaker(tx, speaker, context));
}

/**
 * Stores statements with their source, speaker, translation, slogan, first codings, scores, search text and log rows, and brings the
 * caches up to date: all inside the transaction given, so that either everything of a statement is there or nothing.
 */
export async function addStatements(
  tx: Transaction,
  prepared: readonly PreparedStatement[],
  context: AddingContext,
): Promise<void> {
  const { event, at, newId } = context;
  const seqs = await appendLog(
    tx,
    prepared.map((statement) => ({
      at,
      actor: context.actor,
      action: context.action,
      entity: 'statement',
      entityId: statement.id,
      eventId: event.id,
      after: statement.input,
    })),
  );

  const statements = [];
  const translations = [];
  const sloganUses = [];
  const codings = [];
  const searches = [];
  const scores: NewScore[] = [];
  for (const [index, statement] of prepared.entries()) {
    const { id, input } = statement;
    const createdSeq = seqs[index] ?? 0;
    statements.push({
      id,
      eventId: event.id,
      sourceId: await sourceIdOf(tx, input, context),
      locator: input.locator,
      speakerId: await speakerIdOf(tx, input, context),
      attribution: input.attribution,
      originalText: input.text,
      language: statement.language,
      saidOn: input.saidOn?.value ?? null,
      saidOnPrecision: input.saidOn?.precision ?? 'unknown',
      contentHash: statement.contentHash,
      duplicateOfId: statement.duplicateOf?.id ?? null,
      duplicateKind: statement.duplicateOf?.kind ?? null,
      duplicateSeq: statement.duplicateOf === null ? null : createdSeq,
      status: 'published',
      importBatchId: context.importBatchId,
      externalId: input.externalId,
      createdAt: at,
      updatedAt: at,
      createdSeq,
      changedSeq: createdSeq,
    });
    searches.push({ statementId: id, folded: statement.searchText });
    scores.push({ id: newId(), statementId: id, translationId: null, score: statement.originalScore });
    if (input.translation !== null) {
      const translationId = newId();
      const { language, text, by } = input.translation;
      translations.push({ id: translationId, statementId: id, language, text, madeBy: by, createdAt: at, createdSeq });
      if (statement.translationScore !== null) {
        scores.push({ id: newId(), statementId: id, translationId, score: statement.translationScore });
      }
    }
    if (input.slogan !== null) {
      const slogan = { name: input.slogan.name, language: statement.language };
      const sloganId = await remembered(context.known, JSON.stringify(['slogan', slogan.name]), () =>
        findOrCreateSlogan(tx, slogan, context),
      );
      sloganUses.push({ statementId: id, sloganId, variant: input.slogan.name, language: statement.language });
    }
    const codes = codesOf(statement, event);
    if (codes.length > 0) {
      const coder = input.coder ?? context.actor;
      const coderId = await remembered(context.known, JSON.stringify(['coder', coder]), () =>
        findOrCreateCoder(tx, coder, context),
      );
      for (const [variableKey, code] of codes) {
        codings.push({
          id: newId(),
          statementId: id,
          variableKey,
          code,
          ...codeOf(event.codebook, variableKey, code),
          coderId,
          round: 1,
          confidence: input.confidence,
          rationale: variableKey.startsWith('stance.') ? input.rationale : null,
          createdAt: at,
          createdSeq,
        });
      }
    }
  }
  await insertRows(tx, 'Statement', statements);
  await insertRows(tx, 'Translation', translations);
  await insertRows(tx, 'SloganUse', sloganUses);
  await insertRows(tx, 'Coding', codings);
  await insertRows(tx, 'StatementSearch', searches);
  await storeScores(tx, scores, at, seqs.at(-1) ?? 0);
  await refreshResolvedCodes(
    tx,
    prepared.map((statement) => statement.id),
  );
}
