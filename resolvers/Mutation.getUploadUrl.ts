// renewUpload prolongs an upload begun before. reserveUpload writes the PENDING row of a new one and counts it: the row
// comes before anything in storage. A file to be sent in parts gets a multipart upload (startMultipart), which the row
// then names (recordMultipart). signUpload makes the ticket.
export { request, response } from './shared/passOn';
