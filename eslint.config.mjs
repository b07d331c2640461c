/**
 * Lint: typescript-eslint's strict and stylistic sets, and the rules of this house. Layout is prettier's; which folder
 * imports which is dependency-cruiser's.
 */
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Tests, and what exists for them only. */
const TESTS = ['tests/**', '**/*.{test,cases,fixture}.ts', '**/testing/**'];

/** What the scripts of the pages use of the browser. */
const BROWSER = `
  AbortController AbortSignal clearInterval clearTimeout console crypto CSS CustomEvent document EventSource EventTarget
  fetch getSelection Headers Intl localStorage location navigator performance sessionStorage setInterval setTimeout
  TextDecoder URL URLSearchParams window
`;

/** What configuration and scripts in plain JavaScript use of Node. */
const NODE = 'AbortSignal console fetch module process require URL';

const readonly = (names) =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, 'readonly']),
  );

/** Every file that leaves its tenant's data, which `asPlatform(reason)` alone allows. Each line is a decision. */
export const PLATFORM_CALLERS = [
  'scripts/house/seed.ts',
  'subgraphs/account/google/sign-in.ts',
  'subgraphs/account/mail/request.ts',
  'subgraphs/account/mail/spending.ts',
  'subgraphs/account/provision.ts',
  'subgraphs/account/services.ts',
  'subgraphs/account/sessions/authentication.ts',
  'subgraphs/account/sessions/refreshing.ts',
  'subgraphs/account/sessions/resolvers.ts',
  'subgraphs/account/tenants/belonging.ts',
  'subgraphs/traction/measures/restore-measure.ts',
];

/** What the house forbids, each with the places where it is allowed. */
const HOUSE_RULES = {
  'environment-has-one-reader': {
    selector: `MemberExpression[object.name='process'][property.name='env'], ImportSpecifier[imported.name='env']`,
    message: 'Only common/config.ts reads the environment, so that a wrong value is a clear error at start.',
    allowedIn: ['common/config.ts', ...TESTS],
  },
  'time-has-one-clock': {
    selector: `CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]`,
    message: 'Take the time from a Clock (common/clock.ts), which tests can set.',
    // The embedded server keeps MongoDB's own time, which is the machine's; a page has the browser's.
    allowedIn: [
      'common/clock.ts',
      'embedded-mongo/**',
      'gateway/pages/live/times.js',
      'scripts/bench/**',
      ...TESTS,
    ],
  },
  'platform-has-known-callers': {
    selector: `MemberExpression[property.name='asPlatform'], ObjectPattern > Property[key.name='asPlatform']`,
    message:
      'asPlatform leaves the tenant’s data; a new caller is added to PLATFORM_CALLERS in eslint.config.mjs.',
    allowedIn: [...PLATFORM_CALLERS, ...TESTS],
  },
  'exports-have-names': {
    selector: `ExportDefaultDeclaration, ExportSpecifier[exported.name='default'], TSExportAssignment`,
    message: 'Export by name: one thing has one name everywhere.',
    allowedIn: ['*.config.{mjs,cjs}'],
  },
};

const houseRule = ({ selector, message }) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) => ({ [selector]: (node) => context.report({ node, message }) }),
});

const house = {
  rules: Object.fromEntries(Object.entries(HOUSE_RULES).map(([name, rule]) => [name, houseRule(rule)])),
};

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', '**/*.generated.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Brackets mark what has no fixed members: documents of the database, headers, the words of an operator.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // `async` without `await` fulfils an interface; `void` and `() => void` say that an answer is dropped on purpose.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // It asks for `!`, which the strict set forbids; here the type that is known is written out.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // An empty text counts as none, which is what `||` says.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Renaming a member of plain data needs it.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // The objects of this house are closures behind an interface: their methods have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // graphql-js has enums where everybody writes the word: `kind === 'Field'`.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Recurses without end on the recursive types of graphql-js (typescript-eslint 8.73).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: readonly(NODE),
    },
  },
  {
    // What browsers load as it is: the pages and their scripts.
    files: ['gateway/pages/**/*.js'],
    languageOptions: { globals: readonly(BROWSER) },
  },
  { plugins: { house } },
  ...Object.entries(HOUSE_RULES).map(([name, { allowedIn }]) => ({
    name: `house/${name}`,
    ignores: allowedIn,
    rules: { [`house/${name}`]: 'error' },
  })),
  {
    rules: {
      // A switch is one decision, however many cases it has.
      complexity: ['error', { max: 15, variant: 'modified' }],
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['docker/replica-set.js'], languageOptions: { globals: readonly('db quit rs') } },
  // Whoever serves writes to the log; scripts talk to people.
  { ignores: ['scripts/**', 'docker/**', ...TESTS], rules: { 'no-console': 'error' } },
  {
    // A suite is one function around all of its tests; what jest's matchers and JSON answer is `any`.
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
);
