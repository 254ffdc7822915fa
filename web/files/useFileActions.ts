import { useMemo } from 'react';
import { DeleteFiles, RestoreFile, UpdateFile } from '../../schema/generated/amplify';
import { askAgain } from '../../schema/requests/askAgain';
import { askEach, maxAtOnce } from '../../schema/requests/askEach';
import { api, ask } from '../api/ask';
import { wordsOf } from '../api/errors';
import { useServices } from '../shell/services';
import { otherWords } from '../words/errorWords';
import { strings } from '../words/strings';
import { batches } from './batches';
import type { FileItem } from './useFiles';

/** The user's actions on files. Changes show at once; a failed one is undone, a toast says why, and the lists are read again. */
export interface FileActions {
  readonly trash: (files: readonly FileItem[]) => Promise<void>;
  readonly restore: (files: readonly FileItem[]) => Promise<void>;
  readonly deleteForGood: (files: readonly FileItem[]) => Promise<void>;
  readonly rename: (file: FileItem, fileName: string) => Promise<void>;
  readonly download: (files: readonly FileItem[]) => Promise<void>;
}

const maxDeletedAtOnce = 50;

export const useFileActions = (): FileActions => {
  const { cache, toasts, downloads } = useServices();
  return useMemo(() => {
    const attempt = async (undo: () => void, run: () => Promise<void>): Promise<void> => {
      try {
        await run();
      } catch (error) {
        toasts.say(wordsOf(error), { isProblem: true });
        undo(); // at once, since the lists cannot be read while there is no network
        cache.refresh();
      }
    };
    const remove = async (files: readonly FileItem[], permanent: boolean): Promise<void> => {
      for (const batch of batches(idsOf(files), maxDeletedAtOnce)) {
        await ask(DeleteFiles, { input: { fileIds: batch, permanent } });
      }
    };
    const restore = (files: readonly FileItem[]): Promise<void> =>
      attempt(cache.remove('TRASHED', idsOf(files)), async () => {
        const outcomes = [];
        for (const batch of batches(idsOf(files), maxAtOnce)) {
          const inputs = batch.map((fileId) => ({ input: { fileId } }));
          outcomes.push(...(await askAgain(inputs, (some) => askEach(api, RestoreFile, some))));
        }
        const refused = outcomes.find(({ status }) => status === 'rejected');
        if (refused?.status === 'rejected') throw refused.reason;
        cache.refresh();
        toasts.say(strings.restored(files.length));
      });
    return {
      restore,
      trash: (files) =>
        attempt(cache.remove('AVAILABLE', idsOf(files)), async () => {
          await remove(files, false);
          cache.refresh('TRASHED');
          const undo = { label: strings.undo, run: () => void restore(files) };
          toasts.say(strings.trashed(files.length, files[0]?.fileName ?? ''), { action: undo });
        }),
      deleteForGood: (files) =>
        attempt(cache.remove('TRASHED', idsOf(files)), async () => {
          await remove(files, true);
          cache.refresh('TRASHED');
          toasts.say(strings.removed(files.length));
        }),
      rename: (file, fileName) => {
        cache.replace({ ...file, fileName });
        return attempt(
          () => cache.replace(file),
          async () => {
            const { fileId, version } = file;
            const { updateFile } = await ask(UpdateFile, { input: { fileId, version, fileName } });
            cache.replace(updateFile);
            toasts.say(strings.renamed(updateFile.fileName));
          },
        );
      },
      download: (files) =>
        attempt(nothing, async () => {
          const refused = (): void => toasts.say(otherWords.unexpected, { isProblem: true });
          for (const file of files) await downloads.save(file, refused);
        }),
    };
  }, [cache, toasts, downloads]);
};

const nothing = (): void => undefined;

const idsOf = (files: readonly FileItem[]): string[] => files.map(({ fileId }) => fileId);
