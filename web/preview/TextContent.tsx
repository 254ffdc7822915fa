import { useQuery } from '@tanstack/react-query';
import { wordsOf } from '../api/errors';
import type { FileItem } from '../files/useFiles';
import { Problem } from '../shell/Problem';
import { useServices } from '../shell/services';
import { formatBytes } from '../words/quantities';
import { strings } from '../words/strings';
import { readStart } from './readStart';

const maxBytes = 256_000;

/** The beginning of a text file, as plain text: nothing in it is executed. */
export const TextContent = ({ file }: { readonly file: FileItem }) => {
  const { downloads } = useServices();
  const { data, error, refetch } = useQuery({
    queryKey: ['text', file.fileId],
    queryFn: async () => (await readStart(await downloads.urlOf(file, 'INLINE'), maxBytes)).text(),
    staleTime: Infinity, // the bytes of a file never change
  });
  if (error) {
    return <Problem title={strings.previewFailed} words={wordsOf(error)} onAgain={() => void refetch()} />;
  }
  if (data === undefined) return <p className="spoken">{strings.loading}</p>;
  return (
    <div className="text">
      {file.size > maxBytes && <p className="note">{strings.shortened(formatBytes(maxBytes))}</p>}
      {/* Focusable, so that it can be scrolled by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0}>{data}</pre>
    </div>
  );
};
