import { useQuery } from '@tanstack/react-query';
import { wordsOf } from '../api/errors';
import type { FileItem } from '../files/useFiles';
import { Problem } from '../shell/Problem';
import { useServices } from '../shell/services';
import { strings } from '../words/strings';
import { readStart } from './readStart';

/**
 * A PDF in the browser's viewer. It has storage's origin and the signed type application/pdf, so it cannot reach into
 * this page. No sandbox: Chromium's viewer does not start in one. A frame would also show storage's error document, so
 * the first byte is asked for before.
 */
export const PdfContent = ({ file }: { readonly file: FileItem }) => {
  const { downloads } = useServices();
  const { data, error, refetch } = useQuery({
    queryKey: ['pdf', file.fileId],
    queryFn: async () => {
      const url = await downloads.urlOf(file, 'INLINE');
      await readStart(url, 1);
      return url;
    },
    staleTime: Infinity, // the viewer has what it shows, also when the URL has expired
    gcTime: 0,
  });
  if (error) {
    return <Problem title={strings.previewFailed} words={wordsOf(error)} onAgain={() => void refetch()} />;
  }
  return data !== undefined && <iframe src={data} title={file.fileName} referrerPolicy="no-referrer" />;
};
