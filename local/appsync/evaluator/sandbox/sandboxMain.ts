import { readSync, writeSync } from 'node:fs';
import type { Script } from 'node:vm';
import { createFrameReader, encodeFrames } from './frames';
import { pack, unpack } from './pack';
import { compileLibrary, openRealm, type RunInRealm } from './realm';

// The program of the process that resolver code runs in. It blocks on its pipe and has no event loop: no timer, no
// promise and no callback can ever run in it. Messages are `pack`ed: a kind, an id, and what that kind needs.

const STDIN = 0;
const STDOUT = 1;

interface Sandbox {
  library: Script | undefined;
  readonly realms: Map<string, RunInRealm>;
}

const main = (): void => {
  const sandbox: Sandbox = { library: undefined, realms: new Map() };
  const readFrames = createFrameReader();
  const buffer = Buffer.allocUnsafe(1 << 18);
  for (;;) {
    const size = readSync(STDIN, buffer);
    if (size === 0) return;
    answerAll(sandbox, readFrames(buffer.subarray(0, size)));
  }
};

/** Answers go out together, but never later than a few milliseconds, so that silence means that one call takes long. */
const answerAll = (sandbox: Sandbox, messages: readonly string[]): void => {
  let replies: string[] = [];
  let since = performance.now();
  for (const message of messages) {
    replies.push(...handle(sandbox, unpack(message)));
    if (replies.length > 0 && performance.now() - since > MAX_DELAY_MILLISECONDS) {
      writeAll(encodeFrames(replies));
      replies = [];
      since = performance.now();
    }
  }
  if (replies.length > 0) writeAll(encodeFrames(replies));
};

const MAX_DELAY_MILLISECONDS = 5;

const handle = (sandbox: Sandbox, [kind, id = '', ...rest]: (string | undefined)[]): string[] => {
  if (kind === 'call') return [answer(id, () => call(sandbox.realms, rest))];
  if (kind === 'library') sandbox.library = compileLibrary(rest[0] ?? '');
  if (kind === 'load') load(sandbox, id, rest);
  if (kind === 'drop') sandbox.realms.delete(id);
  return kind === 'library' ? [pack(['outcome', id])] : [];
};

const load = (
  { library, realms }: Sandbox,
  id: string,
  [source = '', positions = '{}']: (string | undefined)[],
): void => {
  try {
    if (library) realms.set(id, openRealm(library, source, positions));
  } catch {
    realms.delete(id); // its calls are answered with no outcome
  }
};

const call = (
  realms: Sandbox['realms'],
  [moduleId = '', handler = '', now = '', entropy = '', context = '']: (string | undefined)[],
) => realms.get(moduleId)?.(handler, now, entropy, context);

/** What is thrown here belongs to the realm, so it is not looked at: no outcome is all that is said. */
const answer = (id: string, run: () => string | undefined): string => {
  try {
    return pack(['outcome', id, run()]);
  } catch {
    return pack(['outcome', id, undefined]);
  }
};

const writeAll = (bytes: Buffer): void => {
  for (let at = 0; at < bytes.length;) at += writeSync(STDOUT, bytes, at);
};

main();
