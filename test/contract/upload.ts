import { createHash, randomUUID } from 'node:crypto';
import { GetUploadUrl, SaveFileMetadata } from '../../schema/generated/amplify';
import type { GetUploadUrlInput, UploadTicket, UserFile } from '../../schema/generated/types';
import { expectData, send } from './send';
import type { Actor } from './target';

/** A name that no other test uses. */
export const uniqueName = (ending = '.png'): string => `${randomUUID()}${ending}`;

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/** Requests a ticket, by default for a small PNG. */
export const askTicket = async (actor: Actor, input: Partial<GetUploadUrlInput> = {}): Promise<UploadTicket> => {
  const promise = { fileName: uniqueName(), contentType: 'image/png', size: 5, ...input };
  const { getUploadUrl } = await expectData(send(actor, GetUploadUrl, { input: promise }));
  return getUploadUrl;
};

/** Sends bytes as a ticket says, with other headers if given. */
export const putBytes = (
  ticket: UploadTicket,
  body: string | Uint8Array<ArrayBuffer>,
  changed: Record<string, string> = {},
): Promise<Response> =>
  fetch(ticket.uploadUrl ?? '', {
    method: 'PUT',
    headers: { ...Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value])), ...changed },
    body,
  });

/** Uploads and saves a file. */
export const storeFile = async (
  actor: Actor,
  body: string,
  input: Partial<GetUploadUrlInput> = {},
): Promise<Omit<UserFile, 'extra' | 'downloadUrl'>> => {
  const ticket = await askTicket(actor, { ...input, size: Buffer.byteLength(body) });
  const put = await putBytes(ticket, body);
  if (!put.ok) throw new Error(await put.text());
  const { saveFileMetadata } = await expectData(send(actor, SaveFileMetadata, { input: { fileId: ticket.fileId } }));
  return saveFileMetadata;
};
