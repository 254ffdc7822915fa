import type { Route } from '../../http/routes';
import { writeAnswer, type HostedAnswer } from './answer';
import { readRequest, type HostedRequest } from './request';

/** Answers a request that was read. */
export type Handler = (request: HostedRequest) => HostedAnswer | Promise<HostedAnswer>;

/** What a refusal becomes on the wire; undefined for what is no refusal and flies on. */
export type Refuse = (error: unknown, url: string) => HostedAnswer | undefined;

/** A route's answer: what the handler says, or what its refusal becomes. */
export const answering =
  (handler: Handler, refuse: Refuse): Route['answer'] =>
  async (request, response) => {
    try {
      writeAnswer(response, await handler(await readRequest(request)));
    } catch (error) {
      const refusal = refuse(error, request.url ?? '/');
      if (refusal === undefined) throw error;
      writeAnswer(response, refusal);
    }
  };
