import type { Route } from '../../http/routes';
import { writeAnswer, type HostedAnswer } from './answer';
import { readRequest, type HostedRequest } from './request';

/** Answers a parsed request. */
export type Handler = (request: HostedRequest) => HostedAnswer | Promise<HostedAnswer>;

/** The response to a refusal; undefined for any other error, which is rethrown. */
export type Refuse = (error: unknown, url: string) => HostedAnswer | undefined;

/** A route's answer: the handler's response, or that of its refusal. */
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
