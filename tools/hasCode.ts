/** Whether an error is one of Node's with this code, such as `ENOENT`. https://nodejs.org/api/errors.html#errorcode */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
