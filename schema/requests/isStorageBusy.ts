/**
 * Whether S3 may accept the same bytes a little later, by the status and body of its response.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const isStorageBusy = (status: number, answer: string): boolean =>
  status >= 500 || [408, 409, 429].includes(status) || answer.includes('<Code>RequestTimeout</Code>');
