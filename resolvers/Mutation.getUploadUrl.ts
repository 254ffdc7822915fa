// renewUpload prolongs an earlier upload. reserveUpload writes the PENDING row of a new one and counts it: the row
// exists before anything in storage does. A file to be sent in parts gets a multipart upload (startMultipart), whose id
// goes into the row (recordMultipart). signUpload makes the ticket.
export { request, response } from './shared/passOn';
