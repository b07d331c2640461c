import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { parse, print } from 'graphql';
import { createApolloPlanner } from '../plan/planner';
import { compose } from '../testing/kit';
import { dropDeadKeys } from './dead-keys';
import { operate } from './operate';
import { copyRequiredFields } from './required-copies';

const SHOP = {
  shop: {
    typeDefs: `
      type Query { products: [Product] }
      type Product @key(fields: "upc") { upc: ID! price(currency: String = "EUR"): Int maker: Maker }
      type Maker { name(upper: Boolean): String }
    `,
  },
  tax: {
    typeDefs: `
      type Product @key(fields: "upc") {
        upc: ID! price(currency: String = "EUR"): Int @external maker: Maker @external
        vat: Int @requires(fields: "price")
        duty(rate: Int): Int @requires(fields: "price(currency: \\"US  D\\") maker { name(upper: true) }")
        name: String
      }
      type Maker @external { name(upper: Boolean): String }
    `,
  },
};

function fetchesOf(node: PlanNode | undefined): FetchNode[] {
  switch (node?.kind) {
    case 'Fetch':
      return [node];
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    default:
      return [];
  }
}

function fetches(query: string): FetchNode[] {
  const { node } = createApolloPlanner(operate(compose(SHOP))).plan(parse(query));
  if (node?.kind === 'Subscription') throw new Error('Not a query.');
  return fetchesOf(node);
}

describe('keys that cannot be entered', () => {
  const own = {
    typeDefs:
      'type Query { t: T } type T @key(fields: "id") @key(fields: "no") { id: ID! no: ID! @shareable }',
  };
  const keysOf = (typeDefs: string): string[] => {
    const supergraph = dropDeadKeys(parse(compose({ own, other: { typeDefs } })));
    return print(supergraph).match(/@join__type\(graph: OTHER, key: [^)]*\)/g) ?? [];
  };

  it('are dropped where there is another', () => {
    expect(
      keysOf(
        'type T @key(fields: "id", resolvable: false) @key(fields: "no") { id: ID! no: ID! @shareable }',
      ),
    ).toEqual(['@join__type(graph: OTHER, key: "no")']);
  });

  it('stay where there is no other', () => {
    expect(keysOf('type T @key(fields: "id", resolvable: false) { id: ID! }')).toEqual([
      '@join__type(graph: OTHER, key: "id", resolvable: false)',
    ]);
  });
});

describe('copies of required fields', () => {
  it('are made for each list of arguments, on the types that have the field', () => {
    const { document, copies } = copyRequiredFields(parse(compose(SHOP)));
    expect(
      [...copies].map(([name, { field, arguments: args }]) => [name, field, args.map(print).join()]),
    ).toEqual([
      ['price__r1', 'price', ''],
      ['price__r2', 'price', 'currency: "US  D"'],
      ['name__r1', 'name', 'upper: true'],
    ]);
    expect(print(document)).toContain('requires: "price__r2 maker{name__r1}"');
  });

  it('leave a supergraph without such requirements as it is', () => {
    const supergraph = parse(compose({ a: { typeDefs: 'type Query { x(by: Int): Int }' } }));
    const { document, copies } = copyRequiredFields(supergraph);
    expect(copies.size).toBe(0);
    expect(print(document)).toBe(print(supergraph));
  });

  it('take no name that a field has', () => {
    const { shop, tax } = SHOP;
    const taken = { typeDefs: `${shop.typeDefs} type Other { price__r1: Int }` };
    const { copies } = copyRequiredFields(parse(compose({ shop: taken, tax })));
    expect([...copies.keys()]).toEqual(['price__r2', 'price__r3', 'name__r1']);
  });
});

describe('plans', () => {
  it('ask for the field itself, with its arguments, beside that of the client', () => {
    const [shop, tax] = fetches('{ products { duty price } }');
    expect(shop?.operation).toBe(
      '{products{__typename upc price__r2:price(currency:"US  D")maker{name__r1:name(upper:true)}price}}',
    );
    expect(tax?.inputRewrites).toEqual([
      { kind: 'KeyRenamer', path: ['price__r2'], renameKeyTo: 'price' },
      { kind: 'KeyRenamer', path: ['maker', 'name__r1'], renameKeyTo: 'name' },
    ]);
  });

  it('split a fetch that would need two values in one place, each part with what it needs', () => {
    const [, ...parts] = fetches('query ($r: Int) { products { vat name duty(rate: $r) } }');
    expect(parts.map(({ operation, variableUsages }) => [operation, variableUsages])).toEqual([
      [
        'query($representations:[_Any!]!){_entities(representations:$representations){...on Product{vat name}}}',
        [],
      ],
      [
        'query($representations:[_Any!]!$r:Int){_entities(representations:$representations){...on Product{duty(rate:$r)}}}',
        ['r'],
      ],
    ]);
    const required = parts.map(({ requires }) => JSON.stringify(requires));
    expect(required[0]).toMatch(/upc.*price__r1/);
    expect(required[0]).not.toMatch(/price__r2|maker/);
    expect(required[1]).toMatch(/upc.*price__r2.*maker.*name__r1/);
    expect(required[1]).not.toContain('price__r1');
  });

  it('leave a fetch whole whose fields can read one representation', () => {
    expect(fetches('{ products { vat name } }')).toHaveLength(2);
  });
});
