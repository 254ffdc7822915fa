import { StsUnreachable } from './errors';

export interface FormAnswer {
  readonly status: number;
  readonly text: string;
}

const patienceMilliseconds = 2_000;

/**
 * Sends a form with headers that are already signed. The HTTP module is loaded on first use; `fetch` would take five
 * times as long to load.
 */
export const postForm = async (
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<FormAnswer> => {
  const { request } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'));
  const signal = AbortSignal.timeout(patienceMilliseconds);
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => reject(new StsUnreachable(cause));
    request(url, { method: 'POST', headers, signal }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      answer.once('error', fail);
    })
      .once('error', fail)
      .end(body);
  });
};
