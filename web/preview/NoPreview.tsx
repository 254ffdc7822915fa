import { kindOf } from '../files/kindOf';
import type { FileItem } from '../files/useFiles';
import { DownloadIcon } from '../shell/icons';
import { strings } from '../words/strings';

export interface NoPreviewProps {
  readonly file: FileItem;
  readonly words: string;
  readonly onDownload: () => void;
}

/** For files that cannot be shown: an icon of their kind, why, and a download button. */
export const NoPreview = ({ file, words, onDownload }: NoPreviewProps) => {
  const { Icon } = kindOf(file.contentType);
  return (
    <div className="empty">
      <span className="emblem">
        <Icon size={36} />
      </span>
      <p>{words}</p>
      <button type="button" className="button primary" onClick={onDownload}>
        <DownloadIcon /> {strings.download}
      </button>
    </div>
  );
};
