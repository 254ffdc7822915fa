/** Freezes a row with all its members, so that readers can share it. */
export const freeze = <Value extends object>(value: Value): Value => {
  for (const member of Object.values(value)) if (typeof member === 'object' && member !== null) freeze(member);
  return Object.freeze(value);
};
