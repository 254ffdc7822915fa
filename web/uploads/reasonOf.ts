import { endsUpload } from '../../schema/requests/endsUpload';
import { isRefusal, Refused } from '../../schema/requests/errors';
import { isPassing } from '../../schema/requests/isPassing';
import { isStorageBusy } from '../../schema/requests/isStorageBusy';
import { Unreachable, wordsOf } from '../api/errors';
import { otherWords } from '../words/errorWords';

/** Why an upload stopped, and so what comes next. */
export type Reason =
  | { readonly next: 'save' } // the bytes are there already
  | { readonly next: 'wait' } // the network, or storage that stumbled: again, by itself
  | { readonly next: 'insist'; readonly words: string } // the API stumbled: the same, but not for ever
  | { readonly next: 'renew'; readonly words: string } // the upload is over: again, as a new one
  | { readonly next: 'restart'; readonly words: string } // so is this one, and who tries again begins a new one
  | { readonly next: 'tell'; readonly words: string }; // who tries again goes on

/** What to do about an error of Uppy's, of storage's or of the API's. */
export const reasonOf = (error: unknown): Reason => {
  if (error instanceof Unreachable) return { next: 'wait' };
  if (isRefusal(error, 'UPLOAD_EXPIRED', 'UPLOAD_NOT_FOUND')) return { next: 'renew', words: wordsOf(error) };
  if (endsUpload(error)) return { next: 'restart', words: wordsOf(error) };
  if (isPassing(error)) return { next: 'insist', words: wordsOf(error) };
  if (error instanceof Refused) return { next: 'tell', words: wordsOf(error) };
  if (error instanceof DOMException && error.name === 'NotReadableError') {
    return { next: 'tell', words: otherWords.unreadable };
  }
  const { status, text } = answerIn(error);
  if (status === 412) return { next: 'save' };
  if (status === 0 || isStorageBusy(status, text) || isExpiry(error)) return { next: 'wait' };
  return { next: 'restart', words: otherWords.unexpected }; // storage takes no bytes for this ticket
};

const isExpiry = (error: unknown): boolean => error instanceof Error && error.message === 'Request has expired';

/** Storage's answer to the request that failed, as Uppy hands it on; status 0 when there was none. */
const answerIn = (error: unknown): { readonly status: number; readonly text: string } => {
  const source = memberOf(error, 'source');
  return { status: Number(memberOf(source, 'status') ?? 0), text: String(memberOf(source, 'responseText') ?? '') };
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
