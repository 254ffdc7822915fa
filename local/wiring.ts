/** All that the twin reads of the project besides code and schema; bundled anew when one of these files changes. */
export { environment } from '../config/environment';
export { apiEnvironment, background, routes, sources } from '../resolvers/manifest';
