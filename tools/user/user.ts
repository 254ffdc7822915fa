import { runCommand } from '../runCommand';
import { usage } from './commands';
import { readPassword } from './readPassword';
import { runUserCommand } from './runUserCommand';

/** `npm run user -- add|list|confirm|password|group|token|delete`: the people of the running twin. */
await runCommand(usage, async (argv) => {
  await runUserCommand(argv, {
    say: (line) => console.log(line),
    warn: (line) => console.error(line),
    askPassword: () => readPassword({ input: process.stdin, output: process.stderr }, 'Password'),
  });
  return 0;
});
