import type { SeedFiles } from '#lib/core/seed-files';
import { type StatementInput, statementParser } from '#lib/core/statement/statement-input';
import { addStatements } from '#lib/db/add-statements';
import { appendLog } from '#lib/db/audit-log';
import { readEvent } from '#lib/db/events';
import { hasEvents, hasStatement, insertSeedFrame } from '#lib/db/seeding';
import { prepareStatements, type StatementToPrepare } from '#lib/usecases/prepare-statements';
import { instant, today, type Workspace } from '#lib/usecases/workspace';

/** The coder in whose name seed data is coded. */
export const SEED_CODER = 'seed';

export interface SeedOutcome {
  readonly event: string;
  readonly added: number;
  readonly unchanged: number;
}

/** A row of the data files that the schema of statements refuses: a fault of the files. */
export class SeedFault extends Error {
  constructor(id: string, detail: string) {
    super(`The seed statement ${id} is not valid: ${detail}.`);
    this.name = 'SeedFault';
  }
}

/**
 * Puts an event with its codebook and statements into the database. Ids are stable: what is there already, in whatever state people
 * left it, is not touched, so seeding twice changes nothing.
 */
export async function seedEvent(workspace: Workspace, files: SeedFiles): Promise<SeedOutcome> {
  const { db } = workspace;
  const at = instant(workspace);
  if (!(await hasEvents(db, files.event.slug))) {
    await db.write(async (tx) => {
      await insertSeedFrame(tx, files, at);
      await appendLog(tx, [
        {
          at,
          actor: SEED_CODER,
          action: 'event.seeded',
          entity: 'event',
          entityId: files.event.slug,
          eventId: `seed-${files.event.slug}`,
        },
      ]);
    });
  }
  const event = await readEvent(db, files.event.slug);
  if (event === null) throw new Error(`The event ${files.event.slug} has no published codebook.`);

  const sources = new Map(files.sources.map((source) => [source.slug, source]));
  const speakers = new Map(files.speakers.map((speaker) => [speaker.slug, speaker]));
  const parse = statementParser({
    today: today(workspace),
    camps: event.camps.map((camp) => camp.slug),
    targets: event.targets.map((target) => target.slug),
  });
  const target = files.event.targets[0]?.slug ?? '';
  const missing: StatementToPrepare[] = [];
  for (const statement of files.statements) {
    if (await hasStatement(db, statement.id)) continue;
    const source = sources.get(statement.source);
    const speaker = statement.speaker === null ? undefined : speakers.get(statement.speaker);
    const { camp, [`stance.${target}`]: stance, use, ...extraCodes } = statement.codes;
    const parsed = parse({
      text: statement.text,
      language: statement.language,
      translation: statement.translation,
      target,
      camp,
      stance,
      confidence: statement.confidence,
      rationale: statement.rationale,
      slogan: statement.slogan && { name: statement.slogan.canonical, use },
      speaker: speaker && {
        name: speaker.displayName ?? undefined,
        pseudonym: speaker.pseudonym ?? undefined,
        kind: speaker.kind,
        risk: speaker.risk,
      },
      attribution: statement.attribution,
      source: source && {
        outlet: source.outlet ?? undefined,
        title: source.title ?? undefined,
        url: source.url ?? undefined,
        language: source.language ?? undefined,
        published: source.publishedOn ?? undefined,
        archiveUrl: source.archiveUrl ?? undefined,
      },
      locator: statement.locator,
      saidOn: statement.saidOn ?? undefined,
      externalId: statement.id,
      coder: SEED_CODER,
    });
    if (!parsed.ok)
      throw new SeedFault(statement.id, parsed.problem.fields.map((problem) => `${problem.field} ${problem.code}`).join(', '));
    const input: StatementInput = parsed.value;
    missing.push({ id: statement.id, input, extraCodes });
  }
  const prepared = await prepareStatements(workspace, missing);
  if (prepared.length > 0) {
    await db.write((tx) =>
      addStatements(tx, prepared, {
        event,
        actor: SEED_CODER,
        at,
        newId: workspace.newId,
        importBatchId: null,
        action: 'statement.seeded',
      }),
    );
  }
  return { event: event.slug, added: prepared.length, unchanged: files.statements.length - prepared.length };
}
