import { MyFiles } from '../../schema/generated/amplify';
import type { MyFilesQuery, MyFilesQueryVariables } from '../../schema/generated/documents';
import { expectData, send } from './send';
import type { Actor } from './target';

type Listed = MyFilesQuery['myFiles']['items'][number];

/** The files on all pages of a list. */
export const listAll = async (actor: Actor, variables: MyFilesQueryVariables): Promise<Listed[]> => {
  const files: Listed[] = [];
  let nextToken: string | null = null;
  do {
    const { myFiles }: MyFilesQuery = await expectData(send(actor, MyFiles, { ...variables, nextToken }));
    files.push(...myFiles.items);
    nextToken = myFiles.nextToken;
  } while (nextToken);
  return files;
};
