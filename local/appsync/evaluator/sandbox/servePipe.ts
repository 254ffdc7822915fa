import { readSync, writeSync } from 'node:fs';
import { createFrameReader, encodeFrames } from './frames';
import { pack, unpack } from '../../pack';

/** Answers one message; one that was told, not asked, is answered for nobody. */
export type Handle = (kind: string, parts: readonly string[]) => string | undefined;

/**
 * The inner end of a PipeProcess. It blocks on its input and leaves Node's event loop alone: no timer, no promise
 * and no callback of what it runs can ever come up. Returns when the pipe is closed.
 */
export const servePipe = (handle: Handle): void => {
  const readFrames = createFrameReader();
  const buffer = Buffer.allocUnsafe(1 << 18);
  for (let size = readSync(STDIN, buffer); size > 0; size = readSync(STDIN, buffer)) {
    answerAll(handle, readFrames(buffer.subarray(0, size)));
  }
};

const STDIN = 0;
const STDOUT = 1;
const MAX_DELAY_MILLISECONDS = 0.3;

/**
 * Answers that are quick go out together. One that took longer goes at once: whoever asked works on it while the next is
 * made, and silence means that one message takes long.
 */
const answerAll = (handle: Handle, messages: readonly string[]): void => {
  let answers: string[] = [];
  let since = performance.now();
  for (const message of messages) {
    const [kind = '', id = '', ...parts] = unpack(message);
    const answer = handle(
      kind,
      parts.map((part) => part ?? ''),
    );
    if (id !== '') answers.push(pack([id, answer]));
    if (performance.now() - since < MAX_DELAY_MILLISECONDS) continue;
    writeAll(answers);
    answers = [];
    since = performance.now();
  }
  writeAll(answers);
};

const writeAll = (answers: readonly string[]): void => {
  const bytes = encodeFrames(answers);
  for (let at = 0; at < bytes.length;) at += writeSync(STDOUT, bytes, at);
};
