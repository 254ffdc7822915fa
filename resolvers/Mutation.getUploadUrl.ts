// reserveUpload writes the PENDING row, then signUpload makes the ticket: the row comes before the URL.
export { request, response } from './shared/passOn';
