import { readFile } from 'node:fs/promises';

/**
 * The resident memory of a process and its children, in MiB, as Linux reports it. File-backed pages count once: the
 * processes run the same Node binary and share them.
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

/** The kernel's status of a process; empty once it is gone. */
const readStatus = (pid: number): Promise<string> => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');

/** The peak resident memory of a process and its children while `work` runs, in MiB. */
export const peakWhile = async (pid: number, work: () => Promise<unknown>): Promise<number> => {
  const figures: number[] = [];
  const watching = setInterval(() => void residentMebibytes(pid).then((held) => figures.push(held)), 250);
  await work();
  clearInterval(watching);
  return Math.max(...figures);
};
