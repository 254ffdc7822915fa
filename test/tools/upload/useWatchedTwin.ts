import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { signOut } from 'aws-amplify/auth';
import { listen } from '../../../local/http/listen';
import { createApi } from '../../../schema/requests/createApi';
import { runUpload } from '../../../tools/upload/runUpload';
import { signInAs } from '../../../tools/upload/signInAs';
import { MyFiles } from '../../../schema/generated/amplify';
import { Refused } from '../../../schema/requests/errors';
import { atDesk, owner, password, useTwin } from './useTwin';

export interface Watched {
  readonly operation: string;
  /** The number of fields that it asks for. */
  readonly count: number;
  readonly variables: Readonly<Record<string, { readonly fileId?: string }>>;
  readonly token: string;
}

export interface Meddling {
  /** Runs before the twin gets the request. */
  readonly before?: (request: Watched) => Promise<void>;
  /** Whether the twin's response is lost on the way back. */
  readonly loses?: (request: Watched) => boolean;
  /** Whether the response is replaced by AppSync's error for a failure, although the request was carried out. */
  readonly fails?: (request: Watched) => boolean;
  /** Whether the twin rejects the token. */
  readonly distrusts?: (request: Watched) => boolean;
}

const never = (): boolean => false;

/** AppSync's response when a function ran out of time. */
const timedOut = {
  data: null,
  errors: [{ path: ['item0'], errorType: 'Lambda:Unhandled', message: 'Task timed out after 10.00 seconds' }],
};

/** The header in which AWS says why it refuses a request. */
const reasonIn = ({ headers }: Response): Readonly<Record<string, string>> => {
  const reason = headers.get('x-amzn-errortype');
  return reason === null ? {} : { 'x-amzn-errortype': reason };
};

/** A twin behind a proxy that records the API requests and may tamper with them. */
export const useWatchedTwin = async (meddling: Meddling = {}) => {
  const { before = async () => undefined, loses = never, fails = never, distrusts = never } = meddling;
  const twin = await useTwin();
  const watched: Watched[] = [];
  const { graphql } = twin.endpoints;
  const relay = await listen(
    async (incoming, outgoing) => {
      const body = await text(incoming);
      const { query, variables } = JSON.parse(body);
      const token = incoming.headers.authorization ?? '';
      const operation = /^\s*\w+ (\w+)/.exec(query)?.[1] ?? '';
      const request = { operation, count: Math.max(1, query.match(/item\d+:/g)?.length ?? 0), variables, token };
      watched.push(request);
      await before(request);
      const authorization = distrusts(request) ? 'e.x.pired' : token;
      const headers = { authorization, 'content-type': 'application/json' };
      const answer = await fetch(graphql, { method: 'POST', headers, body });
      const said = fails(request) ? JSON.stringify(timedOut) : await answer.text();
      if (loses(request)) outgoing.destroy();
      else outgoing.writeHead(answer.status, { ...reasonIn(answer), 'content-type': 'application/json' }).end(said);
    },
    { host: '127.0.0.1', port: 0 },
  );
  const endpoints = { ...twin.endpoints, graphql: `http://127.0.0.1:${relay.port}/graphql` };
  await writeFile(join(twin.folder, 'endpoints.json'), JSON.stringify(endpoints));
  return {
    ...twin,
    /** How many fields each request of an operation asked for. */
    counts: (operation: string): number[] =>
      watched.filter((request) => request.operation === operation).map(({ count }) => count),
    /** Runs the command in this process; resolves with its output and exit code. */
    run: async (paths: readonly string[], stopAt?: string) => {
      const stopping = new AbortController();
      const said: string[] = [];
      const code = await runUpload([...paths, '--email', owner, '--data', twin.folder], {
        ...atDesk(said),
        say: (line) => {
          said.push(line);
          if (stopAt !== undefined && line.includes(stopAt)) stopping.abort(new Error('Stopped.'));
        },
        signal: stopping.signal,
      });
      return { code, said };
    },
    /** The names of the person's files with a status. */
    names: async (status: 'AVAILABLE' | 'PENDING'): Promise<string[]> => {
      await signInAs(twin.endpoints, owner, password);
      const { ask } = createApi(({ errorType = '', message = '' }) => new Refused(errorType, message));
      const { myFiles } = await ask(MyFiles, { filter: { status }, limit: 100 }).finally(() => signOut());
      return myFiles.items.map(({ fileName }) => fileName).sort();
    },
    [Symbol.asyncDispose]: async () => {
      await relay.close();
      await twin[Symbol.asyncDispose]();
    },
  };
};
