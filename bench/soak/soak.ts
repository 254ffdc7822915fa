import { setTimeout } from 'node:timers/promises';
import { readCommandLine } from '../../tools/commandLine';
import { CommandFailed } from '../../tools/errors';
import { runCommand } from '../../tools/runCommand';
import { createFolder, startProduct, type Product } from '../product/startProduct';
import { signUpPerson } from '../product/signUpPerson';
import { deleteFile, getUsage, listFiles, saveFile, sendFile, type Caller } from '../product/callApi';
import { slopeOf, type Point } from './slopeOf';

const perSecond = 500;
const tickMilliseconds = 20;
/** One request in so many is a whole file cycle: ticket, bytes, save, delete. */
const cycleEvery = 100;
const sampleMilliseconds = 5_000;
/**
 * File cycles before the measurement, as many as ten minutes send: until then V8 keeps compiling the functions' code,
 * and a Lambda environment grows by about ten MiB.
 */
const cyclesBefore = 3_000;
const cyclesAtOnce = 8;
/** The minimum time of each warm-up cycle, so that followTable, which lowers usage, does not fall behind. */
const cycleMilliseconds = 200;
/** Time for idle connections to close and for idle Lambda environments to end. */
const restMilliseconds = 66_000;

/** What an idle twin holds. */
interface AtRest {
  readonly handles: number;
  readonly mebibytes: number;
}

const rest = async (product: Product): Promise<AtRest> => {
  await setTimeout(restMilliseconds);
  return { handles: await product.openHandles(), mebibytes: await product.mebibytes() };
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

const watch = async (product: Product, from: number, until: number): Promise<readonly Point[]> => {
  const points: Point[] = [];
  while (performance.now() < until) {
    points.push({ x: (performance.now() - from) / 60_000, y: await product.mebibytes() });
    if (points.length % 12 === 0) console.log(`  ${points.length / 12} min  ${points.at(-1)?.y.toFixed(1)} MiB`);
    await setTimeout(sampleMilliseconds);
  }
  return points;
};

const usage = 'npm run soak -- [MINUTES]    500 requests a second (10 minutes), and what is left of them in the twin';

/** `npm run soak -- [minutes]`: 500 requests a second for ten minutes, and what is left of them in the twin. */
await runCommand(usage, async (argv) => {
  const [text = '10'] = readCommandLine(argv, { words: 1 }).words;
  const minutes = Number(text);
  if (!(minutes > 0)) throw new CommandFailed(`${text} is not a number of minutes. See --help.`);
  const folder = await createFolder();
  const product = await startProduct(folder.path);
  const caller = {
    graphql: product.endpoints.graphql,
    token: await signUpPerson(product.endpoints, 'soak@example.com'),
  };
  for (let file = 0; file < 20; file += 1) await saveFile(caller, await sendFile(caller, `file ${file}.png`));
  console.log(`${cyclesBefore} whole files to warm up.`);
  await warmUp(caller);
  const before = await rest(product);

  console.log(`${perSecond} requests a second for ${minutes} minutes.`);
  const from = performance.now();
  const until = from + minutes * 60_000;
  const counts: Counts = { answered: 0, failed: 0, late: 0 };
  const [points] = await Promise.all([watch(product, from, until), load(caller, until, counts)]);
  const after = await rest(product);
  await product.close();
  await folder.remove();

  // The first third is left out: there V8 settles its heap size and frees what the warm-up left over.
  const slope = slopeOf(points.slice(Math.floor(points.length / 3)));
  console.log(`${counts.answered} answered, ${counts.failed} failed, ${counts.late} not sent for want of answers.`);
  console.log(
    `Memory, all processes: ${points[0]?.y.toFixed(1)} MiB at first, ${points.at(-1)?.y.toFixed(1)} MiB at last.`,
  );
  console.log(`It grew by ${slope.toFixed(2)} MiB a minute after the first third.`);
  console.log(`At rest, memory: ${before.mebibytes.toFixed(1)} MiB before, ${after.mebibytes.toFixed(1)} MiB after.`);
  console.log(`At rest, open files and sockets: ${before.handles} before, ${after.handles} after.`);
  // The tolerance is for LevelDB, whose number of open table files varies.
  return counts.failed > 0 || slope > 1 || after.handles > before.handles + 5 ? 1 : 0;
});
