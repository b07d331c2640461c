import { GraphQLError, Kind } from 'graphql';
import type { DirectiveNode, FragmentSpreadNode, InlineFragmentNode, ValueNode } from 'graphql';
import { InvalidOperation } from '../types';

/** A caller's wish to get a fragment later than what is around it. */
export interface Defer {
  /** Names this place of the operation: a fragment that is spread twice is deferred twice. */
  readonly id: string;
  readonly label: string | undefined;
  /** The variable that must be true for it. */
  readonly variable: string | undefined;
}

/** Which fragments are deferred, by the ids of their wishes. */
export type Deferred = ReadonlySet<string>;

/** What `@defer` on this fragment asks for; undefined without it, and where a literal takes it back. */
export function readDefer(
  node: FragmentSpreadNode | InlineFragmentNode,
  nextId: () => string,
): Defer | undefined {
  const directive = node.directives?.find(isDefer);
  if (!directive) return undefined;
  const label = argument(directive, 'label');
  const condition = argument(directive, 'if');
  if (label?.kind === Kind.VARIABLE) {
    const message = 'The label of "@defer" must be a literal.';
    throw new InvalidOperation([new GraphQLError(message, { nodes: directive })]);
  }
  if (condition?.kind === Kind.BOOLEAN && !condition.value) return undefined;
  return {
    id: nextId(),
    label: label?.kind === Kind.STRING ? label.value : undefined,
    variable: condition?.kind === Kind.VARIABLE ? condition.name.value : undefined,
  };
}

function argument(directive: DirectiveNode, name: string): ValueNode | undefined {
  return directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
}

/** The wish as the planner reads it: its label is our id. */
export function deferDirective(id: string): DirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'defer' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'label' },
        value: { kind: Kind.STRING, value: id },
      },
    ],
  };
}

export const isDefer = ({ name }: DirectiveNode): boolean => name.value === 'defer';
