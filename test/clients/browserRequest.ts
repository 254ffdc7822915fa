import { vi } from 'vitest';

/** Headers that a page may not set: https://fetch.spec.whatwg.org/#forbidden-request-header */
const forbidden =
  /^(accept-encoding|connection|content-length|cookie|date|expect|host|origin|te|transfer-encoding|via)$/i;

/** Headers that a page may read without the server exposing them. */
const safelisted = ['cache-control', 'content-length', 'content-type', 'expires', 'last-modified'];

/**
 * Gives Node a browser's XMLHttpRequest, as far as upload libraries use it: every request comes from a page of
 * another origin, so it sends a preflight first, and the page sees only the headers that the server exposes.
 */
export const stubBrowserRequest = (origin: string): void => {
  // `new` does not work on arrow functions.
  vi.stubGlobal('XMLHttpRequest', function () {
    return createRequest(origin);
  });
};

const createRequest = (origin: string) => {
  const controller = new AbortController();
  const sent = new Map<string, string>();
  const address = { method: '', url: '' };
  const seen = { status: 0, headers: '' };

  const exchange = async (body: Blob): Promise<void> => {
    const { method, url } = address;
    const headers = { ...(body.type ? { 'content-type': body.type } : {}), ...Object.fromEntries(sent) };
    await askForLeave(url, { method, origin, headers });
    const answer = await fetch(url, { method, body, headers: { ...headers, origin }, signal: controller.signal });
    const exposed = (answer.headers.get('access-control-expose-headers') ?? '').toLowerCase().split(/, */);
    const visible = [...answer.headers].filter(([name]) => [...exposed, ...safelisted].includes(name));
    seen.status = answer.status;
    seen.headers = visible.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    request.responseText = await answer.text();
    request.status = seen.status;
    request.upload.dispatchEvent(
      Object.assign(new Event('progress'), { lengthComputable: true, loaded: body.size, total: body.size }),
    );
  };

  const request = Object.assign(new EventTarget(), {
    upload: new EventTarget(),
    responseType: '',
    responseText: '',
    timeout: 0,
    status: 0,
    open: (method: string, url: string) => Object.assign(address, { method, url }),
    setRequestHeader: (name: string, value: string) => {
      if (forbidden.test(name)) throw new TypeError(`A page may not set ${name}.`);
      sent.set(name.toLowerCase(), value);
    },
    getAllResponseHeaders: () => seen.headers,
    abort: () => controller.abort(),
    send: (body: Blob) => {
      exchange(body).then(
        () => request.dispatchEvent(new Event('load')),
        () => request.dispatchEvent(new Event(controller.signal.aborted ? 'abort' : 'error')),
      );
    },
  });
  return request;
};

interface Crossing {
  readonly method: string;
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a page's preflight; rejects when it is refused: https://fetch.spec.whatwg.org/#cors-preflight-fetch */
export const askForLeave = async (url: string, { method, origin, headers }: Crossing): Promise<void> => {
  const names = Object.keys(headers).sort().join(',');
  const answer = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      ...(names === '' ? {} : { 'access-control-request-headers': names }),
    },
  });
  const allowed = (answer.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/, */);
  if (!answer.ok || names.split(',').some((name) => name !== '' && !allowed.includes(name))) {
    throw new TypeError(`The page may not send ${names}: ${answer.status}`);
  }
};
