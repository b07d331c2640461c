/** The arrows of the house hold, and each rule about them can fail. */
import { projectRoot } from '../../common/project';
import { cruise, type Violation } from './cruise';
import { plant, type Tree } from './files';

const FOLDERS = ['common', 'gateway', 'subgraphs', 'embedded-mongo', 'scripts', 'bench', 'tests'];

const ALL = [
  ...['common', 'embedded-mongo', 'gateway/federation', 'gateway/graphql', 'gateway/rest', 'gateway/pages'],
  ...['subgraphs/common', 'subgraphs/account', 'subgraphs/traction'],
];

/** Every part of the house, with the parts that it may import. Written down here once more, as a second opinion. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  common: [],
  'embedded-mongo': [],
  'gateway/federation': [],
  'gateway/graphql': ['common', 'gateway/federation'],
  'gateway/rest': ['common', 'gateway/federation'],
  'gateway/pages': ['common', 'gateway/federation'],
  'subgraphs/common': ['common'],
  'subgraphs/account': ['common', 'subgraphs/common'],
  'subgraphs/traction': ['common', 'subgraphs/common'],
  scripts: ALL,
  bench: ['common', 'gateway/federation'],
  tests: [...ALL, 'scripts', 'bench'],
};

const PARTS = Object.keys(MAY_IMPORT);

/** In each part a file for every other part, which imports that part's `it.ts`. */
function everyArrow(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const part of PARTS) {
    files[`${part}/it.ts`] = 'export const it = 1;\n';
    for (const other of PARTS.filter((name) => name !== part)) {
      const up = '../'.repeat(part.split('/').length);
      files[`${part}/to-${other.replace('/', '-')}.ts`] = `export { it } from '${up}${other}/it';\n`;
    }
  }
  return files;
}

/** What breaks each rule that is no arrow between parts, with the one violation that it must cause. */
const BREACHES: readonly (Violation & { readonly text: string })[] = [
  {
    rule: 'gateway-knows-no-subgraph',
    from: 'gateway/server.ts',
    to: 'subgraphs/traction/it.ts',
    text: `export { it } from '../subgraphs/traction/it';`,
  },
  {
    rule: 'no-cycles',
    from: 'common/chicken.ts',
    to: 'common/egg.ts',
    text: `import type { Egg } from './egg';\nexport type Chicken = Egg;`,
  },
  {
    rule: 'tests-serve-tests',
    from: 'gateway/rest/uses-fixture.ts',
    to: 'gateway/rest/some.fixture.ts',
    text: `export { it } from './some.fixture';`,
  },
  {
    rule: 'tests-serve-tests',
    from: 'gateway/rest/uses-kit.ts',
    to: 'gateway/federation/testing/kit.ts',
    text: `export { it } from '../federation/testing/kit';`,
  },
  {
    rule: 'no-development-packages',
    from: 'gateway/rest/uses-development.ts',
    to: 'node_modules/development/index.js',
    text: `export { it } from 'development';`,
  },
  {
    rule: 'packages-are-declared',
    from: 'gateway/rest/uses-guest.ts',
    to: 'node_modules/guest/index.js',
    text: `export { it } from 'guest';`,
  },
  {
    rule: 'imports-resolve',
    from: 'gateway/rest/uses-nothing.ts',
    to: './nothing',
    text: `export { it } from './nothing';`,
  },
  {
    rule: 'generators-stay-generators',
    from: 'scripts/uses-generator.ts',
    to: 'node_modules/@apollo/composition/index.js',
    text: `export { it } from '@apollo/composition';`,
  },
  {
    rule: 'reference-engine-stays-a-reference',
    from: 'gateway/rest/uses-reference.ts',
    to: 'node_modules/@apollo/gateway/index.js',
    text: `export { it } from '@apollo/gateway';`,
  },
];

/** The other half of the circle, which is reported once. */
const EGG = `import type { Chicken } from './chicken';\nexport type Egg = Chicken;\n`;

/** What must be allowed: the same imports in the places that have them. */
const ALLOWED: Readonly<Record<string, string>> = {
  'scripts/generate/supergraph.ts': `export { it } from '@apollo/composition';\nexport { it as own } from 'development';`,
  'bench/engines.ts': `export { it } from '@apollo/gateway';`,
  'gateway/rest/some.test.ts': `import { it } from './some.fixture';\nimport { it as other } from 'development';\nit + other;`,
  'tests/support/cases.ts': 'export const it = 1;',
  'gateway/federation/all.test.ts': `import { it } from '../../tests/support/cases';\nit;`,
  'gateway/rest/some.cases.ts': `export { it } from './some.fixture';`,
  'subgraphs/traction/some.test.ts': `import { it } from '../../embedded-mongo/it';\nit;`,
  'gateway/rest/types-only.ts': `import type { It } from 'development';\nexport type Own = It;`,
  'tests/whole.test.ts': `import { it } from '../scripts/it';\nit;`,
};

const PACKAGES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    dependencies: { '@apollo/composition': '1.0.0', '@apollo/gateway': '1.0.0' },
    devDependencies: { development: '1.0.0' },
  }),
  ...Object.fromEntries(
    ['development', 'guest', '@apollo/composition', '@apollo/gateway'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'exports.it = 1;\n'],
    ]),
  ),
};

const partOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));
const isArrow = ({ from }: Violation): boolean => /\/to-[^/]*\.ts$/.test(from);

it('finds every import of the project in order', async () => {
  const { violations, files } = await cruise(projectRoot, FOLDERS);
  expect(violations).toEqual([]);
  expect(files).toBeGreaterThan(100);
});

describe('in a tree with every arrow and every breach', () => {
  let tree: Tree;
  let violations: readonly Violation[];
  let rules: readonly string[];

  beforeAll(async () => {
    tree = plant({
      ...PACKAGES,
      ...everyArrow(),
      'gateway/rest/some.fixture.ts': 'export const it = 1;\n',
      'common/egg.ts': EGG,
      'gateway/federation/testing/kit.ts': 'export const it = 1;\n',
      ...Object.fromEntries(BREACHES.map(({ from, text }) => [from, `${text}\n`])),
      ...ALLOWED,
    });
    ({ violations, rules } = await cruise(tree.root, FOLDERS));
  });

  afterAll(() => {
    tree.remove();
  });

  it.each(PARTS)('lets %s import what it may, and nothing else', (part) => {
    const refused = violations.filter((violation) => isArrow(violation) && partOf(violation.from) === part);
    const others = PARTS.filter((other) => other !== part && !MAY_IMPORT[part]?.includes(other));
    expect([...new Set(refused.map(({ to }) => partOf(to)))].sort()).toEqual(others.sort());
  });

  it.each(BREACHES)('reports $rule in $from', ({ rule, from, to }) => {
    expect(violations).toContainEqual({ rule, from, to });
  });

  it('reports nothing else', () => {
    const known = BREACHES.map(({ rule, from, to }) => ({ rule, from, to }));
    const unknown = violations.filter((violation) => !isArrow(violation));
    expect(unknown).toEqual(expect.arrayContaining(known));
    expect(unknown).toHaveLength(known.length);
  });

  it('sees each rule fail at least once', () => {
    const seen = new Set(violations.map(({ rule }) => rule));
    expect(rules.filter((name) => !seen.has(name))).toEqual([]);
  });
});
