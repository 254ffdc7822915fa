/** What `find` returns for the first member for which it returns anything. */
export const firstOf = <Member, Found>(members: readonly Member[], find: (member: Member) => Found | undefined) => {
  for (const member of members) {
    const found = find(member);
    if (found !== undefined) return found;
  }
  return undefined;
};
