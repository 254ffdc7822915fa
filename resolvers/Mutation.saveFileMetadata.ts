// loadUpload finds the caller's upload, proveUpload checks the bytes, commitFile makes the row AVAILABLE. If another
// call was faster, confirmFile reads what that call saved.
export { response } from './shared/answerWithFile';
export { request } from './shared/passOn';
