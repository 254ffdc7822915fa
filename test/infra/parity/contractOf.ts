import { parse } from 'graphql';

/** What a schema promises to clients, without its descriptions and formatting. */
export const contractOf = (sdl: unknown): unknown =>
  JSON.parse(
    JSON.stringify(parse(String(sdl), { noLocation: true }), (key, value: unknown) =>
      key === 'description' ? undefined : value,
    ),
  );
