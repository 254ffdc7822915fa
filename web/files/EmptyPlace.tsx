import { FolderIcon, SearchIcon, TrashIcon } from '../shell/icons';
import { UploadButton } from '../uploads/UploadButton';
import { strings } from '../words/strings';
import type { View } from './view';

export interface EmptyPlaceProps {
  readonly place: View['place'];
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** Shown when a list is empty, with what to do about it. */
export const EmptyPlace = ({ place, isFiltered, onClear }: EmptyPlaceProps) => {
  if (isFiltered) {
    return (
      <div className="empty">
        <span className="emblem">
          <SearchIcon size={36} />
        </span>
        <h2>{strings.nothingFoundTitle}</h2>
        <p>{strings.nothingFoundText}</p>
        <button type="button" className="button" onClick={onClear}>
          {strings.clearFilters}
        </button>
      </div>
    );
  }
  const isTrash = place === 'TRASHED';
  return (
    <div className="empty">
      <span className="emblem">{isTrash ? <TrashIcon size={36} /> : <FolderIcon size={36} />}</span>
      <h2>{isTrash ? strings.emptyTrashTitle : strings.emptyTitle}</h2>
      <p>{isTrash ? strings.emptyTrashText : strings.emptyText}</p>
      {!isTrash && <UploadButton />}
    </div>
  );
};
