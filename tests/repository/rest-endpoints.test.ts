/** docs/rest-endpoints.md tells the truth about what is served, and speaks the words of the vocabulary. */
import { readdirSync, readFileSync } from 'node:fs';
import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { projectFile } from '../../common/project';

const folder = projectFile('schema', 'rest');

/** Arguments of @rest that are mechanisms of their own. */
const OF_REST = ['pick', 'base', 'aliases', 'agree', 'envelope', 'errors', 'spelling', 'invalidStatus'];
/** GraphQL's own, and what later work brings. */
const BESIDE = ['@include', 'status 204'];

interface Row {
  readonly route: string;
  readonly isServed: boolean;
  readonly mechanisms: readonly string[];
}

const pageText = readFileSync(projectFile('docs', 'rest-endpoints.md'), 'utf8');

const rows = pageText.split('\n').flatMap((line): Row[] => {
  const [, , route, served, mechanisms = ''] = line.split('|').map((cell) => cell.trim());
  const shown = /^`([A-Z]+ \S+|[A-Z]+ )`$/.exec(route ?? '')?.[1];
  if (shown === undefined) return [];
  const names = [...mechanisms.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  return [{ route: nameless(shown), isServed: served === 'served', mechanisms: names }];
});

function nameless(route: string): string {
  return route.trim().replaceAll(/\{\w+\}/g, '{}');
}

const argumentOf = ({ arguments: given = [] }: DirectiveNode, name: string): unknown => {
  const argument = given.find((candidate) => candidate.name.value === name);
  return argument && valueFromASTUntyped(argument.value);
};

const restOf = (operation: OperationDefinitionNode): DirectiveNode =>
  operation.directives?.find(({ name }) => name.value === 'rest') as DirectiveNode;

/** What a document uses, its fragments included. */
function mechanismsOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): ReadonlySet<string> {
  const used = new Set<string>();
  const walk = (node: OperationDefinitionNode | FragmentDefinitionNode): void =>
    void visit(node, {
      Directive: ({ name, arguments: given = [] }) => {
        if (name.value !== 'rest') used.add(`@${name.value}`);
        else
          for (const argument of given)
            if (OF_REST.includes(argument.name.value)) used.add(argument.name.value);
      },
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment) walk(fragment);
      },
    });
  walk(operation);
  return used;
}

const documents = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: service }) => {
    const definitions = readdirSync(`${folder}/${service}`).flatMap(
      (file) => parse(readFileSync(`${folder}/${service}/${file}`, 'utf8')).definitions,
    );
    const fragments = new Map(
      definitions.flatMap((node): [string, FragmentDefinitionNode][] =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
      ),
    );
    const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    return operations.map((operation) => ({
      service,
      operation,
      mechanisms: mechanismsOf(operation, fragments),
    }));
  });

/** The health of Coaching and of Traction stands in the common part of the contract, not among the 260. */
const isCommonHealth = (service: string, route: string): boolean =>
  ['coaching', 'traction'].includes(service) && route.startsWith('GET /health');

it('lists the 260 endpoints of the contract and the stream of a tenant, each with what it needs', () => {
  expect(rows).toHaveLength(260 + 1);
  expect(rows.filter(({ isServed, mechanisms }) => !isServed && mechanisms.length === 0)).toEqual([]);
});

it('names for every document that is served exactly what it uses', () => {
  const served = documents.flatMap(({ service, operation, mechanisms }) => {
    const rest = restOf(operation);
    const base = argumentOf(rest, 'base');
    const path = `${typeof base === 'string' && base !== '/' ? base : ''}${String(argumentOf(rest, 'path'))}`;
    const route = nameless(`${String(argumentOf(rest, 'method'))} ${path}`);
    return isCommonHealth(service, route) ? [] : [{ route, mechanisms: [...mechanisms].sort() }];
  });
  const told = rows
    .filter(({ isServed }) => isServed)
    .map(({ route, mechanisms }) => ({ route, mechanisms: [...mechanisms].sort() }));
  const byRoute = (a: { route: string }, b: { route: string }): number => a.route.localeCompare(b.route);
  expect(told.sort(byRoute)).toEqual(served.sort(byRoute));
});

it('names no mechanism that the vocabulary does not have', () => {
  const vocabulary = parse(readFileSync(`${folder}/vocabulary.graphql`, 'utf8')).definitions.flatMap(
    (node) => (node.kind === Kind.DIRECTIVE_DEFINITION ? [`@${node.name.value}`] : []),
  );
  const known = new Set([...vocabulary, ...OF_REST, ...BESIDE]);
  const unknown = rows.flatMap(({ route, mechanisms }) =>
    mechanisms
      .filter((name) => !known.has(name) && !known.has(name.replace(/ \(.*\)$/, '')))
      .map((name) => [route, name]),
  );
  expect(unknown).toEqual([]);
});
