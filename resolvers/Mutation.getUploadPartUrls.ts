// loadPendingUpload finds the caller's upload, then signParts makes the URLs.
export { request, response } from './shared/passOn';
