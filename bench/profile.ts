import { Session, type Profiler } from 'node:inspector/promises';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startMemoryTwin } from '../local/startMemoryTwin';
import { readCommandLine } from '../tools/commandLine';
import { CommandFailed } from '../tools/errors';
import { buildDirectory } from '../tools/paths';
import { runCommand } from '../tools/runCommand';
import { questions, type Question } from './graphql/questions';
import { graphqlRequest, measureLoad } from './graphql/measureLoad';
import { startApi, token } from './graphql/startApi';
import { listing, openPerson } from './product/person';

const known = ['myFiles', ...Object.keys(questions)];
const shown = 40;

/** Self time by function, largest first, in percent of all time but idle. */
const tableOf = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly string[] => {
  const spent = new Map<number, number>();
  samples.forEach((id, at) => spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[at] ?? 0)));
  const byPlace = new Map<string, number>();
  let total = 0;
  for (const { id, callFrame } of nodes) {
    const time = spent.get(id) ?? 0;
    if (callFrame.functionName === '(idle)') continue;
    const place = `${callFrame.functionName || '(anonymous)'}  ${callFrame.url.split('/').slice(-4).join('/')}:${callFrame.lineNumber + 1}`;
    byPlace.set(place, (byPlace.get(place) ?? 0) + time);
    total += time;
  }
  return [...byPlace]
    .sort(([, a], [, b]) => b - a)
    .slice(0, shown)
    .map(([place, time]) => `${((100 * time) / total).toFixed(1).padStart(5)} %  ${place}`);
};

/** Opens what is to be profiled, the small API or the whole twin in memory, with the requests to send. */
const open = async (name: string) => {
  const question = new Map<string, Question>(Object.entries(questions)).get(name);
  if (question === undefined) {
    const twin = await startMemoryTwin(process.pid);
    return { ...listing(await openPerson(twin)), close: twin.close };
  }
  const { port, close } = await startApi();
  return { port, requests: [graphqlRequest(question.query, token)], expected: question.expected, close };
};

/** `npm run profile -- [question]`: where a request's time goes, as a table and as a file for Chrome's DevTools. */
await runCommand(`npm run profile -- [${known.join('|')}]`, async (argv) => {
  const [name = 'myFiles'] = readCommandLine(argv, { words: 1 }).words;
  if (!known.includes(name)) throw new CommandFailed(`There is no question "${name}". One of: ${known.join(', ')}.`);
  const { close, ...asked } = await open(name);
  const load = { ...asked, connections: 16 };
  await measureLoad({ ...load, milliseconds: 2_000 });
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const { rate } = await measureLoad({ ...load, milliseconds: 5_000 });
  const { profile } = await session.post('Profiler.stop');
  await close();

  await mkdir(buildDirectory, { recursive: true });
  const file = join(buildDirectory, `${name}.cpuprofile`);
  await writeFile(file, JSON.stringify(profile));
  console.log(tableOf(profile).join('\n'));
  console.log(
    `${Math.round(rate)} answers a second while profiled. Open ${file} in Chrome's DevTools for the whole tree.`,
  );
  process.exit();
});
