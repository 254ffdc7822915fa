import { X509Certificate } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { systemClock, type Clock } from '../../../local/clock';
import { listen } from '../../../local/http/listen';
import { createAuthority, createServerIdentity } from '../../../local/tls/certificates';
import { AuthorityDamaged } from '../../../local/tls/errors';
import { openTls } from '../../../local/tls/openTls';

const useFolder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'myfiles-tls-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
};

const useServer = async (directory: string, clock: Clock = systemClock) => {
  const tls = await openTls({ directory, clock });
  const listening = await listen((request, response) => response.end(`${request.method ?? ''} ${request.url ?? ''}`), {
    host: '127.0.0.1',
    port: 0,
    identity: tls.identity,
  });
  const ca = await readFile(tls.authorityFile, 'utf8');
  return { ...listening, ca, [Symbol.asyncDispose]: listening.close };
};

const get = (options: {
  readonly port: number;
  readonly ca?: string;
  readonly host: string;
  readonly servername?: string;
}) =>
  new Promise<string>((resolve, reject) => {
    const asking = request({ ...options, path: '/over-tls', agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(Buffer.from(chunk));
      resolve(Buffer.concat(chunks).toString());
    });
    asking.on('error', reject).end();
  });

describe('One port for TLS and plain HTTP', () => {
  it('answers both, to whoever trusts the authority, by name and by address', async () => {
    await using folder = await useFolder();
    await using server = await useServer(folder.path);
    const { port, ca } = server;

    const plain = await fetch(`http://127.0.0.1:${port}/plain`);

    expect(await plain.text()).toBe('GET /plain');
    expect(await get({ port, ca, host: '127.0.0.1' })).toBe('GET /over-tls');
    expect(await get({ port, ca, host: '127.0.0.1', servername: 'localhost' })).toBe('GET /over-tls');
    await expect(get({ port, host: '127.0.0.1' })).rejects.toMatchObject({
      code: expect.stringMatching(/SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER/),
    });
  });

  it('takes a request that arrives byte by byte, and many on one connection', async () => {
    await using folder = await useFolder();
    await using server = await useServer(folder.path);
    const socket = connect(server.port, '127.0.0.1');

    for (const byte of 'GET /one HTTP/1.1\r\nhost: a\r\n\r\n') {
      await new Promise((resolve) => socket.write(byte, resolve));
    }
    socket.write('GET /two HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(Buffer.from(chunk));

    expect(Buffer.concat(chunks).toString()).toMatch(/GET \/one[^]*GET \/two/);
  });

  it('survives connections that say nothing, rubbish, half a handshake, or hang up', async () => {
    await using folder = await useFolder();
    await using server = await useServer(folder.path);
    const silent = connect(server.port, '127.0.0.1');
    const half = connect(server.port, '127.0.0.1');
    half.write(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]));
    const rubbish = connect(server.port, '127.0.0.1');
    rubbish.write(Buffer.from([0x16, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]));
    const cut = connect(server.port, '127.0.0.1', () => cut.resetAndDestroy());
    for (const socket of [silent, half, rubbish, cut]) socket.on('error', () => undefined);
    await new Promise((resolve) => rubbish.once('close', resolve));

    expect(await get({ port: server.port, ca: server.ca, host: '127.0.0.1' })).toBe('GET /over-tls');
    expect(await (await fetch(`http://127.0.0.1:${server.port}/`)).text()).toBe('GET /');
    silent.destroy();
    half.destroy();
  });

  it('lets an answer under way over TLS finish when it ends', async () => {
    await using folder = await useFolder();
    const tls = await openTls({ directory: folder.path, clock: systemClock });
    const asked = new EventEmitter<{ response: [ServerResponse] }>();
    const firstResponse = once(asked, 'response');
    const listening = await listen((_, response) => asked.emit('response', response), {
      host: '127.0.0.1',
      port: 0,
      identity: tls.identity,
    });
    const answer = get({ port: listening.port, ca: await readFile(tls.authorityFile, 'utf8'), host: '127.0.0.1' });
    const [response] = await firstResponse;

    const closed = listening.close();
    response.end('finished');

    expect(await answer).toBe('finished');
    await closed;
  });

  it('ends with connections of every kind open', async () => {
    await using folder = await useFolder();
    const server = await useServer(folder.path);
    const silent = connect(server.port, '127.0.0.1');
    const secure = connectTls({ port: server.port, host: '127.0.0.1', ca: server.ca });
    silent.on('error', () => undefined);
    secure.on('error', () => undefined);
    await new Promise((resolve) => secure.once('secureConnect', resolve));
    const ended = [silent, secure].map((socket) => new Promise((resolve) => socket.once('close', resolve)));

    await server.close();

    await Promise.all(ended);
  });
});

describe('The local authority', () => {
  it('keeps its key from others, and stays the same from run to run', async () => {
    await using folder = await useFolder();

    const first = await openTls({ directory: folder.path, clock: systemClock });
    const certificate = await readFile(first.authorityFile, 'utf8');
    await openTls({ directory: folder.path, clock: systemClock });

    expect((await stat(join(folder.path, 'ca-key.pem'))).mode & 0o777).toBe(0o600);
    expect(await readFile(first.authorityFile, 'utf8')).toBe(certificate);
    expect(new X509Certificate(certificate).ca).toBe(true);
  });

  it('makes a server certificate when one is first asked for, and keeps it', async () => {
    await using folder = await useFolder();
    const file = join(folder.path, 'server.pem');

    const tls = await openTls({ directory: folder.path, clock: systemClock });
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
    await tls.identity();
    const made = await readFile(file, 'utf8');
    await (await openTls({ directory: folder.path, clock: systemClock })).identity();

    expect(await readFile(file, 'utf8')).toBe(made);
    expect(new X509Certificate(made).subjectAltName).toContain('DNS:localhost, IP Address:127.0.0.1');
  });

  it('makes another before it expires, for another host, and when it is damaged', async () => {
    await using folder = await useFolder();
    const directory = folder.path;
    const certificate = async (clock: Clock, hosts: readonly string[] = []) => {
      await (await openTls({ directory, clock, hosts })).identity();
      return readFile(join(directory, 'server.pem'), 'utf8');
    };

    const first = await certificate(systemClock);
    const later = await certificate(() => Date.now() + 380 * 86_400_000);
    const other = await certificate(systemClock, ['192.168.1.7']);
    await writeFile(join(directory, 'server-key.pem'), 'damaged');
    const mended = await certificate(systemClock, ['192.168.1.7']);

    expect(new Set([first, later, other, mended]).size).toBe(4);
    expect(new X509Certificate(mended).checkIP('192.168.1.7')).toBe('192.168.1.7');
  });

  it('is one, however many first runs there are at once', async () => {
    await using folder = await useFolder();
    const open = () => openTls({ directory: folder.path, clock: systemClock });

    const runs = await Promise.all([open(), open(), open(), open()]);
    const certificates = await Promise.all(runs.map(async ({ identity }) => (await identity()).certificate));
    const later = await (await open()).identity();

    const authority = new X509Certificate(await readFile(join(folder.path, 'ca.pem')));
    for (const certificate of [...certificates, later.certificate]) {
      expect(new X509Certificate(certificate).verify(authority.publicKey)).toBe(true);
    }
  });

  it('is made anew when it has expired', async () => {
    await using folder = await useFolder();
    const afterwards = () => Date.now() + 3651 * 86_400_000;
    const { authorityFile } = await openTls({ directory: folder.path, clock: systemClock });
    const first = await readFile(authorityFile, 'utf8');

    await openTls({ directory: folder.path, clock: afterwards });

    const next = await readFile(authorityFile, 'utf8');
    expect(next).not.toBe(first);
    expect(Date.parse(new X509Certificate(next).validTo)).toBeGreaterThan(afterwards());
  });

  it.each(['damaged', '', '-----BEGIN CERTIFICATE-----'])(
    'refuses a key file that says %j, and leaves it alone',
    async (text) => {
      await using folder = await useFolder();
      const file = join(folder.path, 'ca-key.pem');
      await openTls({ directory: folder.path, clock: systemClock });
      await writeFile(file, text);

      await expect(openTls({ directory: folder.path, clock: systemClock })).rejects.toThrow(AuthorityDamaged);

      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );

  it('mends the file for the clients', async () => {
    await using folder = await useFolder();
    const { authorityFile } = await openTls({ directory: folder.path, clock: systemClock });
    const certificate = await readFile(authorityFile, 'utf8');
    await writeFile(authorityFile, 'damaged');

    await openTls({ directory: folder.path, clock: systemClock });

    expect(await readFile(authorityFile, 'utf8')).toBe(certificate);
  });

  it.each(['example.com', '93.184.216.34'])('is not believed about %s, whoever has its key', async (host) => {
    const authority = await createAuthority(Date.now());
    const { certificate, key } = await createServerIdentity(authority, { hosts: [host], now: Date.now() });
    const { createServer } = await import('node:tls');
    const server = createServer({ cert: certificate, key }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;

    const refusal = await new Promise<NodeJS.ErrnoException>((resolve) =>
      connectTls({ port, host: '127.0.0.1', servername: 'localhost', ca: authority.certificate }).once(
        'error',
        resolve,
      ),
    );
    server.close();

    expect(refusal.message).toBe('permitted subtree violation');
  });
});
