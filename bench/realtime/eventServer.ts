/** A server that tells those who are subscribed when something is posted, and how it is spoken to. */
export interface EventServer {
  readonly port: number;
  readonly protocols: readonly string[];
  /** What starts a subscription; it is answered with a `start_ack`. */
  readonly start: (id: string) => string;
  /** What makes an event. */
  readonly request: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
  readonly close: () => Promise<void>;
}
