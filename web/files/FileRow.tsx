import { memo, type KeyboardEvent } from 'react';
import { formatBytes, formatFully, formatInstant } from '../words/quantities';
import { strings } from '../words/strings';
import { FileMenu } from './FileMenu';
import { FileName } from './FileName';
import { Thumbnail } from './Thumbnail';
import type { FileItem } from './useFiles';
import type { RowActions } from './rowActions';

export interface FileRowProps {
  readonly file: FileItem;
  readonly index: number;
  readonly offset: number;
  readonly isSelected: boolean;
  readonly isRenamed: boolean;
  readonly actions: RowActions;
}

/** One file of the list. */
export const FileRow = memo(({ file, index, offset, isSelected, isRenamed, actions }: FileRowProps) => {
  const { fileId, fileName, size, uploadedAt, expiresAt, status, createdAt } = file;
  const isTrashed = status === 'TRASHED';
  const instant = uploadedAt ?? createdAt;
  const until = isTrashed && expiresAt ? strings.staysUntil(formatInstant(expiresAt)) : undefined;
  const keys: Readonly<Record<string, () => void>> = {
    ' ': () => actions.toggle(fileId, false),
    F2: () => !isTrashed && actions.beginRename(file),
    Delete: () => (isTrashed ? actions.deleteForGood(file) : actions.trash(file)),
  };
  const press = (event: KeyboardEvent): void => {
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return (
    <div
      role="row"
      // Row 1 is the one with the column headers.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={isSelected ? 'row selected' : 'row'}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <div role="gridcell" className="cell check">
        <input
          type="checkbox"
          aria-label={strings.select(fileName)}
          checked={isSelected}
          onChange={(event) => actions.toggle(fileId, isShift(event.nativeEvent))}
        />
      </div>
      <div role="gridcell" className="cell name">
        <Thumbnail file={file} />
        {isRenamed ? (
          <FileName file={file} onDone={actions.endRename} />
        ) : (
          <span className="words">
            <button
              type="button"
              className="file"
              dir="auto"
              data-row={index}
              title={fileName}
              aria-disabled={isTrashed} // unlike `disabled`, this keeps focus and keys working
              onClick={() => !isTrashed && actions.open(file)}
              onKeyDown={press}
              onKeyUp={(event) => event.key === ' ' && event.preventDefault()} // Firefox clicks on this event
            >
              {fileName}
            </button>
            <span className="details">
              {[formatBytes(size), formatInstant(instant), ...(until === undefined ? [] : [until])].join(' · ')}
            </span>
          </span>
        )}
      </div>
      <div role="gridcell" className="cell size">
        {formatBytes(size)}
      </div>
      <div role="gridcell" className="cell date" title={formatFully(instant)}>
        <time dateTime={instant}>{formatInstant(instant)}</time>
        {until !== undefined && <span className="until">{until}</span>}
      </div>
      <div role="gridcell" className="cell actions">
        <FileMenu file={file} actions={actions} />
      </div>
    </div>
  );
});
FileRow.displayName = 'FileRow';

const isShift = (event: Event): boolean => 'shiftKey' in event && event.shiftKey === true;
