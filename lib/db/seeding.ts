import type { SeedFiles } from '#lib/core/seed-files';
import type { Database, Transaction } from '#lib/db/open-database';
import { sloganSlug } from '#lib/db/slogans';

/** Whether the database has that event, or any event when no slug is given. */
export async function hasEvents(db: Database, slug?: string): Promise<boolean> {
  return (await db.read.event.count({ where: slug === undefined ? {} : { slug } })) > 0;
}

/** Whether a statement with that id is there, in whatever status. */
export async function hasStatement(db: Database, id: string): Promise<boolean> {
  return (await db.read.statement.count({ where: { id } })) > 0;
}

/** Writes the frame that statements of a seeded event stand in: event, targets, camps, sources, speakers, slogans, codebook. */
export async function insertSeedFrame(tx: Transaction, files: SeedFiles, at: string): Promise<void> {
  const { event, codebook } = files;
  const eventId = `seed-${event.slug}`;
  const targetId = (slug: string) => `${eventId}-target-${slug}`;
  await tx.event.create({
    data: {
      id: eventId,
      slug: event.slug,
      titleEn: event.titleEn,
      titleAr: event.titleAr,
      heldOn: event.date,
      descriptionEn: event.descriptionEn,
      descriptionAr: event.descriptionAr,
      createdAt: at,
      updatedAt: at,
    },
  });
  await tx.target.createMany({
    data: event.targets.map((target, sortOrder) => ({
      id: targetId(target.slug),
      eventId,
      slug: target.slug,
      propositionEn: target.propositionEn,
      propositionAr: target.propositionAr,
      sortOrder,
    })),
  });
  await tx.camp.createMany({
    data: event.camps.map(({ order, selfNamed, ...camp }) => ({
      id: `${eventId}-camp-${camp.slug}`,
      eventId,
      ...camp,
      selfNamed: selfNamed ? 1 : 0,
      sortOrder: order,
    })),
  });
  await tx.source.createMany({
    data: files.sources.map(({ slug, ...source }) => ({ id: `${eventId}-source-${slug}`, createdAt: at, ...source })),
  });
  await tx.speaker.createMany({
    data: files.speakers.map(({ slug, ...speaker }) => ({ id: `${eventId}-speaker-${slug}`, createdAt: at, ...speaker })),
  });
  const slogans = new Map(
    files.statements.flatMap(({ slogan }) => (slogan === undefined ? [] : [[sloganSlug(slogan.canonical), slogan] as const])),
  );
  await tx.slogan.createMany({
    data: [...slogans].map(([slug, slogan]) => ({
      id: `${eventId}-slogan-${slug}`,
      eventId,
      slug,
      canonical: slogan.canonical,
      language: slogan.language,
      gloss: slogan.gloss ?? null,
    })),
  });

  const codebookId = `${eventId}-codebook`;
  const versionId = `${codebookId}-v${codebook.version}`;
  await tx.codebook.create({ data: { id: codebookId, eventId } });
  await tx.codebookVersion.create({
    data: {
      id: versionId,
      codebookId,
      number: codebook.version,
      status: codebook.status,
      note: codebook.note,
      publishedAt: at,
      createdAt: at,
    },
  });
  for (const [sortOrder, variable] of codebook.variables.entries()) {
    const variableId = `${versionId}-${variable.key}`;
    await tx.variable.create({
      data: {
        id: variableId,
        versionId,
        key: variable.key,
        targetId: variable.target === null ? null : targetId(variable.target),
        level: variable.level,
        labelEn: variable.labelEn,
        labelAr: variable.labelAr,
        questionEn: variable.question,
        questionAr: variable.questionAr,
        sortOrder,
        meaningSince: codebook.version,
      },
    });
    await tx.code.createMany({
      data: variable.codes.map((code, codeOrder) => ({
        id: `${variableId}-${code.key}`,
        variableId,
        key: code.key,
        labelEn: code.labelEn,
        labelAr: code.labelAr,
        definitionEn: code.definitionEn,
        definitionAr: code.definitionAr,
        useWhenEn: code.useWhen,
        useWhenAr: code.useWhenAr,
        avoidWhenEn: code.avoidWhen,
        avoidWhenAr: code.avoidWhenAr,
        value: code.value ?? null,
        examples: JSON.stringify(code.examples),
        counterExamples: JSON.stringify(code.counterExamples),
        sortOrder: codeOrder,
        meaningSince: codebook.version,
      })),
    });
  }
}
