import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AbortUpload, GetUploadProgress } from '../../schema/generated/amplify';
import { ask } from '../api/ask';
import { wordsOf } from '../api/errors';
import { kindOf } from '../files/kindOf';
import { unfinishedKey, type FileItem } from '../files/useFiles';
import { TrashIcon } from '../shell/icons';
import { useServices } from '../shell/services';
import { formatBytes } from '../words/quantities';
import { strings } from '../words/strings';
import { FilePicker } from './FilePicker';

/** One unfinished upload: how much has arrived, and buttons to resume or discard it. */
export const UnfinishedRow = ({ file }: { readonly file: FileItem }) => {
  const { uploader, toasts, cache } = useServices();
  const client = useQueryClient();
  const { fileId, fileName, size, contentType } = file;
  const { data: received = 0 } = useQuery({
    queryKey: [...unfinishedKey, fileId],
    queryFn: async () => (await ask(GetUploadProgress, { fileId })).getUploadProgress.receivedBytes,
  });
  const { Icon } = kindOf(contentType);
  const resume = ([chosen]: readonly File[]): void => {
    if (chosen?.size === size) void uploader.resumeWith(file, chosen);
    else toasts.say(strings.anotherFile(fileName), { isProblem: true });
  };
  const discard = async (): Promise<void> => {
    try {
      await ask(AbortUpload, { input: { fileId } });
    } catch (error) {
      toasts.say(wordsOf(error), { isProblem: true });
    }
    cache.refreshUsage();
    await client.invalidateQueries({ queryKey: unfinishedKey });
  };
  return (
    <li className="upload">
      <Icon />
      <div className="words">
        <span className="title" dir="auto" title={fileName}>
          {fileName}
        </span>
        <span className="status">{strings.arrived(formatBytes(received), formatBytes(size))}</span>
      </div>
      <FilePicker className="button small" label={strings.chooseAgainFor(fileName)} onFiles={resume}>
        {strings.chooseAgain}
      </FilePicker>
      <button
        type="button"
        className="icon-button"
        aria-label={strings.discard(fileName)}
        onClick={() => void discard()}
      >
        <TrashIcon />
      </button>
    </li>
  );
};
