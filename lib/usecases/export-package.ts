import { writeCodebookMarkdown } from '#lib/core/codebook/codebook-markdown';
import { CODING_COLUMNS } from '#lib/core/codings/coding-columns';
import { CSV_FLAVOURS } from '#lib/core/csv/csv-line';
import { fileName } from '#lib/core/csv/file-name';
import { type Column, type ColumnLabels, type ExportedStatement, STATEMENT_COLUMNS } from '#lib/core/csv/statement-columns';
import { citationFile } from '#lib/core/data-package/citation-file';
import { describePackage, type WrittenTable } from '#lib/core/data-package/describe-package';
import {
  ADJUDICATION_COLUMNS,
  CAMP_COLUMNS,
  CODEBOOK_CODE_COLUMNS,
  type PackagedCamp,
  type PackagedCode,
  type PackagedReliability,
  type PackageTableName,
  RELIABILITY_COLUMNS,
  SCORE_COLUMNS,
  TRANSLATION_COLUMNS,
  tablePath,
} from '#lib/core/data-package/package-tables';
import { packageCodebook, packageReadme } from '#lib/core/data-package/package-texts';
import { describeFilter } from '#lib/core/filter/statement-filter';
import type { Problem } from '#lib/core/problem';
import { BOOTSTRAP_DRAWS, BOOTSTRAP_SEED } from '#lib/core/reliability/alpha-bootstrap';
import type { ScorerReading } from '#lib/core/reliability/machine-agreement';
import { ok, type Result } from '#lib/core/result';
import { UNCODED } from '#lib/core/stance';
import { VERSION } from '#lib/core/version';
import { contentOf, readCodebookVersions } from '#lib/db/codebooks';
import { readCoders } from '#lib/db/coders';
import { iterateCodingRows } from '#lib/db/coding-rows';
import { readEventCounters } from '#lib/db/event-counters';
import { type CodebookVersionRecord, type EventRecord, readCodebookVersion } from '#lib/db/events';
import { iterateExportRows } from '#lib/db/export-rows';
import { countWithheld, iterateAdjudications, iterateScores, iterateTranslations } from '#lib/db/package-rows';
import { countStatements } from '#lib/db/statement-list';
import type { StatementScope } from '#lib/db/statement-query';
import { csvChunks } from '#lib/files/write-csv';
import { measuring, type ZipEntry, zipChunks } from '#lib/files/write-zip';
import { type FoundScope, findScope, type ScopeRequest } from '#lib/usecases/find-scope';
import { marksOf } from '#lib/usecases/get-agreement-marks';
import { scorersOfScores } from '#lib/usecases/get-scorer-agreement';
import { statementNotes } from '#lib/usecases/statement-notes';
import { instant, today, type Workspace } from '#lib/usecases/workspace';

export interface PackageRequest extends ScopeRequest {
  readonly language: 'en' | 'ar';
  readonly labels: ColumnLabels;
  /** The words of the README, which is in English whatever the language of the labels. */
  readonly readmeLabels: Pick<ColumnLabels, 'agreement' | 'scorer'>;
  /** Address of the page that the package is of; null where there is none. */
  readonly homepage: string | null;
}

export interface ExportedPackage {
  readonly name: string;
  /** How many statements it holds. */
  readonly count: number;
  readonly chunks: AsyncGenerator<Uint8Array, void>;
}

/**
 * The statements of an event under a filter with everything that their numbers rest on, as a zip: tables, `datapackage.json`,
 * CODEBOOK.md, CITATION.cff and README.md. Duplicates and context camps are in it, marked: who computes again leaves them out. Coders
 * are told by pseudonym.
 */
export async function exportPackage(workspace: Workspace, request: PackageRequest): Promise<Result<ExportedPackage, Problem>> {
  const found = await findScope(workspace, { contextByDefault: 'in', ...request, isStrict: true });
  if (!found.ok) return found;
  const { filter } = found.value;
  const scope: FoundScope = {
    ...found.value,
    filter: { ...filter, duplicates: filter.duplicates === 'out' ? 'in' : filter.duplicates },
  };
  const parts = describeFilter({ ...filter, context: 'out' });
  const versions = await allVersions(workspace, scope.event);
  const pseudonyms = new Map((await readCoders(workspace.db)).map(({ name, pseudonym }) => [name, pseudonym]));
  return ok({
    name: fileName({
      event: scope.event.slug,
      what: 'data-package',
      filter: parts.map(({ facet, value }) => [facet, value] as const),
      date: today(workspace),
      extension: 'zip',
    }),
    count: countStatements(workspace.db, scope),
    chunks: zipChunks(entries(workspace, { scope, request, parts, versions, pseudonyms }), workspace.now()),
  });
}

async function allVersions(workspace: Workspace, event: EventRecord): Promise<readonly CodebookVersionRecord[]> {
  const versions: CodebookVersionRecord[] = [];
  for (const { number } of readCodebookVersions(workspace.db, event.codebook.codebookId)) {
    const version = await readCodebookVersion(workspace.db, event.id, number);
    if (version !== null) versions.unshift(version);
  }
  return versions;
}

interface Packing {
  readonly scope: FoundScope;
  readonly request: PackageRequest;
  readonly parts: ReturnType<typeof describeFilter>;
  readonly versions: readonly CodebookVersionRecord[];
  readonly pseudonyms: ReadonlyMap<string, string>;
}

/** What the tables turned out to hold, for the texts that follow them. */
interface Seen {
  readonly ids: Set<string>;
  readonly camps: Map<string, number>;
  readonly scorers: Map<string, { readonly name: string; readonly version: string; count: number }>;
  readonly readings: Map<string, ScorerReading>;
}

async function* entries(workspace: Workspace, packing: Packing): AsyncGenerator<ZipEntry, void> {
  const { db } = workspace;
  const { scope, request, parts, versions } = packing;
  const { event } = scope;
  const blind = scope.blind ?? null;
  const created = instant(workspace);
  const { lastSeq, statements: ofStatements } = readEventCounters(db, event.id);
  const seen: Seen = { ids: new Set(), camps: new Map(), scorers: new Map(), readings: new Map() };
  const written: WrittenTable[] = [];

  async function* table<Row, Context>(
    name: PackageTableName,
    rows: Iterable<Row>,
    columns: readonly Column<Row, Context>[],
    context: Context,
  ): AsyncGenerator<ZipEntry, void> {
    let count = 0;
    function* counted(): Generator<Row> {
      for (const row of rows) {
        count += 1;
        yield row;
      }
    }
    const measured = measuring(csvChunks(counted(), columns, context, CSV_FLAVOURS.data));
    yield { name: tablePath(name), chunks: measured.chunks };
    written.push({ table: name, rows: count, ...measured.measured() });
  }
  function* inScope<Row extends { readonly statement: string }>(rows: Iterable<Row>): Generator<Row> {
    for (const row of rows) if (seen.ids.has(row.statement)) yield row;
  }

  yield* table(
    'statements',
    noted(statements(workspace, packing), seen),
    STATEMENT_COLUMNS,
    statementNotes(workspace, scope, request.labels),
  );
  yield* table('translations', inScope(iterateTranslations(db, event.id)), TRANSLATION_COLUMNS, undefined);
  yield* table('camps', event.camps.map(packagedCamp), CAMP_COLUMNS, undefined);
  yield* table('codebook', packagedCodes(versions, event), CODEBOOK_CODE_COLUMNS, undefined);
  const codings = iterateCodingRows(db, { event, language: request.language, coders: 'pseudonyms', blind });
  yield* table('codings', inScope(codings), CODING_COLUMNS, undefined);
  yield* table('adjudications', inScope(iterateAdjudications(db, event.id, blind)), ADJUDICATION_COLUMNS, undefined);
  yield* table('reliability', packagedReliability(workspace, scope), RELIABILITY_COLUMNS, undefined);
  yield* table('scores', inScope(iterateScores(db, event.id, blind)), SCORE_COLUMNS, undefined);

  const title = event.title.en;
  const about = { title, version: VERSION, licence: null };
  const description = describePackage({
    ...about,
    event: event.slug,
    description: event.description.en,
    homepage: request.homepage,
    created,
    contributors: [],
    tables: written,
  });
  yield { name: 'datapackage.json', chunks: [`${JSON.stringify(description, null, 2)}\n`] };
  const codebooks = versions.map((version) =>
    writeCodebookMarkdown(contentOf(version, event.targets), `Codebook of ${event.slug}, version ${version.number}`),
  );
  yield { name: 'CODEBOOK.md', chunks: [packageCodebook(title, written, codebooks)] };
  const abstract = event.description.en;
  yield {
    name: 'CITATION.cff',
    chunks: [citationFile({ ...about, authors: [], released: created.slice(0, 10), url: request.homepage, abstract })],
  };
  yield {
    name: 'README.md',
    chunks: [
      packageReadme({
        ...about,
        description: abstract,
        created,
        asOf: scope.filter.asof ?? lastSeq,
        url: request.homepage,
        filter: parts.map(({ facet, value }) => ({ facet, value })),
        statements: seen.ids.size,
        ofStatements,
        camps: [...seen.camps].map(([slug, count]) => ({
          label: event.camps.find((camp) => camp.slug === slug)?.label.en ?? slug,
          count,
        })),
        leftOut: { duplicates: 0, context: 0, withheld: countWithheld(db, event.id) },
        scorers: [...seen.scorers.values()],
        codebookVersions: versions.map(({ number }) => number),
        tables: written,
        caveats: agreementCaveats(workspace, scope, request.readmeLabels, [...seen.readings.values()]),
      }),
    ],
  };
}

/** The rows of the scope; coders are told by pseudonym, as in the table of codings. */
function* statements(workspace: Workspace, { scope, request, pseudonyms }: Packing): Generator<ExportedStatement> {
  for (const row of iterateExportRows(workspace.db, scope, request.language)) {
    yield { ...row, coders: row.coders.map((name) => pseudonyms.get(name) ?? 'coder') };
  }
}

function* noted(rows: Iterable<ExportedStatement>, seen: Seen): Generator<ExportedStatement> {
  for (const row of rows) {
    seen.ids.add(row.id);
    if (row.camp !== UNCODED) seen.camps.set(row.camp, (seen.camps.get(row.camp) ?? 0) + 1);
    if (row.score !== null && row.scorer !== null && row.scorerVersion !== null) {
      const key = `${row.scorer} ${row.scorerVersion}`;
      const scorer = seen.scorers.get(key) ?? { name: row.scorer, version: row.scorerVersion, count: 0 };
      scorer.count += 1;
      seen.scorers.set(key, scorer);
      if (row.scoredLanguage !== null)
        seen.readings.set(`${key} ${row.scoredLanguage}`, {
          scorer: row.scorer,
          version: row.scorerVersion,
          language: row.scoredLanguage,
        });
    }
    yield row;
  }
}

function packagedCamp(camp: EventRecord['camps'][number]): PackagedCamp {
  return {
    slug: camp.slug,
    labelEn: camp.label.en,
    labelAr: camp.label.ar,
    definitionEn: camp.definition.en,
    definitionAr: camp.definition.ar,
    isSelfNamed: camp.selfNamed,
    role: camp.role,
    order: camp.order,
  };
}

function* packagedCodes(versions: readonly CodebookVersionRecord[], event: EventRecord): Generator<PackagedCode> {
  const targets = new Map(event.targets.map(({ id, slug }) => [id, slug]));
  for (const { number, variables } of versions) {
    for (const variable of variables) {
      for (const code of variable.codes) {
        yield {
          codebookVersion: number,
          variable: variable.key,
          target: variable.targetId === null ? null : (targets.get(variable.targetId) ?? null),
          level: variable.level,
          code: code.key,
          value: code.value,
          labelEn: code.label.en,
          labelAr: code.label.ar,
          definitionEn: code.definition.en,
          definitionAr: code.definition.ar,
          order: code.order,
        };
      }
    }
  }
}

function packagedReliability(workspace: Workspace, { event, blind }: StatementScope): PackagedReliability[] {
  const marks = marksOf(workspace, event, blind ?? null);
  return event.codebook.variables.flatMap(({ key, level }) => {
    const mark = marks[key];
    return mark === undefined ? [] : [{ ...mark, variable: key, level, draws: BOOTSTRAP_DRAWS, seed: BOOTSTRAP_SEED }];
  });
}

/** A variable on whose codes one should not lean says so in the README too, and every scorer how far it agrees with coders. */
function agreementCaveats(
  workspace: Workspace,
  scope: StatementScope,
  words: PackageRequest['readmeLabels'],
  readings: readonly ScorerReading[],
): string[] {
  const blind = scope.blind ?? null;
  const marks = marksOf(workspace, scope.event, blind);
  const ofCodes = Object.entries(marks).flatMap(([variable, mark]) =>
    mark.band === 'good' ? [] : [`Codes of ${variable}: ${words.agreement(mark)}. See ${tablePath('reliability')}.`],
  );
  const ofScores = scorersOfScores(workspace, scope.event, blind, readings).map(
    (agreement) => `Scores by ${agreement.scorer} ${agreement.version} of ${agreement.language}: ${words.scorer(agreement)}.`,
  );
  return [...ofCodes, ...ofScores];
}
