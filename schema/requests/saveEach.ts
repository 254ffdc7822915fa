import { SaveFileMetadata } from '../generated/amplify';
import type { Api } from './api';
import { askAgain, type Outcome } from './askAgain';
import { askEach } from './askEach';
import type { FileItem } from './pendingUploads';

/** Has up to ten uploads proven and saved in one request. One that was saved before gets the same answer again. */
export const saveEach = (api: Api, fileIds: readonly string[]): Promise<Outcome<FileItem>[]> =>
  askAgain(fileIds, (list) =>
    askEach(
      api,
      SaveFileMetadata,
      list.map((fileId) => ({ input: { fileId } })),
    ),
  );
