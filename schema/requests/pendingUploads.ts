import { MyFiles } from '../generated/amplify';
import type { MyFilesQuery } from '../generated/documents';
import type { Api } from './api';

export type FileItem = MyFilesQuery['myFiles']['items'][number];

/** The caller's unfinished uploads, newest first; at most 100. */
export const pendingUploads = async ({ ask }: Pick<Api, 'ask'>): Promise<FileItem[]> => {
  const { myFiles } = await ask(MyFiles, { filter: { status: 'PENDING' }, limit: 100 });
  return myFiles.items;
};
