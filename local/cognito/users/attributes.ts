import type { ClientDescription } from '../descriptions';
import { invalidParameter, notAuthorized } from '../errors';
import type { User } from '../store/rows';
import { isEmail } from './email';

/** Attributes in the form of an operation's input. */
export type AttributeList = readonly { readonly Name: string; readonly Value?: string | undefined }[];
export type Attributes = Readonly<Record<string, string>>;

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html */
const standardAttributes: ReadonlySet<string> = new Set([
  'address',
  'birthdate',
  'email',
  'email_verified',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'phone_number_verified',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
]);

/** Turns a list of attributes into a record; refuses names and values that Cognito does not accept. */
export const parseAttributes = (list: AttributeList = []): Attributes =>
  Object.fromEntries(
    list.map(({ Name: name, Value: value = '' }) => {
      if (name === 'sub') throw invalidParameter('Cannot modify the non-mutable attribute sub');
      if (!standardAttributes.has(name)) {
        throw invalidParameter(
          `Attributes did not conform to the schema: ${name}: Attribute does not exist in the schema.`,
        );
      }
      const complaint = value === '' && name !== 'email' ? undefined : formats[name]?.(value);
      if (complaint !== undefined) throw invalidParameter(complaint);
      return [name, value];
    }),
  );

const formats: Readonly<Record<string, (value: string) => string | undefined>> = {
  email: (value) => (isEmail(value) ? undefined : 'Invalid email address format.'),
  phone_number: (value) => (/^\+[0-9]{1,15}$/.test(value) ? undefined : 'Invalid phone number format.'),
  birthdate: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? undefined : 'Invalid birthdate format.'),
  email_verified: (value) => (/^(true|false)$/i.test(value) ? undefined : 'Invalid email_verified value.'),
  phone_number_verified: (value) =>
    /^(true|false)$/i.test(value) ? undefined : 'Invalid phone_number_verified value.',
};

/** Refuses attributes that the client may not write. */
export const requireWritable = (client: ClientDescription, attributes: Attributes): void => {
  if (Object.keys(attributes).some((name) => !client.writeAttributes.includes(name))) {
    throw notAuthorized('A client attempted to write unauthorized attribute');
  }
};

/** Attributes after a change; an empty value removes an attribute. */
export const mergeAttributes = (old: Attributes, changed: Attributes): Attributes =>
  Object.fromEntries(Object.entries({ ...old, ...changed }).filter(([, value]) => value !== ''));

/** The user's attributes that the client may read. */
export const readableAttributes = (client: ClientDescription, user: User): Attributes =>
  Object.fromEntries(Object.entries(user.attributes).filter(([name]) => client.readAttributes.includes(name)));

/** Attributes in the form of an operation's output, `sub` first. */
export const listAttributes = (user: User, attributes: Attributes = user.attributes) => [
  { Name: 'sub', Value: user.id },
  ...Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
];
