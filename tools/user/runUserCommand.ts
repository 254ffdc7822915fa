import { CognitoIdentityProviderServiceException } from '@aws-sdk/client-cognito-identity-provider';
import { pool as settings } from '../../config/pool';
import { parseCommandLine } from '../parseCommandLine';
import { commands, usage } from './commands';
import type { CommandContext } from './commands/command';
import { CommandFailed } from '../errors';
import { hasCode } from '../hasCode';
import { findPool } from './findPool';

export type Surroundings = Pick<CommandContext, 'say' | 'warn' | 'askPassword'>;

/** Does what the command line says, or rejects with CommandFailed. */
export const runUserCommand = async (args: readonly string[], surroundings: Surroundings): Promise<void> => {
  const { values, positionals } = parse(args);
  const [name, ...rest] = positionals;
  if (name === undefined) return surroundings.say(usage);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new CommandFailed(`There is no command ${name}. See --help.`);
  const wanted = command.takes.split(' ').filter((word) => /^[A-Z]+$/.test(word));
  if (rest.length !== wanted.length) {
    throw new CommandFailed(`Usage: npm run user -- ${`${name} ${command.takes}`.trim()}`);
  }
  const pool = await findPool(values.data);
  try {
    await command.run({ ...pool, ...surroundings, options: values }, ...rest);
  } catch (error) {
    throw inOneLine(error, rest[0] ?? '');
  } finally {
    pool.client.destroy();
  }
};

const parse = (args: readonly string[]) =>
  parseCommandLine(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: '.twin' },
        invite: { type: 'boolean' },
        json: { type: 'boolean' },
        name: { type: 'string' },
        remove: { type: 'boolean' },
      },
    },
    CommandFailed,
  );

const inOneLine = (error: unknown, email: string): unknown => {
  if (error instanceof CognitoIdentityProviderServiceException) {
    const words = wordsFor[error.name];
    return new CommandFailed(words === undefined ? error.message : words(email, error.message));
  }
  if (hasCode(error, 'ECONNREFUSED')) {
    return new CommandFailed('The twin does not answer. Start it with: npm run dev');
  }
  return error;
};

const wordsFor: Readonly<Record<string, (email: string, message: string) => string>> = {
  UserNotFoundException: (email) => `There is no user ${email}.`,
  UsernameExistsException: (email) => `${email} already exists.`,
  InvalidPasswordException: (_email, message) => `${message}. It needs ${passwordRules()}.`,
};

/** `12 characters or more, a lower-case letter, …` */
const passwordRules = (): string => {
  const policy = settings.passwordPolicy;
  return [
    `${policy.minimumLength} characters or more`,
    policy.requireLowercase && 'a lower-case letter',
    policy.requireUppercase && 'an upper-case letter',
    policy.requireNumbers && 'a digit',
    policy.requireSymbols && 'a symbol',
  ]
    .filter(Boolean)
    .join(', ');
};
