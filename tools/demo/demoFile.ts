import { createHash, randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { limits } from '../../config/limits';
import { callerFolder } from '../callerFolder';
import { contentTypeOf } from '../contentTypeOf';
import { CommandFailed } from '../errors';

/** The file that the demo sends; its bytes are read when they are needed. */
export interface DemoFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Blob;
  /** Base64. */
  readonly checksumSha256: string;
}

/** The file at a path, or random bytes when no path is given. */
export const openDemoFile = async (path: string | undefined): Promise<DemoFile> => {
  const name = path === undefined ? 'demo.bin' : basename(path);
  const bytes = path === undefined ? new Blob([randomBytes(64 * 1024)]) : await openExisting(path);
  return { name, contentType: contentTypeOf(name), bytes, checksumSha256: await sha256(bytes.stream()) };
};

const openExisting = async (path: string): Promise<Blob> => {
  const place = resolve(callerFolder(), path);
  const found = await stat(place).catch((cause: unknown) => {
    throw new CommandFailed(`${path} does not exist.`, { cause });
  });
  if (!found.isFile()) throw new CommandFailed(`${path} is not a file.`);
  if (found.size > limits.multipartThresholdBytes) {
    throw new CommandFailed(`${path} is too large for one PUT. To send it in parts: npm run upload -- ${path}`);
  }
  return openAsBlob(place);
};

/** The SHA-256 of a stream, in base64. */
export const sha256 = async (stream: ReadableStream<Uint8Array>): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('base64');
};
