import { runCommand } from '../runCommand';
import { runReplay, usage } from './runReplay';

/** `npm run replay [-- --stage dev]`: hands records whose retries ran out to their function again. */
await runCommand(usage, async (argv) => ((await runReplay(argv, (line) => console.log(line))) ? 0 : 1));
