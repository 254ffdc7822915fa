import { CloseIcon, DownloadIcon, SelectAllIcon, RestoreIcon, TrashIcon } from '../shell/icons';
import { strings } from '../words/strings';
import type { FileActions } from './useFileActions';
import type { FileItem } from './useFiles';
import type { Selection } from './useSelection';
import type { View } from './view';

export interface SelectionBarProps {
  readonly selection: Selection;
  /** How many files are listed. */
  readonly count: number;
  /** Whether there are more files than those that are listed. */
  readonly hasMore: boolean;
  readonly place: View['place'];
  readonly actions: FileActions;
  readonly onDelete: (files: readonly FileItem[]) => void;
}

/** The toolbar with the actions on all selected files. */
export const SelectionBar = ({ selection, count, hasMore, place, actions, onDelete }: SelectionBarProps) => {
  const { files, all, clear } = selection;
  const then = (run: (files: readonly FileItem[]) => Promise<void>) => () => {
    clear();
    void run(files);
  };
  const words = strings.selected(files.length, hasMore && files.length === count);
  return (
    <div className="toolbar selecting" role="toolbar" aria-label={words}>
      <button type="button" className="icon-button" aria-label={strings.clearSelection} onClick={clear}>
        <CloseIcon />
      </button>
      <h1 aria-live="polite">{words}</h1>
      <span className="space" />
      {files.length < count && (
        <button type="button" className="button plain" onClick={all}>
          <SelectAllIcon /> <span className="label">{strings.selectEach(count, hasMore)}</span>
        </button>
      )}
      {place === 'TRASHED' ? (
        <>
          <button type="button" className="button plain" onClick={then(actions.restore)}>
            <RestoreIcon /> <span className="label">{strings.restore}</span>
          </button>
          <button type="button" className="button plain danger" onClick={() => onDelete(files)}>
            <TrashIcon /> <span className="label">{strings.deleteForGood}</span>
          </button>
        </>
      ) : (
        <>
          <button type="button" className="button plain" onClick={then(actions.download)}>
            <DownloadIcon /> <span className="label">{strings.download}</span>
          </button>
          <button type="button" className="button plain danger" onClick={then(actions.trash)}>
            <TrashIcon /> <span className="label">{strings.moveToTrash}</span>
          </button>
        </>
      )}
    </div>
  );
};
