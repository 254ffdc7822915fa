import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from '../../local/http/listen';
import { median } from '../measureRow';
import { createFolder } from './startProduct';

const cycles = 60;

/** The median time in milliseconds of a cycle's four requests, with nothing behind them but bytes synced to disk. */
export const bareCycle = async (): Promise<number> => {
  const folder = await createFolder();
  const server = await listen(
    (incoming, outgoing) => void answer(incoming, outgoing, join(folder.path, 'bytes')).catch(() => outgoing.destroy()),
    { port: 0, host: '127.0.0.1' },
  );
  const url = `http://127.0.0.1:${server.port}`;
  const ask = async (method: string): Promise<void> => {
    await (await fetch(url, { method, body: method === 'PUT' ? new Uint8Array(1024) : '{}' })).text();
  };
  const times: number[] = [];
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const started = performance.now();
    for (const method of ['POST', 'PUT', 'POST', 'POST']) await ask(method);
    times.push(performance.now() - started);
  }
  await server.close();
  await folder.remove();
  return median(times.slice(cycles / 3));
};

const answer = async (incoming: IncomingMessage, outgoing: ServerResponse, path: string): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  if (incoming.method === 'PUT') {
    const file = await open(path, 'w');
    await file.writeFile(Buffer.concat(chunks));
    await file.sync();
    await file.close();
    await rm(path);
  }
  outgoing.end('{}');
};
