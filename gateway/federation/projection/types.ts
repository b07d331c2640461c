import type { Conditions } from '../conditions';
import type { FieldRule } from '../types';

/** An object of the answer. */
export type Members = Record<string, unknown>;

/** How one answer is made of the data: reads internal names, writes the names that the caller wants. */
export type Shape = LeafShape | ListShape | ObjectShape;

export interface LeafShape {
  readonly kind: 'leaf';
  readonly nullable: boolean;
  /** Checks the value and spells it; throws when the type cannot hold it. */
  readonly write: (value: unknown) => unknown;
}

export interface ListShape {
  readonly kind: 'list';
  readonly nullable: boolean;
  readonly of: Shape;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly nullable: boolean;
  /** The declared type; may be abstract. */
  readonly type: string;
  readonly abstract: boolean;
  /** What is written for an object of this type. Undefined: clients know no such type here. */
  fieldsOf(typename: string): readonly ProjectedField[] | undefined;
  /** All object types that may stand here. */
  readonly possible: readonly string[];
}

/** One member of an object in the answer. */
export interface ProjectedField {
  /** `Type.field`, for messages. */
  readonly label: string;
  readonly source: FieldSource;
  /** The names under which the value is written; the first one stands in error paths. */
  readonly names: readonly [string, ...string[]];
  /** No rule says more about it than under which one name it is written. */
  readonly isPlain: boolean;
  /** The member takes part when one of these holds; undefined means always. */
  readonly when: readonly Conditions[] | undefined;
  readonly shape: Shape;
  readonly rule: FieldRule;
}

/** Where a value comes from. */
export type FieldSource =
  | { readonly kind: 'data'; readonly name: string }
  /** The name of the object's type; undefined when the data tell no more than an abstract type. */
  | { readonly kind: 'typename'; readonly name: string | undefined }
  /** What graphql-js answered, under the caller's own name. */
  | { readonly kind: 'introspection'; readonly name: string };

/** A place in the answer, as a chain from the inside out. */
export interface Place {
  readonly above: Place | undefined;
  readonly key: string | number;
}
