import type { UploadFile } from './uploader';

/**
 * Why a file can no longer be read, for instance because it was changed or deleted; undefined if it can. Browsers report
 * this to the request that sends the file as if the network had failed.
 */
export const readingError = async (data: UploadFile['data']): Promise<unknown> => {
  try {
    if (data instanceof Blob) await data.slice(0, 1).arrayBuffer();
    return undefined;
  } catch (error) {
    return error;
  }
};
