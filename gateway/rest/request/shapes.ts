/** The form that a variable must have, compiled once from its type: a tree that requests are read by. */
import {
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { type Constraint, constraintOf } from '../../../common/constraints';
import type { RequestSpelling } from '../documents/directives';
import type { EnumSpelling } from '../enums';
import { camelCase, snakeCase, twins } from '../names';
import { leafReader, type ReadLeaf } from './leaves';
import type { Origin } from './origin';

export type Shape = LeafShape | ListShape | ObjectShape;

export interface LeafShape {
  readonly kind: 'leaf';
  readonly read: ReadLeaf;
}

export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
  readonly itemRequired: boolean;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly members: readonly Member[];
}

export interface Member {
  /** In the graph. */
  readonly name: string;
  /** Under which callers send it; the first that is present wins. */
  readonly names: readonly [string, ...string[]];
  readonly required: boolean;
  readonly constraint: Constraint | undefined;
  readonly shape: Shape;
}

export interface ShapeOptions {
  readonly supergraph: GraphQLSchema;
  readonly documented: RequestSpelling;
  readonly spellingOf: (type: GraphQLEnumType) => EnumSpelling;
}

/** Further names of members, by the path of the member from the variable. */
export type MemberAliases = ReadonlyMap<string, readonly string[]>;

/** The names of a member, the documented spelling first, aliases last. */
export function acceptedNames(
  name: string,
  documented: RequestSpelling,
  aliases: readonly string[] = [],
): readonly [string, ...string[]] {
  const first = documented === 'SNAKE' ? snakeCase(name) : camelCase(name);
  const others = [name, ...aliases].flatMap(twins);
  return [first, ...new Set(others.filter((other) => other !== first))];
}

export class ShapeCompiler {
  /** Types without aliases of their own have one shape wherever they stand; recursive ones could not end otherwise. */
  private readonly plain = new Map<GraphQLInputObjectType, ObjectShape>();

  constructor(private readonly options: ShapeOptions) {}

  shape(type: GraphQLInputType, origin: Origin, aliases: MemberAliases = new Map()): Shape {
    if (isNonNullType(type)) return this.shape(type.ofType, origin, aliases);
    if (isListType(type)) {
      const itemRequired = isNonNullType(type.ofType);
      return { kind: 'list', item: this.shape(type.ofType, origin, aliases), itemRequired };
    }
    if (isInputObjectType(type)) return this.object(type, aliases);
    return { kind: 'leaf', read: leafReader(type, origin, this.options.spellingOf) };
  }

  private object(type: GraphQLInputObjectType, aliases: MemberAliases): ObjectShape {
    if (aliases.size > 0) return { kind: 'object', members: this.members(type, aliases) };
    const known = this.plain.get(type);
    if (known) return known;
    const members: Member[] = [];
    const shape: ObjectShape = { kind: 'object', members };
    this.plain.set(type, shape);
    members.push(...this.members(type, aliases));
    return shape;
  }

  private members(type: GraphQLInputObjectType, aliases: MemberAliases): Member[] {
    return Object.values(type.getFields()).map((field) => ({
      name: field.name,
      names: acceptedNames(field.name, this.options.documented, aliases.get(field.name)),
      required: isRequiredInputField(field),
      constraint: this.constraint(type, field),
      shape: this.shape(field.type, 'json', below(aliases, field)),
    }));
  }

  /** Clients' schema does not show @constraint; the supergraph does. */
  private constraint(type: GraphQLInputObjectType, field: GraphQLInputField): Constraint | undefined {
    const full = this.options.supergraph.getType(type.name);
    const node = isInputObjectType(full) ? full.getFields()[field.name]?.astNode : undefined;
    return node ? constraintOf(node) : undefined;
  }
}

function below(aliases: MemberAliases, { name }: GraphQLInputField): MemberAliases {
  const inner = [...aliases].filter(([path]) => path.startsWith(`${name}.`));
  return new Map(inner.map(([path, names]) => [path.slice(name.length + 1), names]));
}
