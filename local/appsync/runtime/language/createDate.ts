import type { Session } from '../invocation';

/** `Date` whose present is the run's own. */
export const createDate = (session: Session): object => {
  const RealDate = Date;
  const create = function (...parts: [number?]) {
    return new.target === undefined
      ? new RealDate(session.current.now).toString()
      : Reflect.construct(RealDate, parts.length === 0 ? [session.current.now] : parts, RealDate);
  };
  create.prototype = RealDate.prototype;
  Object.defineProperty(RealDate.prototype, 'constructor', { value: create });
  return Object.assign(create, { now: () => session.current.now, parse: RealDate.parse, UTC: RealDate.UTC });
};
