import { type RegisterVerb, valueOrStop } from '#lib/cli/door';
import { chartAgreement } from '#lib/i18n/chart-agreement';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { chartMarks, comparisonAnswer, getComparison } from '#lib/usecases/get-comparison';
import { listEvents } from '#lib/usecases/list-events';

interface StatsOptions {
  readonly event?: string;
  readonly filter: string;
  readonly json?: boolean;
}

export const registerStats: RegisterVerb = (program, door) => {
  program
    .command('stats')
    .description('The numbers behind the charts: each camp with its stances and scores.')
    .option('--event <slug>', 'the event; the newest one when left out')
    .option('--filter <query>', 'a filter as in the address of a page, such as "context=in"', '')
    .option('--json', 'answer as JSON, the same as GET /api/events/<slug>/comparison')
    .addHelpText('after', '\nExample:\n  npm run -s cli -- stats --filter "context=in" --json')
    .action(async (options: StatsOptions) => {
      await door.withWorkspace(async (workspace) => {
        const eventSlug = options.event ?? (await listEvents(workspace))[0]?.slug ?? '';
        const found = valueOrStop(
          await getComparison(workspace, { eventSlug, query: options.filter, language: 'en', isStrict: true }),
        );
        const { comparison, scope } = found;
        if (options.json === true) {
          await door.writeJson(comparisonAnswer(found));
          return;
        }
        await door.write(
          `${scope.event.title.en}: ${comparison.totals.compared} of ${comparison.totals.statements} statements compared\n`,
        );
        const agreement = chartAgreement(dictionaryOf('en'), 'en', chartMarks(found, ['stance', 'camp']), found.scorers);
        if (agreement !== null) await door.write(`${agreement}\n`);
        for (const camp of comparison.camps) {
          const stances = camp.stances.filter(({ count }) => count > 0).map(({ stance, count }) => `${count} ${stance}`);
          const { mean, interval, scored } = camp.sentiment;
          const score =
            mean === null
              ? 'too few scored for a mean'
              : `mean score ${mean}${interval === null ? '' : ` [${interval.low}, ${interval.high}]`}`;
          await door.write(
            `  ${camp.label} (n = ${camp.n}): ${stances.join(', ') || 'none'}; ${score}, ${scored} of ${camp.n} scored\n`,
          );
        }
      });
    });
};
