import { getNamedType, isCompositeType } from 'graphql';
import type { ArgumentNode, GraphQLCompositeType } from 'graphql';
import type { Deferred } from './defer';
import type { InternalOperation } from './document';
import type { Selected, SelectedField, SelectedFragment } from './selection';

type Operation = Pick<InternalOperation, 'root' | 'selections' | 'names' | 'provided'>;

/**
 * The same operation, whose deferred fragments leave out what is there before them in any case: the planner would
 * fetch it again for them.
 */
export function withoutRepeated<O extends Operation>(operation: O, deferred: Deferred): O {
  const { root, names, provided } = operation;
  const reader = new Repetitions(deferred, new Map(names), new Map(provided));
  const selections = reader.level(root, operation.selections);
  return { ...operation, selections, names: reader.names, provided: reader.provided };
}

class Repetitions {
  constructor(
    private readonly deferred: Deferred,
    readonly names: Map<SelectedField, string>,
    readonly provided: Map<SelectedField, readonly ArgumentNode[]>,
  ) {}

  level(parent: GraphQLCompositeType | undefined, level: readonly Selected[]): Selected[] {
    const before = this.always(parent, level);
    return level.map((selected) => {
      if (selected.kind === 'field') {
        return this.with(selected, this.level(typeBelow(selected), selected.selections));
      }
      const selections = this.level(selected.on, selected.selections);
      const isLater = this.isDeferred(selected) && selected.on === parent;
      return { ...selected, selections: isLater ? this.less(parent, selections, before) : selections };
    });
  }

  /** What is left of selections of an object for which these fields are there before. */
  private less(
    parent: GraphQLCompositeType | undefined,
    level: readonly Selected[],
    before: readonly SelectedField[],
  ): Selected[] {
    return level.flatMap((selected): Selected[] => {
      if (selected.kind === 'fragment') {
        const { on, selections } = selected;
        return on === parent ? [{ ...selected, selections: this.less(on, selections, before) }] : [selected];
      }
      const same = before.filter((field) => this.names.get(field) === this.names.get(selected));
      if (same.length === 0) return [selected];
      const type = typeBelow(selected);
      const known = same.flatMap(({ selections }) => this.always(type, selections));
      const selections = this.less(type, selected.selections, known);
      return selections.length === 0 ? [] : [this.with(selected, selections)];
    });
  }

  /** The fields of a level that are there at once, whatever the variables and the types of the objects. */
  private always(parent: GraphQLCompositeType | undefined, level: readonly Selected[]): SelectedField[] {
    return level.flatMap((selected) => {
      if (selected.conditions.length > 0) return [];
      if (selected.kind === 'field') return [selected];
      const isAlways = selected.on === parent && !this.isDeferred(selected);
      return isAlways ? this.always(parent, selected.selections) : [];
    });
  }

  private with(field: SelectedField, selections: readonly Selected[]): SelectedField {
    const copy = { ...field, selections };
    const name = this.names.get(field);
    const provided = this.provided.get(field);
    if (name !== undefined) this.names.set(copy, name);
    if (provided) this.provided.set(copy, provided);
    return copy;
  }

  private isDeferred({ defer }: SelectedFragment): boolean {
    return defer !== undefined && this.deferred.has(defer.id);
  }
}

/** The type of the objects of a field; leaves have none. */
function typeBelow({ definition }: SelectedField): GraphQLCompositeType | undefined {
  const type = getNamedType(definition.type);
  return isCompositeType(type) ? type : undefined;
}
