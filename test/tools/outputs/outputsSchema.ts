/**
 * What Amplify's schema of amplify_outputs.json, version 1.3, says about the parts that this project writes:
 * https://github.com/aws-amplify/amplify-backend/blob/main/packages/client-config/src/client-config-schema/schema_v1.3.json
 * (npm has only the types generated from it, in @aws-amplify/client-config 1.11.1). Analytics, geo, notifications and
 * storage are left out, so writing any of them is an error until it is added here.
 */
export const faultsOf = (outputs: unknown): readonly string[] => check(outputs, '');

/** Lists what is wrong with a value, each error with its path. */
type Rule = (value: unknown, at: string) => readonly string[];

const that =
  (isRight: (value: unknown) => boolean, what: string): Rule =>
  (value, at) =>
    isRight(value) ? [] : [`${at} is not ${what}`];

const text = that((value) => typeof value === 'string', 'a text');
const flag = that((value) => typeof value === 'boolean', 'a boolean');
const integer = (least: number, most: number) =>
  that((value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most, `${least} to ${most}`);
const oneOf = (...words: readonly string[]) =>
  that((value) => typeof value === 'string' && words.includes(value), `one of ${words.join(', ')}`);

/** `additionalProperties: false`, as everywhere in Amplify's schema. */
const closed =
  (required: Readonly<Record<string, Rule>>, optional: Readonly<Record<string, Rule>> = {}): Rule =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is not an object`];
    const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name));
    return [
      ...missing.map((name) => `${at}/${name} is missing`),
      ...Object.entries(value).flatMap(([name, member]) => {
        const rule = required[name] ?? optional[name];
        return rule === undefined ? [`${at}/${name} is unknown`] : rule(member, `${at}/${name}`);
      }),
    ];
  };

const list =
  (rule: Rule, { least = 0, isUnique = true } = {}): Rule =>
  (value, at) => {
    if (!Array.isArray(value) || value.length < least) return [`${at} is not a list of at least ${least}`];
    if (isUnique && new Set(value).size < value.length) return [`${at} says something twice`];
    return value.flatMap((item, index) => rule(item, `${at}/${index}`));
  };

const standardAttribute = oneOf(
  ...['address', 'birthdate', 'email', 'family_name', 'gender', 'given_name', 'locale', 'middle_name', 'name'],
  ...['nickname', 'phone_number', 'picture', 'preferred_username', 'profile', 'sub', 'updated_at', 'website'],
  'zoneinfo',
);
const authorizationType = oneOf('AMAZON_COGNITO_USER_POOLS', 'API_KEY', 'AWS_IAM', 'AWS_LAMBDA', 'OPENID_CONNECT');

const auth = closed(
  { aws_region: text, user_pool_id: text, user_pool_client_id: text },
  {
    identity_pool_id: text,
    password_policy: closed({
      min_length: integer(6, 99),
      require_numbers: flag,
      require_lowercase: flag,
      require_uppercase: flag,
      require_symbols: flag,
    }),
    oauth: closed({
      identity_providers: list(oneOf('GOOGLE', 'FACEBOOK', 'LOGIN_WITH_AMAZON', 'SIGN_IN_WITH_APPLE')),
      domain: text,
      scopes: list(text),
      redirect_sign_in_uri: list(text, { least: 1 }),
      redirect_sign_out_uri: list(text, { least: 1 }),
      response_type: oneOf('code', 'token'),
    }),
    standard_required_attributes: list(standardAttribute),
    username_attributes: list(oneOf('email', 'phone_number', 'username'), { least: 1 }),
    user_verification_types: list(oneOf('email', 'phone_number'), { isUnique: false }),
    unauthenticated_identities_enabled: flag,
    mfa_configuration: oneOf('NONE', 'OPTIONAL', 'REQUIRED'),
    mfa_methods: list(oneOf('SMS', 'TOTP', 'EMAIL'), { isUnique: false }),
  },
);

const check = closed(
  { version: oneOf('1.3') },
  {
    auth,
    data: closed(
      {
        aws_region: text,
        url: text,
        default_authorization_type: authorizationType,
        authorization_types: list(authorizationType, { isUnique: false }),
      },
      { api_key: text },
    ),
  },
);
