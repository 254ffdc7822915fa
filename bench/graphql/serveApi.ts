import process from 'node:process';
import { startApi, token } from './startApi';

/** The small API in a process of its own, which holds nothing of the benchmark. Says where it is and who may ask. */
const { port, close } = await startApi();
process.once('SIGTERM', () => void close().then(() => process.exit()));
console.log(JSON.stringify({ port, token }));
