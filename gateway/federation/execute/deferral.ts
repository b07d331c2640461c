import type { DeferredStep, DeferStep } from '../plan/types';
import type { Defers, Run } from './run';
import { executeStep } from './steps';

/** What a deferred part brings, on its way. */
export interface Arrival {
  /** Never rejects. */
  readonly promise: Promise<void>;
  readonly isThere: boolean;
}

interface Milestone {
  readonly reached: Promise<void>;
  readonly reach: () => void;
}

/** The deferred parts of one execution of one plan: each begins as soon as what it waits for is there. */
export class Deferral implements Defers {
  private readonly milestones = new Map<string, Milestone>();
  private readonly arrivals = new Map<string, Arrival>();

  constructor(private readonly report: (fault: unknown) => void) {}

  async begin(run: Run, { primary, milestones, parts }: DeferStep): Promise<void> {
    for (const id of milestones) this.milestones.set(id, milestone());
    for (const part of parts) this.arrivals.set(part.id, this.arrivalOf(run, part));
    try {
      await executeStep(run, primary);
    } finally {
      // A fetch whose condition does not hold is never made.
      for (const id of milestones) this.reach(id);
    }
  }

  reach(id: string): void {
    this.milestones.get(id)?.reach();
  }

  /** Undefined for a part that has not begun, because nothing of the plan came so far. */
  arrival(id: string): Arrival | undefined {
    return this.arrivals.get(id);
  }

  private arrivalOf(run: Run, part: DeferredStep): Arrival {
    const arrival = {
      isThere: false,
      promise: this.fetch(run, part)
        .catch(this.report)
        .finally(() => (arrival.isThere = true)),
    };
    return arrival;
  }

  private async fetch(run: Run, { depends, step }: DeferredStep): Promise<void> {
    await Promise.all(depends.flatMap((id) => this.milestones.get(id)?.reached ?? []));
    await executeStep({ ...run, entities: run.entities.apart() }, step);
  }
}

function milestone(): Milestone {
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  return { reached, reach };
}
