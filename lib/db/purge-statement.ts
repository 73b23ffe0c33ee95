import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import type { Transaction } from '#lib/db/open-database';

/** How many rows of each kind a purge removes. */
export interface PurgeCounts {
  readonly statements: number;
  readonly translations: number;
  readonly codings: number;
  readonly adjudications: number;
  readonly scores: number;
  readonly resolvedCodes: number;
  readonly searchRows: number;
  readonly sloganUses: number;
  readonly sampleItems: number;
  readonly duplicatePairs: number;
  /** Details of log rows; the rows themselves stay, with the hash of what they held. */
  readonly logDetails: number;
  /** Kept form entries that hold its words. */
  readonly drafts: number;
  /** Of the speaker, source and slogans that no other statement has. */
  readonly speakers: number;
  readonly sources: number;
  readonly slogans: number;
  /** Statements that were marked as copies of it and stand alone afterwards. */
  readonly unlinked: number;
}

/** What a purge finds before it removes anything. */
export interface PurgePlan {
  readonly id: string;
  readonly eventId: string;
  readonly eventSlug: string;
  /** The original and its translations. */
  readonly texts: readonly string[];
  readonly counts: PurgeCounts;
  readonly speakerId: string | null;
  readonly sourceId: string | null;
  readonly sloganIds: readonly string[];
  readonly detailSeqs: readonly number[];
  readonly draftIds: readonly string[];
  /** Log rows whose reason, which cannot be removed, repeats its words or its speaker's name. */
  readonly quotingReasons: readonly number[];
}

const seqRow = z.object({ seq: z.coerce.number() });
const idRow = z.object({ id: z.string() });

/** A text as it stands inside a JSON document. */
function insideJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Finds everything that is stored of a statement, in all tables; null when there is none. */
export async function planPurge(tx: Transaction, id: string): Promise<PurgePlan | null> {
  const row = await tx.statement.findUnique({
    where: { id },
    select: {
      eventId: true,
      originalText: true,
      speakerId: true,
      sourceId: true,
      event: { select: { slug: true } },
      speaker: { select: { displayName: true } },
      translations: { select: { text: true } },
      sloganUses: { select: { sloganId: true } },
      _count: {
        select: {
          translations: true,
          codings: true,
          adjudications: true,
          scores: true,
          resolved: true,
          sampleItems: true,
          pairsAsFirst: true,
          pairsAsSecond: true,
          duplicates: true,
        },
      },
    },
  });
  if (row === null) return null;
  const others = { NOT: { id } };
  const isAlone = async (where: { speakerId: string } | { sourceId: string }) =>
    (await tx.statement.count({ where: { ...where, ...others } })) === 0;
  const speakerId = row.speakerId !== null && (await isAlone({ speakerId: row.speakerId })) ? row.speakerId : null;
  const sourceId = row.sourceId !== null && (await isAlone({ sourceId: row.sourceId })) ? row.sourceId : null;
  const sloganIds: string[] = [];
  for (const { sloganId } of row.sloganUses) {
    if ((await tx.sloganUse.count({ where: { sloganId, NOT: { statementId: id } } })) === 0) sloganIds.push(sloganId);
  }

  const texts = [row.originalText, ...row.translations.map(({ text }) => text)];
  const written = JSON.stringify(texts.map(insideJson));
  const details = await tx.$queryRaw<unknown[]>`
    SELECT d."seq" FROM "AuditDetail" d JOIN "AuditEvent" e ON e."seq" = d."seq"
    WHERE (e."entity" = 'statement' AND e."entityId" = ${id})
      OR EXISTS (SELECT 1 FROM json_each(${written}) t WHERE instr(d."before", t."value") OR instr(d."after", t."value"))
    ORDER BY d."seq"`;
  const drafts = await tx.$queryRaw<unknown[]>`
    SELECT f."id" FROM "FormDraft" f
    WHERE EXISTS (SELECT 1 FROM json_each(${written}) t WHERE instr(f."values", t."value") OR instr(f."problems", t."value"))`;
  const name = row.speaker?.displayName ?? null;
  const words = JSON.stringify(name === null || speakerId === null ? texts : [...texts, name]);
  const reasons = await tx.$queryRaw<unknown[]>`
    SELECT e."seq" FROM "AuditEvent" e
    WHERE e."reason" IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(${words}) t WHERE instr(e."reason", t."value"))
    ORDER BY e."seq"`;

  const detailSeqs = details.map((each) => seqRow.parse(each).seq);
  const draftIds = drafts.map((each) => idRow.parse(each).id);
  return {
    id,
    eventId: row.eventId,
    eventSlug: row.event.slug,
    texts,
    speakerId,
    sourceId,
    sloganIds,
    detailSeqs,
    draftIds,
    quotingReasons: reasons.map((each) => seqRow.parse(each).seq),
    counts: {
      statements: 1,
      translations: row._count.translations,
      codings: row._count.codings,
      adjudications: row._count.adjudications,
      scores: row._count.scores,
      resolvedCodes: row._count.resolved,
      searchRows: await tx.statementSearch.count({ where: { statementId: id } }),
      sloganUses: row.sloganUses.length,
      sampleItems: row._count.sampleItems,
      duplicatePairs: row._count.pairsAsFirst + row._count.pairsAsSecond,
      logDetails: detailSeqs.length,
      drafts: draftIds.length,
      speakers: speakerId === null ? 0 : 1,
      sources: sourceId === null ? 0 : 1,
      slogans: sloganIds.length,
      unlinked: row._count.duplicates,
    },
  };
}

/** Removes what a plan found. What hangs on the statement goes with it (ON DELETE CASCADE). */
export async function removePurged(tx: Transaction, plan: PurgePlan): Promise<void> {
  const { id } = plan;
  await tx.statement.updateMany({
    where: { duplicateOfId: id },
    data: { duplicateOfId: null, duplicateKind: null, duplicateSeq: null },
  });
  await tx.auditDetail.deleteMany({ where: { seq: { in: [...plan.detailSeqs] } } });
  await tx.formDraft.deleteMany({ where: { id: { in: [...plan.draftIds] } } });
  await tx.statement.delete({ where: { id } });
  if (plan.speakerId !== null) await tx.speaker.delete({ where: { id: plan.speakerId } });
  if (plan.sourceId !== null) await tx.source.delete({ where: { id: plan.sourceId } });
  await tx.slogan.deleteMany({ where: { id: { in: [...plan.sloganIds] } } });
}

/** Copies that an upgrade made beside the database and that still hold the statement: a purge does not touch them. */
export async function copiesHolding(file: string, id: string): Promise<string[]> {
  const start = `${basename(file).replace(/\.db$/, '')}.before-`;
  const names = (await readdir(dirname(file))).filter((name) => name.startsWith(start) && name.endsWith('.db'));
  return names
    .map((name) => join(dirname(file), name))
    .filter((path) => {
      const copy = new BetterSqlite3(path, { readonly: true });
      try {
        return copy.prepare('SELECT 1 FROM "Statement" WHERE "id" = ?').get(id) !== undefined;
      } catch {
        // Not a database of ours, or a damaged one: the person has to look.
        return true;
      } finally {
        copy.close();
      }
    });
}
