import { join, resolve } from 'node:path';
import { readArguments, usage } from './arguments';
import { removeEndpoints, writeEndpoints } from './endpoints';
import { liveInUtc } from './lambda/liveInUtc';
import { outputGone } from './outputGone';
import { describe, endpointTable } from './report';
import { loadProject } from './project';
import { startTwin, type Twin } from './twin';
import { watchProject } from './watchProject';

/**
 * The twin as a program, which `npm run dev` starts: it reloads on change, and stops on Ctrl-C or when its starter or
 * the reader of its output is gone.
 */
const main = async (): Promise<void> => {
  const args = readArguments(process.argv.slice(2));
  if (args.help) {
    say(usage);
    return;
  }
  liveInUtc();
  const directory = resolve(args.directory);
  // Whoever started it with a channel and is gone, however it ended, cannot stop it any more.
  const starterGone = new Promise<void>((resolveGone) => process.once('disconnect', resolveGone));
  const abandoned = Promise.race([starterGone, outputGone()]);
  const started = performance.now();
  const project = await loadProject();
  const starting = startTwin({
    project,
    ...(args.memory ? {} : { directory }),
    certificates: join(directory, 'tls'),
    reset: args.reset,
    rotateKeys: args.rotateKeys,
    host: args.host,
    port: args.port,
    origins: args.origins,
    isVerbose: args.verbose,
    pid: process.pid,
    log: say,
  });
  // While the disk is waited for. A change is taken when there is a twin to take it, after the changes before it.
  const turn: { last: Promise<unknown> } = { last: starting };
  const watching = watchProject(() => {
    turn.last = turn.last.then(async () => reload(await starting)).catch(() => undefined); // who awaits `starting` tells
  });
  const twin = await starting;
  await writeEndpoints(directory, twin, args.origins);
  say(endpointTable(twin.endpoints, { directory, milliseconds: performance.now() - started }));

  const stop = async (): Promise<void> => {
    watching.close();
    await removeEndpoints(directory);
    await twin.close();
  };
  const end = (): void => void stop().then(() => process.exit(0), fail);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  void abandoned.then(end);
};

const reload = async (twin: Twin): Promise<void> => {
  const started = performance.now();
  try {
    await twin.reload(await loadProject());
    say(`reloaded in ${Math.round(performance.now() - started)} ms`);
  } catch (error) {
    say(`not reloaded, the previous version keeps running: ${describe(error)}`);
  }
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const fail = (error: unknown): void => {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(1);
};

main().catch(fail);
