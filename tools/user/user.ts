import { UserCommandFailed } from './errors';
import { readPassword } from './readPassword';
import { runUserCommand } from './runUserCommand';

/** `npm run user -- add|list|confirm|password|group|token|delete`: the people of the running twin. */
try {
  await runUserCommand(process.argv.slice(2), {
    say: (line) => console.log(line),
    askPassword: () => readPassword({ input: process.stdin, output: process.stderr }, 'Password'),
  });
} catch (error) {
  if (!(error instanceof UserCommandFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
