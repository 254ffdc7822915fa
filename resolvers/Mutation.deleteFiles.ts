// findFiles finds those that the caller has, deleteFiles puts them into the trash or removes their rows.
export { request, response } from './shared/passOn';
