// loadPendingUpload finds the caller's upload, prolongUpload keeps it going, then signParts makes the URLs.
export { request, response } from './shared/passOn';
