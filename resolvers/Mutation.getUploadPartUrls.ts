// loadPendingUpload finds the caller's upload, prolongUpload extends its lifetime, then signParts makes the URLs. If the
// ticket failed before the upload began in storage, startMultipart and recordMultipart make up for it.
export { request, response } from './shared/passOn';
