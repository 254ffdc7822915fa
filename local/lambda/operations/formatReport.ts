interface Report {
  readonly requestId: string;
  /** What the function wrote to its log. */
  readonly log: string;
  readonly milliseconds: number;
  readonly memoryMiB: number;
}

/** The log tail in Invoke's response: base64, wrapped in the START, END and REPORT lines that Lambda adds. */
export const formatReport = ({ requestId, log, milliseconds, memoryMiB }: Report): string => {
  const lines = [
    `START RequestId: ${requestId} Version: $LATEST`,
    ...(log === '' ? [] : [log.replace(/\n$/, '')]),
    `END RequestId: ${requestId}`,
    `REPORT RequestId: ${requestId}\tDuration: ${milliseconds.toFixed(2)} ms\tMemory Size: ${memoryMiB} MB\t`,
  ];
  return Buffer.from(`${lines.join('\n')}\n`).toString('base64');
};
