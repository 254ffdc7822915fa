// loadPendingUpload finds the caller's upload, discardUpload removes its bytes, removeUpload its row: bytes never outlive
// their row.
export { request, response } from './shared/passOn';
