/** The origins that the web page may talk to. */
export interface PageOrigins {
  /** GraphQL, its subscriptions, the user pool, and the hosted sign-in page. */
  readonly services: readonly string[];
  /** The bucket: the page uploads to it and shows files from it. */
  readonly bytes: string;
}

/**
 * The page's Content-Security-Policy, on AWS and in the twin: only the page's own files run or load, nothing is inline,
 * and connections go to the named origins only.
 */
export const contentSecurityPolicy = ({ services, bytes }: PageOrigins): string =>
  Object.entries({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'font-src': "'self'",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'img-src': `'self' blob: data: ${bytes}`,
    'media-src': `'self' blob: ${bytes}`,
    // For PDFs and downloads: storage serves nothing else inline that could run as a document, and its origin is not the page's.
    'frame-src': bytes,
    'connect-src': ["'self'", ...services, bytes].join(' '),
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
