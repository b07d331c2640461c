import type { GraphQLCall, Workload } from './workload';

/** Every document is sent with this many different sets of variables. */
const TURNS = 6;

/** Twenty shapes over the graph, from one field to four hops, with every variable that a turn gives. */
const DOCUMENTS: readonly string[] = [
  'query A($first: Int!) { topProducts(first: $first) { upc name } }',
  'query B($first: Int!) { topProducts(first: $first) { name price weight inStock } }',
  'query C($first: Int!) { topProducts(first: $first) { name shippingEstimate } }',
  'query D($first: Int!) { topProducts(first: $first) { upc reviews { id body } } }',
  'query E($first: Int!) { topProducts(first: $first) { upc reviews { author { username } } } }',
  'query F($first: Int!) { topProducts(first: $first) { upc reviews { author { name birthday } } } }',
  'query G($id: ID!) { user(id: $id) { id name username } }',
  'query H($id: ID!) { user(id: $id) { name reviews { id body } } }',
  'query I($id: ID!) { user(id: $id) { name reviews { product { name price } } } }',
  'query J($id: ID!) { user(id: $id) { reviews { product { inStock shippingEstimate } } } }',
  'query K($id: ID!, $first: Int!) { user(id: $id) { name } topProducts(first: $first) { name } }',
  'query L($id: ID!) { me { name } other: user(id: $id) { name username } }',
  'query M($long: Boolean!) { users { id name birthday @include(if: $long) } }',
  'query N($long: Boolean!) { users { username reviews @skip(if: $long) { body } } }',
  'query O($long: Boolean!) { users { name reviews { body @include(if: $long) product { upc name } } } }',
  'query P($id: ID!) { user(id: $id) { ...Named reviews { product { reviews { author { ...Named } } } } } } fragment Named on User { id name }',
  'query Q($first: Int!) { top: topProducts(first: $first) { code: upc label: name stock: inStock } }',
  'query R($first: Int!, $long: Boolean!) { topProducts(first: $first) { name ... @include(if: $long) { reviews { body } } } }',
  'query S($id: ID!, $first: Int!) { a: user(id: $id) { name } b: topProducts(first: $first) { reviews { product { price } } } }',
  'query T($first: Int!) { me { username reviews { id } } topProducts(first: $first) { shippingEstimate reviews { id } } }',
];

const VALUES = (turn: number): Readonly<Record<string, unknown>> => ({
  id: String(turn + 1),
  first: turn + 2,
  long: turn % 2 === 0,
});

/** The call of one document in one turn, with those variables that the document declares. */
function callOf(query: string, turn: number): GraphQLCall {
  const declared = Object.entries(VALUES(turn)).filter(([name]) => query.includes(`$${name}:`));
  return { query, variables: Object.fromEntries(declared) };
}

/** A client population: many documents in rotation, with other variables each time. */
export const rotating: Workload = {
  name: 'rotating',
  title: `${DOCUMENTS.length} documents in rotation`,
  calls: Array.from({ length: TURNS }, (_, turn) => DOCUMENTS.map((query) => callOf(query, turn))).flat(),
};
