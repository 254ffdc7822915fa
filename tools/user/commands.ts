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
  "Manages the users in the running twin's user pool.",
  '',
  ...Object.entries(commands).map(([name, { takes, does }]) => `  ${`${name} ${takes}`.padEnd(32)} ${does}`),
  '',
  "  --data DIR   the twin's data folder (default .twin)",
  '',
  'Passwords are prompted for or read from standard input, never given as arguments.',
].join('\n');
