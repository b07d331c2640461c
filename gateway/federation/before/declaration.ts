import {
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLString,
  DirectiveLocation,
  getDirectiveValues,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { MappedVariable } from './guard';

/** What a subgraph declares with `@before` on a mutation field. */
export interface Declaration {
  readonly query: string;
  readonly variables: readonly MappedVariable[];
  readonly into: string | undefined;
  readonly orElse: string;
}

const BEFORE = new GraphQLDirective({
  name: 'before',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  isRepeatable: true,
  args: {
    query: { type: new GraphQLNonNull(GraphQLString) },
    variables: { type: GraphQLString },
    into: { type: GraphQLString },
    orElse: { type: new GraphQLNonNull(GraphQLString) },
  },
});

/**
 * The mutation fields that declare something, with their declarations in order. Throws for a declaration elsewhere:
 * nobody would ask it, and whoever wrote it would think that the field is guarded.
 */
export function readDeclarations(full: GraphQLSchema): [GraphQLField<unknown, unknown>, Declaration[]][] {
  refuseElsewhere(full);
  const fields = Object.values(full.getMutationType()?.getFields() ?? {});
  return fields
    .map((field): [GraphQLField<unknown, unknown>, Declaration[]] => [field, declarationsOf(field)])
    .filter(([, declarations]) => declarations.length > 0);
}

function refuseElsewhere(full: GraphQLSchema): void {
  for (const type of Object.values(full.getTypeMap())) {
    if (type === full.getMutationType() || !(isObjectType(type) || isInterfaceType(type))) continue;
    const field = Object.values(type.getFields()).find((candidate) => declarationsOf(candidate).length > 0);
    if (field) throw new Error(`@before of ${type.name}.${field.name}: only fields of mutations can have it`);
  }
}

function declarationsOf(field: GraphQLField<unknown, unknown>): Declaration[] {
  const applied = field.astNode?.directives?.filter(({ name }) => name.value === BEFORE.name) ?? [];
  return applied.map((directive) => {
    const values = getDirectiveValues(BEFORE, { directives: [directive] }) ?? {};
    return {
      query: String(values['query']),
      variables: readMapping(text(values['variables']) ?? ''),
      into: text(values['into']),
      orElse: String(values['orElse']),
    };
  });
}

/** `id: input.ownerId, other: name` */
function readMapping(mapping: string): MappedVariable[] {
  return mapping
    .split(',')
    .filter((entry) => entry.trim() !== '')
    .map((entry) => {
      const [variable = '', path = ''] = entry.split(':').map((part) => part.trim());
      return { variable, path: path.split('.') };
    });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
