import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Clock } from '../../clock';
import type { Registry } from './createRegistry';
import { createSender } from './createSender';
import { messageErrorsOf } from './messageErrorsOf';
import { acknowledged, completed, event, failed, keepAlive, type MessageError, readMessage, started } from './messages';
import { unsupported } from './readOperation';
import type { Start } from './startSubscription';
import type { Subscriber, Subscription } from './subscription';
import type { Timers } from './timers';

export interface ConnectionOptions {
  readonly registry: Registry;
  readonly start: (start: Start) => Promise<Subscription>;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/** https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const maxSubscriptions = 100;
const keepAliveMilliseconds = 60_000;
const lifetimeMilliseconds = 24 * 60 * 60 * 1_000;

/** A connection's record of a subscription: that it is starting, or how to end it. */
interface Entry {
  end: () => void;
}

/** Serves an authenticated client until its connection ends. `stream` is the socket that the request came on. */
export const createConnection = (socket: WebSocket, stream: Socket, options: ConnectionOptions): void => {
  const { registry, timers, clock, log } = options;
  const { remoteAddress: address } = stream;
  const send = createSender(socket, stream, log);
  const entries = new Map<string, Entry>();
  const fail = (id: string | undefined, errors: readonly MessageError[] | MessageError) => send(failed(id, errors));
  const forget = (id: string): void => {
    entries.get(id)?.end();
    entries.delete(id);
  };

  const register = (id: string, entry: Entry, subscription: Subscription): void => {
    const endWith = (text: string): void => {
      forget(id);
      send(text);
    };
    const expire = () => endWith(failed(id, [{ errorType: 'UnauthorizedException', message: 'Token expired' }]));
    const { expiresAt = Infinity } = subscription.caller;
    const subscriber: Subscriber = {
      ...subscription,
      deliver: (payload) => (clock() < expiresAt ? send(event(id, payload)) : expire()),
      invalidate: () => {
        endWith(completed(id));
        // "In addition, the WebSocket connection is closed."
        socket.close(1000, 'Subscription complete.');
      },
      refuse: (errors) => endWith(failed(id, errors)),
    };
    const stopWaiting = expiresAt === Infinity ? () => undefined : timers.after(expiresAt - clock(), expire);
    registry.add(subscriber);
    entry.end = () => {
      registry.remove(subscriber);
      stopWaiting();
    };
  };

  const begin = async (id: string, start: Start): Promise<void> => {
    if (entries.has(id)) {
      const message = `Duplicated operation with id ${id}`;
      return fail(id, [{ errorType: 'DuplicatedOperationError', message }]);
    }
    if (entries.size >= maxSubscriptions) {
      const message = `Max number of ${maxSubscriptions} subscriptions reached`;
      return fail(id, { errorType: 'MaxSubscriptionsReachedError', message });
    }
    const entry: Entry = { end: () => undefined };
    entries.set(id, entry);
    try {
      const subscription = await options.start(start);
      // The client may have stopped it, or disconnected, while the resolver ran.
      if (entries.get(id) !== entry) return;
      register(id, entry, subscription);
      send(started(id));
    } catch (error) {
      if (entries.get(id) !== entry) return;
      entries.delete(id);
      fail(id, messageErrorsOf(error, log));
    }
  };

  const receive = (text: string): void => {
    const message = readMessage(text);
    switch (message.type) {
      case 'connection_init':
        send(acknowledged);
        return send(keepAlive);
      case 'start':
        return void begin(message.id, { data: message.data, headers: message.headers, address });
      case 'stop':
        forget(message.id);
        return send(completed(message.id));
      case 'unknown':
        return fail(undefined, unsupported('unknown').errors);
    }
  };

  const stopTimers = [
    timers.every(keepAliveMilliseconds, () => send(keepAlive)),
    timers.after(lifetimeMilliseconds, () => socket.close(1000, 'The connection is 24 hours old.')),
  ];
  socket.on('message', (data, isBinary) => receive(isBinary ? '' : String(data)));
  socket.on('close', () => {
    stopTimers.forEach((stop) => stop());
    for (const id of [...entries.keys()]) forget(id);
  });
};
