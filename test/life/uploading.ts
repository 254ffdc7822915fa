import { createHash, randomUUID } from 'node:crypto';
import { createCrc64Nvme } from '../../local/s3/body/crc64Nvme';
import { GetUploadUrl } from '../../schema/generated/amplify';
import type { Person } from './people';
import type { Upload, World } from './world';

/** The sizes of a single-PUT file and of one in two parts. */
export const sizes = { small: 1_000, large: 5 * 1024 ** 2 + 7 } as const;

/** Requests a ticket for a new file of the person. */
export const begin = async (world: World, { sub, ask }: Person, size: number): Promise<Upload> => {
  const fileName = randomUUID();
  const bytes = Buffer.alloc(size, fileName);
  const promise = { fileName, contentType: 'text/plain', size, ...checksumOf(bytes) };
  const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input: promise });
  const upload = { owner: sub, fileId: ticket.fileId, promise, bytes, ticket };
  world.uploads.push(upload);
  return upload;
};

const checksumOf = (bytes: Buffer) => {
  if (bytes.length === sizes.small) return { checksumSha256: createHash('sha256').update(bytes).digest('base64') };
  const crc = createCrc64Nvme();
  crc.update(bytes);
  return { checksumCrc64Nvme: crc.digest().toString('base64') };
};

/** A client's mistake: what it sends instead of the promised bytes. */
export type Slip = (bytes: Buffer) => Buffer;

export const faithful: Slip = (bytes) => bytes;
export const cut: Slip = (bytes) => bytes.subarray(0, -1);
export const swap: Slip = (bytes) => Buffer.from(bytes).fill('~', 0, 1);

/** Sends all bytes, or one of the two parts, as the ticket says. */
export const send = async ({ ticket, bytes }: Upload, part: 1 | 2, slip: Slip): Promise<void> => {
  const { partSize, parts, uploadUrl } = ticket;
  const start = (part - 1) * (partSize ?? 0);
  const body = partSize ? bytes.subarray(start, start + partSize) : bytes;
  const url = uploadUrl ?? parts?.find(({ partNumber }) => partNumber === part)?.uploadUrl ?? '';
  const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
  const response = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(slip(body)) });
  await response.arrayBuffer();
  if (![200, 400, 403, 404, 412].includes(response.status)) throw new Error(`Storage said ${response.status}.`);
};
