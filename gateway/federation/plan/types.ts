import type { DocumentNode, OperationTypeNode } from 'graphql';

/** How one operation is executed: the planner's tree, made ready to run. */
export type Step = SequenceStep | ParallelStep | ConditionStep | FetchStep | MilestoneStep | DeferStep;

/** How one subscription is executed: `primary` streams events, `rest` completes each of them. */
export interface SubscriptionPlan {
  readonly primary: FetchStep;
  readonly rest: Step | undefined;
}

export interface SequenceStep {
  readonly kind: 'sequence';
  readonly steps: readonly Step[];
}

export interface ParallelStep {
  readonly kind: 'parallel';
  readonly steps: readonly Step[];
}

export interface ConditionStep {
  readonly kind: 'condition';
  readonly variable: string;
  readonly whenTrue: Step | undefined;
  readonly whenFalse: Step | undefined;
}

/** A fetch that deferred parts wait for. */
export interface MilestoneStep {
  readonly kind: 'milestone';
  readonly id: string;
  readonly fetch: FetchStep;
}

/** What is wanted at once, and what may come later. Only plans that were made for answers in parts have it. */
export interface DeferStep {
  readonly kind: 'defer';
  readonly primary: Step | undefined;
  /** The ids of the milestones in `primary`. */
  readonly milestones: readonly string[];
  readonly parts: readonly DeferredStep[];
}

export interface DeferredStep {
  /** The id of the fragment that was deferred. */
  readonly id: string;
  /** The milestones that it waits for. */
  readonly depends: readonly string[];
  readonly step: Step;
}

/** One operation of one subgraph, and the objects whose fields it fills. */
export interface FetchStep {
  readonly kind: 'fetch';
  readonly service: string;
  readonly operation: OperationTypeNode;
  readonly operationName: string | undefined;
  readonly query: string;
  readonly document: DocumentNode;
  readonly variables: readonly string[];
  /** Where the objects are; empty for the root. */
  readonly at: readonly PathPart[];
  /** What a representation of each object holds; undefined for a fetch of root fields. */
  readonly requires: readonly Requirement[] | undefined;
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
  /** The variables that hold what stands above the objects; nearly always none. */
  readonly contexts: readonly ContextVariable[];
  /** The internal names of the fields that this fetch fills, for errors when it fails. */
  readonly fills: readonly string[];
  /** What is asked of an entity, as text: two fetches with the same ask the same. */
  readonly asks: string;
  /** Whether answers hold objects that other fetches of the same plan ask for too: each then needs its own. */
  readonly copies: boolean;
  /**
   * Whether references to one entity may become one object. Not where a fetch of the plan picks objects by type: it
   * could be waiting to fill one of them and not the other. Nor where parts of the answer are deferred: each remembers
   * the objects that it hangs on. Nor where the plan reads contexts.
   */
  readonly unites: boolean;
  /** Whether each place must have objects of its own: what the plan fetches into them depends on what is above. */
  readonly separates: boolean;
}

/** A step on the way to the objects of a fetch. */
export type PathPart =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'elements' }
  | { readonly kind: 'types'; readonly names: ReadonlySet<string> };

/** A part of a representation. */
export type Requirement =
  | { readonly kind: 'field'; readonly name: string; readonly members: readonly Requirement[] | undefined }
  | { readonly kind: 'fragment'; readonly on: string | undefined; readonly members: readonly Requirement[] };

/** A variable whose value for an entity is found above it, at the first of these places that has one; null where none has. */
export interface ContextVariable {
  readonly name: string;
  readonly places: readonly ContextPlace[];
}

export interface ContextPlace {
  /** How many objects above the entity the way begins; none where fields below the entity read what it sets. */
  readonly levels: number;
  readonly path: readonly RewritePart[];
}

/** A change that the planner asks for in what is sent or received. */
export interface Rewrite {
  /** The way to the objects that are changed. */
  readonly path: readonly RewritePart[];
  readonly field: string;
  readonly change:
    { readonly kind: 'set'; readonly value: unknown } | { readonly kind: 'rename'; readonly to: string };
}

export type RewritePart =
  { readonly kind: 'field'; readonly name: string } | { readonly kind: 'type'; readonly name: string };
