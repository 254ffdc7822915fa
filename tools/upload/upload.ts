import { runCommand } from '../runCommand';
import { readPassword } from '../user/readPassword';
import { askLine } from './askLine';
import { usage } from './readUploadCommand';
import { runUpload } from './runUpload';

/** `npm run upload -- FILES… [--email EMAIL]`: exits 0, 1 when a file failed, 130 when Ctrl-C stopped it. */
const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort(new Error('Stopped.'))); // the second Ctrl-C ends it as it ends any program

await runCommand(usage, (argv) =>
  runUpload(argv, {
    say: (line) => console.log(line),
    ...(process.stdout.isTTY ? { draw: (text: string) => void process.stdout.write(text) } : {}),
    askEmail: () => askLine({ input: process.stdin, output: process.stderr }, 'E-mail address'),
    askPassword: () => readPassword({ input: process.stdin, output: process.stderr }, 'Password'),
    signal: stopping.signal,
  }),
);
