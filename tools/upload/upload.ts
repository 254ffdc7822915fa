import { callerFolder } from '../callerFolder';
import { runCommand } from '../runCommand';
import { readPassword } from '../user/readPassword';
import { askLine } from './askLine';
import type { Terminal } from './barView';
import { usage } from './readUploadCommand';
import { runUpload } from './runUpload';

/** `npm run upload -- FILES… [--email EMAIL]`: exits with 0, with 1 when a file failed, with 130 after Ctrl-C. */
const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort(new Error('Stopped.'))); // a second Ctrl-C kills the process

const canRedraw = process.stdout.isTTY && process.env['TERM'] !== 'dumb';
const terminal: Terminal = {
  write: (text) => void process.stdout.write(text),
  columns: () => process.stdout.columns,
};

await runCommand(usage, (argv) =>
  runUpload(argv, {
    folder: callerFolder(),
    say: (line) => console.log(line),
    warn: (line) => console.error(line),
    ...(canRedraw ? { terminal } : {}),
    askEmail: () => askLine({ input: process.stdin, output: process.stderr }, 'E-mail address'),
    askPassword: () => readPassword({ input: process.stdin, output: process.stderr }, 'Password'),
    signal: stopping.signal,
  }),
);
