/**
 * The arrows of the house: which folder may import which. Everything is an arrow in ARROWS, a tool in TOOLS, or one of
 * the few rules below them; tests/repository/architecture.test.ts shows that each of them can fail.
 */

/** Every folder that holds code. */
const OURS = '^(common|gateway|subgraphs|embedded-mongo|scripts|bench|tests)/';

/** Tests, and what exists for them only. */
const TESTS = '(^tests/|/testing/|\\.(test|cases|fixture)\\.ts$)';

/** What runs the cases of a folder as one file; it knows nothing of ours, and tests anywhere may use it. */
const CASES = '^tests/support/cases\\.ts$';

const DATABASE_SERVER = '^embedded-mongo/';

/** Tests of a subgraph run on a real database; rules below keep both away from what is not a test. */
const DATABASE_OF_TESTS = [DATABASE_SERVER, '^tests/support/mongo\\.ts$'];

/**
 * `from` may import itself and what `to` names, and nothing else of ours. A `$1` in `to` is the folder that the
 * brackets in `from` have found.
 */
const ARROWS = [
  {
    name: 'common-stands-alone',
    from: '^common/',
    to: ['^common/'],
    why: 'Both sides of the house rest on it; if it leaned on either, they would lean on each other.',
  },
  {
    name: 'embedded-mongo-stands-alone',
    from: '^embedded-mongo/',
    to: ['^embedded-mongo/'],
    why: 'It stands in for MongoDB: it speaks the wire protocol and knows nothing of whoever calls.',
  },
  {
    name: 'federation-stands-alone',
    from: '^gateway/federation/',
    to: ['^gateway/federation/'],
    why: 'The engine runs any supergraph; what it knew of this project would be true of this project only.',
  },
  {
    name: 'gateway-doors-are-apart',
    from: '^gateway/(?!federation/)([^/]+)/',
    to: ['^gateway/$1/', '^gateway/federation/', '^common/'],
    why: 'GraphQL, REST, pages and the rest are doors to one engine; gateway/server.ts alone puts them side by side.',
  },
  {
    name: 'gateway-knows-no-subgraph',
    from: '^gateway/[^/]+$',
    to: ['^gateway/', '^common/'],
    why: 'The gateway reaches subgraphs through a transport; an import would tie both to one process.',
  },
  {
    name: 'subgraph-kit-knows-no-subgraph',
    from: '^subgraphs/common/',
    to: ['^subgraphs/common/', '^common/', ...DATABASE_OF_TESTS],
    why: 'The kit serves every subgraph alike; what one of them needs belongs to that one.',
  },
  {
    name: 'subgraphs-are-apart',
    from: '^subgraphs/(?!common/)([^/]+)/',
    to: ['^subgraphs/$1/', '^subgraphs/common/', '^common/', ...DATABASE_OF_TESTS],
    why: 'A subgraph owns its data; what it needs of another it declares in the schema, and the gateway fetches it.',
  },
  {
    name: 'scripts-know-no-tests',
    from: '^scripts/',
    to: ['^(scripts|gateway|subgraphs|embedded-mongo|common)/'],
    why: 'scripts/ puts the house together and may see all of it, save what exists for tests.',
  },
  {
    name: 'bench-measures-from-outside',
    from: '^bench/',
    to: ['^bench/', '^gateway/federation/', '^embedded-mongo/index\\.ts$', '^common/'],
    why: 'It starts gateways as anybody does, and calls the engine by its door; what it measured otherwise nobody runs.',
  },
];

/** What serves one purpose only, with the places that have it. */
const TOOLS = [
  {
    name: 'database-server-is-only-started',
    what: DATABASE_SERVER,
    places: [DATABASE_SERVER, '^(scripts|bench)/', TESTS],
    why: 'Whoever stores data speaks to a MongoDB by its address; what starts the house decides which one that is.',
  },
  {
    name: 'generators-stay-generators',
    what: '^node_modules/@(graphql-codegen|apollo/composition)/',
    places: ['^(scripts/generate|bench)/', TESTS],
    why: 'They make the files that are checked in; nothing that runs may need them.',
  },
  {
    name: 'reference-engine-stays-a-reference',
    what: '^node_modules/@apollo/gateway/',
    places: ['^bench/', TESTS],
    why: 'Ours is the engine that runs; the stock gateway is what tests and benchmarks compare it with.',
  },
];

const arrow = ({ name, from, to, why }) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: from },
  to: { path: OURS, pathNot: [...to, CASES] },
});

const tool = ({ name, what, places, why }) => ({
  name,
  comment: why,
  severity: 'error',
  from: { pathNot: places },
  to: { path: what },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...ARROWS.map(arrow),
    ...TOOLS.map(tool),
    {
      name: 'no-cycles',
      comment: 'Files in a circle can only be understood, tested and loaded all at once; types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'tests-serve-tests',
      comment: 'What exists for tests is not built; whoever imports it breaks when it runs from dist/.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: TESTS, pathNot: 'node_modules/' },
    },
    {
      name: 'no-development-packages',
      comment:
        'The image holds no devDependencies: an import of one fails in production only. Types are erased.',
      severity: 'error',
      from: { pathNot: [TESTS, '^(scripts/generate|bench)/', '^scripts/build\\.mjs$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'packages-are-declared',
      comment:
        'A package that another one happens to bring can change or go with any update of that other one.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-resolve',
      comment: 'An import that cannot be found escapes every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // bench/ has a package.json of its own for the gateways that it compares with; what it imports itself is the root's.
    combinedDependencies: true,
    // Scripts around packages that are installed only where the benchmark runs.
    exclude: { path: '^bench/peers/' },
    // Imports of types are arrows as well: knowing a shape is knowing.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
