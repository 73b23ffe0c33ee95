import { closeWorkspace, openWorkspace } from '#lib/usecases/open-workspace';
import { exportOnce } from './export-csv';

// `npx tsx tests/bench/export-once.ts FILE`: the most memory that writing the CSV of this database took, the program itself included.
const workspace = openWorkspace(process.argv[2] ?? '');
await exportOnce(workspace);
await closeWorkspace(workspace);
process.stdout.write(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
