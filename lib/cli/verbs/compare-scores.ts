import { type RegisterVerb, valueOrStop } from '#lib/cli/door';
import { namedWords, signed } from '#lib/cli/score-change-lines';
import { scorerAgreementSentence } from '#lib/i18n/agreement-sentence';
import { reliability } from '#lib/i18n/en/reliability';
import { checkedVersions, compareScorerVersions } from '#lib/usecases/compare-scorer-versions';
import { scorerAnswers } from '#lib/usecases/get-scorer-agreement';
import { listEvents } from '#lib/usecases/list-events';

interface CompareScoresOptions {
  readonly event?: string;
  readonly before?: string;
  readonly after?: string;
  readonly limit: string;
  readonly json?: boolean;
}

export const registerCompareScores: RegisterVerb = (program, door) => {
  program
    .command('compare-scores')
    .description(
      'Compare two versions of the scorers over an event: what moved, in which camp, and by which words. Nothing is written.',
    )
    .option('--event <slug>', 'the event; the newest one when left out')
    .option('--before <scorer@version>', 'the earlier scores; those before the later ones when left out')
    .option('--after <scorer@version>', 'the later scores; the current ones when left out')
    .option('--limit <count>', 'how many moved texts to name, at most 500', '20')
    .option('--json', 'answer as JSON, the same as GET /api/events/<slug>/score-changes')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s cli -- compare-scores --before stanceboard-en@1.1.0 --after stanceboard-en@1.2.0',
    )
    .action(async (options: CompareScoresOptions) => {
      await door.withWorkspace(async (workspace) => {
        const eventSlug = options.event ?? (await listEvents(workspace))[0]?.slug ?? '';
        const limit = Number(options.limit);
        const { event, versions, summary, words, moves, moved, scorers, agreements } = valueOrStop(
          await compareScorerVersions(workspace, {
            eventSlug,
            before: options.before ?? null,
            after: options.after ?? null,
            listed: Number.isSafeInteger(limit) && limit >= 0 ? limit : 0,
          }),
        );
        if (options.json === true) {
          await door.writeJson({
            event: event.slug,
            versions,
            scorers,
            agreement: scorerAnswers(agreements),
            moved,
            summary,
            words,
            moves,
          });
          return;
        }
        if (summary.all.n === 0) {
          const known = versions.map(({ scorer, version, texts }) => `${scorer}@${version} (${texts} texts)`).join(', ');
          await door.write(`${event.slug}: no text has two such scores. Versions: ${known || 'none'}\n`);
          return;
        }
        const named = (side: typeof scorers.before) => side.map(({ scorer, version }) => `${scorer} ${version}`).join(', ');
        await door.write(`${event.slug}: ${named(scorers.before)} -> ${named(scorers.after)}\n`);
        for (const { scorer, version, agreements: known } of checkedVersions({ scorers, agreements })) {
          const said = known.map((each) => `${each.language}: ${scorerAgreementSentence(reliability, 'en', each)}`).join('; ');
          await door.write(`  ${scorer} ${version}: ${said || reliability.machine.notChecked}\n`);
        }
        await door.write(`  ${summary.all.n} texts scored twice, ${moved} moved, ${summary.all.flipped} with another label\n`);
        for (const { camp, n, flipped, meanBefore, meanAfter, meanChange } of summary.camps) {
          const means =
            meanChange === null
              ? 'too few for a mean'
              : `mean ${signed(meanBefore)} -> ${signed(meanAfter)} (${signed(meanChange)})`;
          await door.write(`  ${camp ?? 'no camp'} (n = ${n}): ${means}, ${flipped} with another label\n`);
        }
        if (words.length > 0) await door.write('Words that moved most, in log-odds of positive against negative:\n');
        for (const { text, texts, change } of words) await door.write(`  ${signed(change).padStart(7)}  ${text}  (${texts})\n`);
        for (const { statementId, reads, before, after, ...change } of moves) {
          await door.write(
            `  ${statementId} ${reads}: ${signed(before.score)} ${before.label ?? before.reason ?? ''} -> ${signed(after.score)} ${after.label ?? after.reason ?? ''}: ${namedWords(change.words)}\n`,
          );
        }
      });
    });
};
