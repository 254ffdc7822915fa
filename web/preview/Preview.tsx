import '../styles/preview.css';
import type { KeyboardEvent } from 'react';
import { Dialog } from '../shell/Dialog';
import { ChevronLeftIcon, ChevronRightIcon, CloseIcon, DownloadIcon, TrashIcon } from '../shell/icons';
import { ToastList } from '../shell/ToastList';
import type { FileActions } from '../files/useFileActions';
import type { FileItem } from '../files/useFiles';
import { useReadAhead, type More } from '../files/useReadAhead';
import { formatBytes } from '../words/quantities';
import { strings } from '../words/strings';
import { Content } from './Content';

export interface PreviewProps extends More {
  readonly files: readonly FileItem[];
  readonly fileId: string;
  readonly actions: FileActions;
  readonly onOpen: (fileId: string) => void;
  readonly onClose: () => void;
}

/** One file in full, with navigation to the files beside it. */
export const Preview = ({ files, fileId, actions, onOpen, onClose, ...more }: PreviewProps) => {
  const index = files.findIndex((file) => file.fileId === fileId);
  useReadAhead(index, files.length, more);
  const file = files[index];
  if (!file) return null;
  const beside = (step: number): FileItem | undefined => files[index + step];
  const go = (step: number) => () => {
    const next = beside(step);
    if (next) onOpen(next.fileId);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLMediaElement) return;
    if (event.key === 'ArrowLeft') go(-1)();
    if (event.key === 'ArrowRight') go(1)();
  };
  return (
    <Dialog label={strings.preview(file.fileName)} className="preview" onClose={onClose}>
      {/* The arrow keys only duplicate the previous and next buttons. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="frame" onKeyDown={press}>
        <header>
          <div className="title">
            <h2 dir="auto">{file.fileName}</h2>
            <p>
              {formatBytes(file.size)} · {file.contentType}
            </p>
          </div>
          <button
            type="button"
            className="icon-button"
            aria-label={strings.download}
            onClick={() => void actions.download([file])}
          >
            <DownloadIcon />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={strings.moveToTrash}
            onClick={() => {
              onClose();
              void actions.trash([file]);
            }}
          >
            <TrashIcon />
          </button>
          <button type="button" className="icon-button" aria-label={strings.close} onClick={onClose}>
            <CloseIcon />
          </button>
        </header>
        <div className="stage">
          <Content key={file.fileId} file={file} onDownload={() => void actions.download([file])} />
        </div>
        {beside(-1) && (
          <button type="button" className="icon-button aside before" aria-label={strings.previous} onClick={go(-1)}>
            <ChevronLeftIcon size={28} />
          </button>
        )}
        {beside(1) && (
          <button type="button" className="icon-button aside after" aria-label={strings.next} onClick={go(1)}>
            <ChevronRightIcon size={28} />
          </button>
        )}
      </div>
      {/* Those of the page lie behind the preview, out of reach. */}
      <ToastList />
    </Dialog>
  );
};
