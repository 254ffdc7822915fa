import { kindOf } from '../files/kindOf';
import type { FileItem } from '../files/useFiles';
import { DownloadIcon } from '../shell/icons';
import { strings } from '../words/strings';

/** For files that cannot be shown: what they are, and the way to have them. */
export const NoPreview = ({ file, onDownload }: { readonly file: FileItem; readonly onDownload: () => void }) => {
  const { Icon } = kindOf(file.contentType);
  return (
    <div className="empty">
      <span className="emblem">
        <Icon size={36} />
      </span>
      <p>{strings.noPreview}</p>
      <button type="button" className="button primary" onClick={onDownload}>
        <DownloadIcon /> {strings.download}
      </button>
    </div>
  );
};
