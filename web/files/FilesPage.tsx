import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { wordsOf } from '../api/errors';
import { Problem } from '../shell/Problem';
import { useServices } from '../shell/services';
import { strings } from '../words/strings';
import { ConfirmDelete } from './ConfirmDelete';
import { EmptyPlace } from './EmptyPlace';
import { FileList } from './FileList';
import { ListSkeleton } from './ListSkeleton';
import type { RowActions } from './rowActions';
import { SelectionBar } from './SelectionBar';
import { Toolbar } from './Toolbar';
import { useFileActions } from './useFileActions';
import { useFiles, type FileItem } from './useFiles';
import { useSelection } from './useSelection';
import { firstView, isFiltered, type View } from './view';

const Preview = lazy(async () => ({ default: (await import('../preview/Preview')).Preview }));

export interface FilesPageProps {
  readonly place: View['place'];
  readonly prefix: string;
  readonly onPrefix: (prefix: string) => void;
}

/** One place, files or trash: its list and all actions on the files in it. */
export const FilesPage = ({ place, prefix, onPrefix }: FilesPageProps) => {
  const [order, setOrder] = useState<Omit<View, 'place' | 'prefix'>>(firstView);
  const view = useMemo<View>(() => ({ ...order, place, prefix }), [order, place, prefix]);
  const list = useFiles(view);
  const { files, isPending, error, hasNextPage, isFetching, fetchNextPage, refetch, isPlaceholderData } = list;
  const { isFetchNextPageError } = list;
  const selection = useSelection(files);
  const actions = useFileActions();
  const [renamedId, setRenamedId] = useState<string>();
  const [openId, setOpenId] = useState<string>();
  const [doomed, setDoomed] = useState<readonly FileItem[]>();
  const { toasts } = useServices();
  // The preview of a file that is gone stays closed, even if the file comes back.
  if (openId !== undefined && !files.some(({ fileId }) => fileId === openId)) setOpenId(undefined);

  const change = useCallback(
    ({ prefix: nextPrefix, ...next }: Partial<View>) => {
      if (nextPrefix !== undefined) onPrefix(nextPrefix);
      setOrder((before) => ({ ...before, ...next }));
    },
    [onPrefix],
  );
  const more = useCallback(() => {
    const readOn = (): void => {
      fetchNextPage({ throwOnError: true }).catch((reason: unknown) => {
        toasts.say(wordsOf(reason), { isProblem: true, action: { label: strings.tryAgain, run: readOn } });
      });
    };
    // A page that failed is requested again only when the user asks for it, not over and over.
    if (!isFetching && !isFetchNextPageError) readOn();
  }, [isFetching, isFetchNextPageError, fetchNextPage, toasts]);
  const { toggle } = selection;
  const rowActions = useMemo<RowActions>(
    () => ({
      toggle,
      open: ({ fileId }) => setOpenId(fileId),
      beginRename: ({ fileId }) => setRenamedId(fileId),
      endRename: (file, name) => {
        setRenamedId(undefined);
        if (name !== undefined) void actions.rename(file, name);
      },
      download: (file) => void actions.download([file]),
      trash: (file) => void actions.trash([file]),
      restore: (file) => void actions.restore([file]),
      deleteForGood: (file) => setDoomed([file]),
    }),
    [actions, toggle],
  );

  const hasFailed = error !== null && files.length === 0;
  const title = place === 'TRASHED' ? strings.trash : strings.files;
  useEffect(() => {
    document.title = strings.titleOf(title);
    return () => void (document.title = strings.brand);
  }, [title]);

  return (
    <section className="files" aria-busy={isPending || isPlaceholderData}>
      {selection.files.length > 0 ? (
        <SelectionBar
          selection={selection}
          count={files.length}
          hasMore={hasNextPage}
          place={place}
          actions={actions}
          onDelete={setDoomed}
        />
      ) : (
        <Toolbar view={view} onView={change} count={files.length} hasMore={hasNextPage} />
      )}
      {isPending && !error ? (
        <ListSkeleton onAgain={list.restart} />
      ) : hasFailed ? (
        <Problem title={strings.listFailed} words={wordsOf(error)} onAgain={() => void refetch()} />
      ) : files.length === 0 && !hasNextPage ? (
        <EmptyPlace place={place} isFiltered={isFiltered(view)} onClear={() => change({ prefix: '', kind: '' })} />
      ) : (
        <FileList
          files={files}
          view={view}
          onView={change}
          selection={selection}
          renamedId={renamedId}
          openId={openId}
          actions={rowActions}
          hasMore={hasNextPage}
          onMore={more}
        />
      )}
      {openId !== undefined && (
        <Suspense>
          <Preview
            files={files}
            fileId={openId}
            actions={actions}
            onOpen={setOpenId}
            onClose={() => setOpenId(undefined)}
            hasMore={hasNextPage}
            onMore={more}
          />
        </Suspense>
      )}
      {doomed && (
        <ConfirmDelete
          count={doomed.length}
          onCancel={() => setDoomed(undefined)}
          onConfirm={() => {
            setDoomed(undefined);
            selection.clear();
            void actions.deleteForGood(doomed);
          }}
        />
      )}
      <p className="spoken" role="status">
        {isPending ? strings.loading : !hasFailed && strings.shown(files.length, hasNextPage)}
      </p>
    </section>
  );
};
