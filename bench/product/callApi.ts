import type { GetUploadUrlMutation } from '../../schema/generated/documents';
import { DeleteFile, GetUploadUrl, MyFiles, MyUsage, SaveFileMetadata } from '../../schema/generated/amplify';

/** A caller of the API, with its endpoint. */
export interface Caller {
  readonly graphql: string;
  readonly token: string;
}

const bytes = new Uint8Array(1024).fill(1);

/** Sends a document; any error ends the run. */
const ask = async <Data>({ graphql, token }: Caller, query: string, variables: object): Promise<Data> => {
  const answer = await fetch(graphql, {
    method: 'POST',
    headers: { authorization: token, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors }: { data: Data; errors?: unknown } = JSON.parse(await answer.text());
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

/** Gets a ticket for a file of 1 KiB and sends its bytes; returns the fileId. */
export const sendFile = async (caller: Caller, fileName: string): Promise<string> => {
  const input = { fileName, contentType: 'image/png', size: bytes.length };
  const { getUploadUrl: ticket } = await ask<GetUploadUrlMutation>(caller, GetUploadUrl, { input });
  const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
  const put = await fetch(ticket.uploadUrl ?? '', { method: 'PUT', headers, body: bytes });
  if (!put.ok) throw new Error(await put.text());
  return ticket.fileId;
};

export const saveFile = (caller: Caller, fileId: string): Promise<unknown> =>
  ask(caller, SaveFileMetadata, { input: { fileId } });

export const listFiles = (caller: Caller): Promise<unknown> => ask(caller, MyFiles, { limit: 20 });

export const getUsage = (caller: Caller): Promise<unknown> => ask(caller, MyUsage, {});

/** Deletes a file for good, bypassing the trash. */
export const deleteFile = (caller: Caller, fileId: string): Promise<unknown> =>
  ask(caller, DeleteFile, { input: { fileId, permanent: true } });
