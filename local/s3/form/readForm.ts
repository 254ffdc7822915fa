import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { readRaw } from '../body/body';
import { ClientGone, invalidArgument, S3Error } from '../errors';

/** A form up to its file; fields after the file are read and ignored, as by S3. */
export interface Form {
  /** By lower-case name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  /** The file's bytes; throws MalformedPOSTRequest if the form ends prematurely. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Stops reading, so that the response can be sent. */
  readonly close: () => void;
}

const maxFieldsBytes = 20 * 1024; // S3's limit for everything before the file

/** Reads a multipart/form-data body until its file begins. */
export const readForm = (request: IncomingMessage): Promise<Form> =>
  new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let size = 0;
    const parser = createParser(request);
    const done = pipeline(Readable.from(readRaw(request), { objectMode: false }), parser);

    const refuse = (error: S3Error): void => {
      reject(error); // at once: the file may begin in the same piece
      parser.destroy(error);
    };
    // Unlike its types, busboy passes on a part without a name.
    parser.on('field', (name: string | undefined, value) => {
      if (name === undefined) return refuse(new S3Error('MalformedPOSTRequest'));
      size += Buffer.byteLength(name) + Buffer.byteLength(value);
      fields.set(name.toLowerCase(), value);
      if (size > maxFieldsBytes) refuse(new S3Error('MaxPostPreDataLengthExceededError'));
    });
    parser.on('file', (name: string | undefined, file, { filename }) => {
      file.on('error', ignore); // readers of the file get the error; without a reader it must not crash the process
      if (name === undefined) refuse(new S3Error('MalformedPOSTRequest'));
      else if (name.toLowerCase() !== 'file') file.resume();
      else
        resolve({
          fields: new Map(fields),
          fileName: filename ?? '',
          chunks: readFile(file, done),
          close: () => void parser.destroy(),
        });
    });
    done.then(
      () => reject(noFile()),
      (error: unknown) => reject(asRefusal(error)),
    );
  });

const ignore = (): void => undefined;

const createParser = ({ headers }: IncomingMessage): busboy.Busboy => {
  try {
    return busboy({ headers, defParamCharset: 'utf8', limits: { fieldSize: maxFieldsBytes, fields: 200, files: 1 } });
  } catch {
    throw new S3Error('MalformedPOSTRequest');
  }
};

async function* readFile(file: Readable, done: Promise<void>): AsyncGenerator<Buffer> {
  try {
    yield* file;
    await done;
  } catch (error) {
    throw asRefusal(error);
  }
}

const noFile = (): S3Error => invalidArgument('file', '0', 'POST requires exactly one file upload per request.');

const asRefusal = (error: unknown): unknown =>
  error instanceof S3Error || error instanceof ClientGone ? error : new S3Error('MalformedPOSTRequest');
