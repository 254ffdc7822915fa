import { request } from 'node:http';

const mebibyte = 1024 * 1024;
const chunk = Buffer.alloc(mebibyte, 'a mebibyte of the same bytes; ');

/** PUTs that many MiB on a new connection; resolves with the seconds until the response is complete. */
export const put = (url: string, mebibytes: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const headers = { 'content-length': String(mebibytes * mebibyte) };
    const outgoing = request(url, { method: 'PUT', headers, agent: false }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve(secondsSince(start));
        else reject(new Error(`PUT was answered with ${answer.statusCode}.`));
      });
    }).once('error', reject);
    let left = mebibytes;
    const fill = (): void => {
      while (left > 0) {
        left -= 1;
        if (!outgoing.write(chunk)) return void outgoing.once('drain', fill);
      }
      outgoing.end();
    };
    fill();
  });

/** GETs that many MiB on a new connection; resolves with the seconds until the last byte has arrived. */
export const get = (url: string, mebibytes: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    request(url, { agent: false }, (answer) => {
      let received = 0;
      answer.on('data', (bytes: Buffer) => (received += bytes.length));
      answer.once('end', () => {
        if (received === mebibytes * mebibyte) resolve(secondsSince(start));
        else reject(new Error(`GET gave ${received} bytes, status ${answer.statusCode}.`));
      });
    })
      .once('error', reject)
      .end();
  });

const secondsSince = (start: number): number => (performance.now() - start) / 1000;
