/** A server that sends an event to its subscribers when something is posted, and the messages it expects. */
export interface EventServer {
  readonly port: number;
  readonly protocols: readonly string[];
  /** The message that starts a subscription; the server replies with `start_ack`. */
  readonly start: (id: string) => string;
  /** The HTTP request that causes an event. */
  readonly request: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
  readonly close: () => Promise<void>;
}
