// loadPendingUpload finds the caller's upload, then readProgress asks storage what has arrived.
export { request, response } from './shared/passOn';
