import type { GraphQLError } from 'graphql';
import { setImmediate } from 'node:timers/promises';
import { projectPart } from '../projection/deferred';
import type { DeferredPlace, DeferredShape, Written } from '../projection/deferred';
import type { ProjectionInput } from '../projection/project';
import type { Members } from '../projection/types';
import type { AnswerInParts, ArrivedParts, PendingPart, WrittenAnswer } from '../types';
import type { Arrival, Deferral } from './deferral';
import type { Stop } from '../stop';
import { written } from './operation';
import type { Execution } from './operation';
import { Telling } from './telling';

/** What the parts of one stage are made of. */
export interface StageParts {
  readonly deferral: Deferral;
  readonly shown: DeferredShape;
  readonly input: ProjectionInput;
}

/** A part that the reader has not got yet. */
interface Waiting {
  readonly stage: StageParts;
  readonly place: DeferredPlace;
  readonly pending: PendingPart;
  /** Undefined when nothing more must arrive for it. */
  readonly arrival: Arrival | undefined;
}

/** Why requests that are still on their way are given up. */
const LEFT = new Error('Nobody waits for what is left of the answer.');

/** Hands an answer to one reader: at first what is not deferred, then the parts as they arrive. */
export class Delivery {
  private readonly telling: Telling;
  private waiting: Waiting[] = [];
  /** Parts that the reader has not been told of. */
  private readonly news: PendingPart[] = [];
  /** An object that is written twice is waited for once. */
  private readonly known = new Set<string>();
  private readonly left: Promise<unknown>;

  constructor(
    private readonly execution: Execution,
    private readonly stop: Stop,
  ) {
    this.telling = new Telling(execution.errors);
    this.left = new Promise((resolve) =>
      stop.addEventListener('abort', { handleEvent: () => resolve(undefined) }),
    );
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** What a stage has answered, and the places where more of it is to come. */
  add(stage: StageParts, { places }: Written): void {
    const { shape } = stage.shown;
    const fields = shape.fieldsOf(shape.type) ?? [];
    this.telling.show({ path: [], fields, object: stage.input.data });
    this.wait(stage, places);
  }

  /** The answer with nothing to come. */
  without(data: Members | null): WrittenAnswer {
    this.stop.abort(LEFT);
    return written(withErrors({ data }, this.telling.all()));
  }

  /** The answer with parts to come. */
  after(data: Members): AnswerInParts {
    const initial = withErrors({ data }, this.telling.ofInitial(this.pathsOfWaiting()));
    const arriving = this.arriving();
    const parts = {
      next: () => arriving.next(),
      return: () => {
        // A part that is waited for would keep the generator from returning.
        this.stop.abort(LEFT);
        return arriving.return(undefined);
      },
      [Symbol.asyncIterator]: () => parts,
    };
    return { initial, pending: this.takeNews(), parts };
  }

  private async *arriving(): AsyncGenerator<ArrivedParts, undefined, undefined> {
    try {
      while (this.waiting.length > 0) {
        const arrivals = new Set(this.waiting.map(({ arrival }) => arrival?.promise));
        await Promise.race([...arrivals, this.left]);
        // What has come with the same answer of a subgraph is there by the next turn.
        await setImmediate();
        if (this.stop.aborted) return undefined;
        yield this.arrived();
      }
    } catch (fault) {
      this.execution.surroundings.report('engine', fault);
    } finally {
      this.stop.abort(LEFT);
    }
    return undefined;
  }

  private arrived(): ArrivedParts {
    const arrived: { place: DeferredPlace; pending: PendingPart; data: Members | null }[] = [];
    for (let ready = this.takeReady(); ready.length > 0; ready = this.takeReady()) {
      for (const { stage, place, pending } of ready) {
        const { members: data, places } = this.telling.projecting(place.path, (errors) =>
          projectPart(place, stage.shown.hanging, { ...stage.input, errors }),
        );
        arrived.push({ place, pending, data });
        this.wait(stage, places);
      }
    }
    const errors = this.telling.ofParts(arrived, this.pathsOfWaiting());
    const parts = arrived.map(({ pending, data }, index) =>
      withErrors({ ...pending, data }, errors[index] ?? []),
    );
    return { parts, pending: this.takeNews(), hasNext: this.waiting.length > 0 };
  }

  private wait(stage: StageParts, places: readonly DeferredPlace[]): void {
    for (const place of places) {
      const key = JSON.stringify([place.part.id, place.path]);
      if (this.known.has(key)) continue;
      this.known.add(key);
      const { id, label } = place.part;
      const pending = {
        id: String(this.known.size),
        path: place.path,
        ...(label !== undefined && { label }),
      };
      this.news.push(pending);
      this.waiting.push({ stage, place, pending, arrival: stage.deferral.arrival(id) });
    }
  }

  private takeNews(): readonly PendingPart[] {
    return this.news.splice(0);
  }

  private takeReady(): Waiting[] {
    const isReady = ({ arrival }: Waiting): boolean => arrival?.isThere ?? true;
    const ready = this.waiting.filter(isReady);
    this.waiting = this.waiting.filter((waiting) => !isReady(waiting));
    return ready;
  }

  private pathsOfWaiting(): DeferredPlace['path'][] {
    return this.waiting.map(({ place }) => place.path);
  }
}

function withErrors<T extends object>(
  answer: T,
  errors: readonly GraphQLError[],
): T & { readonly errors?: readonly GraphQLError[] } {
  return errors.length > 0 ? { errors, ...answer } : answer;
}
