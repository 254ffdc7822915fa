// loadFile finds the caller's file, then changeFile gives it its new name or `extra`.
export { response } from './shared/answerWithFile';
export { request } from './shared/passOn';
