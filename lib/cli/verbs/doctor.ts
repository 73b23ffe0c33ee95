import { EXIT, type RegisterVerb, Stop } from '#lib/cli/door';
import { examine } from '#lib/usecases/check-health';

export const registerDoctor: RegisterVerb = (program, door) => {
  program
    .command('doctor')
    .description('Say what is wrong and how to mend it: database, migrations, integrity, log, scorer.')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s cli -- doctor')
    .action(async (options: { json?: boolean }) => {
      const health = await door.withWorkspace((workspace) => examine(workspace, door.root));
      if (options.json === true) await door.writeJson(health);
      else {
        for (const check of health.checks) {
          await door.write(
            `${check.ok ? 'ok     ' : 'FAILING'}  ${check.name}: ${check.detail}${check.remedy === null ? '' : ` — ${check.remedy}`}\n`,
          );
        }
      }
      if (health.status !== 'ok') throw new Stop('Something is not as it should be.', EXIT.failed);
    });
};
