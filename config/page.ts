/** Which places the page may reach: origins, as a content security policy spells them. */
export interface PageOrigins {
  /** The API over HTTP and WebSocket, the user pool, and its hosted pages. */
  readonly services: readonly string[];
  /** Where the bytes of files lie. */
  readonly storage: string;
}

/**
 * The headers that the page is served with, by the cloud and next to the twin. No script and no style but the page's
 * own files; the bytes of people's files as pictures, sound, film and (PDF) a frame of their own origin, never as code.
 * `data:` is for the QR code of a second factor, `blob:` for pictures that are about to be uploaded.
 */
export const pageHeaders = ({ services, storage }: PageOrigins) => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' blob: data: ${storage}`,
    `media-src ${storage}`,
    `frame-src ${storage}`,
    `connect-src 'self' ${[...services, storage].join(' ')}`,
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});
