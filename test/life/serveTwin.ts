/**
 * Run as a separate process: a twin on a folder, whose clock, network and life a test controls. Arguments: the folder,
 * the first port, and how many milliseconds its clock is ahead. A line of JSON on standard input changes what it
 * names and is echoed once done: `{"aheadMilliseconds": 60000}`, `{"callsLeft": 3}`.
 */
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { writeEndpoints } from '../../local/endpoints';
import { loadProject } from '../../local/project';
import { startTwin } from '../../local/twin';
import { limits } from './limits';
import { withTroubledNetwork } from './troubledNetwork';

const [directory = '', port = '', aheadMilliseconds = ''] = process.argv.slice(2);
const state = { aheadMilliseconds: Number(aheadMilliseconds), callsLeft: Infinity };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const project = await loadProject();
const environment = { ...project.wiring.environment, ...limits };
const twin = await startTwin({
  project: { ...(await withTroubledNetwork(project, directory)), wiring: { ...project.wiring, environment } },
  directory,
  certificates: join(directory, 'tls'),
  host: '127.0.0.1',
  port: Number(port),
  pid: process.pid,
  clock: () => Date.now() + state.aheadMilliseconds,
  log: say,
  onCall: () => {
    state.callsLeft -= 1;
    if (state.callsLeft <= 0) process.kill(process.pid, 'SIGKILL');
  },
});
await writeEndpoints(directory, twin);
createInterface(process.stdin).on('line', (line) => {
  Object.assign(state, JSON.parse(line));
  say(`done ${line}`);
});
say('The twin is ready.');
