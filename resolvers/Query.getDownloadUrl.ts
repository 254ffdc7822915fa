// loadFile finds the caller's file, then signDownload makes the ticket.
export { request, response } from './shared/passOn';
