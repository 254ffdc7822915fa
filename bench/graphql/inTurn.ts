import type { OpenSides } from '../row';
import { openBareHttp } from './bareHttp';
import { costOf, warmUp, type AskedServer } from './measureLoad';

/** The default number of concurrent clients. */
export const usualConnections = 16;

type Open = () => Promise<OpenSides>;

/** Measures the cost of a response from a server that has been warmed up. */
export const askedWarm =
  (open: () => Promise<AskedServer>, connections = usualConnections): Open =>
  async () => {
    const server = await open();
    await warmUp(server, connections);
    return { measure: () => costOf(server, connections), close: server.close };
  };

/** Adds a bare HTTP server as the floor; both stay open, so that one is measured right after the other. */
export const besideBareHttp =
  (open: Open, connections = usualConnections): Open =>
  async () => {
    const bare = await askedWarm(openBareHttp, connections)();
    const { measure, close } = await open();
    return {
      floor: bare.measure,
      measure,
      close: async () => {
        await close();
        await bare.close();
      },
    };
  };
