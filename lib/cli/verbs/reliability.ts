import { type Door, EXIT, fieldSentence, fileOrStop, problemLines, type RegisterVerb, Stop, valueOrStop } from '#lib/cli/door';
import { type AlphaWithInterval, alphaWithInterval, type BootstrapOptions } from '#lib/core/reliability/alpha-bootstrap';
import { parseReliabilityRows } from '#lib/core/reliability/parse-reliability-rows';
import { RELIABILITY_LEVELS, type ReliabilityLevel } from '#lib/core/reliability/reliability-coding';
import { readTable } from '#lib/files/read-table';
import { counted } from '#lib/i18n/en/counted';
import { reliability } from '#lib/i18n/en/reliability';

interface ReliabilityOptions {
  readonly event?: string;
  readonly variable?: string;
  readonly file?: string;
  readonly level?: string;
  readonly order?: string;
  readonly seed?: string;
  readonly draws?: string;
  readonly json?: boolean;
}

/** What other programs write for a missing value. Here it is a code like any other, which is told. */
const MISSING_ELSEWHERE: ReadonlySet<string> = new Set(['na', 'n/a', 'nan', 'null', '.', '*']);

function isLevel(name: string): name is ReliabilityLevel {
  return RELIABILITY_LEVELS.some((level) => level === name);
}

function wholeNumber(name: string, text: string | undefined, max: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max)
    throw new Stop(`--${name} is "${text}", but must be a whole number up to ${max}.`, EXIT.usage);
  return value;
}

function bootstrapOf({ seed, draws }: ReliabilityOptions): BootstrapOptions {
  const asked = wholeNumber('draws', draws, 1_000_000);
  if (asked === 0) throw new Stop('--draws must be 1 at least.', EXIT.usage);
  return { seed: wholeNumber('seed', seed, 2 ** 32 - 1), draws: asked };
}

/** The answer that programs read: a coefficient or the reason why there is none. */
function answerOf(alpha: AlphaWithInterval) {
  const { alpha: value, ci, units, coders, pairs, reason, intervalReason, level, seed, draws, confidence } = alpha;
  return { alpha: value, ci, units, coders, pairs, reason, intervalReason, level, confidence, seed, draws };
}

function figure(value: number): string {
  return value.toFixed(3).replace(/^(-?)0\./, '$1.');
}

/** One line for people. */
function lineOf(name: string, alpha: AlphaWithInterval): string {
  const n = `${counted(alpha.units, 'unit', 'units')} coded by two or more, ${counted(alpha.coders, 'coder', 'coders')}, ${counted(alpha.pairs, 'pair', 'pairs')}`;
  const { reasons, detail } = reliability;
  if (alpha.alpha === null)
    return `${name}: not computable, because ${alpha.reason === null ? '?' : reasons[alpha.reason]}; ${n}`;
  const interval = alpha.ci === null ? '(no interval)' : `[${figure(alpha.ci[0])}, ${figure(alpha.ci[1])}]`;
  const why = alpha.intervalReason === null ? '' : `. ${detail.noInterval[alpha.intervalReason]}`;
  return `${name}: alpha ${figure(alpha.alpha)} ${interval}, ${alpha.level}; ${n}; ${alpha.draws} draws, seed ${alpha.seed}${why}`;
}

async function ofFile(door: Door, path: string, options: ReliabilityOptions): Promise<void> {
  const { level = 'nominal' } = options;
  if (!isLevel(level)) {
    throw new Stop(`There is no level "${level}". Use --level ${RELIABILITY_LEVELS.join(', ')}.`, EXIT.usage);
  }
  const table = await readTable(await fileOrStop(path));
  if (!table.ok) throw new Stop(`${path}: ${table.problem.map((problem) => fieldSentence(problem)).join(' ')}`);
  const { columns, rows, broken } = table.value;
  const { codings, missing, problems } = parseReliabilityRows({
    columns,
    records: rows.map(({ cells }) => cells),
    level,
    order: options.order?.split(',').map((code) => code.trim()),
  });
  const isHeaderWrong = problems.some((problem) => problem.params?.['row'] === 0);
  if (isHeaderWrong) {
    const absent = problems.map(({ field }) => field).join(', ');
    const shown = columns.slice(0, 20).map((column) => column.replace(/\p{C}/gu, '').slice(0, 40));
    throw new Stop(
      `${path} lacks the columns: ${absent}. It has: ${shown.join(', ')}${columns.length > 20 ? ', …' : ''}. A file of codings has the columns unit, coder and code.`,
      EXIT.usage,
    );
  }
  const alpha = alphaWithInterval(
    { codings, level, order: level === 'ordinal' ? options.order?.split(',').map((code) => code.trim()) : undefined },
    bootstrapOf(options),
  );
  const rejected = new Set(problems.map((problem) => problem.params?.['row'])).size + broken.length;
  if (options.json === true) await door.writeJson({ ...answerOf(alpha), missing, rejected });
  else await door.write(`${lineOf(path, alpha)}; ${missing} missing\n`);
  for (const problem of broken) {
    door.say(`line ${problem.params?.['row'] ?? '?'}: ${problemLines({ kind: 'invalid', fields: [problem] })}`);
  }
  // Problems count data rows; people look for lines of their file.
  const lineAt = (row: unknown) => rows[Number(row) - 1]?.row ?? '?';
  for (const problem of problems) {
    const sentence =
      problem.code === 'already_exists'
        ? `this coder coded unit "${problem.seen ?? ''}" on line ${lineAt(problem.params?.['firstRow'])} already; the first one counts.`
        : problem.code === 'out_of_range'
          ? `code: "${problem.seen ?? ''}" is below 0, where a ratio scale begins.`
          : problemLines({ kind: 'invalid', fields: [problem] });
    door.say(`line ${lineAt(problem.params?.['row'])}: ${sentence}`);
  }
  if (level === 'ordinal' && options.order === undefined && problems.some(({ code }) => code === 'not_a_number')) {
    door.say('Ordinal codes that are words need their order, from lowest to highest: --order low,middle,high');
  }
  const marks = codings.filter(({ code }) => MISSING_ELSEWHERE.has(code.toLowerCase())).length;
  if (marks > 0) {
    door.say(
      `${counted(marks, 'code looks', 'codes look')} like a mark for a missing value (such as NA) and counted as a code; only an empty cell is missing.`,
    );
  }
  if (rejected > 0) throw new Stop(`${counted(rejected, 'row was', 'rows were')} left out.`, EXIT.rejectedRows);
}

async function ofEvent(door: Door, options: ReliabilityOptions): Promise<void> {
  // A file needs nothing of the database's code.
  const { getReliability } = await import('#lib/usecases/get-reliability');
  const { listEvents } = await import('#lib/usecases/list-events');
  await door.withWorkspace(async (workspace) => {
    const eventSlug = options.event ?? (await listEvents(workspace))[0]?.slug ?? '';
    const bootstrap = bootstrapOf(options);
    const first = valueOrStop(await getReliability(workspace, { eventSlug, variable: options.variable ?? null, bootstrap }));
    const keys = options.variable === undefined ? first.event.codebook.variables.map(({ key }) => key) : [options.variable];
    const variables = [];
    for (const key of keys) {
      const { detail } =
        key === first.detail.variable.key
          ? first
          : valueOrStop(await getReliability(workspace, { eventSlug, variable: key, bootstrap }));
      variables.push(detail);
    }
    if (options.json !== true) {
      for (const { variable, report, stale } of variables) {
        const old = stale === 0 ? '' : `; ${stale} codings left out, their meaning has changed since`;
        await door.write(`${lineOf(variable.key, report.alpha)}${old}\n`);
      }
      return;
    }
    const answers = variables.map(({ variable, report, stale, sharedUnits, resolved }) => ({
      variable: variable.key,
      ...answerOf(report.alpha),
      band: report.mark.band,
      stale,
      sharedUnits,
      resolved,
      agreement: report.agreement,
      coderPairs: report.pairs.map(({ firstCoder, secondCoder, kappa, agreement }) => ({
        first: firstCoder,
        second: secondCoder,
        kappa: kappa.kappa,
        ci: kappa.ci,
        n: kappa.n,
        weights: kappa.weights,
        agreement: agreement.share,
      })),
      groups: report.groups.map(({ dimension, group, alpha }) => ({ dimension, group, ...answerOf(alpha) })),
    }));
    const [only] = answers;
    await door.writeJson(
      options.variable === undefined
        ? { event: eventSlug, codebookVersion: first.event.codebook.number, variables: answers }
        : { event: eventSlug, codebookVersion: first.event.codebook.number, ...only },
    );
  });
}

export const registerReliability: RegisterVerb = (program, door) => {
  program
    .command('reliability')
    .description(
      "Krippendorff's alpha with its interval: of an event's variables, or of any file with the columns unit, coder, code.",
    )
    .option('--event <slug>', 'the event; the newest one when left out')
    .option('--variable <key>', 'one variable, such as stance.rapprochement; all when left out')
    .option('--file <path>', 'a CSV file with the columns unit, coder, code; an empty code is missing')
    .option('--level <level>', `of the file: ${RELIABILITY_LEVELS.join(', ')}`)
    .option('--order <codes>', "of the file's ordinal codes, from lowest to highest, with commas between them")
    .option('--seed <number>', 'seed of the bootstrap')
    .option('--draws <number>', 'draws of the bootstrap')
    .option('--json', 'answer as JSON: alpha, ci, units, coders, pairs, reason')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s cli -- reliability --event damascus-moscow-2025 --json
  npm run -s cli -- reliability --file codings.csv --level ordinal --json`,
    )
    .action(async (options: ReliabilityOptions) => {
      if (options.file === undefined) await ofEvent(door, options);
      else await ofFile(door, options.file, options);
    });
};
