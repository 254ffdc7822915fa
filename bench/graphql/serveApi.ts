import process from 'node:process';
import { startApi, token } from './startApi';

/** The small API in a process of its own, without any of the benchmark's code. Prints its port and a token. */
const { port, close } = await startApi();
process.once('SIGTERM', () => void close().then(() => process.exit()));
console.log(JSON.stringify({ port, token }));
