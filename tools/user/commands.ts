import { add } from './commands/add';
import type { Command } from './commands/command';
import { confirm } from './commands/confirm';
import { group } from './commands/group';
import { list } from './commands/list';
import { password } from './commands/password';
import { remove } from './commands/remove';
import { token } from './commands/token';

/** The commands, by name. */
export const commands: Readonly<Record<string, Command>> = {
  add,
  list,
  confirm,
  password,
  group,
  token,
  delete: remove,
};

/** The text for `--help`. */
export const usage = [
  "Looks after the people in the running twin's user pool.",
  '',
  ...Object.entries(commands).map(([name, { takes, does }]) => `  ${`${name} ${takes}`.padEnd(32)} ${does}`),
  '',
  '  --data DIR   the data folder of the twin (default .twin)',
  '',
  'A password is asked for, or read from the standard input; it is never an argument.',
].join('\n');
