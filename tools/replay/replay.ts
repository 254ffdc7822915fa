import { runCommand } from '../runCommand';
import { runReplay, usage } from './runReplay';

/** `npm run replay [-- --stage dev]`: hands to its function again what that was given up on. */
await runCommand(usage, async (argv) => ((await runReplay(argv, (line) => console.log(line))) ? 0 : 1));
