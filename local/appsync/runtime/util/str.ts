import { Misuse } from '../errors';

const forms = new Map(Object.entries({ nfc: 'NFC', nfd: 'NFD', nfkc: 'NFKC', nfkd: 'NFKD' }));

/** `util.str`: https://docs.aws.amazon.com/appsync/latest/devguide/str-helpers-in-util-str-js.html */
export const str = {
  normalize: (text: unknown, form: unknown): string => {
    const known = forms.get(String(form));
    if (known === undefined) throw new Misuse(`Unsupported normalization type: ${String(form)}`);
    return String(text).normalize(known);
  },
};
