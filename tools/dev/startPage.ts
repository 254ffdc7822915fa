import { join } from 'node:path';
import { createServer } from 'vite';
import { poolClient } from '../../config/pool';
import { CommandFailed } from '../errors';
import { projectRoot } from '../paths';
import { serveConfiguration } from './serveConfiguration';

/** Serves the page from its sources, with hot reload, for the twin on a data folder. */
export const startPage = async (directory: string) => {
  const [origin] = poolClient.oauth.callbackUrls;
  const port = Number(new URL(origin).port);
  const server = await createServer({
    configFile: join(projectRoot, 'web', 'vite.config.ts'),
    plugins: [serveConfiguration(directory)],
    server: { host: '127.0.0.1', port, strictPort: true },
    clearScreen: false,
    logLevel: 'warn',
  });
  try {
    await server.listen();
  } catch (cause) {
    await server.close();
    throw cause instanceof Error && /already in use/.test(cause.message) ? new PagePortInUse(port, cause) : cause;
  }
  return { origin, close: () => server.close() };
};

/** Another program uses the page's port. */
export class PagePortInUse extends CommandFailed {
  override readonly name = 'PagePortInUse';
  constructor(port: number, cause: Error) {
    super(
      `Port ${port} is in use, and sign-in redirects to the page there. Stop the program that uses it, or leave out the page: npm run dev -- --no-page`,
      { cause },
    );
  }
}
