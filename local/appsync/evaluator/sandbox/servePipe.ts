import { readSync, writeSync } from 'node:fs';
import { createFrameReader, encodeFrames } from './frames';
import { pack, unpack } from '../../pack';

/** Answers one message; the answer to a `tell` is discarded. */
export type Handle = (kind: string, parts: readonly string[]) => string | undefined;

/**
 * The inner end of a PipeProcess. It blocks on its input and never yields to Node's event loop, so no timer, promise
 * or callback of the code it runs can ever fire. Returns when the pipe is closed.
 */
export const servePipe = (handle: Handle): void => {
  const readFrames = createFrameReader();
  const buffer = Buffer.allocUnsafe(1 << 18);
  for (let size = readSync(stdin, buffer); size > 0; size = readSync(stdin, buffer)) {
    answerAll(handle, readFrames(buffer.subarray(0, size)));
  }
};

const stdin = 0;
const stdout = 1;
const maxDelayMilliseconds = 0.3;

/**
 * Quick answers are batched. A slow one is flushed at once: the other process works on it while the next is computed,
 * and silence then means that a single message is slow.
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
    if (performance.now() - since < maxDelayMilliseconds) continue;
    writeAll(answers);
    answers = [];
    since = performance.now();
  }
  writeAll(answers);
};

const writeAll = (answers: readonly string[]): void => {
  const bytes = encodeFrames(answers);
  for (let at = 0; at < bytes.length;) at += writeSync(stdout, bytes, at);
};
