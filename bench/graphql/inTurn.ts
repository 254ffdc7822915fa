import type { OpenSides } from '../row';
import { openBareHttp } from './bareHttp';
import { costOf, warmUp, type AskedServer } from './measureLoad';

/** How many clients ask at once where nothing else is said. */
export const usualConnections = 16;

type Open = () => Promise<OpenSides>;

/** What an answer of a server costs once it is warm. */
export const askedWarm =
  (open: () => Promise<AskedServer>, connections = usualConnections): Open =>
  async () => {
    const server = await open();
    await warmUp(server, connections);
    return { measure: () => costOf(server, connections), close: server.close };
  };

/** Something beside a bare server, both open at once, so that the one is measured right after the other. */
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
