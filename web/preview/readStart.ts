import { Refused } from '../../schema/requests/errors';
import { Unreachable } from '../api/errors';

/** Reads the first bytes at a download URL; rejects with Unreachable, or with Refused if storage answers with an error. */
export const readStart = async (url: string, bytes: number): Promise<Response> => {
  const answer = await fetch(url, { headers: { range: `bytes=0-${bytes - 1}` } }).catch((error: unknown) => {
    throw new Unreachable(String(error));
  });
  if (!answer.ok) throw new Refused(String(answer.status), answer.statusText);
  return answer;
};
