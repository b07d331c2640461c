// Generated from schema/traction.graphql by `npm run compose`; do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GoalRow, GoalPage } from './goals/model';
import type { ActivityEntryRow, ActivityEntryPage, RecentActivityRow, RecentActivityPage } from './activity/model';
import type { UserReference, Context } from './context';
import type { StrategyRow } from './strategies/model';
import type { ActionRow, ActionPage } from './actions/model';
import type { MeasureRow, MeasurePage } from './measures/model';
import type { MeasureLinkRow } from './links/model';
import type { ActualRow, ActualPage, RevisionRow } from './series/model';
import type { TargetRow, TargetAtThatTime, PlanAdjustmentRow, ReplanRuleRow, GoalAtThatTime, CrossGoalAlertRow } from './planning/model';
import type { Told, Gap } from '../common/live/log-reader';
import type { Words } from './live/words';
import type { LogRow } from '../common/live/tenant-tail';
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
  /**
   * A number in decimal notation of at most 15 significant digits, which come back as they were sent. Its size is at most
   * 1e30, and at least 1e-30 unless it is 0. What is computed of such numbers is computed in decimals.
   */
  Decimal: { input: number; output: number; }
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
  /** A strategy of the caller's tenant; null when there is none, or when it was deleted. */
  strategy?: Maybe<Strategy>;
  /** What happened lately to the goals and operations of the caller's tenant, newest first. */
  recentActivity: RecentActivityConnection;
  /** Where the log of the tenant stands now: a subscription `after` it tells whatever this answer does not show yet. */
  tractionPosition: Scalars['ID']['output'];
  /** How the service is. */
  tractionHealth?: Maybe<ServiceHealth>;
  /** An action of the caller's tenant; null when there is none, or when it was deleted. */
  action?: Maybe<Action>;
  /** The actions of the caller's tenant, by the date when they are due, the earliest first. */
  actions: ActionConnection;
  /** A link of the caller's tenant; null when there is none. */
  measureLink?: Maybe<MeasureLink>;
  /** The links that match all that is given; at least one id must be. */
  measureLinks: Array<MeasureLink>;
  /** The link of a measure with a goal; null where they are not linked. Fails where there is no such goal. */
  goalMeasureLink?: Maybe<MeasureLink>;
  /** The measures of several goals, each once, by name. Goals that there are not are passed over. */
  measuresOfGoals: Array<MeasureOfGoals>;
  /** A measure of the caller's tenant; null when there is none, or when it was deleted. Fails where there is no such link. */
  measure?: Maybe<Measure>;
  /** The measures of the caller's tenant, by name. */
  measures: MeasureConnection;
  /** The measures of a person, a goal or a strategy, by name: the first that is given decides. The caller's own otherwise. */
  measuresOf: MeasureConnection;
  /** Measures as a caller knows them: each with the tenant's own where the id is one of its measures. */
  namedMeasures: Array<NamedMeasure>;
  /** What everybody may measure: entries that measures can be made from. */
  measureCatalog: Array<CatalogMeasure>;
  /** An entry of the catalog; null when there is none. */
  catalogMeasure?: Maybe<CatalogMeasure>;
  /** What the tenant was told about plans that several goals depend on, newest first. */
  crossGoalAlerts: Array<CrossGoalAlert>;
  /** The replan rule of a measure; null where it has none. Fails where there is no such measure. */
  replanRule?: Maybe<ReplanRule>;
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


export type QueryStrategyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRecentActivityArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTractionHealthArgs = {
  ifReady?: Scalars['Boolean']['input'];
};


export type QueryActionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryActionsArgs = {
  filter?: InputMaybe<ActionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMeasureLinkArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMeasureLinksArgs = {
  filter: MeasureLinkFilter;
};


export type QueryGoalMeasureLinkArgs = {
  goalId: Scalars['ID']['input'];
  measureId: Scalars['ID']['input'];
};


export type QueryMeasuresOfGoalsArgs = {
  goalIds: Array<Scalars['ID']['input']>;
};


export type QueryMeasureArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  linkId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryMeasuresArgs = {
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMeasuresOfArgs = {
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  goalId?: InputMaybe<Scalars['ID']['input']>;
  strategyId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryNamedMeasuresArgs = {
  measures: Array<NamedMeasureInput>;
};


export type QueryCatalogMeasureArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCrossGoalAlertsArgs = {
  status?: InputMaybe<AlertStatus>;
  goalId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryReplanRuleArgs = {
  measureId: Scalars['ID']['input'];
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
  /** Creates an action. Goals and strategies that there are not are passed over. */
  createAction: ActionPayload;
  /** Changes the members that are given. A completed action has a progress of 100, whatever is given. */
  updateAction: ActionPayload;
  /** Deletes an action with its links; the values that it has brought about stay. */
  deleteAction: DeleteActionPayload;
  /**
   * Records values of measures that an action has brought about, all of them or none. Each of them is an entry of the series
   * of its measure. Where one meets the replan rule of its measure, the goals are told, and the plan stays as it is.
   */
  recordActionValues: RecordActionValuesPayload;
  /** Links a measure with a person, with a goal as well, or with a strategy of that goal. */
  linkMeasure: MeasureLinkPayload;
  /**
   * Links a measure with a goal, for the owner of the measure. An entry of the catalog becomes a measure of the tenant
   * first. The first measure of a goal becomes its primary one.
   */
  linkMeasureToGoal: MeasureLinkPayload;
  /** Changes the members that are given. A new person also becomes the owner of the measure, and of its other links. */
  updateMeasureLink: MeasureLinkPayload;
  /** Ends a link; the measure, the goal and the values stay. */
  deleteMeasureLink: DeleteMeasureLinkPayload;
  /** Ends the link of a measure with a person alone; links with goals and strategies stay. */
  unlinkMeasureFromPerson: DeleteMeasureLinkPayload;
  /** Ends all links of a measure with a goal. Where it was the primary one, another takes its place. */
  unlinkMeasureFromGoal: UnlinkMeasureFromGoalPayload;
  /** Sets from which share of the target, in percent, the goal is on track by this measure. */
  setMeasureThreshold: MeasureLinkPayload;
  /** Makes a measure the one that counts most for a goal. */
  setPrimaryMeasure: SetPrimaryMeasurePayload;
  /**
   * Creates a measure. A value that comes with it is the first of its series. With an entry of the catalog, what is not
   * given is taken from it.
   */
  createMeasure: CreateMeasurePayload;
  /** Changes the members that are given. A new owner also takes over the links of the measure. */
  updateMeasure: MeasurePayload;
  /** Deletes a measure with its links; its values and targets are kept. */
  deleteMeasure: DeleteMeasurePayload;
  /**
   * Brings a deleted measure back, with the links that went with it, but for those whose goal or strategy is gone meanwhile.
   * It may be any tenant's, and is in the sight of that tenant alone.
   */
  restoreMeasure: RestoreMeasurePayload;
  /** Adds a target. */
  addTarget: TargetPayload;
  /** Changes the members of a target that are given; its date stays. */
  updateTarget: TargetPayload;
  /** Deletes a target. */
  deleteTarget: DeleteTargetPayload;
  /** Sets the targets of several dates: one of a date that has a target changes it. Others stay, or go. */
  setTargets: SetTargetsPayload;
  /** Rewrites the targets after the date of a value so that the plan begins there anew, and keeps what they were. */
  adjustPlan: AdjustPlanPayload;
  /** Sets the members of the replan rule that are given; those of a new rule have defaults. */
  setReplanRule: ReplanRulePayload;
  /** Notes what was decided about an alert; a second decision replaces the first. The plan stays as it is. */
  acknowledgeAlert: AlertPayload;
  /** Records a value that counts from now on, whatever its date. */
  recordMeasureValue: RecordMeasureValuePayload;
  /**
   * Records a value of a certain date. What was measured counts from now on unless the present value is of a later date; an
   * estimate never does. Where it crosses the replan rule of the measure, the rule acts.
   */
  recordActual: RecordActualPayload;
  /** Corrects a value by hand. It keeps its id, its date and its place in the series; the former value is a revision. */
  overrideActual: ActualPayload;
  /** Deletes an entry of the series; the present value follows from the rest. */
  deleteActual: DeleteActualPayload;
  /** Records the value of a month, or replaces it: then the entry keeps its id and its place in the series. */
  recordReading: RecordReadingPayload;
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


export type MutationCreateActionArgs = {
  input: CreateActionInput;
};


export type MutationUpdateActionArgs = {
  input: UpdateActionInput;
};


export type MutationDeleteActionArgs = {
  input: DeleteActionInput;
};


export type MutationRecordActionValuesArgs = {
  input: RecordActionValuesInput;
};


export type MutationLinkMeasureArgs = {
  input: LinkMeasureInput;
};


export type MutationLinkMeasureToGoalArgs = {
  input: LinkMeasureToGoalInput;
};


export type MutationUpdateMeasureLinkArgs = {
  input: UpdateMeasureLinkInput;
};


export type MutationDeleteMeasureLinkArgs = {
  input: DeleteMeasureLinkInput;
};


export type MutationUnlinkMeasureFromPersonArgs = {
  input: UnlinkMeasureFromPersonInput;
};


export type MutationUnlinkMeasureFromGoalArgs = {
  input: UnlinkMeasureFromGoalInput;
};


export type MutationSetMeasureThresholdArgs = {
  input: SetMeasureThresholdInput;
};


export type MutationSetPrimaryMeasureArgs = {
  input: SetPrimaryMeasureInput;
};


export type MutationCreateMeasureArgs = {
  input: CreateMeasureInput;
};


export type MutationUpdateMeasureArgs = {
  input: UpdateMeasureInput;
};


export type MutationDeleteMeasureArgs = {
  input: DeleteMeasureInput;
};


export type MutationRestoreMeasureArgs = {
  input: RestoreMeasureInput;
};


export type MutationAddTargetArgs = {
  input: AddTargetInput;
};


export type MutationUpdateTargetArgs = {
  input: UpdateTargetInput;
};


export type MutationDeleteTargetArgs = {
  input: DeleteTargetInput;
};


export type MutationSetTargetsArgs = {
  input: SetTargetsInput;
};


export type MutationAdjustPlanArgs = {
  input: AdjustPlanInput;
};


export type MutationSetReplanRuleArgs = {
  input: SetReplanRuleInput;
};


export type MutationAcknowledgeAlertArgs = {
  input: AcknowledgeAlertInput;
};


export type MutationRecordMeasureValueArgs = {
  input: RecordMeasureValueInput;
};


export type MutationRecordActualArgs = {
  input: RecordActualInput;
};


export type MutationOverrideActualArgs = {
  input: OverrideActualInput;
};


export type MutationDeleteActualArgs = {
  input: DeleteActualInput;
};


export type MutationRecordReadingArgs = {
  input: RecordReadingInput;
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
  /** 0 to 100: 100 when completed, else the mean of its measures, to two decimals. */
  progress: Scalars['Float']['output'];
  /** Facts kept with the goal as they were sent. */
  metadata?: Maybe<Scalars['JSONObject']['output']>;
  /** When the goal was closed as completed; null otherwise. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** In their order. */
  strategies: Array<Strategy>;
  /** What people and the service itself wrote down about the goal, newest first. */
  activity: ActivityEntryConnection;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
  /** The actions that are done for it, by the date when they are due. */
  actions: Array<Action>;
  /** The measures linked with the goal, in their order: one link for each, the primary one or else the oldest. */
  measures: Array<MeasureLink>;
  /** How many measures are linked with the goal. */
  measureCount: Scalars['Int']['output'];
  /** The link of the measure that counts most; null where none is linked. */
  primaryMeasure?: Maybe<MeasureLink>;
  /** What could be measured for the goal: the catalog, and the tenant's own measures. */
  availableMeasures: AvailableMeasures;
  /** The alerts that name the goal, newest first. */
  alerts: Array<CrossGoalAlert>;
};


/** What a tenant wants to reach. */
export type GoalActivityArgs = {
  type?: InputMaybe<ActivityType>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


/** What a tenant wants to reach. */
export type GoalAlertsArgs = {
  status?: InputMaybe<AlertStatus>;
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
  /** The actions that are done for it, by the date when they are due. */
  actions: Array<Action>;
  /** The links of measures with the strategy, in their order. */
  measures: Array<MeasureLink>;
};

export type StrategyStatus =
  | 'DRAFT'
  | 'VALIDATED'
  | 'ADOPTED';

export type User = {
  id: Scalars['ID']['output'];
  /** The measures that the user answers for, by name. */
  measures: Array<Measure>;
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

/** Something that happened, told live. What was deleted since is null. */
export type ActivityEvent = LiveEvent & {
  cursor: Scalars['ID']['output'];
  kind: ActivityEventKind;
  /** One sentence for people. */
  description: Scalars['String']['output'];
  /** The goal that it is told of; null for what belongs to none. */
  goalId?: Maybe<Scalars['ID']['output']>;
  goal?: Maybe<Goal>;
  /** The entry that was written into the activity of the goal; null for other kinds. */
  entry?: Maybe<ActivityEntry>;
  /** The strategy that was added or changed; null for other kinds. */
  strategy?: Maybe<Strategy>;
  /** The action that was created or changed; null for other kinds. */
  action?: Maybe<Action>;
  /** The measure that it is about; null for other kinds. */
  measure?: Maybe<Measure>;
  /** The value that was recorded; null for other kinds. */
  actual?: Maybe<Actual>;
  /** How far a recorded value is from the one before it, in percent of that; null where there was none, or 0. */
  changePercentage?: Maybe<Scalars['Float']['output']>;
  /** What it says: the entry, or the value with the name of its measure; null for other kinds. */
  words?: Maybe<ActivityWords>;
  /** The id of the user who did it. */
  createdBy: Scalars['ID']['output'];
  /** Who that is; null when Account does not know the user. */
  author?: Maybe<User>;
  createdAt: Scalars['DateTime']['output'];
};

/** What an event says, for people to read. */
export type ActivityWords = {
  /** Of the entry, or of the value. */
  id: Scalars['ID']['output'];
  text: Scalars['String']['output'];
  title?: Maybe<Scalars['String']['output']>;
  url?: Maybe<Scalars['String']['output']>;
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
  | 'ATTACHMENT_CREATED'
  /** Told of each goal that the action is done for, as are the other two. */
  | 'ACTION_CREATED'
  /** Also its status. */
  | 'ACTION_UPDATED'
  | 'ACTION_DELETED'
  | 'MEASURE_CREATED'
  /** Also when it is brought back, and when a value is estimated. */
  | 'MEASURE_UPDATED'
  | 'MEASURE_DELETED'
  /** Told of the goal of the link. */
  | 'MEASURE_LINKED'
  /** Told of the goal of the link. */
  | 'MEASURE_UNLINKED'
  /** A measured value was recorded or corrected; told of each goal that the measure is linked with. */
  | 'MEASURE_VALUE_RECORDED'
  /** Targets were set or adjusted; told of each goal that the measure is linked with. */
  | 'PLAN_CHANGED'
  /** Told of each goal that the alert names. */
  | 'ALERT_RAISED'
  /** Told of each goal that the alert names. */
  | 'ALERT_ACKNOWLEDGED';

/** Something that is to be done. */
export type Action = {
  id: Scalars['ID']['output'];
  tenant: Tenant;
  title: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  /** The moment that it counts as entered at. */
  dateEntered: Scalars['DateTime']['output'];
  startDate?: Maybe<Scalars['DateTime']['output']>;
  dueDate?: Maybe<Scalars['DateTime']['output']>;
  priority: ActionPriority;
  status: ActionStatus;
  /** 0 to 100. */
  progress: Scalars['Int']['output'];
  /** The id of the user who does it; null where it is nobody's. */
  assigneeId?: Maybe<Scalars['ID']['output']>;
  /** Who does it; null where it is nobody's, and when Account does not know the user. */
  assignee?: Maybe<User>;
  /** The goals that it is done for, in the order in which they were given. */
  goals: Array<Goal>;
  /** The strategies that it is done for, in the order in which they were given. */
  strategies: Array<Strategy>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type ActionStatus =
  | 'NOT_STARTED'
  | 'IN_PROGRESS'
  | 'COMPLETED'
  | 'BLOCKED'
  | 'CANCELLED';

export type ActionPriority =
  | 'LOW'
  | 'MEDIUM'
  | 'HIGH'
  | 'CRITICAL';

export type ActionConnection = {
  nodes: Array<Action>;
  edges: Array<ActionEdge>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

export type ActionEdge = {
  cursor: Scalars['String']['output'];
  node: Action;
};

/** Values within one list are alternatives. */
export type ActionFilter = {
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** Done for one of these goals. */
  goalIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Done for one of these strategies. */
  strategyIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  status?: InputMaybe<Array<ActionStatus>>;
  priority?: InputMaybe<Array<ActionPriority>>;
  /** Starting at this moment or later. */
  startingFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Due at this moment or earlier. */
  dueUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

export type CreateActionInput = {
  title: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** Now where absent. */
  dateEntered?: InputMaybe<Scalars['DateTime']['input']>;
  startDate: Scalars['DateTime']['input'];
  /** Not before `startDate`. */
  dueDate: Scalars['DateTime']['input'];
  priority: ActionPriority;
  status?: ActionStatus;
  progress?: Scalars['Int']['input'];
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  goalIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  strategyIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type UpdateActionInput = {
  id: Scalars['ID']['input'];
  title?: InputMaybe<Scalars['String']['input']>;
  /** Null removes it. */
  description?: InputMaybe<Scalars['String']['input']>;
  dateEntered?: InputMaybe<Scalars['DateTime']['input']>;
  startDate?: InputMaybe<Scalars['DateTime']['input']>;
  dueDate?: InputMaybe<Scalars['DateTime']['input']>;
  priority?: InputMaybe<ActionPriority>;
  status?: InputMaybe<ActionStatus>;
  progress?: InputMaybe<Scalars['Int']['input']>;
  /** Null leaves it to nobody. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** In place of those it has. Goals that there are not are passed over. */
  goalIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** In place of those it has. Strategies that there are not are passed over. */
  strategyIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type DeleteActionInput = {
  id: Scalars['ID']['input'];
};

export type RecordActionValuesInput = {
  actionId: Scalars['ID']['input'];
  values: Array<ActionValueInput>;
};

/** A value of a measure that an action has brought about. */
export type ActionValueInput = {
  measureId: Scalars['ID']['input'];
  value: Scalars['Decimal']['input'];
  /** The day that it was measured on, in UTC; today where absent. */
  date?: InputMaybe<Scalars['DateTime']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  /** What the caller calls the horizon that it belongs to. Kept with the value, and of no effect. */
  horizonId?: InputMaybe<Scalars['ID']['input']>;
};

export type ActionPayload = {
  action: Action;
};

export type DeleteActionPayload = {
  deletedId: Scalars['ID']['output'];
};

export type RecordActionValuesPayload = {
  action: Action;
  /** The entries, in the order of the values. */
  actuals: Array<Actual>;
};

/** That a measure matters to a person, to a goal, or to a strategy of a goal. */
export type MeasureLink = {
  id: Scalars['ID']['output'];
  measure: Measure;
  kind: MeasureLinkKind;
  personId: Scalars['ID']['output'];
  /** Who holds the link; null when Account does not know the user. */
  person?: Maybe<User>;
  /** The goal; null for a person's link, and when the goal is gone. */
  goal?: Maybe<Goal>;
  goalId?: Maybe<Scalars['ID']['output']>;
  /** The strategy; null unless the link is a strategy's. */
  strategy?: Maybe<Strategy>;
  strategyId?: Maybe<Scalars['ID']['output']>;
  /** Whether it is the measure that counts most; at most one of a goal. */
  isPrimary: Scalars['Boolean']['output'];
  /** The share of the target, in percent, from which the goal is on track. */
  thresholdPct: Scalars['Decimal']['output'];
  /** The share of the target, in percent, below which the goal is at risk. */
  riskThresholdPct: Scalars['Decimal']['output'];
  /** 0 to 1. */
  weight: Scalars['Decimal']['output'];
  /** The place among the links of the goal, or of the person where there is none; from 1. */
  order: Scalars['Int']['output'];
  /** How the measure stands by these thresholds; null without a target and a value. */
  progress?: Maybe<MeasureProgress>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

/** What a measure is linked with. */
export type MeasureLinkKind =
  | 'PERSONAL'
  | 'GOAL'
  | 'STRATEGY';

/** How a measure stands beside its target. */
export type MeasureProgress = {
  /** 100 = at the target, to two decimals. */
  percentage: Scalars['Float']['output'];
  status: ProgressStatus;
  /** How far the value is past the target, in its own unit; negative when short of it, whichever way it should move. */
  variance: Scalars['Decimal']['output'];
  /** The variance in percent of the target, to two decimals. */
  variancePercentage: Scalars['Float']['output'];
  /** Whole days until the date of the target; negative when past; null where the target has no date. */
  daysUntilTarget?: Maybe<Scalars['Int']['output']>;
  /** Whether the date of the target has passed and it is not reached. */
  isOverdue: Scalars['Boolean']['output'];
};

/** How things stand by the thresholds of a link. */
export type ProgressStatus =
  | 'ON_TRACK'
  /** Short of the threshold, above that of risk. */
  | 'BEHIND'
  /** Below the threshold of risk. */
  | 'AT_RISK'
  /** Nothing to compare. */
  | 'NO_DATA';

/** A measure, and which of the goals that were asked for it is linked with. */
export type MeasureOfGoals = {
  measure: Measure;
  goalIds: Array<Scalars['ID']['output']>;
};

/** What could be measured for a goal. What is measured already is among it. */
export type AvailableMeasures = {
  catalog: Array<AvailableMeasure>;
  /** The tenant's own measures, by name. */
  own: Array<AvailableMeasure>;
};

export type AvailableMeasure = {
  /** Of the measure, or of the entry of the catalog. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  unit?: Maybe<Scalars['String']['output']>;
  direction?: Maybe<MeasureDirection>;
  category?: Maybe<Scalars['String']['output']>;
  /** Where it comes from, in words. */
  source: Scalars['String']['output'];
  isShared: Scalars['Boolean']['output'];
  usage: MeasureUsage;
};

export type MeasureUsage = {
  /** How many goals use it. */
  goalCount: Scalars['Int']['output'];
  /** Whether this goal uses it. */
  isUsedHere: Scalars['Boolean']['output'];
};

export type MeasureLinkFilter = {
  measureId?: InputMaybe<Scalars['ID']['input']>;
  /** Alone: only links without a goal. */
  personId?: InputMaybe<Scalars['ID']['input']>;
  /** Only links without a strategy. */
  goalId?: InputMaybe<Scalars['ID']['input']>;
  strategyId?: InputMaybe<Scalars['ID']['input']>;
  /** With a person or a goal: also the links that would be left out. */
  includeAll?: Scalars['Boolean']['input'];
};

export type LinkMeasureInput = {
  measureId: Scalars['ID']['input'];
  personId: Scalars['ID']['input'];
  goalId?: InputMaybe<Scalars['ID']['input']>;
  /** Of that goal. */
  strategyId?: InputMaybe<Scalars['ID']['input']>;
  thresholdPct?: InputMaybe<Scalars['Decimal']['input']>;
  /** At most `thresholdPct`; 50 where absent, or `thresholdPct` where that is less. */
  riskThresholdPct?: InputMaybe<Scalars['Decimal']['input']>;
  weight?: InputMaybe<Scalars['Decimal']['input']>;
  /** The last place where absent. */
  order?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only with a goal, whose former primary measure then is none. */
  isPrimary?: InputMaybe<Scalars['Boolean']['input']>;
};

export type LinkMeasureToGoalInput = {
  goalId: Scalars['ID']['input'];
  /** Of a measure, or of an entry of the catalog. */
  measureId: Scalars['ID']['input'];
  thresholdPct?: InputMaybe<Scalars['Decimal']['input']>;
  isPrimary?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Null leaves a member as it is, but for goal and strategy, which it removes. */
export type UpdateMeasureLinkInput = {
  id: Scalars['ID']['input'];
  personId?: InputMaybe<Scalars['ID']['input']>;
  /** Null removes it, and the strategy with it unless one is given. */
  goalId?: InputMaybe<Scalars['ID']['input']>;
  /** Null removes it. */
  strategyId?: InputMaybe<Scalars['ID']['input']>;
  thresholdPct?: InputMaybe<Scalars['Decimal']['input']>;
  riskThresholdPct?: InputMaybe<Scalars['Decimal']['input']>;
  weight?: InputMaybe<Scalars['Decimal']['input']>;
  order?: InputMaybe<Scalars['Int']['input']>;
  isPrimary?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DeleteMeasureLinkInput = {
  id: Scalars['ID']['input'];
};

export type UnlinkMeasureFromPersonInput = {
  personId: Scalars['ID']['input'];
  measureId: Scalars['ID']['input'];
};

export type UnlinkMeasureFromGoalInput = {
  goalId: Scalars['ID']['input'];
  measureId: Scalars['ID']['input'];
  /** Which measure of the goal takes the place of a primary one; the next in order where absent. */
  newPrimaryMeasureId?: InputMaybe<Scalars['ID']['input']>;
};

export type SetMeasureThresholdInput = {
  goalId: Scalars['ID']['input'];
  measureId: Scalars['ID']['input'];
  thresholdPct: Scalars['Decimal']['input'];
};

export type SetPrimaryMeasureInput = {
  goalId: Scalars['ID']['input'];
  measureId: Scalars['ID']['input'];
};

export type MeasureLinkPayload = {
  link: MeasureLink;
};

export type DeleteMeasureLinkPayload = {
  deletedId: Scalars['ID']['output'];
  /** Says so, in words, where the measure has no link left. */
  warning?: Maybe<Scalars['String']['output']>;
};

export type UnlinkMeasureFromGoalPayload = {
  goal: Goal;
  measure: Measure;
  /** The measure that became the primary one; null when none did. */
  newPrimary?: Maybe<MeasureLink>;
  /** How many measures the goal still has. */
  remainingCount: Scalars['Int']['output'];
};

export type SetPrimaryMeasurePayload = {
  link: MeasureLink;
  /** The measure that was the primary one before; null when none was. */
  previousPrimaryMeasureId?: Maybe<Scalars['ID']['output']>;
};

/** A number that tells how things stand. */
export type Measure = {
  id: Scalars['ID']['output'];
  tenant: Tenant;
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  /** Free text, such as Finance or Sales. */
  category?: Maybe<Scalars['String']['output']>;
  /** Such as USD, % or count. */
  unit?: Maybe<Scalars['String']['output']>;
  /** Which way it should move; null counts as INCREASE. */
  direction?: Maybe<MeasureDirection>;
  type?: Maybe<MeasureType>;
  inputKind: MeasureInputKind;
  /** How often it is taken, such as Monthly. */
  measurementFrequency: Scalars['String']['output'];
  /** Where its values come from, as text. */
  dataSource?: Maybe<Scalars['String']['output']>;
  /** The entry of a catalog that it was made from; null for the tenant's own. */
  catalogId?: Maybe<Scalars['String']['output']>;
  /** The id of the user who answers for it. */
  ownerId: Scalars['ID']['output'];
  /** Who answers for it; null when Account does not know the user. */
  owner?: Maybe<User>;
  /** The strategy that it serves. */
  strategyId?: Maybe<Scalars['ID']['output']>;
  /** How values become one of a period, such as Sum or Average. */
  aggregationType?: Maybe<Scalars['String']['output']>;
  /** The period of such a value, such as Month. */
  aggregationPeriod?: Maybe<Scalars['String']['output']>;
  /** What a value is, such as Number, Percentage or Currency. */
  valueType?: Maybe<Scalars['String']['output']>;
  /** How a value is found, in words. */
  calculationMethod?: Maybe<Scalars['String']['output']>;
  /** How its plan runs from one target to the next. */
  interpolation: InterpolationMethod;
  /** The value that counts now; follows from the series. */
  currentValue?: Maybe<Scalars['Decimal']['output']>;
  /** The moment that it was measured at. */
  currentValueDate?: Maybe<Scalars['DateTime']['output']>;
  /** What it should reach, where no target with a date says more. */
  targetValue?: Maybe<Scalars['Decimal']['output']>;
  /** What it is compared with: in percent, 100 = at the target; null without a value or a target. */
  progress?: Maybe<Scalars['Float']['output']>;
  /** All links with persons, goals and strategies. */
  links: Array<MeasureLink>;
  /** One link per goal, the primary one or else the oldest; primary ones first. */
  linkedGoals: Array<MeasureLink>;
  /** How many goals it is linked with. */
  linkedGoalCount: Scalars['Int']['output'];
  /** Whether it is linked with more than one goal. */
  isShared: Scalars['Boolean']['output'];
  isDeleted: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
  /** By date. */
  targets: Array<Target>;
  targetCount: Scalars['Int']['output'];
  /** The first target of today or later; null where there is none. */
  nextTarget?: Maybe<Target>;
  /** The plan, in periods from where it began to the last target. */
  plan: Plan;
  /** The changes of the plan, newest first. */
  adjustments: Array<PlanAdjustment>;
  /** What happens when values leave the plan; null where nothing does. */
  replanRule?: Maybe<ReplanRule>;
  /** What a change of the measure means to the goals that are linked with it. */
  impact: CrossGoalImpact;
  /** The alerts about it, newest first. */
  alerts: Array<CrossGoalAlert>;
  /** Values of the series, by date, the newest first. */
  actuals: ActualConnection;
  /** The values that were measured and recorded last, with the present one among them, by date, the oldest first. */
  latestValues: Array<Actual>;
  /** What was measured of the latest date; null where there is nothing. */
  latestActual?: Maybe<Actual>;
  /** The values of months, the newest month first. */
  readings: ReadingConnection;
};


/** A number that tells how things stand. */
export type MeasurePlanArgs = {
  granularity?: PlanGranularity;
  interpolation?: InputMaybe<InterpolationMethod>;
};


/** A number that tells how things stand. */
export type MeasureActualsArgs = {
  subtype?: InputMaybe<ActualSubtype>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


/** A number that tells how things stand. */
export type MeasureLatestValuesArgs = {
  last?: Scalars['Int']['input'];
};


/** A number that tells how things stand. */
export type MeasureReadingsArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};

/** Which way a measure should move. */
export type MeasureDirection =
  /** Higher is better. */
  | 'INCREASE'
  /** Lower is better. */
  | 'DECREASE';

/** In which direction of time a measure looks. */
export type MeasureType =
  /** It predicts. */
  | 'LEADING'
  /** It looks back. */
  | 'LAGGING';

/** What kind of thing is entered. */
export type MeasureInputKind =
  | 'QUANTITATIVE'
  | 'QUALITATIVE'
  | 'BINARY';

/** A measure as a caller knows it. */
export type NamedMeasure = {
  /** The name that the caller has given. */
  name?: Maybe<Scalars['String']['output']>;
  /** The tenant's measure of the given id; null where there is none. */
  measure?: Maybe<Measure>;
};

/** An entry of the catalog. */
export type CatalogMeasure = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description: Scalars['String']['output'];
  category: Scalars['String']['output'];
  unit: Scalars['String']['output'];
  direction: MeasureDirection;
  type: MeasureType;
  aggregationType: Scalars['String']['output'];
  aggregationPeriod: Scalars['String']['output'];
  valueType: Scalars['String']['output'];
};

export type MeasureConnection = {
  nodes: Array<Measure>;
  edges: Array<MeasureEdge>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

export type MeasureEdge = {
  cursor: Scalars['String']['output'];
  node: Measure;
};

export type NamedMeasureInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};

export type MeasureFilter = {
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  /** Found in name or description, without case. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only those made from a catalog. */
  catalogOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those that were not. */
  customOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those linked with more than one goal as well. */
  includeShared?: InputMaybe<Scalars['Boolean']['input']>;
};

export type CreateMeasureInput = {
  /** Required, unless an entry of the catalog has one. */
  name?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  unit?: InputMaybe<Scalars['String']['input']>;
  direction?: InputMaybe<MeasureDirection>;
  type?: InputMaybe<MeasureType>;
  inputKind?: InputMaybe<MeasureInputKind>;
  /** Monthly where absent. */
  measurementFrequency?: InputMaybe<Scalars['String']['input']>;
  dataSource?: InputMaybe<Scalars['String']['input']>;
  /** Any catalog's entry, known or not; only noted. */
  catalogId?: InputMaybe<Scalars['String']['input']>;
  /** An entry of this catalog; what is not given is taken from it. */
  catalogEntryId?: InputMaybe<Scalars['ID']['input']>;
  /** The caller where absent. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  strategyId?: InputMaybe<Scalars['ID']['input']>;
  /** A goal to link it with, with its owner. */
  goalId?: InputMaybe<Scalars['ID']['input']>;
  aggregationType?: InputMaybe<Scalars['String']['input']>;
  aggregationPeriod?: InputMaybe<Scalars['String']['input']>;
  valueType?: InputMaybe<Scalars['String']['input']>;
  calculationMethod?: InputMaybe<Scalars['String']['input']>;
  interpolation?: InputMaybe<InterpolationMethod>;
  /** The first value. */
  currentValue?: InputMaybe<Scalars['Decimal']['input']>;
  /** When it was measured; now where absent. */
  currentValueDate?: InputMaybe<Scalars['DateTime']['input']>;
  targetValue?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Null leaves a member as it is. */
export type UpdateMeasureInput = {
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  unit?: InputMaybe<Scalars['String']['input']>;
  direction?: InputMaybe<MeasureDirection>;
  type?: InputMaybe<MeasureType>;
  measurementFrequency?: InputMaybe<Scalars['String']['input']>;
  dataSource?: InputMaybe<Scalars['String']['input']>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  calculationMethod?: InputMaybe<Scalars['String']['input']>;
  interpolation?: InputMaybe<InterpolationMethod>;
  targetValue?: InputMaybe<Scalars['Decimal']['input']>;
};

export type DeleteMeasureInput = {
  id: Scalars['ID']['input'];
  /** Refuses where it is still linked with a goal. */
  unlessLinked?: Scalars['Boolean']['input'];
};

export type RestoreMeasureInput = {
  id: Scalars['ID']['input'];
};

export type MeasurePayload = {
  measure: Measure;
};

export type CreateMeasurePayload = {
  measure: Measure;
  /** The link with the goal that was named; null where none was. */
  link?: Maybe<MeasureLink>;
};

export type DeleteMeasurePayload = {
  deletedId: Scalars['ID']['output'];
  deletedAt: Scalars['DateTime']['output'];
};

export type RestoreMeasurePayload = {
  restoredId: Scalars['ID']['output'];
  restoredLinkIds: Array<Scalars['ID']['output']>;
};

/** What a measure should reach at a date. */
export type Target = {
  id: Scalars['ID']['output'];
  measure: Measure;
  value: Scalars['Decimal']['output'];
  /** What would be more than that. */
  optimalValue?: Maybe<Scalars['Decimal']['output']>;
  /** What would just do. */
  minimalValue?: Maybe<Scalars['Decimal']['output']>;
  date: Scalars['DateTime']['output'];
  /** Where the time that it stands for begins. */
  periodStart?: Maybe<Scalars['DateTime']['output']>;
  label?: Maybe<Scalars['String']['output']>;
  /** How sure people are, in percent. */
  confidence?: Maybe<Scalars['Int']['output']>;
  rationale?: Maybe<Scalars['String']['output']>;
  /** The id of the user who set it. */
  createdBy: Scalars['ID']['output'];
  /** The values that it had before, the oldest first. */
  revisions: Array<Revision>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type PlanGranularity =
  | 'DAILY'
  /** From Monday to Sunday. */
  | 'WEEKLY'
  | 'MONTHLY'
  | 'QUARTERLY'
  | 'YEARLY';

/** How a plan runs from one target to the next. */
export type InterpolationMethod =
  /** By the same amount in every period. */
  | 'LINEAR'
  /** By the same factor in every period; like LINEAR where a value is not above 0. */
  | 'EXPONENTIAL'
  /** All at once, at the date of the target. */
  | 'STEP';

/** What is expected of a measure over time. Values and percentages have two decimals. */
export type Plan = {
  method: InterpolationMethod;
  granularity: PlanGranularity;
  /** Without targets there are none. */
  periods: Array<PlanPeriod>;
  /** From the value at the beginning to the last target. */
  totalChange: Scalars['Decimal']['output'];
  /** In percent of the value at the beginning, per month; 0 where that is 0. */
  averageMonthlyGrowth: Scalars['Float']['output'];
};

/** A calendar period, in UTC. */
export type PlanPeriod = {
  granularity: PlanGranularity;
  /** Its first day. */
  start: Scalars['DateTime']['output'];
  /** Its last day. */
  end: Scalars['DateTime']['output'];
  startValue: Scalars['Decimal']['output'];
  endValue: Scalars['Decimal']['output'];
  delta: Scalars['Decimal']['output'];
  /** In percent; 0 where it begins at 0. */
  growthRate: Scalars['Float']['output'];
  /** The targets that it lies between. */
  targets: Array<Target>;
};

/** A change of the plan. */
export type PlanAdjustment = {
  id: Scalars['ID']['output'];
  measure: Measure;
  /** The day from which it holds. */
  effectiveDate: Scalars['DateTime']['output'];
  reason: AdjustmentReason;
  /** The value that it begins from; null when that was deleted since, or where there was none. */
  basedOn?: Maybe<Actual>;
  basedOnActualId?: Maybe<Scalars['ID']['output']>;
  variancePercentage?: Maybe<Scalars['Float']['output']>;
  strategy: AdjustmentStrategy;
  /** The targets as they were. */
  previousTargets: Array<TargetSnapshot>;
  /** The targets as they became. */
  newTargets: Array<TargetSnapshot>;
  /** Which of them were changed, added or removed. */
  affectedTargetIds: Array<Scalars['ID']['output']>;
  /** The goals of the measure at that time. */
  affectedGoalIds: Array<Scalars['ID']['output']>;
  /** How many months of the plan changed. */
  recalculatedPeriodCount: Scalars['Int']['output'];
  notes?: Maybe<Scalars['String']['output']>;
  createdBy: Scalars['ID']['output'];
  createdAt: Scalars['DateTime']['output'];
};

/** Why a plan was changed. */
export type AdjustmentReason =
  /** A value was off the plan. */
  | 'ACTUAL_VARIANCE'
  | 'MANUAL';

export type AdjustmentStrategy =
  /** The last target stays; those before it lie on the straight line from the value to it. */
  | 'MAINTAIN_FINAL_GOAL'
  /** All targets change as the value differs from the expected one. */
  | 'PROPORTIONAL_SHIFT'
  /** The targets are given. */
  | 'CUSTOM';

/** A target as it was at some time. */
export type TargetSnapshot = {
  id: Scalars['ID']['output'];
  measureId: Scalars['ID']['output'];
  value: Scalars['Decimal']['output'];
  date: Scalars['DateTime']['output'];
  label?: Maybe<Scalars['String']['output']>;
  confidence?: Maybe<Scalars['Int']['output']>;
  rationale?: Maybe<Scalars['String']['output']>;
  createdBy: Scalars['ID']['output'];
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

/** How a plan could be changed. */
export type AdjustmentSuggestion = {
  strategy: AdjustmentStrategy;
  /** In words. */
  description: Scalars['String']['output'];
  targets: Array<SuggestedTarget>;
};

export type SuggestedTarget = {
  date: Scalars['DateTime']['output'];
  value: Scalars['Decimal']['output'];
  label?: Maybe<Scalars['String']['output']>;
  confidence?: Maybe<Scalars['Int']['output']>;
  rationale?: Maybe<Scalars['String']['output']>;
};

/** What happens when values leave the plan. */
export type ReplanRule = {
  id: Scalars['ID']['output'];
  measureId: Scalars['ID']['output'];
  /** From which variance on, in percent, a value is a miss. */
  varianceThresholdPercentage: Scalars['Float']['output'];
  /** How many misses in a row meet the rule. */
  consecutiveMissesRequired: Scalars['Int']['output'];
  /** Whether the plan is adjusted then. */
  autoAdjustEnabled: Scalars['Boolean']['output'];
  adjustmentStrategy: AdjustmentStrategy;
  /** Whether somebody must agree first; then nothing is adjusted by itself. */
  requireUserApproval: Scalars['Boolean']['output'];
  /** Whether the goals of the measure are told, in their activity. */
  notifyOnTrigger: Scalars['Boolean']['output'];
  /** The ids of users. */
  notificationRecipients: Array<Scalars['ID']['output']>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

/** What a change of a measure means to goals. */
export type CrossGoalImpact = {
  /** In the order in which they were linked. */
  affectedGoals: Array<AffectedGoal>;
};

export type AffectedGoal = {
  goalId: Scalars['ID']['output'];
  goalTitle: Scalars['String']['output'];
  level: ImpactLevel;
  /** The threshold of the link, in percent. */
  thresholdPct?: Maybe<Scalars['Decimal']['output']>;
  /** How far the measure is, 0 to 100. */
  progress: Scalars['Float']['output'];
};

export type ImpactLevel =
  /** It is the primary measure of the goal, or the only one. */
  | 'HIGH'
  | 'MEDIUM'
  | 'LOW';

/** That the plan of a measure has changed on which several goals depend. */
export type CrossGoalAlert = {
  id: Scalars['ID']['output'];
  measureId: Scalars['ID']['output'];
  measureName: Scalars['String']['output'];
  /** The goal in whose context the change was made, where that is known. */
  sourceGoalId?: Maybe<Scalars['ID']['output']>;
  /** The change of the plan, where there was one. */
  adjustmentId?: Maybe<Scalars['ID']['output']>;
  /** As they stood then. */
  affectedGoals: Array<AffectedGoal>;
  /** In words. */
  message: Scalars['String']['output'];
  status: AlertStatus;
  decision?: Maybe<AlertDecision>;
  notes?: Maybe<Scalars['String']['output']>;
  createdBy: Scalars['ID']['output'];
  acknowledgedBy?: Maybe<Scalars['ID']['output']>;
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  createdAt: Scalars['DateTime']['output'];
};

export type AlertStatus =
  | 'PENDING'
  | 'ACKNOWLEDGED';

export type AlertDecision =
  | 'ACCEPTED'
  | 'REJECTED'
  | 'MODIFIED';

export type AddTargetInput = {
  measureId?: InputMaybe<Scalars['ID']['input']>;
  /** A link with the measure, where its id is not given. */
  linkId?: InputMaybe<Scalars['ID']['input']>;
  value: Scalars['Decimal']['input'];
  date: Scalars['DateTime']['input'];
  /** At least as good as `value`. */
  optimalValue?: InputMaybe<Scalars['Decimal']['input']>;
  /** At most as good as `value`. */
  minimalValue?: InputMaybe<Scalars['Decimal']['input']>;
  periodStart?: InputMaybe<Scalars['DateTime']['input']>;
  label?: InputMaybe<Scalars['String']['input']>;
  confidence?: InputMaybe<Scalars['Int']['input']>;
  rationale?: InputMaybe<Scalars['String']['input']>;
};

/** Null leaves a member as it is. */
export type UpdateTargetInput = {
  measureId?: InputMaybe<Scalars['ID']['input']>;
  /** A link with the measure, where its id is not given. */
  linkId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  value?: InputMaybe<Scalars['Decimal']['input']>;
  optimalValue?: InputMaybe<Scalars['Decimal']['input']>;
  minimalValue?: InputMaybe<Scalars['Decimal']['input']>;
  label?: InputMaybe<Scalars['String']['input']>;
  confidence?: InputMaybe<Scalars['Int']['input']>;
  rationale?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteTargetInput = {
  measureId?: InputMaybe<Scalars['ID']['input']>;
  /** A link with the measure, where its id is not given. */
  linkId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};

export type SetTargetsInput = {
  measureId: Scalars['ID']['input'];
  /** Each day once. Empty only with `replaceAll`. */
  targets: Array<TargetInput>;
  /** Whether the other targets go. */
  replaceAll?: Scalars['Boolean']['input'];
};

export type TargetInput = {
  date: Scalars['DateTime']['input'];
  value: Scalars['Decimal']['input'];
  label?: InputMaybe<Scalars['String']['input']>;
  confidence?: InputMaybe<Scalars['Int']['input']>;
  rationale?: InputMaybe<Scalars['String']['input']>;
};

export type AdjustPlanInput = {
  measureId: Scalars['ID']['input'];
  strategy: AdjustmentStrategy;
  /** The value to begin from; the newest where absent. */
  basedOnActualId?: InputMaybe<Scalars['ID']['input']>;
  /** What takes the place of the later targets; required for CUSTOM. */
  targets?: InputMaybe<Array<TargetInput>>;
  rationale: Scalars['String']['input'];
};

export type SetReplanRuleInput = {
  measureId: Scalars['ID']['input'];
  varianceThresholdPercentage?: InputMaybe<Scalars['Float']['input']>;
  consecutiveMissesRequired?: InputMaybe<Scalars['Int']['input']>;
  autoAdjustEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  adjustmentStrategy?: InputMaybe<AdjustmentStrategy>;
  requireUserApproval?: InputMaybe<Scalars['Boolean']['input']>;
  notifyOnTrigger?: InputMaybe<Scalars['Boolean']['input']>;
  notificationRecipients?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type AcknowledgeAlertInput = {
  id: Scalars['ID']['input'];
  decision: AlertDecision;
  notes?: InputMaybe<Scalars['String']['input']>;
};

export type TargetPayload = {
  target: Target;
};

export type DeleteTargetPayload = {
  deletedId: Scalars['ID']['output'];
};

export type SetTargetsPayload = {
  measure: Measure;
  impact: SetTargetsImpact;
};

/** What became of it. */
export type SetTargetsImpact = {
  /** How many were added, changed and removed. */
  changedTargets: Scalars['Int']['output'];
  /** How many months of the plan changed. */
  affectedPeriods: Scalars['Int']['output'];
  /** What the goals that depend on it are told; null where that is fewer than two. */
  alert?: Maybe<CrossGoalAlert>;
};

export type AdjustPlanPayload = {
  adjustment: PlanAdjustment;
  measure: Measure;
  /** The months of the plan that changed, as they are now. */
  recalculatedPeriods: Array<PlanPeriod>;
};

export type ReplanRulePayload = {
  rule: ReplanRule;
};

export type AlertPayload = {
  alert: CrossGoalAlert;
};

/** A value in the series of a measure. */
export type Actual = {
  id: Scalars['ID']['output'];
  measureId: Scalars['ID']['output'];
  measure: Measure;
  subtype: ActualSubtype;
  value: Scalars['Decimal']['output'];
  /** The value before it was corrected for the first time; null where it never was. */
  originalValue?: Maybe<Scalars['Decimal']['output']>;
  /** The moment that it was measured at, or is expected for. */
  date: Scalars['DateTime']['output'];
  /** Where the time that it stands for begins. */
  periodStart?: Maybe<Scalars['DateTime']['output']>;
  /** MANUAL, ACTION, INTEGRATION, AUTOMATED, or the name of a source. */
  dataSource?: Maybe<Scalars['String']['output']>;
  /** What it is called there. */
  sourceReferenceId?: Maybe<Scalars['String']['output']>;
  /** Why, or from what. */
  rationale?: Maybe<Scalars['String']['output']>;
  /** What its caller calls the horizon that it belongs to; of no effect. */
  horizonId?: Maybe<Scalars['ID']['output']>;
  /** Whether somebody has corrected it by hand. */
  isManualOverride: Scalars['Boolean']['output'];
  /** Why it was corrected. */
  overrideComment?: Maybe<Scalars['String']['output']>;
  /** What the plan expected for its date when it was recorded; null without a plan. */
  expectedValue?: Maybe<Scalars['Decimal']['output']>;
  /** The value minus the expected one. */
  variance?: Maybe<Scalars['Decimal']['output']>;
  /** The variance in percent of the expected value, to two decimals; null where that is 0. */
  variancePercentage?: Maybe<Scalars['Float']['output']>;
  /** Whether it is further off than the replan rule allowed when it was recorded. */
  exceedsThreshold: Scalars['Boolean']['output'];
  /** Whether it is the one by which the replan rule was met. */
  triggersReplan: Scalars['Boolean']['output'];
  /** The change of the plan that it caused by itself. */
  adjustment?: Maybe<PlanAdjustment>;
  /** Whether it caused one. */
  hasAdjustedPlan: Scalars['Boolean']['output'];
  /** The values that it had before, the oldest first. */
  revisions: Array<Revision>;
  /** The id of the user who recorded it. */
  recordedBy: Scalars['ID']['output'];
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

/** What an entry of the series is. */
export type ActualSubtype =
  /** It was measured. */
  | 'MEASURED'
  /** It is expected; never the present value. */
  | 'ESTIMATE';

/** A value that an entry had before. */
export type Revision = {
  id: Scalars['ID']['output'];
  value: Scalars['Decimal']['output'];
  /** Why it was changed. */
  comment?: Maybe<Scalars['String']['output']>;
  /** The id of the user who changed it. */
  changedBy: Scalars['ID']['output'];
  changedAt: Scalars['DateTime']['output'];
};

/** The value of a month. It is an entry of the series, at the last day of the month. */
export type Reading = {
  /** The id of its entry. */
  id: Scalars['ID']['output'];
  measure: Measure;
  /** The first moment of the month. */
  month: Scalars['DateTime']['output'];
  /** As it was read. */
  value: Scalars['Decimal']['output'];
  /** What counts in its place. */
  adjustedValue?: Maybe<Scalars['Decimal']['output']>;
  /** Why it was adjusted. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The id of the user who recorded it. */
  recordedBy: Scalars['ID']['output'];
  createdAt: Scalars['DateTime']['output'];
};

export type ActualConnection = {
  nodes: Array<Actual>;
  edges: Array<ActualEdge>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

export type ActualEdge = {
  cursor: Scalars['String']['output'];
  node: Actual;
};

export type ReadingConnection = {
  nodes: Array<Reading>;
  edges: Array<ReadingEdge>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

export type ReadingEdge = {
  cursor: Scalars['String']['output'];
  node: Reading;
};

export type RecordMeasureValueInput = {
  measureId: Scalars['ID']['input'];
  value: Scalars['Decimal']['input'];
  /** Now where absent; not in the future, but for a minute by which clocks may differ. */
  recordedAt?: InputMaybe<Scalars['DateTime']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
};

export type RecordActualInput = {
  measureId?: InputMaybe<Scalars['ID']['input']>;
  /** A link with the measure, where its id is not given. */
  linkId?: InputMaybe<Scalars['ID']['input']>;
  subtype?: ActualSubtype;
  value: Scalars['Decimal']['input'];
  /** Of what was measured not in the future, but for a minute by which clocks may differ. */
  date: Scalars['DateTime']['input'];
  /** Whether the date is a day. It counts as later than whatever was recorded on that day before, and may be to come. */
  isDay?: Scalars['Boolean']['input'];
  periodStart?: InputMaybe<Scalars['DateTime']['input']>;
  /** MANUAL, ACTION, INTEGRATION, AUTOMATED, or the name of a source. */
  dataSource?: InputMaybe<Scalars['String']['input']>;
  sourceReferenceId?: InputMaybe<Scalars['String']['input']>;
  rationale?: InputMaybe<Scalars['String']['input']>;
  /** What is done where it meets the replan rule. */
  adjustment?: AdjustmentMode;
};

/** What is done with the plan when a value meets the replan rule. */
export type AdjustmentMode =
  /** The rule adjusts the plan, where it may without being asked. */
  | 'AUTO'
  /** Adjustments are suggested. */
  | 'MANUAL'
  | 'NONE';

export type OverrideActualInput = {
  measureId?: InputMaybe<Scalars['ID']['input']>;
  /** A link with the measure, where its id is not given. */
  linkId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  value: Scalars['Decimal']['input'];
  comment: Scalars['String']['input'];
};

export type DeleteActualInput = {
  measureId?: InputMaybe<Scalars['ID']['input']>;
  /** A link with the measure, where its id is not given. */
  linkId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};

export type RecordReadingInput = {
  measureId: Scalars['ID']['input'];
  /** Any moment of the month, in UTC. */
  month: Scalars['DateTime']['input'];
  value: Scalars['Decimal']['input'];
  /** What counts in its place. */
  adjustedValue?: InputMaybe<Scalars['Decimal']['input']>;
  /** Why it was adjusted. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type RecordMeasureValuePayload = {
  measure: Measure;
  actual: Actual;
};

export type RecordActualPayload = {
  actual: Actual;
  /** The change of the plan that it caused by itself. */
  adjustment?: Maybe<PlanAdjustment>;
  /** How the plan could be changed. */
  suggestions: Array<AdjustmentSuggestion>;
};

export type ActualPayload = {
  actual: Actual;
};

export type DeleteActualPayload = {
  deletedId: Scalars['ID']['output'];
};

export type RecordReadingPayload = {
  reading: Reading;
};



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
  User: User;
  Action: Action;
  MeasureLink: MeasureLink;
  Measure: Measure;
  Target: Target;
  PlanAdjustment: PlanAdjustment;
  CrossGoalAlert: CrossGoalAlert;
  Actual: Actual;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Goal:
    ( { __typename: 'Goal' }
    & GraphQLRecursivePick<FederationTypes['Goal'], {"id":true}> );
  Strategy:
    ( { __typename: 'Strategy' }
    & GraphQLRecursivePick<FederationTypes['Strategy'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Action:
    ( { __typename: 'Action' }
    & GraphQLRecursivePick<FederationTypes['Action'], {"id":true}> );
  MeasureLink:
    ( { __typename: 'MeasureLink' }
    & GraphQLRecursivePick<FederationTypes['MeasureLink'], {"id":true}> );
  Measure:
    ( { __typename: 'Measure' }
    & GraphQLRecursivePick<FederationTypes['Measure'], {"id":true}> );
  Target:
    ( { __typename: 'Target' }
    & GraphQLRecursivePick<FederationTypes['Target'], {"id":true}> );
  PlanAdjustment:
    ( { __typename: 'PlanAdjustment' }
    & GraphQLRecursivePick<FederationTypes['PlanAdjustment'], {"id":true}> );
  CrossGoalAlert:
    ( { __typename: 'CrossGoalAlert' }
    & GraphQLRecursivePick<FederationTypes['CrossGoalAlert'], {"id":true}> );
  Actual:
    ( { __typename: 'Actual' }
    & GraphQLRecursivePick<FederationTypes['Actual'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ConstraintFormat: ConstraintFormat;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
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
  User: ResolverTypeWrapper<UserReference>;
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
  ActivityWords: ResolverTypeWrapper<Words>;
  ActivityEventKind: ActivityEventKind;
  Action: ResolverTypeWrapper<ActionRow>;
  ActionStatus: ActionStatus;
  ActionPriority: ActionPriority;
  ActionConnection: ResolverTypeWrapper<ActionPage>;
  ActionEdge: ResolverTypeWrapper<Omit<ActionEdge, 'node'> & { node: ResolversTypes['Action'] }>;
  ActionFilter: ActionFilter;
  CreateActionInput: CreateActionInput;
  UpdateActionInput: UpdateActionInput;
  DeleteActionInput: DeleteActionInput;
  RecordActionValuesInput: RecordActionValuesInput;
  ActionValueInput: ActionValueInput;
  ActionPayload: ResolverTypeWrapper<Omit<ActionPayload, 'action'> & { action: ResolversTypes['Action'] }>;
  DeleteActionPayload: ResolverTypeWrapper<DeleteActionPayload>;
  RecordActionValuesPayload: ResolverTypeWrapper<Omit<RecordActionValuesPayload, 'action' | 'actuals'> & { action: ResolversTypes['Action'], actuals: Array<ResolversTypes['Actual']> }>;
  MeasureLink: ResolverTypeWrapper<MeasureLinkRow>;
  MeasureLinkKind: MeasureLinkKind;
  MeasureProgress: ResolverTypeWrapper<MeasureProgress>;
  ProgressStatus: ProgressStatus;
  MeasureOfGoals: ResolverTypeWrapper<Omit<MeasureOfGoals, 'measure'> & { measure: ResolversTypes['Measure'] }>;
  AvailableMeasures: ResolverTypeWrapper<AvailableMeasures>;
  AvailableMeasure: ResolverTypeWrapper<AvailableMeasure>;
  MeasureUsage: ResolverTypeWrapper<MeasureUsage>;
  MeasureLinkFilter: MeasureLinkFilter;
  LinkMeasureInput: LinkMeasureInput;
  LinkMeasureToGoalInput: LinkMeasureToGoalInput;
  UpdateMeasureLinkInput: UpdateMeasureLinkInput;
  DeleteMeasureLinkInput: DeleteMeasureLinkInput;
  UnlinkMeasureFromPersonInput: UnlinkMeasureFromPersonInput;
  UnlinkMeasureFromGoalInput: UnlinkMeasureFromGoalInput;
  SetMeasureThresholdInput: SetMeasureThresholdInput;
  SetPrimaryMeasureInput: SetPrimaryMeasureInput;
  MeasureLinkPayload: ResolverTypeWrapper<Omit<MeasureLinkPayload, 'link'> & { link: ResolversTypes['MeasureLink'] }>;
  DeleteMeasureLinkPayload: ResolverTypeWrapper<DeleteMeasureLinkPayload>;
  UnlinkMeasureFromGoalPayload: ResolverTypeWrapper<Omit<UnlinkMeasureFromGoalPayload, 'goal' | 'measure' | 'newPrimary'> & { goal: ResolversTypes['Goal'], measure: ResolversTypes['Measure'], newPrimary?: Maybe<ResolversTypes['MeasureLink']> }>;
  SetPrimaryMeasurePayload: ResolverTypeWrapper<Omit<SetPrimaryMeasurePayload, 'link'> & { link: ResolversTypes['MeasureLink'] }>;
  Measure: ResolverTypeWrapper<MeasureRow>;
  MeasureDirection: MeasureDirection;
  MeasureType: MeasureType;
  MeasureInputKind: MeasureInputKind;
  NamedMeasure: ResolverTypeWrapper<Omit<NamedMeasure, 'measure'> & { measure?: Maybe<ResolversTypes['Measure']> }>;
  CatalogMeasure: ResolverTypeWrapper<CatalogMeasure>;
  MeasureConnection: ResolverTypeWrapper<MeasurePage>;
  MeasureEdge: ResolverTypeWrapper<Omit<MeasureEdge, 'node'> & { node: ResolversTypes['Measure'] }>;
  NamedMeasureInput: NamedMeasureInput;
  MeasureFilter: MeasureFilter;
  CreateMeasureInput: CreateMeasureInput;
  UpdateMeasureInput: UpdateMeasureInput;
  DeleteMeasureInput: DeleteMeasureInput;
  RestoreMeasureInput: RestoreMeasureInput;
  MeasurePayload: ResolverTypeWrapper<Omit<MeasurePayload, 'measure'> & { measure: ResolversTypes['Measure'] }>;
  CreateMeasurePayload: ResolverTypeWrapper<Omit<CreateMeasurePayload, 'measure' | 'link'> & { measure: ResolversTypes['Measure'], link?: Maybe<ResolversTypes['MeasureLink']> }>;
  DeleteMeasurePayload: ResolverTypeWrapper<DeleteMeasurePayload>;
  RestoreMeasurePayload: ResolverTypeWrapper<RestoreMeasurePayload>;
  Target: ResolverTypeWrapper<TargetRow>;
  PlanGranularity: PlanGranularity;
  InterpolationMethod: InterpolationMethod;
  Plan: ResolverTypeWrapper<Omit<Plan, 'periods'> & { periods: Array<ResolversTypes['PlanPeriod']> }>;
  PlanPeriod: ResolverTypeWrapper<Omit<PlanPeriod, 'targets'> & { targets: Array<ResolversTypes['Target']> }>;
  PlanAdjustment: ResolverTypeWrapper<PlanAdjustmentRow>;
  AdjustmentReason: AdjustmentReason;
  AdjustmentStrategy: AdjustmentStrategy;
  TargetSnapshot: ResolverTypeWrapper<TargetAtThatTime>;
  AdjustmentSuggestion: ResolverTypeWrapper<AdjustmentSuggestion>;
  SuggestedTarget: ResolverTypeWrapper<SuggestedTarget>;
  ReplanRule: ResolverTypeWrapper<ReplanRuleRow>;
  CrossGoalImpact: ResolverTypeWrapper<Omit<CrossGoalImpact, 'affectedGoals'> & { affectedGoals: Array<ResolversTypes['AffectedGoal']> }>;
  AffectedGoal: ResolverTypeWrapper<GoalAtThatTime>;
  ImpactLevel: ImpactLevel;
  CrossGoalAlert: ResolverTypeWrapper<CrossGoalAlertRow>;
  AlertStatus: AlertStatus;
  AlertDecision: AlertDecision;
  AddTargetInput: AddTargetInput;
  UpdateTargetInput: UpdateTargetInput;
  DeleteTargetInput: DeleteTargetInput;
  SetTargetsInput: SetTargetsInput;
  TargetInput: TargetInput;
  AdjustPlanInput: AdjustPlanInput;
  SetReplanRuleInput: SetReplanRuleInput;
  AcknowledgeAlertInput: AcknowledgeAlertInput;
  TargetPayload: ResolverTypeWrapper<Omit<TargetPayload, 'target'> & { target: ResolversTypes['Target'] }>;
  DeleteTargetPayload: ResolverTypeWrapper<DeleteTargetPayload>;
  SetTargetsPayload: ResolverTypeWrapper<Omit<SetTargetsPayload, 'measure' | 'impact'> & { measure: ResolversTypes['Measure'], impact: ResolversTypes['SetTargetsImpact'] }>;
  SetTargetsImpact: ResolverTypeWrapper<Omit<SetTargetsImpact, 'alert'> & { alert?: Maybe<ResolversTypes['CrossGoalAlert']> }>;
  AdjustPlanPayload: ResolverTypeWrapper<Omit<AdjustPlanPayload, 'adjustment' | 'measure' | 'recalculatedPeriods'> & { adjustment: ResolversTypes['PlanAdjustment'], measure: ResolversTypes['Measure'], recalculatedPeriods: Array<ResolversTypes['PlanPeriod']> }>;
  ReplanRulePayload: ResolverTypeWrapper<Omit<ReplanRulePayload, 'rule'> & { rule: ResolversTypes['ReplanRule'] }>;
  AlertPayload: ResolverTypeWrapper<Omit<AlertPayload, 'alert'> & { alert: ResolversTypes['CrossGoalAlert'] }>;
  Actual: ResolverTypeWrapper<ActualRow>;
  ActualSubtype: ActualSubtype;
  Revision: ResolverTypeWrapper<RevisionRow>;
  Reading: ResolverTypeWrapper<ActualRow>;
  ActualConnection: ResolverTypeWrapper<ActualPage>;
  ActualEdge: ResolverTypeWrapper<Omit<ActualEdge, 'node'> & { node: ResolversTypes['Actual'] }>;
  ReadingConnection: ResolverTypeWrapper<ActualPage>;
  ReadingEdge: ResolverTypeWrapper<Omit<ReadingEdge, 'node'> & { node: ResolversTypes['Reading'] }>;
  RecordMeasureValueInput: RecordMeasureValueInput;
  RecordActualInput: RecordActualInput;
  AdjustmentMode: AdjustmentMode;
  OverrideActualInput: OverrideActualInput;
  DeleteActualInput: DeleteActualInput;
  RecordReadingInput: RecordReadingInput;
  RecordMeasureValuePayload: ResolverTypeWrapper<Omit<RecordMeasureValuePayload, 'measure' | 'actual'> & { measure: ResolversTypes['Measure'], actual: ResolversTypes['Actual'] }>;
  RecordActualPayload: ResolverTypeWrapper<Omit<RecordActualPayload, 'actual' | 'adjustment'> & { actual: ResolversTypes['Actual'], adjustment?: Maybe<ResolversTypes['PlanAdjustment']> }>;
  ActualPayload: ResolverTypeWrapper<Omit<ActualPayload, 'actual'> & { actual: ResolversTypes['Actual'] }>;
  DeleteActualPayload: ResolverTypeWrapper<DeleteActualPayload>;
  RecordReadingPayload: ResolverTypeWrapper<Omit<RecordReadingPayload, 'reading'> & { reading: ResolversTypes['Reading'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  Decimal: Scalars['Decimal']['output'];
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
  User: UserReference;
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
  ActivityWords: Words;
  Action: ActionRow;
  ActionConnection: ActionPage;
  ActionEdge: Omit<ActionEdge, 'node'> & { node: ResolversParentTypes['Action'] };
  ActionFilter: ActionFilter;
  CreateActionInput: CreateActionInput;
  UpdateActionInput: UpdateActionInput;
  DeleteActionInput: DeleteActionInput;
  RecordActionValuesInput: RecordActionValuesInput;
  ActionValueInput: ActionValueInput;
  ActionPayload: Omit<ActionPayload, 'action'> & { action: ResolversParentTypes['Action'] };
  DeleteActionPayload: DeleteActionPayload;
  RecordActionValuesPayload: Omit<RecordActionValuesPayload, 'action' | 'actuals'> & { action: ResolversParentTypes['Action'], actuals: Array<ResolversParentTypes['Actual']> };
  MeasureLink: MeasureLinkRow;
  MeasureProgress: MeasureProgress;
  MeasureOfGoals: Omit<MeasureOfGoals, 'measure'> & { measure: ResolversParentTypes['Measure'] };
  AvailableMeasures: AvailableMeasures;
  AvailableMeasure: AvailableMeasure;
  MeasureUsage: MeasureUsage;
  MeasureLinkFilter: MeasureLinkFilter;
  LinkMeasureInput: LinkMeasureInput;
  LinkMeasureToGoalInput: LinkMeasureToGoalInput;
  UpdateMeasureLinkInput: UpdateMeasureLinkInput;
  DeleteMeasureLinkInput: DeleteMeasureLinkInput;
  UnlinkMeasureFromPersonInput: UnlinkMeasureFromPersonInput;
  UnlinkMeasureFromGoalInput: UnlinkMeasureFromGoalInput;
  SetMeasureThresholdInput: SetMeasureThresholdInput;
  SetPrimaryMeasureInput: SetPrimaryMeasureInput;
  MeasureLinkPayload: Omit<MeasureLinkPayload, 'link'> & { link: ResolversParentTypes['MeasureLink'] };
  DeleteMeasureLinkPayload: DeleteMeasureLinkPayload;
  UnlinkMeasureFromGoalPayload: Omit<UnlinkMeasureFromGoalPayload, 'goal' | 'measure' | 'newPrimary'> & { goal: ResolversParentTypes['Goal'], measure: ResolversParentTypes['Measure'], newPrimary?: Maybe<ResolversParentTypes['MeasureLink']> };
  SetPrimaryMeasurePayload: Omit<SetPrimaryMeasurePayload, 'link'> & { link: ResolversParentTypes['MeasureLink'] };
  Measure: MeasureRow;
  NamedMeasure: Omit<NamedMeasure, 'measure'> & { measure?: Maybe<ResolversParentTypes['Measure']> };
  CatalogMeasure: CatalogMeasure;
  MeasureConnection: MeasurePage;
  MeasureEdge: Omit<MeasureEdge, 'node'> & { node: ResolversParentTypes['Measure'] };
  NamedMeasureInput: NamedMeasureInput;
  MeasureFilter: MeasureFilter;
  CreateMeasureInput: CreateMeasureInput;
  UpdateMeasureInput: UpdateMeasureInput;
  DeleteMeasureInput: DeleteMeasureInput;
  RestoreMeasureInput: RestoreMeasureInput;
  MeasurePayload: Omit<MeasurePayload, 'measure'> & { measure: ResolversParentTypes['Measure'] };
  CreateMeasurePayload: Omit<CreateMeasurePayload, 'measure' | 'link'> & { measure: ResolversParentTypes['Measure'], link?: Maybe<ResolversParentTypes['MeasureLink']> };
  DeleteMeasurePayload: DeleteMeasurePayload;
  RestoreMeasurePayload: RestoreMeasurePayload;
  Target: TargetRow;
  Plan: Omit<Plan, 'periods'> & { periods: Array<ResolversParentTypes['PlanPeriod']> };
  PlanPeriod: Omit<PlanPeriod, 'targets'> & { targets: Array<ResolversParentTypes['Target']> };
  PlanAdjustment: PlanAdjustmentRow;
  TargetSnapshot: TargetAtThatTime;
  AdjustmentSuggestion: AdjustmentSuggestion;
  SuggestedTarget: SuggestedTarget;
  ReplanRule: ReplanRuleRow;
  CrossGoalImpact: Omit<CrossGoalImpact, 'affectedGoals'> & { affectedGoals: Array<ResolversParentTypes['AffectedGoal']> };
  AffectedGoal: GoalAtThatTime;
  CrossGoalAlert: CrossGoalAlertRow;
  AddTargetInput: AddTargetInput;
  UpdateTargetInput: UpdateTargetInput;
  DeleteTargetInput: DeleteTargetInput;
  SetTargetsInput: SetTargetsInput;
  TargetInput: TargetInput;
  AdjustPlanInput: AdjustPlanInput;
  SetReplanRuleInput: SetReplanRuleInput;
  AcknowledgeAlertInput: AcknowledgeAlertInput;
  TargetPayload: Omit<TargetPayload, 'target'> & { target: ResolversParentTypes['Target'] };
  DeleteTargetPayload: DeleteTargetPayload;
  SetTargetsPayload: Omit<SetTargetsPayload, 'measure' | 'impact'> & { measure: ResolversParentTypes['Measure'], impact: ResolversParentTypes['SetTargetsImpact'] };
  SetTargetsImpact: Omit<SetTargetsImpact, 'alert'> & { alert?: Maybe<ResolversParentTypes['CrossGoalAlert']> };
  AdjustPlanPayload: Omit<AdjustPlanPayload, 'adjustment' | 'measure' | 'recalculatedPeriods'> & { adjustment: ResolversParentTypes['PlanAdjustment'], measure: ResolversParentTypes['Measure'], recalculatedPeriods: Array<ResolversParentTypes['PlanPeriod']> };
  ReplanRulePayload: Omit<ReplanRulePayload, 'rule'> & { rule: ResolversParentTypes['ReplanRule'] };
  AlertPayload: Omit<AlertPayload, 'alert'> & { alert: ResolversParentTypes['CrossGoalAlert'] };
  Actual: ActualRow;
  Revision: RevisionRow;
  Reading: ActualRow;
  ActualConnection: ActualPage;
  ActualEdge: Omit<ActualEdge, 'node'> & { node: ResolversParentTypes['Actual'] };
  ReadingConnection: ActualPage;
  ReadingEdge: Omit<ReadingEdge, 'node'> & { node: ResolversParentTypes['Reading'] };
  RecordMeasureValueInput: RecordMeasureValueInput;
  RecordActualInput: RecordActualInput;
  OverrideActualInput: OverrideActualInput;
  DeleteActualInput: DeleteActualInput;
  RecordReadingInput: RecordReadingInput;
  RecordMeasureValuePayload: Omit<RecordMeasureValuePayload, 'measure' | 'actual'> & { measure: ResolversParentTypes['Measure'], actual: ResolversParentTypes['Actual'] };
  RecordActualPayload: Omit<RecordActualPayload, 'actual' | 'adjustment'> & { actual: ResolversParentTypes['Actual'], adjustment?: Maybe<ResolversParentTypes['PlanAdjustment']> };
  ActualPayload: Omit<ActualPayload, 'actual'> & { actual: ResolversParentTypes['Actual'] };
  DeleteActualPayload: DeleteActualPayload;
  RecordReadingPayload: Omit<RecordReadingPayload, 'reading'> & { reading: ResolversParentTypes['Reading'] };
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
  above?: Maybe<Scalars['Float']['input']>;
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

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
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
  strategy?: Resolver<Maybe<ResolversTypes['Strategy']>, ParentType, ContextType, RequireFields<QueryStrategyArgs, 'id'>>;
  recentActivity?: Resolver<ResolversTypes['RecentActivityConnection'], ParentType, ContextType, RequireFields<QueryRecentActivityArgs, 'first'>>;
  tractionPosition?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tractionHealth?: Resolver<Maybe<ResolversTypes['ServiceHealth']>, ParentType, ContextType, RequireFields<QueryTractionHealthArgs, 'ifReady'>>;
  action?: Resolver<Maybe<ResolversTypes['Action']>, ParentType, ContextType, RequireFields<QueryActionArgs, 'id'>>;
  actions?: Resolver<ResolversTypes['ActionConnection'], ParentType, ContextType, Partial<QueryActionsArgs>>;
  measureLink?: Resolver<Maybe<ResolversTypes['MeasureLink']>, ParentType, ContextType, RequireFields<QueryMeasureLinkArgs, 'id'>>;
  measureLinks?: Resolver<Array<ResolversTypes['MeasureLink']>, ParentType, ContextType, RequireFields<QueryMeasureLinksArgs, 'filter'>>;
  goalMeasureLink?: Resolver<Maybe<ResolversTypes['MeasureLink']>, ParentType, ContextType, RequireFields<QueryGoalMeasureLinkArgs, 'goalId' | 'measureId'>>;
  measuresOfGoals?: Resolver<Array<ResolversTypes['MeasureOfGoals']>, ParentType, ContextType, RequireFields<QueryMeasuresOfGoalsArgs, 'goalIds'>>;
  measure?: Resolver<Maybe<ResolversTypes['Measure']>, ParentType, ContextType, Partial<QueryMeasureArgs>>;
  measures?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<QueryMeasuresArgs>>;
  measuresOf?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<QueryMeasuresOfArgs>>;
  namedMeasures?: Resolver<Array<ResolversTypes['NamedMeasure']>, ParentType, ContextType, RequireFields<QueryNamedMeasuresArgs, 'measures'>>;
  measureCatalog?: Resolver<Array<ResolversTypes['CatalogMeasure']>, ParentType, ContextType>;
  catalogMeasure?: Resolver<Maybe<ResolversTypes['CatalogMeasure']>, ParentType, ContextType, RequireFields<QueryCatalogMeasureArgs, 'id'>>;
  crossGoalAlerts?: Resolver<Array<ResolversTypes['CrossGoalAlert']>, ParentType, ContextType, Partial<QueryCrossGoalAlertsArgs>>;
  replanRule?: Resolver<Maybe<ResolversTypes['ReplanRule']>, ParentType, ContextType, RequireFields<QueryReplanRuleArgs, 'measureId'>>;
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
  createAction?: Resolver<ResolversTypes['ActionPayload'], ParentType, ContextType, RequireFields<MutationCreateActionArgs, 'input'>>;
  updateAction?: Resolver<ResolversTypes['ActionPayload'], ParentType, ContextType, RequireFields<MutationUpdateActionArgs, 'input'>>;
  deleteAction?: Resolver<ResolversTypes['DeleteActionPayload'], ParentType, ContextType, RequireFields<MutationDeleteActionArgs, 'input'>>;
  recordActionValues?: Resolver<ResolversTypes['RecordActionValuesPayload'], ParentType, ContextType, RequireFields<MutationRecordActionValuesArgs, 'input'>>;
  linkMeasure?: Resolver<ResolversTypes['MeasureLinkPayload'], ParentType, ContextType, RequireFields<MutationLinkMeasureArgs, 'input'>>;
  linkMeasureToGoal?: Resolver<ResolversTypes['MeasureLinkPayload'], ParentType, ContextType, RequireFields<MutationLinkMeasureToGoalArgs, 'input'>>;
  updateMeasureLink?: Resolver<ResolversTypes['MeasureLinkPayload'], ParentType, ContextType, RequireFields<MutationUpdateMeasureLinkArgs, 'input'>>;
  deleteMeasureLink?: Resolver<ResolversTypes['DeleteMeasureLinkPayload'], ParentType, ContextType, RequireFields<MutationDeleteMeasureLinkArgs, 'input'>>;
  unlinkMeasureFromPerson?: Resolver<ResolversTypes['DeleteMeasureLinkPayload'], ParentType, ContextType, RequireFields<MutationUnlinkMeasureFromPersonArgs, 'input'>>;
  unlinkMeasureFromGoal?: Resolver<ResolversTypes['UnlinkMeasureFromGoalPayload'], ParentType, ContextType, RequireFields<MutationUnlinkMeasureFromGoalArgs, 'input'>>;
  setMeasureThreshold?: Resolver<ResolversTypes['MeasureLinkPayload'], ParentType, ContextType, RequireFields<MutationSetMeasureThresholdArgs, 'input'>>;
  setPrimaryMeasure?: Resolver<ResolversTypes['SetPrimaryMeasurePayload'], ParentType, ContextType, RequireFields<MutationSetPrimaryMeasureArgs, 'input'>>;
  createMeasure?: Resolver<ResolversTypes['CreateMeasurePayload'], ParentType, ContextType, RequireFields<MutationCreateMeasureArgs, 'input'>>;
  updateMeasure?: Resolver<ResolversTypes['MeasurePayload'], ParentType, ContextType, RequireFields<MutationUpdateMeasureArgs, 'input'>>;
  deleteMeasure?: Resolver<ResolversTypes['DeleteMeasurePayload'], ParentType, ContextType, RequireFields<MutationDeleteMeasureArgs, 'input'>>;
  restoreMeasure?: Resolver<ResolversTypes['RestoreMeasurePayload'], ParentType, ContextType, RequireFields<MutationRestoreMeasureArgs, 'input'>>;
  addTarget?: Resolver<ResolversTypes['TargetPayload'], ParentType, ContextType, RequireFields<MutationAddTargetArgs, 'input'>>;
  updateTarget?: Resolver<ResolversTypes['TargetPayload'], ParentType, ContextType, RequireFields<MutationUpdateTargetArgs, 'input'>>;
  deleteTarget?: Resolver<ResolversTypes['DeleteTargetPayload'], ParentType, ContextType, RequireFields<MutationDeleteTargetArgs, 'input'>>;
  setTargets?: Resolver<ResolversTypes['SetTargetsPayload'], ParentType, ContextType, RequireFields<MutationSetTargetsArgs, 'input'>>;
  adjustPlan?: Resolver<ResolversTypes['AdjustPlanPayload'], ParentType, ContextType, RequireFields<MutationAdjustPlanArgs, 'input'>>;
  setReplanRule?: Resolver<ResolversTypes['ReplanRulePayload'], ParentType, ContextType, RequireFields<MutationSetReplanRuleArgs, 'input'>>;
  acknowledgeAlert?: Resolver<ResolversTypes['AlertPayload'], ParentType, ContextType, RequireFields<MutationAcknowledgeAlertArgs, 'input'>>;
  recordMeasureValue?: Resolver<ResolversTypes['RecordMeasureValuePayload'], ParentType, ContextType, RequireFields<MutationRecordMeasureValueArgs, 'input'>>;
  recordActual?: Resolver<ResolversTypes['RecordActualPayload'], ParentType, ContextType, RequireFields<MutationRecordActualArgs, 'input'>>;
  overrideActual?: Resolver<ResolversTypes['ActualPayload'], ParentType, ContextType, RequireFields<MutationOverrideActualArgs, 'input'>>;
  deleteActual?: Resolver<ResolversTypes['DeleteActualPayload'], ParentType, ContextType, RequireFields<MutationDeleteActualArgs, 'input'>>;
  recordReading?: Resolver<ResolversTypes['RecordReadingPayload'], ParentType, ContextType, RequireFields<MutationRecordReadingArgs, 'input'>>;
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
  activity?: Resolver<ResolversTypes['ActivityEntryConnection'], ParentType, ContextType, Partial<GoalActivityArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actions?: Resolver<Array<ResolversTypes['Action']>, ParentType, ContextType>;
  measures?: Resolver<Array<ResolversTypes['MeasureLink']>, ParentType, ContextType>;
  measureCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  primaryMeasure?: Resolver<Maybe<ResolversTypes['MeasureLink']>, ParentType, ContextType>;
  availableMeasures?: Resolver<ResolversTypes['AvailableMeasures'], ParentType, ContextType>;
  alerts?: Resolver<Array<ResolversTypes['CrossGoalAlert']>, ParentType, ContextType, Partial<GoalAlertsArgs>>;
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
  actions?: Resolver<Array<ResolversTypes['Action']>, ParentType, ContextType>;
  measures?: Resolver<Array<ResolversTypes['MeasureLink']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measures?: Resolver<Array<ResolversTypes['Measure']>, ParentType, ContextType>;
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
  goalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  goal?: Resolver<Maybe<ResolversTypes['Goal']>, ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['ActivityEntry']>, ParentType, ContextType>;
  strategy?: Resolver<Maybe<ResolversTypes['Strategy']>, ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['Action']>, ParentType, ContextType>;
  measure?: Resolver<Maybe<ResolversTypes['Measure']>, ParentType, ContextType>;
  actual?: Resolver<Maybe<ResolversTypes['Actual']>, ParentType, ContextType>;
  changePercentage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  words?: Resolver<Maybe<ResolversTypes['ActivityWords']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivityWordsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityWords'] = ResolversParentTypes['ActivityWords']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ActionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Action'] = ResolversParentTypes['Action'], FederationReferenceType extends FederationReferenceTypes['Action'] = FederationReferenceTypes['Action']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Action']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateEntered?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['ActionPriority'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ActionStatus'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  assigneeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  goals?: Resolver<Array<ResolversTypes['Goal']>, ParentType, ContextType>;
  strategies?: Resolver<Array<ResolversTypes['Strategy']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ActionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActionConnection'] = ResolversParentTypes['ActionConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Action']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ActionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActionEdge'] = ResolversParentTypes['ActionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Action'], ParentType, ContextType>;
};

export type ActionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActionPayload'] = ResolversParentTypes['ActionPayload']> = {
  action?: Resolver<ResolversTypes['Action'], ParentType, ContextType>;
};

export type DeleteActionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteActionPayload'] = ResolversParentTypes['DeleteActionPayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RecordActionValuesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordActionValuesPayload'] = ResolversParentTypes['RecordActionValuesPayload']> = {
  action?: Resolver<ResolversTypes['Action'], ParentType, ContextType>;
  actuals?: Resolver<Array<ResolversTypes['Actual']>, ParentType, ContextType>;
};

export type MeasureLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureLink'] = ResolversParentTypes['MeasureLink'], FederationReferenceType extends FederationReferenceTypes['MeasureLink'] = FederationReferenceTypes['MeasureLink']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MeasureLink']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MeasureLinkKind'], ParentType, ContextType>;
  personId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  goal?: Resolver<Maybe<ResolversTypes['Goal']>, ParentType, ContextType>;
  goalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  strategy?: Resolver<Maybe<ResolversTypes['Strategy']>, ParentType, ContextType>;
  strategyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isPrimary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  thresholdPct?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  riskThresholdPct?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['MeasureProgress']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MeasureProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureProgress'] = ResolversParentTypes['MeasureProgress']> = {
  percentage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProgressStatus'], ParentType, ContextType>;
  variance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  variancePercentage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  daysUntilTarget?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MeasureOfGoalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureOfGoals'] = ResolversParentTypes['MeasureOfGoals']> = {
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  goalIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AvailableMeasuresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailableMeasures'] = ResolversParentTypes['AvailableMeasures']> = {
  catalog?: Resolver<Array<ResolversTypes['AvailableMeasure']>, ParentType, ContextType>;
  own?: Resolver<Array<ResolversTypes['AvailableMeasure']>, ParentType, ContextType>;
};

export type AvailableMeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailableMeasure'] = ResolversParentTypes['AvailableMeasure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['MeasureDirection']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isShared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  usage?: Resolver<ResolversTypes['MeasureUsage'], ParentType, ContextType>;
};

export type MeasureUsageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureUsage'] = ResolversParentTypes['MeasureUsage']> = {
  goalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isUsedHere?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MeasureLinkPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureLinkPayload'] = ResolversParentTypes['MeasureLinkPayload']> = {
  link?: Resolver<ResolversTypes['MeasureLink'], ParentType, ContextType>;
};

export type DeleteMeasureLinkPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMeasureLinkPayload'] = ResolversParentTypes['DeleteMeasureLinkPayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UnlinkMeasureFromGoalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnlinkMeasureFromGoalPayload'] = ResolversParentTypes['UnlinkMeasureFromGoalPayload']> = {
  goal?: Resolver<ResolversTypes['Goal'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  newPrimary?: Resolver<Maybe<ResolversTypes['MeasureLink']>, ParentType, ContextType>;
  remainingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SetPrimaryMeasurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetPrimaryMeasurePayload'] = ResolversParentTypes['SetPrimaryMeasurePayload']> = {
  link?: Resolver<ResolversTypes['MeasureLink'], ParentType, ContextType>;
  previousPrimaryMeasureId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type MeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Measure'] = ResolversParentTypes['Measure'], FederationReferenceType extends FederationReferenceTypes['Measure'] = FederationReferenceTypes['Measure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Measure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['MeasureDirection']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['MeasureType']>, ParentType, ContextType>;
  inputKind?: Resolver<ResolversTypes['MeasureInputKind'], ParentType, ContextType>;
  measurementFrequency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dataSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  catalogId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  strategyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  aggregationType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  aggregationPeriod?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  valueType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  calculationMethod?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  interpolation?: Resolver<ResolversTypes['InterpolationMethod'], ParentType, ContextType>;
  currentValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currentValueDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  targetValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['MeasureLink']>, ParentType, ContextType>;
  linkedGoals?: Resolver<Array<ResolversTypes['MeasureLink']>, ParentType, ContextType>;
  linkedGoalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isShared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isDeleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  targets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
  targetCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nextTarget?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['Plan'], ParentType, ContextType, RequireFields<MeasurePlanArgs, 'granularity'>>;
  adjustments?: Resolver<Array<ResolversTypes['PlanAdjustment']>, ParentType, ContextType>;
  replanRule?: Resolver<Maybe<ResolversTypes['ReplanRule']>, ParentType, ContextType>;
  impact?: Resolver<ResolversTypes['CrossGoalImpact'], ParentType, ContextType>;
  alerts?: Resolver<Array<ResolversTypes['CrossGoalAlert']>, ParentType, ContextType>;
  actuals?: Resolver<ResolversTypes['ActualConnection'], ParentType, ContextType, Partial<MeasureActualsArgs>>;
  latestValues?: Resolver<Array<ResolversTypes['Actual']>, ParentType, ContextType, RequireFields<MeasureLatestValuesArgs, 'last'>>;
  latestActual?: Resolver<Maybe<ResolversTypes['Actual']>, ParentType, ContextType>;
  readings?: Resolver<ResolversTypes['ReadingConnection'], ParentType, ContextType, Partial<MeasureReadingsArgs>>;
};

export type NamedMeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NamedMeasure'] = ResolversParentTypes['NamedMeasure']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  measure?: Resolver<Maybe<ResolversTypes['Measure']>, ParentType, ContextType>;
};

export type CatalogMeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogMeasure'] = ResolversParentTypes['CatalogMeasure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['MeasureDirection'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['MeasureType'], ParentType, ContextType>;
  aggregationType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aggregationPeriod?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  valueType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MeasureConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureConnection'] = ResolversParentTypes['MeasureConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Measure']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['MeasureEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MeasureEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureEdge'] = ResolversParentTypes['MeasureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
};

export type MeasurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasurePayload'] = ResolversParentTypes['MeasurePayload']> = {
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
};

export type CreateMeasurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateMeasurePayload'] = ResolversParentTypes['CreateMeasurePayload']> = {
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['MeasureLink']>, ParentType, ContextType>;
};

export type DeleteMeasurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMeasurePayload'] = ResolversParentTypes['DeleteMeasurePayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  deletedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RestoreMeasurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreMeasurePayload'] = ResolversParentTypes['RestoreMeasurePayload']> = {
  restoredId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  restoredLinkIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type TargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target'], FederationReferenceType extends FederationReferenceTypes['Target'] = FederationReferenceTypes['Target']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Target']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  optimalValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  minimalValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  periodStart?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rationale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revisions?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Plan'] = ResolversParentTypes['Plan']> = {
  method?: Resolver<ResolversTypes['InterpolationMethod'], ParentType, ContextType>;
  granularity?: Resolver<ResolversTypes['PlanGranularity'], ParentType, ContextType>;
  periods?: Resolver<Array<ResolversTypes['PlanPeriod']>, ParentType, ContextType>;
  totalChange?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  averageMonthlyGrowth?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PlanPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlanPeriod'] = ResolversParentTypes['PlanPeriod']> = {
  granularity?: Resolver<ResolversTypes['PlanGranularity'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startValue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  endValue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  delta?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  growthRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  targets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
};

export type PlanAdjustmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlanAdjustment'] = ResolversParentTypes['PlanAdjustment'], FederationReferenceType extends FederationReferenceTypes['PlanAdjustment'] = FederationReferenceTypes['PlanAdjustment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PlanAdjustment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  effectiveDate?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AdjustmentReason'], ParentType, ContextType>;
  basedOn?: Resolver<Maybe<ResolversTypes['Actual']>, ParentType, ContextType>;
  basedOnActualId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  variancePercentage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  strategy?: Resolver<ResolversTypes['AdjustmentStrategy'], ParentType, ContextType>;
  previousTargets?: Resolver<Array<ResolversTypes['TargetSnapshot']>, ParentType, ContextType>;
  newTargets?: Resolver<Array<ResolversTypes['TargetSnapshot']>, ParentType, ContextType>;
  affectedTargetIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  affectedGoalIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  recalculatedPeriodCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TargetSnapshotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetSnapshot'] = ResolversParentTypes['TargetSnapshot']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measureId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rationale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AdjustmentSuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustmentSuggestion'] = ResolversParentTypes['AdjustmentSuggestion']> = {
  strategy?: Resolver<ResolversTypes['AdjustmentStrategy'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targets?: Resolver<Array<ResolversTypes['SuggestedTarget']>, ParentType, ContextType>;
};

export type SuggestedTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuggestedTarget'] = ResolversParentTypes['SuggestedTarget']> = {
  date?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rationale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReplanRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplanRule'] = ResolversParentTypes['ReplanRule']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measureId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  varianceThresholdPercentage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  consecutiveMissesRequired?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  autoAdjustEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  adjustmentStrategy?: Resolver<ResolversTypes['AdjustmentStrategy'], ParentType, ContextType>;
  requireUserApproval?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notifyOnTrigger?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notificationRecipients?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CrossGoalImpactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CrossGoalImpact'] = ResolversParentTypes['CrossGoalImpact']> = {
  affectedGoals?: Resolver<Array<ResolversTypes['AffectedGoal']>, ParentType, ContextType>;
};

export type AffectedGoalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AffectedGoal'] = ResolversParentTypes['AffectedGoal']> = {
  goalId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  goalTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['ImpactLevel'], ParentType, ContextType>;
  thresholdPct?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CrossGoalAlertResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CrossGoalAlert'] = ResolversParentTypes['CrossGoalAlert'], FederationReferenceType extends FederationReferenceTypes['CrossGoalAlert'] = FederationReferenceTypes['CrossGoalAlert']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CrossGoalAlert']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measureId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measureName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceGoalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  adjustmentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  affectedGoals?: Resolver<Array<ResolversTypes['AffectedGoal']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AlertStatus'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['AlertDecision']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TargetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetPayload'] = ResolversParentTypes['TargetPayload']> = {
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
};

export type DeleteTargetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTargetPayload'] = ResolversParentTypes['DeleteTargetPayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SetTargetsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetTargetsPayload'] = ResolversParentTypes['SetTargetsPayload']> = {
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  impact?: Resolver<ResolversTypes['SetTargetsImpact'], ParentType, ContextType>;
};

export type SetTargetsImpactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetTargetsImpact'] = ResolversParentTypes['SetTargetsImpact']> = {
  changedTargets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  affectedPeriods?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  alert?: Resolver<Maybe<ResolversTypes['CrossGoalAlert']>, ParentType, ContextType>;
};

export type AdjustPlanPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustPlanPayload'] = ResolversParentTypes['AdjustPlanPayload']> = {
  adjustment?: Resolver<ResolversTypes['PlanAdjustment'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  recalculatedPeriods?: Resolver<Array<ResolversTypes['PlanPeriod']>, ParentType, ContextType>;
};

export type ReplanRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplanRulePayload'] = ResolversParentTypes['ReplanRulePayload']> = {
  rule?: Resolver<ResolversTypes['ReplanRule'], ParentType, ContextType>;
};

export type AlertPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertPayload'] = ResolversParentTypes['AlertPayload']> = {
  alert?: Resolver<ResolversTypes['CrossGoalAlert'], ParentType, ContextType>;
};

export type ActualResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actual'] = ResolversParentTypes['Actual'], FederationReferenceType extends FederationReferenceTypes['Actual'] = FederationReferenceTypes['Actual']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Actual']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measureId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  subtype?: Resolver<ResolversTypes['ActualSubtype'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  originalValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  periodStart?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dataSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceReferenceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rationale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  horizonId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isManualOverride?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  overrideComment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expectedValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  variance?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  variancePercentage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  exceedsThreshold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  triggersReplan?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  adjustment?: Resolver<Maybe<ResolversTypes['PlanAdjustment']>, ParentType, ContextType>;
  hasAdjustedPlan?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revisions?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Revision'] = ResolversParentTypes['Revision']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReadingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reading'] = ResolversParentTypes['Reading']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  adjustedValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ActualConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActualConnection'] = ResolversParentTypes['ActualConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Actual']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ActualEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActualEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActualEdge'] = ResolversParentTypes['ActualEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actual'], ParentType, ContextType>;
};

export type ReadingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadingConnection'] = ResolversParentTypes['ReadingConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Reading']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ReadingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReadingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadingEdge'] = ResolversParentTypes['ReadingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Reading'], ParentType, ContextType>;
};

export type RecordMeasureValuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordMeasureValuePayload'] = ResolversParentTypes['RecordMeasureValuePayload']> = {
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  actual?: Resolver<ResolversTypes['Actual'], ParentType, ContextType>;
};

export type RecordActualPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordActualPayload'] = ResolversParentTypes['RecordActualPayload']> = {
  actual?: Resolver<ResolversTypes['Actual'], ParentType, ContextType>;
  adjustment?: Resolver<Maybe<ResolversTypes['PlanAdjustment']>, ParentType, ContextType>;
  suggestions?: Resolver<Array<ResolversTypes['AdjustmentSuggestion']>, ParentType, ContextType>;
};

export type ActualPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActualPayload'] = ResolversParentTypes['ActualPayload']> = {
  actual?: Resolver<ResolversTypes['Actual'], ParentType, ContextType>;
};

export type DeleteActualPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteActualPayload'] = ResolversParentTypes['DeleteActualPayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RecordReadingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordReadingPayload'] = ResolversParentTypes['RecordReadingPayload']> = {
  reading?: Resolver<ResolversTypes['Reading'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
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
  ActivityWords?: ActivityWordsResolvers<ContextType>;
  Action?: ActionResolvers<ContextType>;
  ActionConnection?: ActionConnectionResolvers<ContextType>;
  ActionEdge?: ActionEdgeResolvers<ContextType>;
  ActionPayload?: ActionPayloadResolvers<ContextType>;
  DeleteActionPayload?: DeleteActionPayloadResolvers<ContextType>;
  RecordActionValuesPayload?: RecordActionValuesPayloadResolvers<ContextType>;
  MeasureLink?: MeasureLinkResolvers<ContextType>;
  MeasureProgress?: MeasureProgressResolvers<ContextType>;
  MeasureOfGoals?: MeasureOfGoalsResolvers<ContextType>;
  AvailableMeasures?: AvailableMeasuresResolvers<ContextType>;
  AvailableMeasure?: AvailableMeasureResolvers<ContextType>;
  MeasureUsage?: MeasureUsageResolvers<ContextType>;
  MeasureLinkPayload?: MeasureLinkPayloadResolvers<ContextType>;
  DeleteMeasureLinkPayload?: DeleteMeasureLinkPayloadResolvers<ContextType>;
  UnlinkMeasureFromGoalPayload?: UnlinkMeasureFromGoalPayloadResolvers<ContextType>;
  SetPrimaryMeasurePayload?: SetPrimaryMeasurePayloadResolvers<ContextType>;
  Measure?: MeasureResolvers<ContextType>;
  NamedMeasure?: NamedMeasureResolvers<ContextType>;
  CatalogMeasure?: CatalogMeasureResolvers<ContextType>;
  MeasureConnection?: MeasureConnectionResolvers<ContextType>;
  MeasureEdge?: MeasureEdgeResolvers<ContextType>;
  MeasurePayload?: MeasurePayloadResolvers<ContextType>;
  CreateMeasurePayload?: CreateMeasurePayloadResolvers<ContextType>;
  DeleteMeasurePayload?: DeleteMeasurePayloadResolvers<ContextType>;
  RestoreMeasurePayload?: RestoreMeasurePayloadResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  Plan?: PlanResolvers<ContextType>;
  PlanPeriod?: PlanPeriodResolvers<ContextType>;
  PlanAdjustment?: PlanAdjustmentResolvers<ContextType>;
  TargetSnapshot?: TargetSnapshotResolvers<ContextType>;
  AdjustmentSuggestion?: AdjustmentSuggestionResolvers<ContextType>;
  SuggestedTarget?: SuggestedTargetResolvers<ContextType>;
  ReplanRule?: ReplanRuleResolvers<ContextType>;
  CrossGoalImpact?: CrossGoalImpactResolvers<ContextType>;
  AffectedGoal?: AffectedGoalResolvers<ContextType>;
  CrossGoalAlert?: CrossGoalAlertResolvers<ContextType>;
  TargetPayload?: TargetPayloadResolvers<ContextType>;
  DeleteTargetPayload?: DeleteTargetPayloadResolvers<ContextType>;
  SetTargetsPayload?: SetTargetsPayloadResolvers<ContextType>;
  SetTargetsImpact?: SetTargetsImpactResolvers<ContextType>;
  AdjustPlanPayload?: AdjustPlanPayloadResolvers<ContextType>;
  ReplanRulePayload?: ReplanRulePayloadResolvers<ContextType>;
  AlertPayload?: AlertPayloadResolvers<ContextType>;
  Actual?: ActualResolvers<ContextType>;
  Revision?: RevisionResolvers<ContextType>;
  Reading?: ReadingResolvers<ContextType>;
  ActualConnection?: ActualConnectionResolvers<ContextType>;
  ActualEdge?: ActualEdgeResolvers<ContextType>;
  ReadingConnection?: ReadingConnectionResolvers<ContextType>;
  ReadingEdge?: ReadingEdgeResolvers<ContextType>;
  RecordMeasureValuePayload?: RecordMeasureValuePayloadResolvers<ContextType>;
  RecordActualPayload?: RecordActualPayloadResolvers<ContextType>;
  ActualPayload?: ActualPayloadResolvers<ContextType>;
  DeleteActualPayload?: DeleteActualPayloadResolvers<ContextType>;
  RecordReadingPayload?: RecordReadingPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  before?: BeforeDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
  admin?: AdminDirectiveResolver<any, any, ContextType>;
  feature?: FeatureDirectiveResolver<any, any, ContextType>;
  constraint?: ConstraintDirectiveResolver<any, any, ContextType>;
};
