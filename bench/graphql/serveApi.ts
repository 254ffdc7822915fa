import { startApi, token } from './startApi';

/** The small API in a process of its own, which holds nothing of the benchmark. Says where it is and who may ask. */
const { port } = await startApi();
console.log(JSON.stringify({ port, token }));
