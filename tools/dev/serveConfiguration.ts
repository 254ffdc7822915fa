import type { Plugin } from 'vite';
import { resourcesConfig } from '../../local/endpoints';
import { neededByClients } from '../findEndpoints';
import { readEndpoints } from '../readEndpoints';

/** Serves the page's `/amplify_outputs.json` from the twin's current endpoints. */
export const serveConfiguration = (directory: string): Plugin => ({
  name: 'myfiles-configuration',
  configureServer: (server) => {
    server.middlewares.use('/amplify_outputs.json', (_request, response) => {
      void readEndpoints(directory, neededByClients).then(
        (endpoints) =>
          response.setHeader('content-type', 'application/json').end(JSON.stringify(resourcesConfig(endpoints))),
        () => response.writeHead(503).end(),
      );
    });
  },
});
