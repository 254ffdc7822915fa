import type { UploadFile, UploadUppy } from './uploader';
import { createPartUrls, receivedParts } from './partUrls';
import type { TicketDesk } from './ticketDesk';

/**
 * Makes Uppy's S3 plugin send bytes to where the ticket says. Completing does nothing here: saving follows the bytes of
 * either kind of upload. Nor does aborting: what has arrived is needed to resume a failed upload.
 */
export const storageOptions = (uppy: UploadUppy, desk: TicketDesk) => {
  const partUrls = createPartUrls(desk);
  const fileIdOf = async (id: string): Promise<string> => (desk.known(id) ?? (await desk.ticketOf(id))).fileId;
  return {
    limit: 5,
    shouldUseMultipart: ({ id }: UploadFile) => desk.known(id)?.method === 'MULTIPART',
    getUploadParameters: async ({ id }: UploadFile) => {
      const { uploadUrl, headers } = await desk.ticketOf(id);
      const named = headers.map(({ name, value }) => [name, value] as const);
      return { method: 'PUT' as const, url: uploadUrl ?? '', headers: Object.fromEntries(named) };
    },
    getChunkSize: (data: { size: number }) => {
      const file = uppy.getFiles().find((one) => one.data === data);
      return (file && desk.known(file.id)?.partSize) ?? data.size;
    },
    createMultipartUpload: async ({ id }: UploadFile) => {
      const { fileId, key } = await desk.ticketOf(id);
      return { uploadId: fileId, key };
    },
    signPart: async ({ id }: UploadFile, { partNumber }: { partNumber: number }) => ({
      url: await partUrls.urlOf(id, partNumber),
    }),
    listParts: async ({ id }: UploadFile) => receivedParts(await fileIdOf(id)),
    completeMultipartUpload: () => Promise.resolve({}),
    abortMultipartUpload: () => Promise.resolve(),
  };
};
