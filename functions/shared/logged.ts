/** What a resolver adds to the event of each call. */
export interface Correlated {
  /** AppSync's request id, or the trace id. */
  readonly apiRequestId?: string;
}

/**
 * Writes one log line per call; Lambda's JSON format adds time, level and Lambda's own request id. A line holds no key,
 * name or URL, and of a header only what looks like an id. Decision 12 says why this is not a library.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html
 */
export const logged =
  <Event extends object, Answer>(work: (event: Event) => Promise<Answer>) =>
  async (event: Event & Correlated): Promise<Answer> => {
    const began = performance.now();
    const line = (outcome: string) => ({
      outcome,
      apiRequestId: idOf(event.apiRequestId),
      milliseconds: Math.round(performance.now() - began),
    });
    try {
      const answer = await work(event);
      console.info(line(codeOf(answer) ?? 'OK'));
      return answer;
    } catch (error) {
      console.error(line(error instanceof Error ? error.name : 'Error'));
      throw error;
    }
  };

/** A client may have chosen the header's value. */
const idOf = (id: string | undefined): string | null =>
  typeof id === 'string' && /^[\w=;:.-]{1,128}$/.test(id) ? id : null;

/** A refusal's code. */
const codeOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : undefined;
