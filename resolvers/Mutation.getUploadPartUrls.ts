// loadPendingUpload finds the caller's upload, prolongUpload extends its lifetime, then signParts makes the URLs.
export { request, response } from './shared/passOn';
