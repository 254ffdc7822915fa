import {
  AbortUpload,
  GetUploadPartUrls,
  GetUploadProgress,
  GetUploadUrl,
  SaveFileMetadata,
} from '../../schema/generated/amplify';
import type { UploadTicket } from '../../schema/generated/types';
import type { Ask } from '../../schema/requests/api';

/** An Uppy file; with `fileId` in its meta, its upload is resumed after a reload. */
export interface FileOfUppy {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number | null;
  readonly meta: { readonly fileId?: string };
  readonly error?: string | null;
}

type Named = Pick<FileOfUppy, 'id'>;

/** The part of Uppy that is needed. */
export interface UppyFiles {
  readonly getFile: (id: string) => FileOfUppy;
  readonly getFiles: () => FileOfUppy[];
  readonly setFileMeta: (id: string, meta: FileOfUppy['meta']) => void;
  readonly addPreProcessor: (run: (ids: string[]) => Promise<void>) => void;
  readonly addPostProcessor: (run: (ids: string[]) => Promise<void>) => void;
}

/**
 * Makes Uppy upload to MyFiles: `uppy.use(AwsS3, uploadsOfUppy(uppy, ask))`. `ask` sends one of the contract's
 * documents as the signed-in person.
 */
export const uploadsOfUppy = (uppy: UppyFiles, ask: Ask) => {
  const tickets = new Map<string, UploadTicket>();
  const ticketOf = (id: string): UploadTicket => {
    const ticket = tickets.get(id);
    if (!ticket) throw new Error('The file has no ticket yet.');
    return ticket;
  };
  const askTicket = async (id: string): Promise<UploadTicket> => {
    const { name: fileName, type: contentType, size, meta } = uppy.getFile(id);
    const input = { fileName, contentType, size: size ?? 0, fileId: meta.fileId }; // resuming needs a new ticket
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input });
    tickets.set(id, ticket);
    uppy.setFileMeta(id, { fileId: ticket.fileId });
    return ticket;
  };
  const isFresh = ({ expiresAt }: UploadTicket): boolean => Date.parse(expiresAt) - Date.now() > 60_000;
  const save = async (id: string): Promise<void> => {
    await ask(SaveFileMetadata, { input: { fileId: ticketOf(id).fileId } });
  };

  uppy.addPreProcessor(async (ids) => {
    for (const id of ids) await askTicket(id);
  });
  uppy.addPostProcessor(async (ids) => {
    const sent = ids.filter((id) => ticketOf(id).method === 'PUT' && !uppy.getFile(id).error);
    for (const id of sent) await save(id);
  });

  return {
    shouldUseMultipart: ({ id }: Named) => ticketOf(id).method === 'MULTIPART',

    // A single PUT, with exactly the ticket's headers.
    getUploadParameters: async ({ id }: Named) => {
      const { uploadUrl, headers } = isFresh(ticketOf(id)) ? ticketOf(id) : await askTicket(id);
      const named = headers.map(({ name, value }) => [name, value] as const);
      return { method: 'PUT' as const, url: uploadUrl ?? '', headers: Object.fromEntries(named) };
    },

    // Parts. Storage keeps track of them: no ETag is needed, here or after a reload.
    getChunkSize: ({ size }: { size: number }) => {
      const same = uppy.getFiles().find((file) => file.size === size && tickets.get(file.id)?.partSize);
      return (same && tickets.get(same.id)?.partSize) ?? size;
    },
    createMultipartUpload: ({ id }: Named) => {
      const { fileId, key } = ticketOf(id);
      return { uploadId: fileId, key };
    },
    signPart: async ({ id }: Named, { partNumber }: { partNumber: number }) => {
      const { fileId, parts } = ticketOf(id);
      const known = parts?.find((part) => part.partNumber === partNumber);
      if (known && isFresh(ticketOf(id))) return { url: known.uploadUrl };
      const { getUploadPartUrls } = await ask(GetUploadPartUrls, { input: { fileId, partNumbers: [partNumber] } });
      return { url: getUploadPartUrls.parts[0]?.uploadUrl ?? '' };
    },
    listParts: async ({ id }: Named) => {
      const { getUploadProgress } = await ask(GetUploadProgress, { fileId: ticketOf(id).fileId });
      return getUploadProgress.receivedParts.map(({ partNumber, size }) => ({ PartNumber: partNumber, Size: size }));
    },
    completeMultipartUpload: async ({ id }: Named) => {
      await save(id);
      return {};
    },
    abortMultipartUpload: async ({ id }: Named) => {
      await ask(AbortUpload, { input: { fileId: ticketOf(id).fileId } });
    },
  };
};
