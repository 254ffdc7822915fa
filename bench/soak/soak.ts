import { setTimeout } from 'node:timers/promises';
import { listen } from '../../local/http/listen';
import { readCommandLine } from '../../tools/commandLine';
import { CommandFailed } from '../../tools/errors';
import { runCommand } from '../../tools/runCommand';
import { createFolder, startProduct, type Product } from '../product/startProduct';
import { signUpPerson } from '../product/signUpPerson';
import { deleteFile, getUsage, listFiles, saveFile, sendFile, type Caller } from '../product/callApi';
import { openHeap, type Heap } from './openHeap';
import { slopeOf, type Point } from './slopeOf';

const perSecond = 500;
const tickMilliseconds = 20;
/** One request in so many is a whole file cycle: ticket, bytes, save, delete. */
const cycleEvery = 100;
const sampleMilliseconds = 10_000;
/** File cycles before the measurement, as many as ten minutes send: until then V8 compiles code. */
const cyclesBefore = 3_000;
const cyclesAtOnce = 6;
/** The minimum time of each warm-up cycle, so that followTable, which lowers usage, does not fall behind. */
const cycleMilliseconds = 200;
/** Time for idle connections to close and for idle Lambda environments to end. */
const restMilliseconds = 66_000;
/** In MiB a minute: three hundred files a minute are stored, and S3 keeps a kilobyte in memory for each. */
const maxSlope = 0.5;

/** What an idle twin holds; `live` is the part of `memory` that its main thread still refers to. In MiB. */
interface AtRest {
  readonly handles: number;
  readonly memory: number;
  readonly live: number;
}

const rest = async (product: Product, heap: Heap): Promise<AtRest> => {
  await setTimeout(restMilliseconds);
  return {
    handles: await product.openHandles(),
    memory: await product.mebibytes(),
    live: await heap.liveMebibytes(),
  };
};

interface Counts {
  answered: number;
  failed: number;
  late: number;
}

/** Sends at a steady rate, however long responses take; with 200 in flight, further ones are dropped as late. */
const load = async (caller: Caller, until: number, counts: Counts): Promise<void> => {
  const underway = new Set<Promise<void>>();
  let sent = 0;
  const started = performance.now();
  while (performance.now() < until) {
    const due = Math.floor(((performance.now() - started) / 1_000) * perSecond) - sent;
    for (let one = 0; one < due; one += 1) {
      if (underway.size >= 200) {
        counts.late += 1;
      } else {
        const work = send(caller, sent + one).then(
          () => void (counts.answered += 1),
          (error: unknown) => {
            counts.failed += 1;
            if (counts.failed <= 3) console.error(error);
          },
        );
        underway.add(work);
        void work.finally(() => underway.delete(work));
      }
    }
    sent += due;
    await setTimeout(tickMilliseconds);
  }
  await Promise.all(underway);
};

const send = async (caller: Caller, turn: number): Promise<void> => {
  if (turn % cycleEvery === 0) await cycle(caller, `soak ${turn}.png`);
  else await (turn % 2 === 0 ? listFiles(caller) : getUsage(caller));
};

const cycle = async (caller: Caller, fileName: string): Promise<void> => {
  const fileId = await sendFile(caller, fileName);
  await saveFile(caller, fileId);
  await deleteFile(caller, fileId);
};

const warmUp = async (caller: Caller): Promise<void> => {
  let left = cyclesBefore;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await Promise.all([cycle(caller, `before ${left}.png`), setTimeout(cycleMilliseconds)]);
    }
  };
  await Promise.all(Array.from({ length: cyclesAtOnce }, work));
};

/** What lives on the heap, by minutes. */
const watch = async (product: Product, heap: Heap, from: number, until: number): Promise<readonly Point[]> => {
  const points: Point[] = [];
  while (performance.now() < until) {
    points.push({ x: (performance.now() - from) / 60_000, y: await heap.liveMebibytes() });
    if (points.length % 6 === 0) {
      const all = (await product.mebibytes()).toFixed(0);
      console.log(`  ${points.length / 6} min  ${points.at(-1)?.y.toFixed(1)} MiB live, all processes hold ${all} MiB`);
    }
    await setTimeout(sampleMilliseconds);
  }
  return points;
};

const freePort = async (): Promise<number> => {
  const { port, close } = await listen(() => undefined, { port: 0, host: '127.0.0.1' });
  await close();
  return port;
};

const usage = 'npm run soak -- [MINUTES]    500 requests a second (10 minutes), and what is left of them in the twin';

/** `npm run soak -- [minutes]`: 500 requests a second for ten minutes, and what is left of them in the twin. */
await runCommand(usage, async (argv) => {
  const [text = '10'] = readCommandLine(argv, { words: 1 }).words;
  const minutes = Number(text);
  if (!(minutes > 0)) throw new CommandFailed(`${text} is not a number of minutes. See --help.`);
  const folder = await createFolder();
  const debugPort = await freePort();
  // Its default is to announce the port on the error output too.
  const flags = [`--inspect=127.0.0.1:${debugPort}`, '--inspect-publish-uid=http'];
  const product = await startProduct(folder.path, flags);
  const heap = await openHeap(debugPort);
  const caller = {
    graphql: product.endpoints.graphql,
    token: await signUpPerson(product.endpoints, 'soak@example.com'),
  };
  for (let file = 0; file < 20; file += 1) await saveFile(caller, await sendFile(caller, `file ${file}.png`));
  console.log(`${cyclesBefore} whole files to warm up, then a minute of rest.`);
  await warmUp(caller);
  const before = await rest(product, heap);

  console.log(`${perSecond} requests a second for ${minutes} minutes.`);
  const from = performance.now();
  const until = from + minutes * 60_000;
  const counts: Counts = { answered: 0, failed: 0, late: 0 };
  const [points] = await Promise.all([watch(product, heap, from, until), load(caller, until, counts)]);
  const after = await rest(product, heap);
  heap.close();
  await product.close();
  await folder.remove();

  // The first minute is left out: V8 compiles what the warm-up did not send.
  const slope = slopeOf(points.filter(({ x }) => x > 1));
  console.log(`${counts.answered} answered, ${counts.failed} failed, ${counts.late} not sent for want of answers.`);
  console.log(`What lives on the heap grew by ${slope.toFixed(2)} MiB a minute.`);
  console.log(`At rest, heap: ${before.live.toFixed(1)} MiB live before, ${after.live.toFixed(1)} MiB after.`);
  console.log(`At rest, all processes: ${before.memory.toFixed(1)} MiB before, ${after.memory.toFixed(1)} MiB after.`);
  console.log(`At rest, open files and sockets: ${before.handles} before, ${after.handles} after.`);
  // The tolerance is for LevelDB, whose number of open table files varies.
  return counts.failed > 0 || slope > maxSlope || after.handles > before.handles + 5 ? 1 : 0;
});
