// loadUpload finds the caller's upload, proveUpload looks at the bytes, commitFile makes the row AVAILABLE. confirmFile
// reads what another call saved, when that was faster.
export { response } from './shared/answerWithFile';
export { request } from './shared/passOn';
