/** Everything the twin reads from the project besides code and schema; rebundled when one of these files changes. */
export { environment } from '../config/environment';
export { apiEnvironment, background, routes, sources } from '../resolvers/manifest';
