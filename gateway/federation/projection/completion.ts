import { GraphQLError } from 'graphql';
import { hold } from '../conditions';
import { Explanations } from './explanations';
import { isRecord } from './places';
import type { LeafShape, ListShape, ObjectShape, ProjectedField, Shape } from './types';

/** What a projection reads beside its shape. */
export interface ProjectionInput {
  readonly data: unknown;
  readonly introspection: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What went wrong before; the faults that the projection finds are added. */
  readonly errors: GraphQLError[];
  /** Objects that stand at several places of the data. */
  readonly shared?: ReadonlySet<object>;
}

/** Stands for a null that may not stand where it is: the object around it becomes null. */
export const RISING = Symbol('rising null');
export type Rising = typeof RISING;

export type Members = Record<string, unknown>;

/**
 * Completes values as their types want them, and lets a null rise from where none may stand to the nearest place where
 * one may. What a completed value is made of, objects or text, is for the subclasses to say.
 */
export abstract class Completion<Written> {
  /** Where in the answer the value stands that is being completed. */
  protected readonly path: (string | number)[] = [];
  private explanations: Explanations | undefined;

  constructor(protected readonly input: ProjectionInput) {}

  /** What is written for null. */
  protected abstract readonly nothing: Written;
  protected abstract leaf(value: unknown): Written;
  protected abstract list(elements: readonly Written[]): Written;
  protected abstract members(fields: readonly ProjectedField[], source: Members): Written | Rising;

  protected takesPart({ when }: ProjectedField): boolean {
    return !when || when.some((conditions) => hold(conditions, this.input.variables));
  }

  /** The value as its type wants it. */
  protected complete(shape: Shape, value: unknown, field: ProjectedField): Written | Rising {
    const completed = isAbsent(value) ? this.nothing : this.present(shape, value, field);
    if (completed === RISING) return shape.nullable ? this.nothing : RISING;
    if (completed !== this.nothing || shape.nullable) return completed;
    this.explainNull(field);
    return RISING;
  }

  protected present(shape: Shape, value: unknown, field: ProjectedField): Written | Rising {
    switch (shape.kind) {
      case 'leaf':
        return this.checkedLeaf(shape, value);
      case 'list':
        return this.elements(shape, value, field);
      case 'object':
        return this.object(shape, value, field);
    }
  }

  private checkedLeaf(shape: LeafShape, value: unknown): Written {
    try {
      return this.leaf(shape.write(value));
    } catch (error) {
      this.fault(error instanceof Error ? error.message : 'The value cannot be represented.');
      return this.nothing;
    }
  }

  private elements(shape: ListShape, value: unknown, field: ProjectedField): Written | Rising {
    if (!Array.isArray(value)) {
      this.fault(`Expected a list for field "${field.label}".`);
      return this.nothing;
    }
    const elements: Written[] = [];
    const depth = this.path.push(0) - 1;
    for (let index = 0; index < value.length; index += 1) {
      this.path[depth] = index;
      const completed = this.complete(shape.of, value[index], field);
      if (completed === RISING) break;
      elements.push(completed);
    }
    this.path.pop();
    return elements.length < value.length ? RISING : this.list(elements);
  }

  protected object(shape: ObjectShape, value: unknown, field: ProjectedField): Written | Rising {
    if (!isRecord(value)) {
      this.fault(`Expected an object for field "${field.label}".`);
      return this.nothing;
    }
    const fields = shape.fieldsOf(typeOf(shape, value));
    if (fields) return this.members(fields, value);
    this.fault(`Field "${field.label}" has a value of a type that is not known here.`);
    return this.nothing;
  }

  protected explainNull({ label }: ProjectedField): void {
    this.explanations ??= new Explanations(this.input.errors);
    if (this.explanations.explain(this.path)) return;
    this.fault(`Cannot return null for non-nullable field ${label}.`);
  }

  private fault(message: string): void {
    const error = new GraphQLError(message, { path: [...this.path] });
    this.input.errors.push(error);
    this.explanations?.add(error);
  }
}

export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** What the data, or the schema, have for a field. */
export function read(
  { source }: ProjectedField,
  object: Members,
  { introspection }: ProjectionInput,
): unknown {
  switch (source.kind) {
    case 'data':
      return object[source.name];
    case 'typename':
      return source.name;
    case 'introspection':
      return introspection[source.name];
  }
}

/** The concrete type; when the data do not tell, nothing that is selected depends on it. */
export function typeOf(shape: ObjectShape, value: Members): string {
  const typename = value['__typename'];
  return shape.abstract && typeof typename === 'string' ? typename : shape.type;
}
