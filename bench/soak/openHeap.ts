import { once } from 'node:events';
import { WebSocket } from 'ws';

/** The heap of the main thread of a process that was started with `--inspect`. */
export interface Heap {
  /** What a full garbage collection leaves of it, in MiB. */
  readonly liveMebibytes: () => Promise<number>;
  readonly close: () => void;
}

interface Answer {
  readonly id?: number;
  /** Bytes; only of `Runtime.getHeapUsage`. */
  readonly result?: { readonly usedSize?: number };
}

/** Connects to the inspector on a port. https://chromedevtools.github.io/devtools-protocol/v8/ */
export const openHeap = async (port: number): Promise<Heap> => {
  const listed = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target]: readonly { readonly webSocketDebuggerUrl: string }[] = JSON.parse(await listed.text());
  if (!target) throw new TypeError('The inspector has nothing to inspect.');
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');

  let asked = 0;
  const ask = async (method: string): Promise<Answer> => {
    const id = (asked += 1);
    socket.send(JSON.stringify({ id, method }));
    for (;;) {
      const [data] = await once(socket, 'message');
      const answer: Answer = JSON.parse(String(data));
      if (answer.id === id) return answer;
    }
  };
  return {
    liveMebibytes: async () => {
      await ask('HeapProfiler.collectGarbage');
      const { result } = await ask('Runtime.getHeapUsage');
      return (result?.usedSize ?? Number.NaN) / 1024 ** 2;
    },
    close: () => socket.terminate(),
  };
};
