import { endsUpload } from '../../schema/requests/endsUpload';
import { isRefusal, Refused } from '../../schema/requests/errors';
import { isPassing } from '../../schema/requests/isPassing';
import { isStorageBusy } from '../../schema/requests/isStorageBusy';
import { Unreachable, wordsOf } from '../api/errors';
import { otherWords } from '../words/errorWords';

/** What happens next to an upload that stopped, with the words for the user where there are any. */
export type Reason =
  | { readonly next: 'save' } // storage already has the bytes
  | { readonly next: 'wait' } // network down or storage busy: retried until it works
  | { readonly next: 'insist'; readonly words: string } // transient API error: retried a few times
  | { readonly next: 'renew'; readonly words: string } // the upload has expired or is gone: retried once, as a new one
  | { readonly next: 'restart'; readonly words: string } // the upload is over: a manual retry begins a new one
  | { readonly next: 'tell'; readonly words: string } // a manual retry resumes the upload
  | { readonly next: 'end'; readonly words: string }; // the file itself is refused: no retry helps

/** What to do about an error from Uppy, storage or the API. */
export const reasonOf = (error: unknown): Reason => {
  if (error instanceof Unreachable) return { next: 'wait' };
  if (isRefusal(error, 'UPLOAD_EXPIRED', 'UPLOAD_NOT_FOUND')) return { next: 'renew', words: wordsOf(error) };
  if (endsUpload(error)) return { next: 'restart', words: wordsOf(error) };
  if (isRefusal(error, ...refusalsOfFile)) return { next: 'end', words: wordsOf(error) };
  if (isPassing(error)) return { next: 'insist', words: wordsOf(error) };
  if (error instanceof Refused) return { next: 'tell', words: wordsOf(error) };
  if (error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name)) {
    return { next: 'tell', words: otherWords.unreadable };
  }
  const { status, text } = answerIn(error);
  if (status === 412) return { next: 'save' };
  if (status === 0 || isStorageBusy(status, text) || isExpiry(error)) return { next: 'wait' };
  return { next: 'restart', words: otherWords.unexpected }; // storage refuses this ticket's bytes for good
};

const refusalsOfFile = ['INVALID_FILE_NAME', 'INVALID_SIZE', 'FILE_TOO_LARGE', 'CONTENT_TYPE_NOT_ALLOWED'] as const;

const isExpiry = (error: unknown): boolean => error instanceof Error && error.message === 'Request has expired';

/** Storage's response to the failed request, as Uppy passes it on; status 0 when there was none. */
const answerIn = (error: unknown): { readonly status: number; readonly text: string } => {
  const source = memberOf(error, 'source');
  return { status: Number(memberOf(source, 'status') ?? 0), text: String(memberOf(source, 'responseText') ?? '') };
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
