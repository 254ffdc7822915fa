import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { StsUnreachable } from './errors';

export interface FormAnswer {
  readonly status: number;
  readonly text: string;
}

const patienceMilliseconds = 2_000;

/** Sends a form with headers that are signed already. Not `fetch`: its first call takes five times as long to load. */
export const postForm = (url: URL, headers: Readonly<Record<string, string>>, body: string): Promise<FormAnswer> =>
  new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => reject(new StsUnreachable(cause));
    const request = url.protocol === 'https:' ? overHttps : overHttp;
    const signal = AbortSignal.timeout(patienceMilliseconds);
    request(url, { method: 'POST', headers, signal }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      answer.once('error', fail);
    })
      .once('error', fail)
      .end(body);
  });
