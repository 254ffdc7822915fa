import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';
import { poolClient } from '../../config/pool';
import { contentSecurityPolicy } from '../../config/contentSecurity';
import { resourcesConfig, type Endpoints } from '../../local/endpoints';
import { listen } from '../../local/http/listen';
import { projectRoot } from '../../tools/paths';
import { twinOrigins } from './twinOrigins';

const directory = join(projectRoot, 'dist', 'web');

/** Serves `dist/web` for a twin with the cloud's headers, compressed. */
export const serveBuiltPage = async (endpoints: Endpoints) => {
  const [origin] = poolClient.oauth.callbackUrls;
  const headers = {
    'content-security-policy': contentSecurityPolicy(twinOrigins(endpoints)),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
  const configuration = JSON.stringify(resourcesConfig(endpoints));
  const bodyOf = async (path: string): Promise<Buffer> => {
    if (path === '/amplify_outputs.json') return Buffer.from(configuration);
    return readFile(join(directory, path === '/' ? 'index.html' : path));
  };
  const server = await listen(
    (request, response) => {
      const { pathname } = new URL(request.url ?? '/', origin);
      void bodyOf(pathname).then(
        (body) => {
          const type = pathname === '/' ? 'text/html; charset=utf-8' : (lookup(pathname) ?? 'application/octet-stream');
          const cached = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
          response.writeHead(200, {
            ...headers,
            'content-type': type,
            'content-encoding': 'gzip',
            'cache-control': cached,
          });
          response.end(gzipSync(body));
        },
        () => response.writeHead(404, headers).end(),
      );
    },
    { host: '127.0.0.1', port: Number(new URL(origin).port) },
  );
  return { origin, close: server.close };
};
