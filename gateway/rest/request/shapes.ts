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
import { NO_TRAITS, type Traits } from '../documents/traits';
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
  /** The member that a text fills in place of the object. */
  readonly textAs?: Member | undefined;
}

export interface Member {
  /** In the graph. */
  readonly name: string;
  /** Under which callers send it; the first that is present wins. */
  readonly names: readonly [string, ...string[]];
  readonly required: boolean;
  /** What null means; the same as absent where nothing is said. */
  readonly nulls: Traits['nulls'];
  readonly constraint: Constraint | undefined;
  readonly shape: Shape;
}

export interface ShapeOptions {
  readonly supergraph: GraphQLSchema;
  readonly documented: RequestSpelling;
  readonly spellingOf: (type: GraphQLEnumType) => EnumSpelling;
}

/**
 * The names of a member, the documented one first, aliases last.
 * @param documentedAs where the contract has another name than the graph
 */
export function acceptedNames(
  name: string,
  documented: RequestSpelling,
  aliases: readonly string[] = [],
  documentedAs = name,
): readonly [string, ...string[]] {
  const first = documented === 'SNAKE' ? snakeCase(documentedAs) : camelCase(documentedAs);
  const others = [name, ...aliases].flatMap(twins);
  return [first, ...new Set(others.filter((other) => other !== first))];
}

export class ShapeCompiler {
  /** Types of which nothing is said have one shape wherever they stand; recursive ones could not end otherwise. */
  private readonly plain = new Map<GraphQLInputObjectType, ObjectShape>();

  constructor(private readonly options: ShapeOptions) {}

  shape(type: GraphQLInputType, origin: Origin, traits: Traits = NO_TRAITS): Shape {
    if (isNonNullType(type)) return this.shape(type.ofType, origin, traits);
    if (isListType(type)) {
      const itemRequired = isNonNullType(type.ofType);
      return { kind: 'list', item: this.shape(type.ofType, origin, traits), itemRequired };
    }
    if (isInputObjectType(type)) return this.object(type, traits);
    const { spellingOf } = this.options;
    return {
      kind: 'leaf',
      read: leafReader(type, { origin, form: traits.form, table: traits.table, spellingOf }),
    };
  }

  private object(type: GraphQLInputObjectType, traits: Traits): ObjectShape {
    if (traits.members.size > 0 || traits.textAs !== undefined) {
      const members = this.members(type, traits);
      return { kind: 'object', members, textAs: members.find(({ name }) => name === traits.textAs) };
    }
    const known = this.plain.get(type);
    if (known) return known;
    const members: Member[] = [];
    const shape: ObjectShape = { kind: 'object', members };
    this.plain.set(type, shape);
    members.push(...this.members(type, traits));
    return shape;
  }

  private members(type: GraphQLInputObjectType, traits: Traits): Member[] {
    return Object.values(type.getFields()).map((field) => {
      const own = traits.members.get(field.name) ?? NO_TRAITS;
      return {
        name: field.name,
        names: acceptedNames(field.name, this.options.documented, own.names, own.documentedAs),
        required: isRequiredInputField(field),
        nulls: own.nulls,
        constraint: this.constraint(type, field),
        shape: this.shape(field.type, 'json', own),
      };
    });
  }

  /** Clients' schema does not show @constraint; the supergraph does. */
  private constraint(type: GraphQLInputObjectType, field: GraphQLInputField): Constraint | undefined {
    const full = this.options.supergraph.getType(type.name);
    const node = isInputObjectType(full) ? full.getFields()[field.name]?.astNode : undefined;
    return node ? constraintOf(node) : undefined;
  }
}
