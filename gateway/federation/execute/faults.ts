import { GraphQLError } from 'graphql';
import type { FetchStep } from '../plan/types';
import { placesOf } from '../projection/places';
import type { Path } from '../projection/places';
import type { Failure, SubgraphError } from '../types';
import { locate } from './locate';
import type { Run } from './run';
import type { DataObject } from './types';

/**
 * Turns what went wrong in one fetch into errors of the answer: at the paths that the caller sees, with the
 * name of the service, and without anything that only the engine should know.
 */
export class FetchFaults {
  constructor(
    private readonly run: Run,
    private readonly fetch: FetchStep,
  ) {}

  /** The fetch as a whole, or the part of it for these objects, brought nothing. */
  failed(failure: Failure, objects?: ReadonlySet<DataObject>): void {
    const seen = new Set<string>();
    for (const path of this.concerned(objects)) {
      const key = JSON.stringify(path);
      if (!seen.has(key)) this.add(failure, path);
      seen.add(key);
    }
  }

  /** An error that the subgraph sent beside data. Entities are known by their place among the representations. */
  sent(error: SubgraphError, owners: readonly (readonly DataObject[])[] | undefined): void {
    const failure = failureOf(error);
    if (!error.path) {
      this.add(failure, undefined);
    } else if (!owners) {
      const members = this.renamed(error.path);
      for (const base of this.locations()) this.addAt(failure, [...base, ...members]);
    } else {
      const [, index, ...rest] = error.path;
      const objects = typeof index === 'number' ? owners[index] : undefined;
      const members = this.renamed(rest);
      for (const base of this.locations(new Set(objects ?? owners.flat())))
        this.addAt(failure, [...base, ...members]);
    }
  }

  private addAt(failure: Failure, path: Path): void {
    const { shape, data, variables } = this.run;
    for (const place of placesOf(shape, data, path, variables).paths) this.add(failure, place);
  }

  private add({ message, extensions }: Failure, path: Path | undefined): void {
    const options = { extensions: { ...extensions, service: this.fetch.service } };
    this.run.errors.push(new GraphQLError(message, path ? { ...options, path } : options));
  }

  /** The places of the fields that the fetch would have filled; of their objects where the caller sees none. */
  private concerned(objects: ReadonlySet<DataObject> | undefined): Path[] {
    const { shape, data, variables } = this.run;
    return this.locations(objects).flatMap((base) => {
      const found = this.fetch.fills.map((name) => placesOf(shape, data, [...base, name], variables));
      const exact = found.filter((place) => place.exact);
      return (exact.length > 0 ? exact : found).flatMap(({ paths }) => paths);
    });
  }

  private locations(objects?: ReadonlySet<DataObject>): Path[] {
    const located = locate(this.run.data, this.fetch.at);
    return located.filter(({ object }) => !objects || objects.has(object)).map(({ path }) => path);
  }

  /** Undoes aliases that the planner made for this fetch alone. */
  private renamed(path: Path): Path {
    const renamed = new Map<string | number, string>();
    for (const { field, change } of this.fetch.outputRewrites) {
      if (change.kind === 'rename') renamed.set(field, change.to);
    }
    return renamed.size === 0 ? path : path.map((part) => renamed.get(part) ?? part);
  }
}

/** The failure that a subgraph's error stands for. */
export function failureOf({ message, extensions }: SubgraphError): Failure {
  return { message, extensions: extensions ?? {} };
}
