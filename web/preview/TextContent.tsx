import { useQuery } from '@tanstack/react-query';
import { Unreachable, wordsOf } from '../api/errors';
import { Refused } from '../../schema/requests/errors';
import { formatBytes } from '../words/quantities';
import { strings } from '../words/strings';

const maxBytes = 256_000;

/** The beginning of a text file, as plain text: nothing in it is executed. */
export const TextContent = ({ url, size }: { readonly url: string; readonly size: number }) => {
  const { data: text, error } = useQuery({ queryKey: ['text', url], queryFn: () => readText(url) });
  if (error) return <p role="alert">{wordsOf(error)}</p>;
  return (
    <div className="text">
      {size > maxBytes && <p className="note">{strings.shortened(formatBytes(maxBytes))}</p>}
      {/* Focusable, so that it can be scrolled by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0}>{text}</pre>
    </div>
  );
};

const readText = async (url: string): Promise<string> => {
  const answer = await fetch(url, { headers: { range: `bytes=0-${maxBytes - 1}` } }).catch((error: unknown) => {
    throw new Unreachable(String(error));
  });
  if (!answer.ok) throw new Refused(String(answer.status), answer.statusText);
  return answer.text();
};
