import type { Row } from '../row';
import { startServer, type ByteServer } from './startServer';
import { get, put } from './transfer';

/** One file of 1 GiB. */
const mebibytes = 1024;

const withServer = async (kind: 'floor' | 'twin', use: (server: ByteServer) => Promise<number>): Promise<number> => {
  const server = await startServer(kind);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
};

const store = async (server: ByteServer): Promise<number> => put(await server.putUrl(mebibytes * 1024 ** 2), mebibytes);

const putRate = (kind: 'floor' | 'twin') => () => withServer(kind, async (server) => mebibytes / (await store(server)));

const getRate = (kind: 'floor' | 'twin') => () =>
  withServer(kind, async (server) => {
    await store(server);
    return mebibytes / (await get(await server.getUrl(), mebibytes));
  });

const memoryOfPut = (): Promise<number> =>
  withServer('twin', async (server) => {
    await store(server);
    return server.peakMebibytes();
  });

/** A large file to the twin's S3 and back; the floor is plain HTTP to and from a file, with the same hashing. */
export const byteRows: readonly Row[] = [
  {
    name: 'PUT of 1 GiB',
    unit: 'MiB/s',
    floor: putRate('floor'),
    measure: putRate('twin'),
    goal: { of: 'ratio', atLeast: 0.9 },
  },
  {
    name: 'GET of 1 GiB',
    unit: 'MiB/s',
    floor: getRate('floor'),
    measure: getRate('twin'),
    goal: { of: 'ratio', atLeast: 0.9 },
  },
  {
    name: 'peak memory of a PUT of 1 GiB',
    unit: 'MiB',
    measure: memoryOfPut,
    goal: { of: 'figure', atMost: 128 },
    rounds: 1,
  },
];
