import fc from 'fast-check';
import { getNamedType, isAbstractType, isCompositeType, isRequiredArgument, isUnionType } from 'graphql';
import type { GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql';

/** Arguments for the fields that cannot do without. */
export type Arguments = Readonly<Record<string, readonly string[]>>;

const VARIABLES = { $yes: 'Boolean! = true', $no: 'Boolean! = false' };
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

/** What queries are made of. */
interface Material {
  readonly schema: GraphQLSchema;
  readonly args: Arguments;
  readonly aliases: readonly string[];
  /** Conditions; an empty text is none. */
  readonly directives: readonly string[];
  /** What fragments may have beside. With it they stand on every type. */
  readonly defers: readonly string[];
}

/**
 * Random queries with aliases, fragments and conditions. Some are invalid: aliases are thrown at random. Fields that
 * need arguments and have none here are left out.
 */
export function queries(
  schema: GraphQLSchema,
  args: Arguments,
  { aliases = ALIASES, directives = DIRECTIVES, defers = [] }: Partial<Material> = {},
): fc.Arbitrary<string> {
  const root = schema.getQueryType();
  if (!root) throw new Error('The schema has no queries.');
  return selectionSet({ schema, args, aliases, directives, defers }, root, 4).map(
    (selections) => `query ${declarations(selections)} ${selections}`,
  );
}

/** Of the variables that are used: a query with others is invalid. */
function declarations(selections: string): string {
  const used = Object.entries(VARIABLES).filter(([name]) => selections.includes(name));
  return used.length === 0 ? '' : `(${used.map(([name, type]) => `${name}: ${type}`).join(', ')})`;
}

function selectionSet(material: Material, type: GraphQLCompositeType, depth: number): fc.Arbitrary<string> {
  const { schema, args } = material;
  const choices: fc.Arbitrary<string>[] = [fc.constant('__typename')];
  if (!isUnionType(type)) {
    for (const definition of Object.values(type.getFields())) {
      const isComplete = definition.name in args || !definition.args.some(isRequiredArgument);
      if (isComplete && (depth > 1 || !isCompositeType(getNamedType(definition.type)))) {
        choices.push(field(material, definition, depth));
      }
    }
  }
  if (material.defers.length > 0 && depth > 1) {
    choices.push(fragment(material, type.name, selectionSet(material, type, depth - 1)));
  }
  if (isAbstractType(type) && depth > 1) {
    for (const on of schema.getPossibleTypes(type)) {
      choices.push(fragment(material, on.name, selectionSet(material, on, depth - 1)));
    }
  }
  return fc
    .array(fc.oneof(...choices), { minLength: 1, maxLength: 4 })
    .map((selections) => `{ ${selections.join(' ')} }`);
}

function fragment(
  { directives, defers }: Material,
  on: string,
  below: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...directives), fc.constantFrom('', ...defers), below)
    .map(([directive, defer, selections]) => `... on ${on} ${directive} ${defer} ${selections}`);
}

function field(
  material: Material,
  { name, type }: GraphQLField<unknown, unknown>,
  depth: number,
): fc.Arbitrary<string> {
  const named = getNamedType(type);
  const below = isCompositeType(named) ? selectionSet(material, named, depth - 1) : fc.constant('');
  const alias = fc.option(fc.constantFrom(...material.aliases), { nil: undefined, freq: 2 });
  return fc
    .tuple(
      alias,
      fc.constantFrom(...(material.args[name] ?? [''])),
      fc.constantFrom(...material.directives),
      below,
    )
    .map(([as, given, directive, selections]) =>
      [as === undefined ? name : `${as}: ${name}`, given, directive, selections].join(' '),
    );
}
