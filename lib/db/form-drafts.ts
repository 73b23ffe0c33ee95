import { z } from 'zod';
import { PROBLEM_CODES } from '#lib/core/problem';
import type { Database } from '#lib/db/open-database';

const storedValues = z.record(z.string(), z.string());
const storedProblems = z.array(
  z.object({
    field: z.string(),
    code: z.enum(PROBLEM_CODES),
    seen: z.string().optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
);

/** What somebody typed into a form that was not accepted, and why. */
export interface FormDraft {
  readonly form: string;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: z.infer<typeof storedProblems>;
}

/** A draft is kept this long. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Keeps a draft under an id that cannot be guessed, and removes those that are a day old. */
export async function storeDraft(db: Database, id: string, draft: FormDraft, now: Date): Promise<void> {
  await db.write(async (tx) => {
    await tx.formDraft.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT_MS).toISOString() } } });
    await tx.formDraft.create({
      data: {
        id,
        form: draft.form,
        values: JSON.stringify(draft.values),
        problems: JSON.stringify(draft.problems),
        createdAt: now.toISOString(),
      },
    });
  });
}

/** The draft of a form with that id; null when there is none (any more). */
export async function readDraft(db: Database, form: string, id: string): Promise<FormDraft | null> {
  const row = await db.read.formDraft.findUnique({ where: { id } });
  if (row === null || row.form !== form) return null;
  return { form, values: storedValues.parse(JSON.parse(row.values)), problems: storedProblems.parse(JSON.parse(row.problems)) };
}
