import { useQuery } from '@tanstack/react-query';
import { wordsOf } from '../api/errors';
import { Problem } from '../shell/Problem';
import { strings } from '../words/strings';
import { readStart } from './readStart';

/**
 * A PDF in the browser's viewer. It has storage's origin and the signed type application/pdf, so it cannot reach into
 * this page. No sandbox: Chromium's viewer does not start in one. A frame would also show storage's error document, so
 * the first byte is asked for before.
 */
export const PdfContent = ({ url, name }: { readonly url: string; readonly name: string }) => {
  const { isSuccess, error, refetch } = useQuery({
    queryKey: ['pdf', url],
    queryFn: async () => (await readStart(url, 1)).ok,
  });
  if (error) {
    return <Problem title={strings.previewFailed} words={wordsOf(error)} onAgain={() => void refetch()} />;
  }
  return isSuccess && <iframe src={url} title={name} referrerPolicy="no-referrer" />;
};
