import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { strings } from '../words/strings';
import { ColumnNames } from './ColumnNames';
import { FileRow } from './FileRow';
import type { RowActions } from './rowActions';
import type { Selection } from './useSelection';
import type { FileItem } from './useFiles';
import { useKeptFocus } from './useKeptFocus';
import { useReadAhead, type More } from './useReadAhead';
import { useReturnedFocus } from './useReturnedFocus';
import { useRowHeight } from './useRowHeight';
import type { View } from './view';

export interface FileListProps extends More {
  readonly files: readonly FileItem[];
  readonly view: View;
  readonly onView: (change: Partial<View>) => void;
  readonly selection: Selection;
  readonly renamedId: string | undefined;
  /** The file that the preview shows. */
  readonly openId: string | undefined;
  readonly actions: RowActions;
}

/** The files as a virtualized list: only the visible rows are rendered, so that ten thousand scroll like ten. */
export const FileList = ({ files, hasMore, onMore, ...rest }: FileListProps) => {
  const { view, onView, selection, renamedId, openId, actions } = rest;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => files[index]?.fileId ?? index,
    overscan: 8,
  });
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;

  useEffect(() => rows.measure(), [rows, rowHeight]);
  useReadAhead(last, files.length, { hasMore, onMore });
  const order = `${view.place} ${view.sortBy} ${view.sortDirection} ${view.prefix} ${view.kind}`;
  useEffect(() => {
    void scroller.current?.scrollTo({ top: 0 }); // returns a promise in newer browsers, which an effect must not
  }, [order]);

  const rowAt = (index: number): HTMLElement | undefined =>
    scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? undefined;
  const keptFocus = useKeptFocus(files.length, rowAt);
  const focusRow = (index: number): void => {
    if (index < 0 || index >= files.length) return;
    rows.scrollToIndex(index);
    const row = rowAt(index);
    if (row) row.focus();
    else requestAnimationFrame(() => rowAt(index)?.focus()); // a row out of view must be rendered first
  };
  const shown = openId === undefined ? -1 : files.findIndex(({ fileId }) => fileId === openId);
  useReturnedFocus(shown, files.length, focusRow);
  const pressInRow = (event: KeyboardEvent, at: number): void => {
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: files.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    focusRow(next);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') selection.clear();
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      selection.all();
    }
    const at = event.target instanceof HTMLElement ? event.target.dataset.row : undefined;
    if (at !== undefined) pressInRow(event, Number(at));
  };
  return (
    <div
      role="grid"
      tabIndex={-1}
      aria-label={strings.listOf(view.place === 'TRASHED' ? strings.trash : strings.files)}
      aria-rowcount={hasMore ? -1 : files.length + 1}
      aria-multiselectable="true"
      className="list"
      onKeyDown={press}
      {...keptFocus}
    >
      <ColumnNames view={view} onView={onView} selection={selection} count={files.length} />
      <div ref={scroller} role="rowgroup" className="rows">
        <div role="presentation" className="height" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, key }) => {
            const file = files[index];
            return (
              file && (
                <FileRow
                  key={key}
                  file={file}
                  index={index}
                  offset={start}
                  isSelected={selection.has(file.fileId)}
                  isRenamed={file.fileId === renamedId}
                  actions={actions}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
};
