import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { resourcesConfig, type Endpoints } from '../../local/endpoints';

/** Answers the page's `/amplify_outputs.json` with what the twin says of itself now. */
export const serveConfiguration = (directory: string): Plugin => ({
  name: 'myfiles-configuration',
  configureServer: (server) => {
    server.middlewares.use('/amplify_outputs.json', (_request, response) => {
      void readFile(join(directory, 'endpoints.json'), 'utf8').then(
        (text) => {
          const endpoints: Endpoints = JSON.parse(text);
          response.setHeader('content-type', 'application/json').end(JSON.stringify(resourcesConfig(endpoints)));
        },
        () => response.writeHead(503).end(),
      );
    });
  },
});
