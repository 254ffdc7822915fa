/**
 * Shifts this thread's `Date` ahead of the machine's clock; the returned function changes the shift, in milliseconds. A
 * function thus sees the twin's time, even after a test has moved it.
 */
export const shiftTime = (aheadAtFirst: number): ((aheadMilliseconds: number) => void) => {
  const MachineDate = Date;
  const state = { aheadMilliseconds: aheadAtFirst };
  const now = (): number => MachineDate.now() + state.aheadMilliseconds;
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, args, newTarget): Date =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new MachineDate(now()).toString(),
    get: (target, name, receiver): unknown => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
  return (aheadMilliseconds) => void (state.aheadMilliseconds = aheadMilliseconds);
};
