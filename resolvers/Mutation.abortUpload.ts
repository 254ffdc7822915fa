// closeUpload sees to it that the upload cannot be saved any more, discardUpload removes its bytes, removeUpload its row:
// no file is ever AVAILABLE without its bytes, and no bytes outlive their row.
export { request, response } from './shared/passOn';
