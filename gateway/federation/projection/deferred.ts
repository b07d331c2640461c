import { hold } from '../conditions';
import type { Conditions } from '../conditions';
import { candidates, isRecord } from './places';
import type { Path } from './places';
import { Projection, RISING } from './project';
import type { ProjectionInput, Rising } from './project';
import type { Members, ObjectShape, ProjectedField, Shape } from './types';

/** What a deferred fragment adds to an object of one type. */
export interface DeferredPart {
  /** The id of the fragment. */
  readonly id: string;
  /** What the caller has called it. */
  readonly label: string | undefined;
  /** It comes when all of these hold. */
  readonly conditions: Conditions;
  readonly fields: readonly ProjectedField[];
}

/** What comes later for an object of which these fields are written. */
export type Hanging = WeakMap<readonly ProjectedField[], readonly DeferredPart[]>;

/** An answer without what comes later, and what hangs where in it. */
export interface DeferredShape {
  readonly shape: ObjectShape;
  readonly hanging: Hanging;
}

/** An object of the answer for which a part comes later. */
export interface DeferredPlace {
  readonly part: DeferredPart;
  readonly path: Path;
  readonly object: Members;
}

/** What is written at one time, and the objects in it for which something comes later. */
export interface Written {
  /** Null when a null rose to the top. */
  readonly members: Members | null;
  readonly places: readonly DeferredPlace[];
}

/** Writes the answer that comes first. */
export function projectInitial({ shape, hanging }: DeferredShape, input: ProjectionInput): Written {
  const projection = new DeferringProjection(input, hanging);
  return projection.written(projection.root(shape));
}

/** Writes one part at its place. */
export function projectPart(place: DeferredPlace, hanging: Hanging, input: ProjectionInput): Written {
  const projection = new DeferringProjection(input, hanging);
  return projection.written(projection.partAt(place));
}

/** Notes for which objects something comes later. What became null has no such objects in it. */
class DeferringProjection extends Projection {
  private readonly places: DeferredPlace[] = [];

  constructor(
    input: ProjectionInput,
    private readonly hanging: Hanging,
  ) {
    super(input);
  }

  partAt({ part, path, object }: DeferredPlace): Members | null {
    this.path.push(...path);
    const members = this.members(part.fields, object);
    return members === RISING ? null : members;
  }

  written(members: Members | null): Written {
    return { members, places: members ? this.places : [] };
  }

  protected override complete(shape: Shape, value: unknown, field: ProjectedField): unknown {
    const before = this.places.length;
    const completed = super.complete(shape, value, field);
    if (completed === RISING || completed === null) this.places.length = before;
    return completed;
  }

  protected override members(fields: readonly ProjectedField[], source: Members): Members | Rising {
    for (const part of this.hanging.get(fields) ?? []) {
      if (!hold(part.conditions, this.input.variables)) continue;
      this.places.push({ part, path: [...this.path], object: source });
    }
    return super.members(fields, source);
  }
}

/** Whether something at this path of the answer is among these fields of the object at `depth` of it. */
export function shows(
  fields: readonly ProjectedField[],
  object: unknown,
  path: Path,
  depth: number,
): boolean {
  if (depth >= path.length) return true;
  const field = fields.find(({ names }) => names[0] === path[depth]);
  if (!field) return false;
  const { source } = field;
  let value = source.kind === 'data' && isRecord(object) ? object[source.name] : undefined;
  let shape = field.shape;
  let below = depth + 1;
  for (; shape.kind === 'list' && below < path.length; below += 1) {
    value = Array.isArray(value) ? (value[Number(path[below])] as unknown) : undefined;
    shape = shape.of;
  }
  if (shape.kind !== 'object') return true;
  return shows(candidates(shape, isRecord(value) ? value : undefined), value, path, below);
}
