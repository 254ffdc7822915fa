export const xml = {
  toMap: (text: unknown): unknown => ({ text }),
};
