import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { onDemand } from '../../local/onDemand';
import { SaveFileMetadata } from '../../schema/generated/amplify';
import { askedWarm, besideBareHttp, usualConnections } from '../graphql/inTurn';
import { graphqlRequest, measureLoad, type AskedServer } from '../graphql/measureLoad';
import { median } from '../measureRow';
import { peakWhile } from '../processMemory';
import type { OpenSides, Row } from '../row';
import { listFiles, saveFile, sendFile, type Caller } from './callApi';
import { bareCycle } from './bareCycle';
import { listing, openPerson, portOf } from './person';
import { createFolder, startProduct, type Product } from './startProduct';

/** A twin with a new data folder, which is removed on close. */
const openProduct = async (): Promise<Product> => {
  const folder = await createFolder();
  const product = await startProduct(folder.path);
  return {
    ...product,
    close: async () => {
      await product.close();
      await folder.remove();
    },
  };
};

/** Runs something against such a twin, then closes it. */
const withProduct = async (use: (product: Product) => Promise<number>): Promise<number> => {
  const product = await openProduct();
  try {
    return await use(product);
  } finally {
    await product.close();
  }
};

const openList = async (): Promise<AskedServer> => {
  const product = await openProduct();
  return { ...listing(await openPerson(product)), close: product.close };
};

const savesAtOnce = 400;

/** Microseconds per save. Each saves another upload, whose bytes have been sent before. */
const saveCost = async (caller: Caller): Promise<number> => {
  const requests: string[] = [];
  for (let file = 0; file < savesAtOnce; file += 1) {
    const fileId = await sendFile(caller, `more ${file}.png`);
    requests.push(graphqlRequest(SaveFileMetadata, caller.token, { input: { fileId } }));
  }
  const { rate } = await measureLoad({
    port: portOf(caller),
    requests,
    isOnce: true,
    expected: '"status":"AVAILABLE"',
    connections: usualConnections,
    milliseconds: 60_000,
  });
  return 1e6 / rate;
};

const openSaves = async (): Promise<OpenSides> => {
  const product = await openProduct();
  const caller = await openPerson(product);
  return { measure: () => saveCost(caller), close: product.close };
};

const cycles = 60;

/** The median time in milliseconds to upload, save and list one file, one file after another. */
const cycleTime = (): Promise<number> =>
  withProduct(async (product) => {
    const caller = await openPerson(product);
    const times: number[] = [];
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const started = performance.now();
      await saveFile(caller, await sendFile(caller, `cycle ${cycle}.png`));
      await listFiles(caller);
      times.push(performance.now() - started);
    }
    return median(times.slice(cycles / 3));
  });

/** Leaves V8's code cache behind, which a twin writes once it has run for three seconds (decision 15). */
const settle = onDemand(() => withProduct(() => setTimeout(4_000, 0)));

const start = (isKnown: boolean) => async (): Promise<number> => {
  await settle();
  const folder = await createFolder();
  try {
    if (isKnown) await (await startProduct(folder.path)).close();
    const product = await startProduct(folder.path);
    await product.close();
    return product.firstAnswer;
  } finally {
    await folder.remove();
  }
};

/** Milliseconds until the first response of a process that only serves HTTP. */
const bareStart = async (): Promise<number> => {
  const started = performance.now();
  const script = `require('node:http').createServer((_, answer) => answer.end('{}')).listen(0, '127.0.0.1', function () {
    console.log(this.address().port); })`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  await (await fetch(`http://127.0.0.1:${Number(port)}`)).text();
  const elapsed = performance.now() - started;
  child.kill();
  await once(child, 'exit');
  return elapsed;
};

const loadMilliseconds = 8_000;

const memoryUnderLoad = (): Promise<number> =>
  withProduct(async (product) => {
    const load = listing(await openPerson(product));
    return peakWhile(product.endpoints.pid, () =>
      measureLoad({ ...load, connections: 16, milliseconds: loadMilliseconds }),
    );
  });

const slowest = (): Promise<number> =>
  withProduct(async (product) => {
    const load = { ...listing(await openPerson(product)), connections: 16 };
    await measureLoad({ ...load, milliseconds: 1_000 });
    return (await measureLoad({ ...load, milliseconds: 4_000 })).p99;
  });

const middle = (): Promise<number> =>
  withProduct(async (product) => {
    const load = { ...listing(await openPerson(product)), connections: 16 };
    await measureLoad({ ...load, milliseconds: 1_000 });
    return (await measureLoad({ ...load, milliseconds: 4_000 })).p50;
  });

/** The whole twin as people start it: data on disk, a person who has signed up, and the contract's own operations. */
export const productRows: readonly Row[] = [
  {
    name: 'start to the first answer, new data',
    unit: 'ms',
    floor: bareStart,
    measure: start(false),
    rounds: 5,
  },
  {
    name: 'start to the first answer',
    unit: 'ms',
    floor: bareStart,
    measure: start(true),
    goal: { of: 'figure', atMost: 400 },
    rounds: 5,
  },
  {
    name: 'myFiles of 20 over HTTP',
    unit: 'us',
    open: besideBareHttp(askedWarm(openList)),
    goal: { of: 'ratio', atMost: 14 },
    rounds: 15,
  },
  { name: 'saveFileMetadata over HTTP', unit: 'us', open: besideBareHttp(openSaves), rounds: 5 },
  { name: 'upload, save and list one file', unit: 'ms', floor: bareCycle, measure: cycleTime, rounds: 3 },
  {
    name: 'slowest of a hundred myFiles',
    unit: 'ms',
    floor: middle,
    measure: slowest,
    goal: { of: 'ratio', atMost: 10 },
    rounds: 3,
  },
  {
    name: 'memory at rest, all processes',
    unit: 'MiB',
    measure: () => withProduct(({ mebibytes }) => mebibytes()),
    rounds: 3,
  },
  {
    name: 'memory under load, all processes',
    unit: 'MiB',
    measure: memoryUnderLoad,
    rounds: 1,
  },
];
