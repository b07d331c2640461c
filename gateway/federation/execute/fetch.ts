import { isObjectType } from 'graphql';
import type { FetchStep } from '../plan/types';
import { isRecord } from '../projection/places';
import type { SubgraphResponse } from '../types';
import { representInContexts } from './contexts';
import { FetchFaults, failureOf } from './faults';
import { objectsAt } from './locate';
import { mergeInto } from './merge';
import type { Batch } from './orders';
import { represent } from './representations';
import { applyRewrites } from './rewrites';
import { ask } from './run';
import type { Run } from './run';
import type { DataObject } from './types';

/** Asks one subgraph and merges its answer into the data. Never throws: what goes wrong is in the errors. */
export function executeFetch(run: Run, fetch: FetchStep): Promise<void> {
  if (!fetch.requires) return fetchRoot(run, fetch);
  const batch = fetch.contexts.length === 0 ? represent(run, fetch) : representInContexts(run, fetch);
  return batch.representations.length > 0 ? fetchEntities(run, fetch, batch) : Promise.resolve();
}

async function fetchRoot(run: Run, fetch: FetchStep): Promise<void> {
  const objects = objectsAt(run.data, fetch.at, run.shared);
  if (objects.length === 0) return;
  const response = await ask(run, fetch, {});
  if (isRecord(response?.data)) {
    applyRewrites(run.surroundings.schema, fetch.outputRewrites, response.data);
    mergeIntoAll(run, fetch, objects, response.data);
  }
  noteFaults(run, fetch, response, undefined);
}

async function fetchEntities(run: Run, fetch: FetchStep, batch: Batch): Promise<void> {
  const { owners } = batch;
  const response = await run.entities.load(fetch, batch);
  if (isRecord(response?.data)) {
    const answered = response.data['_entities'];
    const entities: unknown[] = Array.isArray(answered) ? answered : [];
    for (const [index, entity] of entities.entries()) {
      if (isRecord(entity)) mergeEntity(run, fetch, owners[index] ?? [], entity);
    }
    noteUnanswered(run, fetch, owners.slice(entities.length).flat());
  }
  noteFaults(run, fetch, response, owners);
}

function mergeEntity(run: Run, fetch: FetchStep, objects: readonly DataObject[], entity: DataObject): void {
  const { schema } = run.surroundings;
  applyRewrites(schema, fetch.outputRewrites, entity);
  // A subgraph that knows only the interface answers with its name: the concrete type must survive that.
  if (!isObjectType(schema.getType(String(entity['__typename'])))) delete entity['__typename'];
  mergeIntoAll(run, fetch, objects, entity);
}

/** Objects within what is merged into several objects stand at several places from then on, if they may. */
function mergeIntoAll(
  { shared }: Run,
  { separates }: FetchStep,
  objects: readonly DataObject[],
  source: DataObject,
): void {
  if (objects.length > 1) {
    if (separates) {
      for (const object of objects) mergeInto(object, structuredClone(source));
      return;
    }
    for (const name in source) addObjects(shared, source[name]);
  }
  for (const object of objects) mergeInto(object, source);
}

function addObjects(objects: Set<DataObject>, value: unknown): void {
  if (Array.isArray(value)) for (const element of value) addObjects(objects, element);
  else if (isRecord(value)) objects.add(value);
}

function noteUnanswered(run: Run, fetch: FetchStep, objects: readonly DataObject[]): void {
  if (objects.length === 0) return;
  new FetchFaults(run, fetch).failed(run.surroundings.failure('SERVICE_UNAVAILABLE'), new Set(objects));
}

/** Comes after the merge: where an error stands in the answer depends on the types of the objects. */
function noteFaults(
  run: Run,
  fetch: FetchStep,
  response: SubgraphResponse | undefined,
  owners: Batch['owners'] | undefined,
): void {
  const errors = response?.errors ?? [];
  const hasData = isRecord(response?.data);
  if (hasData && errors.length === 0) return;
  const faults = new FetchFaults(run, fetch);
  for (const error of errors) {
    if (hasData || error.path) faults.sent(error, owners);
    else faults.failed(failureOf(error));
  }
  if (!hasData && errors.length === 0) faults.failed(run.surroundings.failure('SERVICE_UNAVAILABLE'));
}
