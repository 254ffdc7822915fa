import appsync from '@aws-appsync/eslint-plugin';
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Which folders may not be reached from which: the arrows of docs/decisions and the design point one way. */
const forbid = (files, patterns, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: patterns.map((group) => ({ group: [group], message })) }] },
});

const cloud = ['**/infra/**', 'aws-cdk-lib', 'aws-cdk-lib/**'];
const services = ['appsync', 'cognito', 's3', 'dynamodb', 'lambda', 'queues', 'sts'];

export default tseslint.config(
  { ignores: ['.build/', 'cdk.out/', '.deployed/', 'coverage/', 'dist/', '.twin/', 'schema/generated/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: { process: 'readonly' } },
    rules: {
      'max-lines': ['error', { max: 250 }],
      // graphql-js calls a resolver with four.
      'max-params': ['error', 4],
      'no-duplicate-imports': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-globals': ['error', 'process'],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Program > VariableDeclaration[kind!="const"]',
          message: 'Module state makes calls depend on each other.',
        },
      ],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/*.config.{js,ts}'], rules: { 'no-restricted-exports': 'off' } },
  // What an untyped library exports is not ours to say.
  {
    files: ['**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off', '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['local/cli.ts', 'infra/app.ts', 'functions/*/handler.ts', 'tools/**', 'bench/**', 'test/**'],
    rules: { 'no-restricted-globals': 'off' },
  },
  // A test table is as long as its rows, and hands each row over as arguments.
  { files: ['test/**'], rules: { 'max-lines': 'off', 'max-params': 'off' } },
  { files: ['tools/*.{js,cjs}'], languageOptions: { globals: { console: 'readonly', URL: 'readonly' } } },
  {
    files: ['tools/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { __dirname: 'readonly', require: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    ...appsync.configs.recommended,
    files: ['resolvers/**/*.ts'],
    ignores: ['resolvers/manifest.ts', 'resolvers/wiringTypes.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...appsync.configs.recommended.rules,
      // The plugin has no rule for it; AppSync refuses it all the same.
      'no-restricted-syntax': [
        'error',
        { selector: 'ThrowStatement', message: 'APPSYNC_JS has no throw: use refuse() or util.error().' },
        {
          selector: ['CallExpression.right', '.right CallExpression']
            .map((call) => `LogicalExpression[operator='??'] > ${call}`)
            .join(),
          message: 'APPSYNC_JS always makes a call on the right of ??: use a condition.',
        },
        {
          selector: ['[arguments.length=0]', '[arguments.0.raw="null"]']
            .map((none) => `CallExpression[callee.property.name='earlyReturn']${none}`)
            .join(),
          // https://github.com/aws/aws-appsync-community/issues/280
          message: 'AppSync was seen to fail when null is returned early: return an object.',
        },
        {
          selector: 'AssignmentPattern',
          // https://github.com/aws/aws-appsync-community/issues/301
          message: 'AppSync was seen to find code with default values too large, however short: use ??.',
        },
        {
          selector: 'MemberExpression[property.name=/ISO8601$/]',
          message:
            'AppSync was seen to leave out milliseconds of 0, and texts to compare wrongly: see shared/instant.ts.',
        },
      ],
    },
  },
  { ...jsxA11y.flatConfigs.recommended, files: ['web/**/*.tsx'] },
  {
    ...reactHooks.configs.flat['recommended-latest'],
    files: ['web/**/*.{ts,tsx}'],
    rules: {
      ...reactHooks.configs.flat['recommended-latest'].rules,
      // About what React's compiler would skip; the page is built without it.
      'react-hooks/incompatible-library': 'off',
    },
  },
  forbid(
    ['web/**'],
    ['infra', 'local', 'tools', 'resolvers', 'functions', 'config'].map((folder) => `**/${folder}/**`),
    'The page knows the contract only: schema/.',
  ),
  forbid(
    ['resolvers/**'],
    ['**/infra/**', '**/local/**', '**/tools/**'],
    'Resolvers import types, resolvers/shared and @aws-appsync/utils.',
  ),
  forbid(
    ['functions/**'],
    ['**/infra/**', '**/local/**', '**/tools/**', '**/resolvers/**'],
    'Functions import types and the AWS SDK.',
  ),
  forbid(
    ['schema/requests/**'],
    ['web', 'infra', 'local', 'tools', 'resolvers', 'functions', 'config'].map((folder) => `**/${folder}/**`),
    'What every client sends knows the schema only.',
  ),
  forbid(['config/**'], ['../*'], 'Configuration imports nothing.'),
  forbid(['infra/**'], ['**/local/**'], 'The cloud never sees the twin.'),
  forbid(['local/**'], cloud, 'The twin never sees the cloud.'),
  ...services.map((service) =>
    forbid(
      [`local/${service}/**`],
      [...cloud, ...services.filter((other) => other !== service).map((other) => `../**/${other}/**`)],
      'Services never see each other or the cloud; they meet in twin.ts.',
    ),
  ),
);
