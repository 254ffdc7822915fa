// loadPendingUpload finds the caller's upload, then readProgress asks storage.
export { request, response } from './shared/passOn';
