/** Whom the web page may talk to, as origins. */
export interface PageOrigins {
  /** GraphQL, its subscriptions, the user pool, and the hosted sign-in page. */
  readonly services: readonly string[];
  /** The bucket of the bytes: they are sent to it and shown from it. */
  readonly bytes: string;
}

/**
 * The page's Content-Security-Policy, on AWS and in the twin: nothing runs or loads but the page's own files, nothing is
 * inline, and it talks to the named origins only.
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
    // PDF only: storage serves nothing else inline that could be more than a picture, and it is not the page's origin.
    'frame-src': bytes,
    'connect-src': ["'self'", ...services, bytes].join(' '),
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
