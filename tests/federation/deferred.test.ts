/**
 * The hard cases of federation once more, with `@defer` all over: the parts make together what was asked for, no more
 * and no less. Values are not compared: to defer a field of an entity is to ask its subgraph for the entity once more,
 * and the subgraphs of the cases do not all know their entities by key.
 */
import { Kind, parse, visit } from 'graphql';
import type { DocumentNode, InlineFragmentNode, SelectionNode } from 'graphql';
import * as themes from './cases';
import { compose, ours } from './gateways';

type Path = readonly (string | number)[];

/** Which of the selections of each object are deferred. */
const WAYS: Readonly<Record<string, (index: number, count: number) => boolean>> = {
  everything: () => true,
  'the first of each object': (index) => index === 0,
  'the last of each object': (index, count) => index === count - 1,
};

const deferred = (selection: SelectionNode): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  directives: [{ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'defer' } }],
  selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
});

function sprinkle(query: string, isLater: (index: number, count: number) => boolean): DocumentNode {
  return visit(parse(query, { noLocation: true }), {
    SelectionSet: {
      leave: (node) => ({
        ...node,
        selections: node.selections.map((selection, index) =>
          isLater(index, node.selections.length) ? deferred(selection) : selection,
        ),
      }),
    },
  });
}

describe.each(Object.entries(themes))('%s', (_theme, cases) => {
  describe.each(cases.map((theCase) => [theCase.name, theCase] as const))('%s', (_name, theCase) => {
    const engine = ours(theCase, compose(theCase));
    const operations = theCase.operations.flatMap((operation) =>
      Object.entries(WAYS).map(([way, isLater]) => ({ ...operation, way, isLater })),
    );

    it.each(operations)('with $way deferred: $query', async ({ query, variables, data, isLater }) => {
      const merged = await engine.merge(sprinkle(query, isLater), variables);
      expect(strayFields(merged.data, data, merged.lost)).toEqual([]);
    });
  });
});

/** The paths of the members that only one of the answers has. */
function strayFields(actual: unknown, expected: unknown, lost: readonly Path[], path: Path = []): Path[] {
  if (!isObject(actual) || !isObject(expected)) return [];
  const isLost = lost.some((at) => at.join('.') === path.join('.'));
  return [...new Set([...Object.keys(actual), ...Object.keys(expected)])].flatMap((key) => {
    const at = [...path, key];
    if (!(key in actual) || !(key in expected)) return isLost ? [] : [at];
    return strayFields(actual[key], expected[key], lost, at);
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
