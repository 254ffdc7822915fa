// findFiles finds which of the files the caller has, then deleteFiles moves them to the trash or removes their rows.
export { request, response } from './shared/passOn';
