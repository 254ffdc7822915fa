import { parse } from 'graphql';

/** What a schema's text promises to clients, whoever wrote it down and however well it is described. */
export const contractOf = (sdl: unknown): unknown =>
  JSON.parse(
    JSON.stringify(parse(String(sdl), { noLocation: true }), (key, value: unknown) =>
      key === 'description' ? undefined : value,
    ),
  );
