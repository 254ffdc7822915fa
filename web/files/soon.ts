/** Runs something once for all calls within a time that begins with the first. */
export const soon = (milliseconds: number, run: () => void): (() => void) => {
  const state: { timer?: ReturnType<typeof setTimeout> } = {};
  return () => {
    state.timer ??= setTimeout(() => {
      state.timer = undefined;
      run();
    }, milliseconds);
  };
};
