import { resolve } from 'node:path';
import { signOut } from 'aws-amplify/auth';
import { createBarView, type Terminal } from './barView';
import { createCompany } from './company';
import { failureOf } from './failure';
import { createFilesApi } from './filesApi';
import { findEndpoints } from '../findEndpoints';
import { createLanes } from './lanes';
import { createLineView } from './lineView';
import { openLocalFile } from './localFile';
import { readUploadCommand, type CommandLine } from './readUploadCommand';
import { createRetry } from './retry';
import { findEmail, rememberEmail } from './findEmail';
import { signInAs } from './signInAs';
import { leftOf, summarize } from './summary';
import { uploadFiles, type Opened, type Outcome } from './uploadFiles';
import { createUploadState } from './uploadState';

export interface Surroundings {
  /** The folder from which relative paths count. */
  readonly folder: string;
  readonly say: (line: string) => void;
  /** Tells the user what is no result: who signs in, what failed, and what to do about it. */
  readonly warn: (line: string) => void;
  /** Progress is drawn here in place; absent where that cannot be done, and progress is then reported in lines. */
  readonly terminal?: Terminal;
  readonly askEmail: () => Promise<string>;
  readonly askPassword: () => Promise<string>;
  /** Aborted when the user wants to stop. */
  readonly signal: AbortSignal;
}

/** Does what the command line says and resolves with the exit code, or rejects with CommandFailed. */
export const runUpload = async (args: readonly string[], surroundings: Surroundings): Promise<number> => {
  const { folder, say, warn, signal } = surroundings;
  const command = readUploadCommand(args, folder);
  const endpoints = await findEndpoints(command.directory);
  const email = await findEmail(command, surroundings.askEmail);
  if (command.email === undefined) warn(`Signing in as ${email}.`);
  await signInAs(endpoints, email, await surroundings.askPassword());
  await rememberEmail(command.directory, email);
  const started = performance.now();
  const outcomes = await upload({ ...command, email }, surroundings).finally(() => signOut());
  say(summarize(outcomes, performance.now() - started));
  leftOf(outcomes).forEach(warn);
  if (signal.aborted) return 130; // the exit code that shells expect after Ctrl-C
  return outcomes.every(({ end }) => end === 'SAVED') ? 0 : 1;
};

const upload = async (command: Signed, surroundings: Surroundings): Promise<readonly Outcome[]> => {
  const { folder, say, terminal, signal } = surroundings;
  const { directory, email, parallel } = command;
  const opened = await Promise.all(command.paths.map((path) => open(folder, path)));
  const view = terminal === undefined ? createLineView(say) : createBarView({ terminal, now, ...totalOf(opened) });
  const retry = createRetry(Math.random);
  const company = createCompany();
  const api = createFilesApi({ retry, signal, company });
  const state = createUploadState(directory, email, Date.now);
  const lanes = createLanes(parallel);
  try {
    return await uploadFiles(opened, { api, retry, lanes, parallel, company, signal, state, view, now: Date.now });
  } finally {
    view.close();
  }
};

const now = (): number => performance.now();

const totalOf = (opened: readonly Opened[]) => {
  const sizes = opened.flatMap((one) => ('file' in one ? [one.file.size] : []));
  return { files: sizes.length, total: sizes.reduce((sum, size) => sum + size, 0) };
};

type Signed = CommandLine & { readonly email: string };

const open = (folder: string, path: string): Promise<Opened> =>
  openLocalFile(resolve(folder, path)).then(
    (file) => ({ path, file }),
    (error: unknown) => ({ path, failure: failureOf(error) }),
  );
