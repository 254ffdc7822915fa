import type { FileItem } from '../files/useFiles';
import { strings } from '../words/strings';
import { UnfinishedRow } from './UnfinishedRow';

export interface UnfinishedProps {
  readonly files: readonly FileItem[];
  readonly hasTitle: boolean;
}

/** Unfinished uploads, which need their file to be chosen again. */
export const Unfinished = ({ files, hasTitle }: UnfinishedProps) => (
  <div className="unfinished">
    {hasTitle && <h3>{strings.unfinished}</h3>}
    <p>{strings.unfinishedText}</p>
    <ul>
      {files.map((file) => (
        <UnfinishedRow key={file.fileId} file={file} />
      ))}
    </ul>
  </div>
);
