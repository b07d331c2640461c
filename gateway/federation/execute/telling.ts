import type { GraphQLError } from 'graphql';
import { shows } from '../projection/deferred';
import type { DeferredPlace } from '../projection/deferred';
import type { Path } from '../projection/places';
import type { ProjectedField } from '../projection/types';

/** Fields of one object that the reader gets together. */
interface View {
  readonly path: Path;
  readonly fields: readonly ProjectedField[];
  readonly object: unknown;
}

/** A part as it was written. */
interface WrittenPart {
  readonly place: DeferredPlace;
  readonly data: string;
}

/**
 * Tells each error of an execution once, with what it is about: what is answered first, or the part in which its field
 * stands. What is about no field that the reader sees goes with what is sent next.
 */
export class Telling {
  private readonly told = new Set<GraphQLError>();
  private readonly initial: View[] = [];

  constructor(private readonly errors: GraphQLError[]) {}

  /** Notes what is answered first. */
  show(view: View): void {
    this.initial.push(view);
  }

  all(): readonly GraphQLError[] {
    return this.errors;
  }

  /** The errors to go with what is answered first. */
  ofInitial(waiting: readonly Path[]): GraphQLError[] {
    const isShown = (error: GraphQLError): boolean => this.initial.some((view) => isIn(view, error));
    return this.tell((error) => isShown(error) || !isBelowAny(waiting, error));
  }

  /** The errors to go with each of these parts. */
  ofParts(parts: readonly WrittenPart[], waiting: readonly Path[]): GraphQLError[][] {
    const own = parts.map(({ place, data }) => {
      const view = { path: place.path, fields: place.part.fields, object: place.object };
      const errors = this.tell((error) => isIn(view, error));
      if (errors.length > 0 || data !== 'null') return errors;
      // That there is nothing is never left unexplained.
      return this.errors.filter((error) => isIn(view, error));
    });
    own[0]?.push(...this.tell((error) => !isBelowAny(waiting, error)));
    return own;
  }

  /** Writes something with all errors known; keeps those that it adds, unless they were found before. */
  projecting<T>(write: (errors: GraphQLError[]) => T): T {
    const errors = [...this.errors];
    const written = write(errors);
    const known = new Set(this.errors.map(keyOf));
    this.errors.push(...errors.slice(this.errors.length).filter((error) => !known.has(keyOf(error))));
    return written;
  }

  private tell(isTold: (error: GraphQLError) => boolean): GraphQLError[] {
    const errors = this.errors.filter((error) => !this.told.has(error) && isTold(error));
    for (const error of errors) this.told.add(error);
    return errors;
  }
}

function isIn({ path: at, fields, object }: View, { path }: GraphQLError): boolean {
  return path !== undefined && isBelow(at, path) && shows(fields, object, path, at.length);
}

const isBelow = (at: Path, path: Path): boolean => at.every((key, index) => path[index] === key);

const isBelowAny = (places: readonly Path[], { path }: GraphQLError): boolean =>
  path !== undefined && places.some((at) => isBelow(at, path));

const keyOf = ({ message, path = [] }: GraphQLError): string => JSON.stringify([message, path]);
