import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { traceOf } from '../traceOf';
import { ClientGone, S3Error } from './errors';
import { cutWhenIdle } from './idle';
import { applyLifecycle } from './lifecycle';
import { createNotifier } from './notify';
import type { World } from './operations/call';
import type { S3Options } from './options';
import { answerRequest } from './pipeline';
import { openStore } from './store/store';
import { sendAnswer, type Answer } from './wire/answer';
import { corsHeaders, isWelcome } from './wire/cors';
import { errorAnswer } from './wire/errorDocument';
import { readHeaders, type Headers } from './wire/headers';
import { requireFittingHead } from './wire/requireFittingHead';
import { parseTarget, type Target } from './wire/target';

/** The twin's S3, ready to be served by any HTTP server. */
export interface S3 {
  readonly listener: RequestListener;
  /** Stops its timers and waits for a running sweep. Ending requests is up to the HTTP server. */
  readonly close: () => Promise<void>;
}

/** Opens S3 over a directory: path-style and virtual-host-style requests, SigV4, durable objects. */
export const openS3 = async (options: S3Options): Promise<S3> => {
  const { directory, region, clock, principals, log = () => undefined, idleTimeoutMilliseconds = 120_000 } = options;
  const buckets = new Map(options.buckets.map((bucket) => [bucket.name, bucket]));
  const isVersioned = (bucket: string) => buckets.get(bucket)?.versioned === true;
  const store = await openStore({ directory, clock, isVersioned });
  const world: World = { store, region, clock, buckets, principals, emit: createNotifier(options) };

  // The browser gives its page no reason. Once, although each part of an upload has a preflight.
  const lastRefused = { origin: '' };
  const tellOfForeign = (method: string, { bucket = '' }: Target, headers: Headers): void => {
    const rule = buckets.get(bucket)?.cors;
    const origin = headers.get('origin') ?? lastRefused.origin;
    if (method !== 'OPTIONS' || rule === undefined || origin === lastRefused.origin || isWelcome(rule, origin)) return;
    lastRefused.origin = origin;
    const allowed = rule.allowedOrigins.join(', ');
    log(
      `S3: a page of ${JSON.stringify(origin.slice(0, 200))} may not send bytes, only ${allowed}. --origin URL adds one.`,
    );
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const exchange = {
      requestId: randomBytes(8).toString('hex').toUpperCase(),
      hostId: randomBytes(48).toString('base64'),
    };
    const cut = cutWhenIdle(request, response, idleTimeoutMilliseconds);
    const reply = (answer: Answer, aboutBucket: Record<string, string> = {}): Promise<void> =>
      sendAnswer(request, response, {
        ...answer,
        headers: { ...frame(exchange, clock()), ...aboutBucket, ...answer.headers },
      });
    let aboutBucket: Record<string, string> = {};
    try {
      const { method, target, headers } = readRequest(request);
      aboutBucket = { ...corsOf(method, target, headers, world), ...regionOf(method, target, world) };
      tellOfForeign(method, target, headers);
      const answer = answerRequest({ method, target, headers, message: request }, world);
      await reply(await Promise.race([answer, cut]), aboutBucket);
    } catch (error) {
      if (isUnexpected(error)) log(`S3 ${exchange.requestId}: ${traceOf(error)}`);
      if (error instanceof ClientGone || response.headersSent) return void response.destroy();
      const refusal = error instanceof S3Error ? error : new S3Error('InternalError');
      await reply(errorAnswer(refusal, exchange), aboutBucket);
    }
  };

  let sweep = Promise.resolve();
  const sweepOnce = (): void => {
    sweep = sweep.then(() => applyLifecycle(world)).catch((error: unknown) => log(`S3 lifecycle: ${traceOf(error)}`));
  };
  sweepOnce();
  const sweeping = setInterval(sweepOnce, options.sweepIntervalMilliseconds ?? 60 * 60 * 1000).unref();

  return {
    listener: (request, response) => {
      serve(request, response).catch((error: unknown) => {
        log(`S3: ${traceOf(error)}`);
        response.destroy();
      });
    },
    close: async () => {
      clearInterval(sweeping);
      await sweep;
    },
  };
};

const readRequest = (request: IncomingMessage) => {
  requireFittingHead(request);
  const { method = '', url = '', rawHeaders } = request;
  const headers = readHeaders(rawHeaders);
  return { method, headers, target: parseTarget(url, headers.get('host') ?? '') };
};

const corsOf = (method: string, { bucket }: Target, headers: Headers, { buckets }: World): Record<string, string> => {
  const rule = buckets.get(bucket ?? '')?.cors;
  return rule === undefined || method === 'OPTIONS' ? {} : corsHeaders(rule, method, headers);
};

/** Told to whoever asks for a bucket's head, refused or not: by it SDKs find out its region, without a signature. */
const regionOf = (method: string, { bucket, key }: Target, { buckets, region }: World): Record<string, string> =>
  method === 'HEAD' && key === undefined && buckets.has(bucket ?? '') ? { 'x-amz-bucket-region': region } : {};

const frame = ({ requestId, hostId }: { requestId: string; hostId: string }, now: number): Record<string, string> => ({
  'x-amz-request-id': requestId,
  'x-amz-id-2': hostId,
  server: 'AmazonS3',
  date: new Date(now).toUTCString(),
});

const isUnexpected = (error: unknown): boolean =>
  !(error instanceof S3Error || error instanceof ClientGone) &&
  !(error instanceof Error && 'code' in error && brokenOff.has(error.code));

/** A client that stops reading aborts its response stream; that is not worth a log line. */
const brokenOff: ReadonlySet<unknown> = new Set(['ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE']);
