import { kindOf } from '../files/kindOf';
import type { FileItem } from '../files/useFiles';
import { DownloadIcon } from '../shell/icons';
import { strings } from '../words/strings';

/** For files that cannot be shown: an icon of their kind, and a download button. */
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
