import fc from 'fast-check';
import { getNamedType, isAbstractType, isCompositeType, isUnionType } from 'graphql';
import type { GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql';

/** Arguments for the fields that cannot do without. */
export type Arguments = Readonly<Record<string, readonly string[]>>;

const ALIASES = ['id', 'title', 'name', 'a', 'b'];
const DIRECTIVES = [
  '',
  '',
  '',
  '@include(if: $yes)',
  '@skip(if: $yes)',
  '@include(if: $no)',
  '@skip(if: $no)',
];

/** Random queries with aliases, fragments and conditions. Some are invalid: aliases are thrown at random. */
export function queries(schema: GraphQLSchema, args: Arguments): fc.Arbitrary<string> {
  const root = schema.getQueryType();
  if (!root) throw new Error('The schema has no queries.');
  return selectionSet(schema, args, root, 4).map(
    (selections) => `query ($yes: Boolean! = true, $no: Boolean! = false) ${selections}`,
  );
}

function selectionSet(
  schema: GraphQLSchema,
  args: Arguments,
  type: GraphQLCompositeType,
  depth: number,
): fc.Arbitrary<string> {
  const choices: fc.Arbitrary<string>[] = [fc.constant('__typename')];
  if (!isUnionType(type)) {
    for (const definition of Object.values(type.getFields())) {
      if (depth > 1 || !isCompositeType(getNamedType(definition.type))) {
        choices.push(field(schema, args, definition, depth));
      }
    }
  }
  if (isAbstractType(type) && depth > 1) {
    for (const on of schema.getPossibleTypes(type)) {
      choices.push(fragment(on.name, selectionSet(schema, args, on, depth - 1)));
    }
  }
  return fc
    .array(fc.oneof(...choices), { minLength: 1, maxLength: 4 })
    .map((selections) => `{ ${selections.join(' ')} }`);
}

function fragment(on: string, below: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...DIRECTIVES), below)
    .map(([directive, selections]) => `... on ${on} ${directive} ${selections}`);
}

function field(
  schema: GraphQLSchema,
  args: Arguments,
  { name, type }: GraphQLField<unknown, unknown>,
  depth: number,
): fc.Arbitrary<string> {
  const named = getNamedType(type);
  const below = isCompositeType(named) ? selectionSet(schema, args, named, depth - 1) : fc.constant('');
  const alias = fc.option(fc.constantFrom(...ALIASES), { nil: undefined, freq: 2 });
  return fc
    .tuple(alias, fc.constantFrom(...(args[name] ?? [''])), fc.constantFrom(...DIRECTIVES), below)
    .map(([as, given, directive, selections]) =>
      [as === undefined ? name : `${as}: ${name}`, given, directive, selections].join(' '),
    );
}
