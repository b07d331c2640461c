// Generated from schema/traction.graphql by `npm run compose`; do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GoalRow, GoalPage } from './goals/model';
import type { ActivityEntryRow, ActivityEntryPage, RecentActivityRow, RecentActivityPage } from './activity/model';
import type { StrategyRow } from './strategies/model';
import type { MeasureRow, MeasureLinkRow } from './measures/model';
import type { Told, Gap } from '../common/live/log-reader';
import type { LogRow } from '../common/live/tenant-tail';
import type { Context } from './context';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment: ISO 8601, UTC. */
  DateTime: { input: Date; output: Date; }
  /** A free JSON object, kept as it was sent. */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Well-known forms of text. */
export type ConstraintFormat =
  /** An e-mail address. */
  | 'EMAIL'
  /** An absolute http or https address. */
  | 'URL';

/**
 * Something that is told live, in the order of the service's log. A stream that is opened again `after` the last cursor
 * that was seen misses nothing and repeats nothing.
 */
export type LiveEvent = {
  /** The place in the log of the tenant: a whole number that grows. */
  cursor: Scalars['ID']['output'];
};

/**
 * The place from which the reader wanted to go on is unknown, or older than what is kept: what it shows should be read
 * anew. What is kept follows.
 */
export type Resync = LiveEvent & {
  /** The place before the first event that follows. */
  cursor: Scalars['ID']['output'];
};

/** Where a page of a list stands. */
export type PageInfo = {
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is something before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item of the page. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** The cursor of the last item of the page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** How a service is, as monitors ask. */
export type ServiceHealth = {
  /** The name under which monitors know the service. */
  service: Scalars['String']['output'];
  version: Scalars['String']['output'];
  /** Where it runs: development, test or production. */
  environment: Scalars['String']['output'];
  /** When it answered. */
  timestamp: Scalars['DateTime']['output'];
  /** Unhealthy when one of the checks is. */
  status: HealthStatus;
  /** What the service is made of, and what it depends on, each by itself. */
  checks: Array<HealthCheck>;
  /** What the service depends on. Like the status and the checks, this asks it; the rest is a mere sign of life. */
  dependencies: ServiceDependencies;
};

export type HealthStatus =
  | 'HEALTHY'
  | 'UNHEALTHY';

/** What a service cannot work without. */
export type ServiceDependencies = {
  /** The database is really asked, and has two seconds to answer. */
  database: DependencyStatus;
};

export type DependencyStatus =
  | 'CONNECTED'
  | 'DISCONNECTED';

/** How one part of a service is. */
export type HealthCheck = {
  component: Scalars['String']['output'];
  status: HealthStatus;
  /** One sentence for people. */
  description: Scalars['String']['output'];
};

export type Query = {
  /** A goal of the caller's tenant; null when there is none, or when it was deleted. */
  goal?: Maybe<Goal>;
  /** The goals of the caller's tenant, newest first unless sorted otherwise. */
  goals: GoalConnection;
  /** How many goals the caller's tenant has, and how far they are. */
  goalStats: GoalStats;
  /** Measures as a caller knows them: each with the tenant's own where the id is one of its measures. */
  namedMeasures: Array<NamedMeasure>;
  /** What happened lately to the goals and operations of the caller's tenant, newest first. */
  recentActivity: RecentActivityConnection;
  /** Where the log of the tenant stands now: a subscription `after` it tells whatever this answer does not show yet. */
  tractionPosition: Scalars['ID']['output'];
  /** How the service is. */
  tractionHealth?: Maybe<ServiceHealth>;
};


export type QueryGoalArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGoalsArgs = {
  filter?: InputMaybe<GoalFilter>;
  sort?: InputMaybe<GoalSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryNamedMeasuresArgs = {
  measures: Array<NamedMeasureInput>;
};


export type QueryRecentActivityArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTractionHealthArgs = {
  ifReady?: Scalars['Boolean']['input'];
};

export type Mutation = {
  /** Creates a goal. */
  createGoal: GoalPayload;
  /** Changes the members that are given; a status runs through the transitions of the goal. */
  updateGoal: GoalPayload;
  /** Deletes a goal in any status, with its strategies and its links to measures. */
  deleteGoal: DeleteGoalPayload;
  /** Starts a draft or resumes a paused goal. With a reason, an activity entry says so. */
  activateGoal: GoalPayload;
  /** Pauses an active goal. With a reason, an activity entry says so. */
  pauseGoal: GoalPayload;
  /** Completes or cancels a goal. With a reason, an activity entry says so. */
  closeGoal: GoalPayload;
  /** Writes an entry into the activity of a goal. Those with a file or an address are limited by the subscription. */
  addGoalActivity: ActivityEntryPayload;
  /** Writes a note into the activity of a goal; files that come with it are limited by the subscription. */
  addGoalNote: ActivityEntryPayload;
  /** Adds a strategy to a goal. A taken place pushes the later ones up by one. */
  createStrategy: StrategyPayload;
  /** Changes the members that are given. A taken place pushes the later ones up by one. */
  updateStrategy: StrategyPayload;
  /** Deletes a strategy; the others keep their places. */
  deleteStrategy: DeleteStrategyPayload;
  /** Gives the strategies of a goal new places, all or nothing; afterwards they are numbered from 1. */
  reorderStrategies: ReorderStrategiesPayload;
};


export type MutationCreateGoalArgs = {
  input: CreateGoalInput;
};


export type MutationUpdateGoalArgs = {
  input: UpdateGoalInput;
};


export type MutationDeleteGoalArgs = {
  input: DeleteGoalInput;
};


export type MutationActivateGoalArgs = {
  input: ChangeGoalStatusInput;
};


export type MutationPauseGoalArgs = {
  input: ChangeGoalStatusInput;
};


export type MutationCloseGoalArgs = {
  input: CloseGoalInput;
};


export type MutationAddGoalActivityArgs = {
  input: AddGoalActivityInput;
};


export type MutationAddGoalNoteArgs = {
  input: AddGoalNoteInput;
};


export type MutationCreateStrategyArgs = {
  input: CreateStrategyInput;
};


export type MutationUpdateStrategyArgs = {
  input: UpdateStrategyInput;
};


export type MutationDeleteStrategyArgs = {
  input: DeleteStrategyInput;
};


export type MutationReorderStrategiesArgs = {
  input: ReorderStrategiesInput;
};

export type Subscription = {
  /** What happens to a goal, as it happens. Complete when the goal is deleted. */
  goalActivity: LiveEvent;
  /** What happens to all goals of the caller's tenant, as it happens. */
  tenantActivity: LiveEvent;
};


export type SubscriptionGoalActivityArgs = {
  goalId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['ID']['input']>;
  kinds?: InputMaybe<Array<ActivityEventKind>>;
};


export type SubscriptionTenantActivityArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  kinds?: InputMaybe<Array<ActivityEventKind>>;
};

/** What a tenant wants to reach. */
export type Goal = {
  id: Scalars['ID']['output'];
  tenant: Tenant;
  title: Scalars['String']['output'];
  /** Why the goal matters; empty where nobody said. */
  intent: Scalars['String']['output'];
  /** Further context; empty where there is none. */
  description: Scalars['String']['output'];
  status: GoalStatus;
  /** The id of the user who answers for the goal. */
  ownerId: Scalars['ID']['output'];
  /** Who answers for the goal; null when Account does not know the user. */
  owner?: Maybe<User>;
  horizon?: Maybe<Horizon>;
  /** Free labels. */
  valueTags: Array<Scalars['String']['output']>;
  /** 0 to 100: 100 when completed, else the mean of its measures. */
  progress: Scalars['Float']['output'];
  /** Facts kept with the goal as they were sent. */
  metadata?: Maybe<Scalars['JSONObject']['output']>;
  /** When the goal was closed as completed; null otherwise. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** In their order. */
  strategies: Array<Strategy>;
  /** The measures linked with the goal, in their order. */
  measures: Array<MeasureLink>;
  /** What people and the service itself wrote down about the goal, newest first. */
  activity: ActivityEntryConnection;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};


/** What a tenant wants to reach. */
export type GoalActivityArgs = {
  type?: InputMaybe<ActivityType>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};

export type GoalStatus =
  | 'DRAFT'
  | 'ACTIVE'
  | 'COMPLETED'
  | 'PAUSED'
  | 'CANCELLED'
  /** Out of sight, still readable. */
  | 'ARCHIVED';

/** The time within which a goal is to be reached. */
export type Horizon =
  | 'YEAR'
  | 'QUARTER'
  | 'MONTH';

/** Something that was written down about a goal. */
export type ActivityEntry = {
  id: Scalars['ID']['output'];
  goal: Goal;
  type: ActivityType;
  text: Scalars['String']['output'];
  /** A heading, such as what was decided or the name of a file. */
  title?: Maybe<Scalars['String']['output']>;
  /** Where more of it is found. */
  url?: Maybe<Scalars['String']['output']>;
  /** Facts kept with the entry as they were sent; the files of a note stand in `attachments`. */
  metadata?: Maybe<Scalars['JSONObject']['output']>;
  /** The id of the user who wrote it, or whose change the service wrote down. */
  createdBy: Scalars['ID']['output'];
  /** Who that is; null when Account does not know the user. */
  author?: Maybe<User>;
  createdAt: Scalars['DateTime']['output'];
};

export type ActivityType =
  /** How the week went. */
  | 'WEEKLY_REVIEW'
  | 'NOTE'
  /** Written by the service itself: the reason of a change of status. */
  | 'SYSTEM'
  | 'DECISION'
  /** A file, or the address of one. */
  | 'ATTACHMENT';

/** How many goals there are; deleted ones do not count. */
export type GoalStats = {
  total: Scalars['Int']['output'];
  byStatus: GoalsByStatus;
  /** Goals without a horizon are in none of them. */
  byHorizon: GoalsByHorizon;
  /** The mean of their progress, cancelled and archived goals left out, to one decimal; 0 where there are none. */
  averageProgress: Scalars['Float']['output'];
};

/** The number of goals in each status. */
export type GoalsByStatus = {
  draft: Scalars['Int']['output'];
  active: Scalars['Int']['output'];
  completed: Scalars['Int']['output'];
  paused: Scalars['Int']['output'];
  cancelled: Scalars['Int']['output'];
  archived: Scalars['Int']['output'];
};

/** The number of goals of each horizon. */
export type GoalsByHorizon = {
  year: Scalars['Int']['output'];
  quarter: Scalars['Int']['output'];
  month: Scalars['Int']['output'];
};

/** Something that happened lately. */
export type RecentActivity = {
  id: Scalars['ID']['output'];
  type: RecentActivityType;
  /** What kind of thing it happened to. */
  entityType: ActivityEntityType;
  entityId: Scalars['ID']['output'];
  /** What the thing was called then. */
  entityTitle: Scalars['String']['output'];
  /** One sentence for people. */
  description: Scalars['String']['output'];
  /** The id of the user who did it. */
  createdBy: Scalars['ID']['output'];
  /** Who that is; null when Account does not know the user. */
  author?: Maybe<User>;
  createdAt: Scalars['DateTime']['output'];
};

export type RecentActivityType =
  | 'GOAL_CREATED'
  | 'GOAL_UPDATED'
  | 'STRATEGY_ADDED'
  /** A value of a measure was recorded. */
  | 'MEASURE_UPDATED'
  | 'ACTION_COMPLETED';

export type ActivityEntityType =
  | 'GOAL'
  | 'STRATEGY'
  | 'MEASURE'
  | 'ACTION'
  | 'ISSUE';

/** One way of reaching a goal. */
export type Strategy = {
  id: Scalars['ID']['output'];
  goal: Goal;
  description: Scalars['String']['output'];
  /** The place among the goal's strategies, from 1. */
  order: Scalars['Int']['output'];
  /** Whether Coaching proposed it. */
  aiGenerated: Scalars['Boolean']['output'];
  status: StrategyStatus;
  /** 0 to 100, once the strategy was judged. */
  validationScore?: Maybe<Scalars['Float']['output']>;
  /** What the judgement said. */
  validationFeedback?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type StrategyStatus =
  | 'DRAFT'
  | 'VALIDATED'
  | 'ADOPTED';

/** A number that tells how things stand. */
export type Measure = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  category?: Maybe<Scalars['String']['output']>;
  unit?: Maybe<Scalars['String']['output']>;
  direction?: Maybe<MeasureDirection>;
  /** The latest recorded value. */
  currentValue?: Maybe<Scalars['Float']['output']>;
  targetValue?: Maybe<Scalars['Float']['output']>;
  /** 0 to 100; null without values. */
  progress?: Maybe<Scalars['Float']['output']>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

/** Which way a measure should move. */
export type MeasureDirection =
  /** Higher is better. */
  | 'INCREASE'
  /** Lower is better. */
  | 'DECREASE';

/** That a measure tells how a goal stands. */
export type MeasureLink = {
  id: Scalars['ID']['output'];
  goal: Goal;
  measure: Measure;
  /** Whether it is the measure that counts most; at most one of a goal. */
  isPrimary: Scalars['Boolean']['output'];
  /** The share of the target, in percent, from which the goal is on track. */
  thresholdPct?: Maybe<Scalars['Float']['output']>;
  /** The place among the goal's measures, from 1. */
  order: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

/** A measure as a caller knows it. */
export type NamedMeasure = {
  /** The name that the caller has given. */
  name?: Maybe<Scalars['String']['output']>;
  /** The tenant's measure of the given id; null where there is none. */
  measure?: Maybe<Measure>;
};

export type NamedMeasureInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};

export type User = {
  id: Scalars['ID']['output'];
};

export type Tenant = {
  id: Scalars['ID']['output'];
};

export type GoalFilter = {
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<GoalStatus>;
  valueTag?: InputMaybe<Scalars['String']['input']>;
  horizon?: InputMaybe<Horizon>;
  /** Found in title, intent or description, without case. */
  search?: InputMaybe<Scalars['String']['input']>;
};

export type GoalSort = {
  by: GoalSortField;
  descending?: Scalars['Boolean']['input'];
};

export type GoalSortField =
  | 'ID'
  | 'TITLE'
  | 'INTENT'
  | 'DESCRIPTION'
  | 'STATUS'
  | 'OWNER_ID'
  | 'HORIZON'
  | 'CREATED_AT'
  | 'UPDATED_AT'
  | 'COMPLETED_AT';

export type GoalConnection = {
  nodes: Array<Goal>;
  edges: Array<GoalEdge>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

export type GoalEdge = {
  cursor: Scalars['String']['output'];
  node: Goal;
};

export type ActivityEntryConnection = {
  nodes: Array<ActivityEntry>;
  edges: Array<ActivityEntryEdge>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

export type ActivityEntryEdge = {
  cursor: Scalars['String']['output'];
  node: ActivityEntry;
};

export type RecentActivityConnection = {
  nodes: Array<RecentActivity>;
  edges: Array<RecentActivityEdge>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

export type RecentActivityEdge = {
  cursor: Scalars['String']['output'];
  node: RecentActivity;
};

export type CreateGoalInput = {
  title: Scalars['String']['input'];
  intent?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  /** The caller where absent. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  horizon?: InputMaybe<Horizon>;
  valueTags?: InputMaybe<Array<Scalars['String']['input']>>;
  status?: InputMaybe<InitialGoalStatus>;
};

/** In which status a goal can begin. */
export type InitialGoalStatus =
  | 'DRAFT'
  | 'ACTIVE';

export type UpdateGoalInput = {
  id: Scalars['ID']['input'];
  title?: InputMaybe<Scalars['String']['input']>;
  intent?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<GoalStatus>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Null removes it. */
  horizon?: InputMaybe<Horizon>;
  valueTags?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type DeleteGoalInput = {
  id: Scalars['ID']['input'];
};

export type ChangeGoalStatusInput = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type CloseGoalInput = {
  id: Scalars['ID']['input'];
  finalStatus: FinalGoalStatus;
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** How a goal ends. */
export type FinalGoalStatus =
  | 'COMPLETED'
  | 'CANCELLED';

export type GoalPayload = {
  goal: Goal;
};

export type DeleteGoalPayload = {
  deletedId: Scalars['ID']['output'];
};

export type AddGoalActivityInput = {
  goalId: Scalars['ID']['input'];
  type: WrittenActivityType;
  text: Scalars['String']['input'];
  title?: InputMaybe<Scalars['String']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
  metadata?: InputMaybe<Scalars['JSONObject']['input']>;
};

/** The types of entries that people write; the others are the service's own. */
export type WrittenActivityType =
  /** How the week went. */
  | 'WEEKLY_REVIEW'
  | 'NOTE'
  | 'DECISION'
  /** A file, or the address of one. */
  | 'ATTACHMENT';

export type AddGoalNoteInput = {
  goalId: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  /** What is known of the files that come with it. */
  attachments?: InputMaybe<Array<Scalars['JSONObject']['input']>>;
};

export type ActivityEntryPayload = {
  entry: ActivityEntry;
};

export type CreateStrategyInput = {
  goalId: Scalars['ID']['input'];
  description: Scalars['String']['input'];
  /** The last place where absent. */
  order?: InputMaybe<Scalars['Int']['input']>;
  aiGenerated?: InputMaybe<Scalars['Boolean']['input']>;
  status?: InputMaybe<StrategyStatus>;
};

export type UpdateStrategyInput = {
  goalId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  order?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<StrategyStatus>;
  validationScore?: InputMaybe<Scalars['Float']['input']>;
  validationFeedback?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteStrategyInput = {
  goalId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};

/** The new places: either a list of places, or all the ids in their new order. */
export type ReorderStrategiesInput = {
  goalId: Scalars['ID']['input'];
  strategyOrders?: InputMaybe<Array<StrategyOrderInput>>;
  strategyIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type StrategyOrderInput = {
  strategyId: Scalars['ID']['input'];
  newOrder: Scalars['Int']['input'];
};

export type StrategyPayload = {
  strategy: Strategy;
};

export type DeleteStrategyPayload = {
  deletedId: Scalars['ID']['output'];
};

export type ReorderStrategiesPayload = {
  /** All strategies of the goal in their new order. */
  strategies: Array<Strategy>;
};

/** Something that happened to a goal, told live. What was deleted since is null. */
export type ActivityEvent = LiveEvent & {
  cursor: Scalars['ID']['output'];
  kind: ActivityEventKind;
  /** One sentence for people. */
  description: Scalars['String']['output'];
  goalId: Scalars['ID']['output'];
  goal?: Maybe<Goal>;
  /** The entry that was written into the activity of the goal; null for other kinds. */
  entry?: Maybe<ActivityEntry>;
  /** The strategy that was added or changed; null for other kinds. */
  strategy?: Maybe<Strategy>;
  /** The id of the user who did it. */
  createdBy: Scalars['ID']['output'];
  /** Who that is; null when Account does not know the user. */
  author?: Maybe<User>;
  createdAt: Scalars['DateTime']['output'];
};

export type ActivityEventKind =
  | 'GOAL_CREATED'
  /** Also its status. */
  | 'GOAL_UPDATED'
  | 'GOAL_DELETED'
  | 'STRATEGY_ADDED'
  /** Also its place among the strategies of the goal. */
  | 'STRATEGY_UPDATED'
  | 'STRATEGY_DELETED'
  /** An entry that is neither a decision nor an attachment. */
  | 'ACTIVITY_CREATED'
  | 'DECISION_CREATED'
  | 'ATTACHMENT_CREATED';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Goal: Goal;
  Strategy: Strategy;
  Measure: Measure;
  MeasureLink: MeasureLink;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Goal:
    ( { __typename: 'Goal' }
    & GraphQLRecursivePick<FederationTypes['Goal'], {"id":true}> );
  Strategy:
    ( { __typename: 'Strategy' }
    & GraphQLRecursivePick<FederationTypes['Strategy'], {"id":true}> );
  Measure:
    ( { __typename: 'Measure' }
    & GraphQLRecursivePick<FederationTypes['Measure'], {"id":true}> );
  MeasureLink:
    ( { __typename: 'MeasureLink' }
    & GraphQLRecursivePick<FederationTypes['MeasureLink'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ConstraintFormat: ConstraintFormat;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  LiveEvent: ResolverTypeWrapper<Told>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Resync: ResolverTypeWrapper<Gap>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ServiceHealth: ResolverTypeWrapper<ServiceHealth>;
  HealthStatus: HealthStatus;
  ServiceDependencies: ResolverTypeWrapper<ServiceDependencies>;
  DependencyStatus: DependencyStatus;
  HealthCheck: ResolverTypeWrapper<HealthCheck>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Goal: ResolverTypeWrapper<GoalRow>;
  GoalStatus: GoalStatus;
  Horizon: Horizon;
  ActivityEntry: ResolverTypeWrapper<ActivityEntryRow>;
  ActivityType: ActivityType;
  GoalStats: ResolverTypeWrapper<GoalStats>;
  GoalsByStatus: ResolverTypeWrapper<GoalsByStatus>;
  GoalsByHorizon: ResolverTypeWrapper<GoalsByHorizon>;
  RecentActivity: ResolverTypeWrapper<RecentActivityRow>;
  RecentActivityType: RecentActivityType;
  ActivityEntityType: ActivityEntityType;
  Strategy: ResolverTypeWrapper<StrategyRow>;
  StrategyStatus: StrategyStatus;
  Measure: ResolverTypeWrapper<MeasureRow>;
  MeasureDirection: MeasureDirection;
  MeasureLink: ResolverTypeWrapper<MeasureLinkRow>;
  NamedMeasure: ResolverTypeWrapper<Omit<NamedMeasure, 'measure'> & { measure?: Maybe<ResolversTypes['Measure']> }>;
  NamedMeasureInput: NamedMeasureInput;
  User: ResolverTypeWrapper<User>;
  Tenant: ResolverTypeWrapper<Tenant>;
  GoalFilter: GoalFilter;
  GoalSort: GoalSort;
  GoalSortField: GoalSortField;
  GoalConnection: ResolverTypeWrapper<GoalPage>;
  GoalEdge: ResolverTypeWrapper<Omit<GoalEdge, 'node'> & { node: ResolversTypes['Goal'] }>;
  ActivityEntryConnection: ResolverTypeWrapper<ActivityEntryPage>;
  ActivityEntryEdge: ResolverTypeWrapper<Omit<ActivityEntryEdge, 'node'> & { node: ResolversTypes['ActivityEntry'] }>;
  RecentActivityConnection: ResolverTypeWrapper<RecentActivityPage>;
  RecentActivityEdge: ResolverTypeWrapper<Omit<RecentActivityEdge, 'node'> & { node: ResolversTypes['RecentActivity'] }>;
  CreateGoalInput: CreateGoalInput;
  InitialGoalStatus: InitialGoalStatus;
  UpdateGoalInput: UpdateGoalInput;
  DeleteGoalInput: DeleteGoalInput;
  ChangeGoalStatusInput: ChangeGoalStatusInput;
  CloseGoalInput: CloseGoalInput;
  FinalGoalStatus: FinalGoalStatus;
  GoalPayload: ResolverTypeWrapper<Omit<GoalPayload, 'goal'> & { goal: ResolversTypes['Goal'] }>;
  DeleteGoalPayload: ResolverTypeWrapper<DeleteGoalPayload>;
  AddGoalActivityInput: AddGoalActivityInput;
  WrittenActivityType: WrittenActivityType;
  AddGoalNoteInput: AddGoalNoteInput;
  ActivityEntryPayload: ResolverTypeWrapper<Omit<ActivityEntryPayload, 'entry'> & { entry: ResolversTypes['ActivityEntry'] }>;
  CreateStrategyInput: CreateStrategyInput;
  UpdateStrategyInput: UpdateStrategyInput;
  DeleteStrategyInput: DeleteStrategyInput;
  ReorderStrategiesInput: ReorderStrategiesInput;
  StrategyOrderInput: StrategyOrderInput;
  StrategyPayload: ResolverTypeWrapper<Omit<StrategyPayload, 'strategy'> & { strategy: ResolversTypes['Strategy'] }>;
  DeleteStrategyPayload: ResolverTypeWrapper<DeleteStrategyPayload>;
  ReorderStrategiesPayload: ResolverTypeWrapper<Omit<ReorderStrategiesPayload, 'strategies'> & { strategies: Array<ResolversTypes['Strategy']> }>;
  ActivityEvent: ResolverTypeWrapper<LogRow>;
  ActivityEventKind: ActivityEventKind;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  LiveEvent: Told;
  ID: Scalars['ID']['output'];
  Resync: Gap;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  ServiceHealth: ServiceHealth;
  ServiceDependencies: ServiceDependencies;
  HealthCheck: HealthCheck;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  Goal: GoalRow;
  ActivityEntry: ActivityEntryRow;
  GoalStats: GoalStats;
  GoalsByStatus: GoalsByStatus;
  GoalsByHorizon: GoalsByHorizon;
  RecentActivity: RecentActivityRow;
  Strategy: StrategyRow;
  Measure: MeasureRow;
  MeasureLink: MeasureLinkRow;
  NamedMeasure: Omit<NamedMeasure, 'measure'> & { measure?: Maybe<ResolversParentTypes['Measure']> };
  NamedMeasureInput: NamedMeasureInput;
  User: User;
  Tenant: Tenant;
  GoalFilter: GoalFilter;
  GoalSort: GoalSort;
  GoalConnection: GoalPage;
  GoalEdge: Omit<GoalEdge, 'node'> & { node: ResolversParentTypes['Goal'] };
  ActivityEntryConnection: ActivityEntryPage;
  ActivityEntryEdge: Omit<ActivityEntryEdge, 'node'> & { node: ResolversParentTypes['ActivityEntry'] };
  RecentActivityConnection: RecentActivityPage;
  RecentActivityEdge: Omit<RecentActivityEdge, 'node'> & { node: ResolversParentTypes['RecentActivity'] };
  CreateGoalInput: CreateGoalInput;
  UpdateGoalInput: UpdateGoalInput;
  DeleteGoalInput: DeleteGoalInput;
  ChangeGoalStatusInput: ChangeGoalStatusInput;
  CloseGoalInput: CloseGoalInput;
  GoalPayload: Omit<GoalPayload, 'goal'> & { goal: ResolversParentTypes['Goal'] };
  DeleteGoalPayload: DeleteGoalPayload;
  AddGoalActivityInput: AddGoalActivityInput;
  AddGoalNoteInput: AddGoalNoteInput;
  ActivityEntryPayload: Omit<ActivityEntryPayload, 'entry'> & { entry: ResolversParentTypes['ActivityEntry'] };
  CreateStrategyInput: CreateStrategyInput;
  UpdateStrategyInput: UpdateStrategyInput;
  DeleteStrategyInput: DeleteStrategyInput;
  ReorderStrategiesInput: ReorderStrategiesInput;
  StrategyOrderInput: StrategyOrderInput;
  StrategyPayload: Omit<StrategyPayload, 'strategy'> & { strategy: ResolversParentTypes['Strategy'] };
  DeleteStrategyPayload: DeleteStrategyPayload;
  ReorderStrategiesPayload: Omit<ReorderStrategiesPayload, 'strategies'> & { strategies: Array<ResolversParentTypes['Strategy']> };
  ActivityEvent: LogRow;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Float: Scalars['Float']['output'];
};

export type BeforeDirectiveArgs = {
  query: Scalars['String']['input'];
  variables?: Maybe<Scalars['String']['input']>;
  into?: Maybe<Scalars['String']['input']>;
  orElse: Scalars['String']['input'];
};

export type BeforeDirectiveResolver<Result, Parent, ContextType = Context, Args = BeforeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AdminDirectiveArgs = { };

export type AdminDirectiveResolver<Result, Parent, ContextType = Context, Args = AdminDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type FeatureDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type FeatureDirectiveResolver<Result, Parent, ContextType = Context, Args = FeatureDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ConstraintDirectiveArgs = {
  minLength?: Maybe<Scalars['Int']['input']>;
  maxLength?: Maybe<Scalars['Int']['input']>;
  min?: Maybe<Scalars['Float']['input']>;
  max?: Maybe<Scalars['Float']['input']>;
  minItems?: Maybe<Scalars['Int']['input']>;
  maxItems?: Maybe<Scalars['Int']['input']>;
  pattern?: Maybe<Scalars['String']['input']>;
  format?: Maybe<ConstraintFormat>;
};

export type ConstraintDirectiveResolver<Result, Parent, ContextType = Context, Args = ConstraintDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type LiveEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LiveEvent'] = ResolversParentTypes['LiveEvent']> = {
  __resolveType?: TypeResolveFn<'Resync' | 'ActivityEvent', ParentType, ContextType>;
};

export type ResyncResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Resync'] = ResolversParentTypes['Resync']> = {
  cursor?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ServiceHealthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceHealth'] = ResolversParentTypes['ServiceHealth']> = {
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timestamp?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['HealthStatus'], ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['HealthCheck']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['ServiceDependencies'], ParentType, ContextType>;
};

export type ServiceDependenciesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceDependencies'] = ResolversParentTypes['ServiceDependencies']> = {
  database?: Resolver<ResolversTypes['DependencyStatus'], ParentType, ContextType>;
};

export type HealthCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthCheck'] = ResolversParentTypes['HealthCheck']> = {
  component?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['HealthStatus'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  goal?: Resolver<Maybe<ResolversTypes['Goal']>, ParentType, ContextType, RequireFields<QueryGoalArgs, 'id'>>;
  goals?: Resolver<ResolversTypes['GoalConnection'], ParentType, ContextType, Partial<QueryGoalsArgs>>;
  goalStats?: Resolver<ResolversTypes['GoalStats'], ParentType, ContextType>;
  namedMeasures?: Resolver<Array<ResolversTypes['NamedMeasure']>, ParentType, ContextType, RequireFields<QueryNamedMeasuresArgs, 'measures'>>;
  recentActivity?: Resolver<ResolversTypes['RecentActivityConnection'], ParentType, ContextType, RequireFields<QueryRecentActivityArgs, 'first'>>;
  tractionPosition?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tractionHealth?: Resolver<Maybe<ResolversTypes['ServiceHealth']>, ParentType, ContextType, RequireFields<QueryTractionHealthArgs, 'ifReady'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createGoal?: Resolver<ResolversTypes['GoalPayload'], ParentType, ContextType, RequireFields<MutationCreateGoalArgs, 'input'>>;
  updateGoal?: Resolver<ResolversTypes['GoalPayload'], ParentType, ContextType, RequireFields<MutationUpdateGoalArgs, 'input'>>;
  deleteGoal?: Resolver<ResolversTypes['DeleteGoalPayload'], ParentType, ContextType, RequireFields<MutationDeleteGoalArgs, 'input'>>;
  activateGoal?: Resolver<ResolversTypes['GoalPayload'], ParentType, ContextType, RequireFields<MutationActivateGoalArgs, 'input'>>;
  pauseGoal?: Resolver<ResolversTypes['GoalPayload'], ParentType, ContextType, RequireFields<MutationPauseGoalArgs, 'input'>>;
  closeGoal?: Resolver<ResolversTypes['GoalPayload'], ParentType, ContextType, RequireFields<MutationCloseGoalArgs, 'input'>>;
  addGoalActivity?: Resolver<ResolversTypes['ActivityEntryPayload'], ParentType, ContextType, RequireFields<MutationAddGoalActivityArgs, 'input'>>;
  addGoalNote?: Resolver<ResolversTypes['ActivityEntryPayload'], ParentType, ContextType, RequireFields<MutationAddGoalNoteArgs, 'input'>>;
  createStrategy?: Resolver<ResolversTypes['StrategyPayload'], ParentType, ContextType, RequireFields<MutationCreateStrategyArgs, 'input'>>;
  updateStrategy?: Resolver<ResolversTypes['StrategyPayload'], ParentType, ContextType, RequireFields<MutationUpdateStrategyArgs, 'input'>>;
  deleteStrategy?: Resolver<ResolversTypes['DeleteStrategyPayload'], ParentType, ContextType, RequireFields<MutationDeleteStrategyArgs, 'input'>>;
  reorderStrategies?: Resolver<ResolversTypes['ReorderStrategiesPayload'], ParentType, ContextType, RequireFields<MutationReorderStrategiesArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  goalActivity?: SubscriptionResolver<ResolversTypes['LiveEvent'], "goalActivity", ParentType, ContextType, RequireFields<SubscriptionGoalActivityArgs, 'goalId'>>;
  tenantActivity?: SubscriptionResolver<ResolversTypes['LiveEvent'], "tenantActivity", ParentType, ContextType, Partial<SubscriptionTenantActivityArgs>>;
};

export type GoalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Goal'] = ResolversParentTypes['Goal'], FederationReferenceType extends FederationReferenceTypes['Goal'] = FederationReferenceTypes['Goal']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Goal']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  intent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['GoalStatus'], ParentType, ContextType>;
  ownerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  horizon?: Resolver<Maybe<ResolversTypes['Horizon']>, ParentType, ContextType>;
  valueTags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  metadata?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  strategies?: Resolver<Array<ResolversTypes['Strategy']>, ParentType, ContextType>;
  measures?: Resolver<Array<ResolversTypes['MeasureLink']>, ParentType, ContextType>;
  activity?: Resolver<ResolversTypes['ActivityEntryConnection'], ParentType, ContextType, Partial<GoalActivityArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ActivityEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityEntry'] = ResolversParentTypes['ActivityEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  goal?: Resolver<ResolversTypes['Goal'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ActivityType'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  metadata?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type GoalStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoalStats'] = ResolversParentTypes['GoalStats']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byStatus?: Resolver<ResolversTypes['GoalsByStatus'], ParentType, ContextType>;
  byHorizon?: Resolver<ResolversTypes['GoalsByHorizon'], ParentType, ContextType>;
  averageProgress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type GoalsByStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoalsByStatus'] = ResolversParentTypes['GoalsByStatus']> = {
  draft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  completed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  archived?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GoalsByHorizonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoalsByHorizon'] = ResolversParentTypes['GoalsByHorizon']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quarter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecentActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecentActivity'] = ResolversParentTypes['RecentActivity']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RecentActivityType'], ParentType, ContextType>;
  entityType?: Resolver<ResolversTypes['ActivityEntityType'], ParentType, ContextType>;
  entityId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  entityTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type StrategyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Strategy'] = ResolversParentTypes['Strategy'], FederationReferenceType extends FederationReferenceTypes['Strategy'] = FederationReferenceTypes['Strategy']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Strategy']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  goal?: Resolver<ResolversTypes['Goal'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  aiGenerated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StrategyStatus'], ParentType, ContextType>;
  validationScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  validationFeedback?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Measure'] = ResolversParentTypes['Measure'], FederationReferenceType extends FederationReferenceTypes['Measure'] = FederationReferenceTypes['Measure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Measure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['MeasureDirection']>, ParentType, ContextType>;
  currentValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  targetValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MeasureLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureLink'] = ResolversParentTypes['MeasureLink'], FederationReferenceType extends FederationReferenceTypes['MeasureLink'] = FederationReferenceTypes['MeasureLink']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MeasureLink']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  goal?: Resolver<ResolversTypes['Goal'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  isPrimary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  thresholdPct?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type NamedMeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NamedMeasure'] = ResolversParentTypes['NamedMeasure']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  measure?: Resolver<Maybe<ResolversTypes['Measure']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TenantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tenant'] = ResolversParentTypes['Tenant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type GoalConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoalConnection'] = ResolversParentTypes['GoalConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Goal']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['GoalEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GoalEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoalEdge'] = ResolversParentTypes['GoalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Goal'], ParentType, ContextType>;
};

export type ActivityEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityEntryConnection'] = ResolversParentTypes['ActivityEntryConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['ActivityEntry']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ActivityEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActivityEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityEntryEdge'] = ResolversParentTypes['ActivityEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ActivityEntry'], ParentType, ContextType>;
};

export type RecentActivityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecentActivityConnection'] = ResolversParentTypes['RecentActivityConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['RecentActivity']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['RecentActivityEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecentActivityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecentActivityEdge'] = ResolversParentTypes['RecentActivityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RecentActivity'], ParentType, ContextType>;
};

export type GoalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoalPayload'] = ResolversParentTypes['GoalPayload']> = {
  goal?: Resolver<ResolversTypes['Goal'], ParentType, ContextType>;
};

export type DeleteGoalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteGoalPayload'] = ResolversParentTypes['DeleteGoalPayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ActivityEntryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityEntryPayload'] = ResolversParentTypes['ActivityEntryPayload']> = {
  entry?: Resolver<ResolversTypes['ActivityEntry'], ParentType, ContextType>;
};

export type StrategyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StrategyPayload'] = ResolversParentTypes['StrategyPayload']> = {
  strategy?: Resolver<ResolversTypes['Strategy'], ParentType, ContextType>;
};

export type DeleteStrategyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteStrategyPayload'] = ResolversParentTypes['DeleteStrategyPayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ReorderStrategiesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReorderStrategiesPayload'] = ResolversParentTypes['ReorderStrategiesPayload']> = {
  strategies?: Resolver<Array<ResolversTypes['Strategy']>, ParentType, ContextType>;
};

export type ActivityEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityEvent'] = ResolversParentTypes['ActivityEvent']> = {
  cursor?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActivityEventKind'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  goalId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  goal?: Resolver<Maybe<ResolversTypes['Goal']>, ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['ActivityEntry']>, ParentType, ContextType>;
  strategy?: Resolver<Maybe<ResolversTypes['Strategy']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  LiveEvent?: LiveEventResolvers<ContextType>;
  Resync?: ResyncResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ServiceHealth?: ServiceHealthResolvers<ContextType>;
  ServiceDependencies?: ServiceDependenciesResolvers<ContextType>;
  HealthCheck?: HealthCheckResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Goal?: GoalResolvers<ContextType>;
  ActivityEntry?: ActivityEntryResolvers<ContextType>;
  GoalStats?: GoalStatsResolvers<ContextType>;
  GoalsByStatus?: GoalsByStatusResolvers<ContextType>;
  GoalsByHorizon?: GoalsByHorizonResolvers<ContextType>;
  RecentActivity?: RecentActivityResolvers<ContextType>;
  Strategy?: StrategyResolvers<ContextType>;
  Measure?: MeasureResolvers<ContextType>;
  MeasureLink?: MeasureLinkResolvers<ContextType>;
  NamedMeasure?: NamedMeasureResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Tenant?: TenantResolvers<ContextType>;
  GoalConnection?: GoalConnectionResolvers<ContextType>;
  GoalEdge?: GoalEdgeResolvers<ContextType>;
  ActivityEntryConnection?: ActivityEntryConnectionResolvers<ContextType>;
  ActivityEntryEdge?: ActivityEntryEdgeResolvers<ContextType>;
  RecentActivityConnection?: RecentActivityConnectionResolvers<ContextType>;
  RecentActivityEdge?: RecentActivityEdgeResolvers<ContextType>;
  GoalPayload?: GoalPayloadResolvers<ContextType>;
  DeleteGoalPayload?: DeleteGoalPayloadResolvers<ContextType>;
  ActivityEntryPayload?: ActivityEntryPayloadResolvers<ContextType>;
  StrategyPayload?: StrategyPayloadResolvers<ContextType>;
  DeleteStrategyPayload?: DeleteStrategyPayloadResolvers<ContextType>;
  ReorderStrategiesPayload?: ReorderStrategiesPayloadResolvers<ContextType>;
  ActivityEvent?: ActivityEventResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  before?: BeforeDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
  admin?: AdminDirectiveResolver<any, any, ContextType>;
  feature?: FeatureDirectiveResolver<any, any, ContextType>;
  constraint?: ConstraintDirectiveResolver<any, any, ContextType>;
};
