/**
 * Lets this thread's `Date` run ahead of the machine's by as many milliseconds as it is told: a function has no other
 * clock, and so lives in the twin's time, also when a test moved it.
 */
export const shiftTime = (aheadAtFirst: number): ((aheadMs: number) => void) => {
  const MachineDate = Date;
  const state = { aheadMs: aheadAtFirst };
  const now = (): number => MachineDate.now() + state.aheadMs;
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, args, newTarget): Date =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new MachineDate(now()).toString(),
    get: (target, name, receiver): unknown => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
  return (aheadMs) => void (state.aheadMs = aheadMs);
};
