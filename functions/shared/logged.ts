/** What a resolver adds to the event of each call. */
export interface Correlated {
  /** AppSync's id of the request, or its trace's. */
  readonly apiRequestId?: string;
}

/**
 * Writes one line a call; Lambda's JSON format adds its time, its level and Lambda's own request id. What a line says is
 * chosen here: no key, no name, no URL, and of a header only what looks like an id. Why not a library: decision 12.
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

/** The header could be a client's own. */
const idOf = (id: string | undefined): string | null =>
  typeof id === 'string' && /^[\w=;:.-]{1,128}$/.test(id) ? id : null;

/** A refusal's code. */
const codeOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : undefined;
