import { readFile } from 'node:fs/promises';

/**
 * What a process and its children hold now, in MiB; Linux tells it of any process. Pages of files count once: the
 * processes run the same Node, and share them.
 */
export const residentMebibytes = async (pid: number): Promise<number> => {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  const pids = [pid, ...children.split(' ').filter(Boolean).map(Number)];
  const held = await Promise.all(pids.map(readHeld));
  return held.reduce((sum, { own }) => sum + own, 0) + Math.max(...held.map(({ ofFiles }) => ofFiles));
};

const readHeld = async (pid: number) => {
  const status = await readStatus(pid);
  const mebibytes = (name: string): number => Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { own: mebibytes('RssAnon') + mebibytes('RssShmem'), ofFiles: mebibytes('RssFile') };
};

/** What the kernel says of a process; nothing once it is gone. */
const readStatus = (pid: number): Promise<string> => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');

/** The most that a process and its children hold while work is done, in MiB. */
export const peakWhile = async (pid: number, work: () => Promise<unknown>): Promise<number> => {
  const figures: number[] = [];
  const watching = setInterval(() => void residentMebibytes(pid).then((held) => figures.push(held)), 250);
  await work();
  clearInterval(watching);
  return Math.max(...figures);
};
