import { Kind } from 'graphql';
import type { DirectiveNode } from 'graphql';

/** Holds when the variable has this value: `@include` wants true, `@skip` false. */
export interface Condition {
  readonly variable: string;
  readonly is: boolean;
}

/** All must hold; empty means always. */
export type Conditions = readonly Condition[];

/**
 * The conditions that `@skip` and `@include` among these directives stand for, or undefined when a literal
 * says that the selection never takes part.
 */
export function readConditions(directives: readonly DirectiveNode[] = []): Conditions | undefined {
  const conditions: Condition[] = [];
  for (const directive of directives) {
    if (!isConditional(directive)) continue;
    const wanted = directive.name.value === 'include';
    const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, is: wanted });
    else if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return undefined;
  }
  return conditions;
}

/** Whether this directive decides if a selection takes part. */
export function isConditional(directive: DirectiveNode): boolean {
  return directive.name.value === 'skip' || directive.name.value === 'include';
}

/** The same conditions as directives of an operation. */
export function conditionDirectives(conditions: Conditions): DirectiveNode[] {
  return conditions.map(({ variable, is }) => ({
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: is ? 'include' : 'skip' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'if' },
        value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
      },
    ],
  }));
}

/** Whether all conditions hold for these variables. */
export function hold(conditions: Conditions, variables: Readonly<Record<string, unknown>>): boolean {
  return conditions.every(({ variable, is }) => variables[variable] === is);
}
