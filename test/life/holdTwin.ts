import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoints } from '../../local/endpoints';
import { run, type Running } from '../support/runProgram';
import { troubleNetwork } from './troubledNetwork';

/** AWS SDK clients with the developer's credentials. */
export interface Clients {
  readonly tables: DynamoDBDocumentClient;
  readonly streams: DynamoDBStreamsClient;
  readonly bytes: S3Client;
  readonly functions: LambdaClient;
  readonly queue: SQSClient;
}

/** A twin in a process of its own, on one folder and the same ports through all restarts. */
export interface HeldTwin {
  readonly endpoints: () => Endpoints;
  readonly clients: () => Clients;
  /** Milliseconds since 1970 by the twin's clock. */
  readonly now: () => number;
  /** Moves the twin's clock forward. */
  readonly forward: (hours: number) => Promise<void>;
  /** Makes the twin kill itself at the n-th AWS call from now. */
  readonly dieAtCall: (n: number) => Promise<void>;
  readonly trouble: (isTroubled: boolean) => Promise<void>;
  /** Kills the twin, if it is still running, and starts it again. */
  readonly restart: () => Promise<void>;
  readonly end: () => Promise<void>;
}

export const holdTwin = async (folder: string): Promise<HeldTwin> => {
  const state = { aheadMilliseconds: 0, ...(await startSomewhere(folder)) };

  const command = async (change: object): Promise<void> => {
    const line = JSON.stringify(change);
    state.running.child.stdin?.write(`${line}\n`);
    await state.running.says(`done ${line}`);
  };
  const end = async (): Promise<void> => {
    state.running.child.kill('SIGKILL');
    await state.running.ended;
  };
  const connect = async (): Promise<void> => {
    state.clients = await openClients(folder, state.endpoints, state.aheadMilliseconds);
  };
  await connect();
  return {
    endpoints: () => state.endpoints,
    clients: () => {
      if (state.clients === undefined) throw new Error('The twin has not been started.');
      return state.clients;
    },
    now: () => Date.now() + state.aheadMilliseconds,
    forward: async (hours) => {
      state.aheadMilliseconds += hours * 3_600_000;
      await command({ aheadMilliseconds: state.aheadMilliseconds });
      await connect();
    },
    dieAtCall: (callsLeft) => command({ callsLeft }),
    trouble: (isTroubled) => troubleNetwork(folder, isTroubled),
    restart: async () => {
      await end();
      Object.assign(state, await start(folder, { port: state.port, aheadMilliseconds: state.aheadMilliseconds }));
      await connect();
    },
    end,
  };
};

interface Started {
  readonly port: number;
  readonly running: Running;
  readonly endpoints: Endpoints;
  readonly clients?: Clients;
}

const ready = 'The twin is ready.';

const start = async (
  folder: string,
  { port, aheadMilliseconds }: { port: number; aheadMilliseconds: number },
): Promise<Started> => {
  const running = run('test/life/serveTwin.ts', [folder, String(port), String(aheadMilliseconds)]);
  await running.says(ready);
  return { port, running, endpoints: JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8')) };
};

/** Starts on ports below the ephemeral range, so that they are still free for the next restart. */
const startSomewhere = async (folder: string): Promise<Started> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start(folder, { port: 15_000 + 10 * Math.floor(Math.random() * 1_500), aheadMilliseconds: 0 });
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
};

const openClients = async (folder: string, endpoints: Endpoints, systemClockOffset: number): Promise<Clients> => {
  const text = await readFile(join(folder, 'credentials'), 'utf8');
  const [, accessKeyId = '', secretAccessKey = ''] = /key_id = (\S+)\n\S+ = (\S+)/.exec(text) ?? [];
  const credentials = { accessKeyId, secretAccessKey };
  const common = { region: endpoints.region, credentials, systemClockOffset };
  return {
    tables: DynamoDBDocumentClient.from(new DynamoDBClient({ ...common, endpoint: endpoints.dynamodb })),
    streams: new DynamoDBStreamsClient({ ...common, endpoint: endpoints.dynamodb }),
    bytes: new S3Client({ ...common, endpoint: endpoints.s3, forcePathStyle: true }),
    functions: new LambdaClient({ ...common, endpoint: endpoints.lambda }),
    queue: new SQSClient({ ...common, endpoint: endpoints.sqs }),
  };
};
