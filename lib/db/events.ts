import { z } from 'zod';
import type { Prisma } from '#lib/db/generated/client';
import type { Database } from '#lib/db/open-database';

const role = z.enum(['compared', 'context']);
const level = z.enum(['nominal', 'ordinal', 'interval']);

/** The target that a stance is towards. */
export interface TargetRecord {
  readonly id: string;
  readonly slug: string;
  readonly proposition: Readonly<Record<'en' | 'ar', string>>;
}

export interface CampRecord {
  readonly id: string;
  readonly slug: string;
  readonly label: Readonly<Record<'en' | 'ar', string>>;
  readonly definition: Readonly<Record<'en' | 'ar', string>>;
  readonly selfNamed: boolean;
  readonly role: 'compared' | 'context';
  readonly order: number;
  readonly retired: boolean;
}

export interface CodeRecord {
  readonly id: string;
  readonly key: string;
  readonly label: Readonly<Record<'en' | 'ar', string>>;
  readonly definition: Readonly<Record<'en' | 'ar', string>>;
  readonly useWhen: Readonly<Record<'en' | 'ar', string>>;
  readonly avoidWhen: Readonly<Record<'en' | 'ar', string>>;
  /** The number that an ordinal or interval code stands for. */
  readonly value: number | null;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
  readonly order: number;
  readonly supersededBy: string | null;
  readonly meaningSince: number;
}

export interface VariableRecord {
  readonly id: string;
  readonly key: string;
  readonly targetId: string | null;
  readonly level: 'nominal' | 'ordinal' | 'interval';
  readonly label: Readonly<Record<'en' | 'ar', string>>;
  readonly question: Readonly<Record<'en' | 'ar', string>>;
  readonly order: number;
  readonly meaningSince: number;
  readonly codes: readonly CodeRecord[];
}

export interface CodebookVersionRecord {
  readonly id: string;
  readonly codebookId: string;
  readonly number: number;
  readonly note: string | null;
  readonly publishedAt: string | null;
  readonly variables: readonly VariableRecord[];
}

/** An event with all that is needed to code, check and compare its statements. */
export interface EventRecord {
  readonly id: string;
  readonly slug: string;
  readonly title: Readonly<Record<'en' | 'ar', string>>;
  readonly description: Readonly<Record<'en' | 'ar', string>>;
  /** YYYY-MM-DD */
  readonly heldOn: string;
  readonly targets: readonly TargetRecord[];
  /** In their order; retired camps included. */
  readonly camps: readonly CampRecord[];
  /** The newest published version. */
  readonly codebook: CodebookVersionRecord;
}

const variablesWithCodes = {
  variables: {
    orderBy: [{ sortOrder: 'asc' }, { key: 'asc' }],
    include: { codes: { orderBy: [{ sortOrder: 'asc' }, { key: 'asc' }] } },
  },
} satisfies Prisma.CodebookVersionInclude;

const textList = z.array(z.string());

type StoredVersion = NonNullable<Awaited<ReturnType<typeof storedVersion>>>;

async function storedVersion(db: Database, eventId: string, number: number | null) {
  return db.read.codebookVersion.findFirst({
    where: { codebook: { eventId }, status: 'published', ...(number === null ? {} : { number }) },
    orderBy: { number: 'desc' },
    include: variablesWithCodes,
  });
}

function versionRecord(version: StoredVersion): CodebookVersionRecord {
  return {
    id: version.id,
    codebookId: version.codebookId,
    number: version.number,
    note: version.note,
    publishedAt: version.publishedAt,
    variables: version.variables.map((variable) => ({
      id: variable.id,
      key: variable.key,
      targetId: variable.targetId,
      level: level.parse(variable.level),
      label: { en: variable.labelEn, ar: variable.labelAr },
      question: { en: variable.questionEn, ar: variable.questionAr },
      order: variable.sortOrder,
      meaningSince: variable.meaningSince,
      codes: variable.codes.map((code) => ({
        id: code.id,
        key: code.key,
        label: { en: code.labelEn, ar: code.labelAr },
        definition: { en: code.definitionEn, ar: code.definitionAr },
        useWhen: { en: code.useWhenEn, ar: code.useWhenAr },
        avoidWhen: { en: code.avoidWhenEn, ar: code.avoidWhenAr },
        value: code.value,
        examples: textList.parse(JSON.parse(code.examples)),
        counterExamples: textList.parse(JSON.parse(code.counterExamples)),
        order: code.sortOrder,
        supersededBy: code.supersededBy,
        meaningSince: code.meaningSince,
      })),
    })),
  };
}

/** A published version of an event's codebook, the newest unless a number is given; null when there is none. */
export async function readCodebookVersion(
  db: Database,
  eventId: string,
  number: number | null = null,
): Promise<CodebookVersionRecord | null> {
  const version = await storedVersion(db, eventId, number);
  return version === null ? null : versionRecord(version);
}

/** The event with that slug; null when there is none or its codebook is not published yet. */
export async function readEvent(db: Database, slug: string): Promise<EventRecord | null> {
  const event = await db.read.event.findUnique({
    where: { slug },
    include: {
      targets: { orderBy: [{ sortOrder: 'asc' }, { slug: 'asc' }] },
      camps: { orderBy: [{ sortOrder: 'asc' }, { slug: 'asc' }] },
    },
  });
  if (event === null) return null;
  const codebook = await readCodebookVersion(db, event.id);
  if (codebook === null) return null;
  return {
    id: event.id,
    slug: event.slug,
    title: { en: event.titleEn, ar: event.titleAr },
    description: { en: event.descriptionEn, ar: event.descriptionAr },
    heldOn: event.heldOn,
    targets: event.targets.map(({ id, slug: targetSlug, propositionEn, propositionAr }) => ({
      id,
      slug: targetSlug,
      proposition: { en: propositionEn, ar: propositionAr },
    })),
    camps: event.camps.map((camp) => ({
      id: camp.id,
      slug: camp.slug,
      label: { en: camp.labelEn, ar: camp.labelAr },
      definition: { en: camp.definitionEn, ar: camp.definitionAr },
      selfNamed: camp.selfNamed === 1,
      role: role.parse(camp.role),
      order: camp.sortOrder,
      retired: camp.retired === 1,
    })),
    codebook,
  };
}

/** Slug, title and date of every event, newest first, with the count of its published statements. */
export async function readEventList(db: Database) {
  const events = await db.read.event.findMany({
    orderBy: [{ heldOn: 'desc' }, { slug: 'asc' }],
    select: {
      slug: true,
      titleEn: true,
      titleAr: true,
      heldOn: true,
      _count: { select: { statements: { where: { status: 'published' } } } },
    },
  });
  return events.map((event) => ({
    slug: event.slug,
    title: { en: event.titleEn, ar: event.titleAr },
    heldOn: event.heldOn,
    statements: event._count.statements,
  }));
}
