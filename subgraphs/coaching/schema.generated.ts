// Generated from schema/coaching.graphql by `npm run compose`; do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GoalReference, JudgedAlignment } from './alignment/model';
import type { StrategyProposal } from './engine/strategies';
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
  /** Where the log of the tenant stands now: a subscription `after` it tells whatever this answer does not show yet. */
  coachingPosition: Scalars['ID']['output'];
  /** How the service is. */
  coachingHealth?: Maybe<ServiceHealth>;
};


export type QueryCoachingHealthArgs = {
  ifReady?: Scalars['Boolean']['input'];
};

export type Mutation = {
  /** Recomputes how well a goal fits the foundation of the business, and keeps the result as `Goal.alignment`. */
  checkGoalAlignment: CheckGoalAlignmentPayload;
  /**
   * How well a goal that need not be stored would fit the foundation of the business. Keeps nothing with any goal; the same
   * question gets the same answer for five minutes.
   */
  assessAlignment: AssessAlignmentPayload;
  /** Strategies that could serve a goal, the most fitting first. Keeps nothing. */
  suggestStrategies: SuggestStrategiesPayload;
};


export type MutationCheckGoalAlignmentArgs = {
  input: CheckGoalAlignmentInput;
  facts?: InputMaybe<AlignmentFacts>;
};


export type MutationAssessAlignmentArgs = {
  input: AssessAlignmentInput;
  viewer?: InputMaybe<ViewerFacts>;
  namedMeasures?: InputMaybe<Array<NamedMeasureFacts>>;
};


export type MutationSuggestStrategiesArgs = {
  input: SuggestStrategiesInput;
};

export type Subscription = {
  /** What Coaching has done for the caller's tenant, as it happens. */
  coachingActivity: LiveEvent;
};


export type SubscriptionCoachingActivityArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  kinds?: InputMaybe<Array<CoachingEventKind>>;
};

export type Goal = {
  id: Scalars['ID']['output'];
  /** How well the goal fits the foundation of the business; null until it is checked for the first time. */
  alignment?: Maybe<Alignment>;
};

/** How well a goal fits the foundation of the business. Scores are whole numbers from 0 to 100. */
export type Alignment = {
  /** The mean of the components that had input. */
  score: Scalars['Int']['output'];
  /** Which shared and missing themes the score rests on. */
  explanation: Scalars['String']['output'];
  /** What would raise the score, worst gap first. */
  suggestions: Array<Scalars['String']['output']>;
  components: AlignmentComponents;
  breakdown: AlignmentBreakdown;
  /** Which of the two engines judged. */
  engine: CoachingEngine;
  /** How far the judgement can be trusted: 0 to 1. */
  confidence: Scalars['Float']['output'];
  checkedAt: Scalars['DateTime']['output'];
};

/** The parts of a goal, each judged by itself; 0 where a part is missing. */
export type AlignmentComponents = {
  intent: Scalars['Int']['output'];
  strategies: Scalars['Int']['output'];
  measures: Scalars['Int']['output'];
};

/** The parts of the foundation, each compared with the whole goal; 0 where a part is missing. */
export type AlignmentBreakdown = {
  vision: Scalars['Int']['output'];
  purpose: Scalars['Int']['output'];
  values: Scalars['Int']['output'];
};

/** Who made an answer of Coaching. */
export type CoachingEngine =
  /** Computed from the words of the request, without a language model. */
  | 'BUILTIN'
  /** A language model. */
  | 'PROVIDER';

export type CheckGoalAlignmentInput = {
  goalId: Scalars['ID']['input'];
  /** Judged in place of the goal's own texts. */
  goalContext?: InputMaybe<Scalars['String']['input']>;
  /** Judged by in place of the stored foundation. */
  businessContext?: InputMaybe<BusinessContextInput>;
};

export type BusinessContextInput = {
  businessName?: InputMaybe<Scalars['String']['input']>;
  vision?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Scalars['String']['input']>;
  coreValues?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type CheckGoalAlignmentPayload = {
  goal: Goal;
  alignment: Alignment;
};

/** A goal in words. */
export type AssessAlignmentInput = {
  /** What the goal is after. */
  goalIntent: Scalars['String']['input'];
  strategies?: InputMaybe<Array<AssessedStrategyInput>>;
  measures?: InputMaybe<Array<NamedMeasureInput>>;
  /** Judged by in place of the stored foundation, if it has a vision, a purpose or a core value. */
  businessFoundation?: InputMaybe<AssessedFoundationInput>;
};

export type AssessedStrategyInput = {
  description: Scalars['String']['input'];
};

/** A measure by its id or its name; one with neither, or with an id alone that the tenant does not have, does not count. */
export type NamedMeasureInput = {
  /** The id of a measure; its name in the tenant goes before `name`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};

export type AssessedFoundationInput = {
  vision?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Scalars['String']['input']>;
  coreValues?: InputMaybe<Array<Scalars['String']['input']>>;
  targetMarket?: InputMaybe<Scalars['String']['input']>;
  valueProposition?: InputMaybe<Scalars['String']['input']>;
};

export type AssessAlignmentPayload = {
  alignment: Alignment;
};

export type SuggestStrategiesInput = {
  /** What the goal is after. */
  goalIntent: Scalars['String']['input'];
  /** The more of it there is, the better the suggestions. */
  businessContext?: InputMaybe<StrategyContextInput>;
  /** Strategies that there are already; none of them is suggested again. */
  existingStrategies?: InputMaybe<Array<Scalars['String']['input']>>;
  constraints?: InputMaybe<StrategyConstraintsInput>;
};

/** The business that the strategies are for. */
export type StrategyContextInput = {
  industry?: InputMaybe<Scalars['String']['input']>;
  /** Such as B2B. */
  businessType?: InputMaybe<Scalars['String']['input']>;
  targetMarket?: InputMaybe<Scalars['String']['input']>;
  currentChallenges?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What a strategy has to get by with. */
export type StrategyConstraintsInput = {
  budget?: InputMaybe<Scalars['Float']['input']>;
  /** In words: `6 months`, `2-3 weeks`, `Q2`. One that is not understood limits nothing. */
  timeline?: InputMaybe<Scalars['String']['input']>;
  /** What is at hand, such as `2 developers`. */
  resources?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type SuggestStrategiesPayload = {
  /** Three to five, the most fitting first; fewer only where the existing strategies leave no more. */
  suggestions: Array<StrategySuggestion>;
  /** What the choice rests on, and what was left out. */
  reasoning: Scalars['String']['output'];
  /** Which of the two engines suggested. */
  engine: CoachingEngine;
  /** How far the suggestions can be trusted: 0 to 1. */
  confidence: Scalars['Float']['output'];
};

/** A strategy that could serve a goal. */
export type StrategySuggestion = {
  title: Scalars['String']['output'];
  description: Scalars['String']['output'];
  /** Why it should help, and which words of the request it answers. */
  rationale: Scalars['String']['output'];
  difficulty: CoachingLevel;
  /** In words: `2-3 months`. */
  timeframe: Scalars['String']['output'];
  expectedImpact: CoachingLevel;
  /** What must be there first, resources that are not at hand included. */
  prerequisites: Array<Scalars['String']['output']>;
  /** Null where nothing is known of it. */
  estimatedCost?: Maybe<Scalars['Float']['output']>;
  /** What it takes; what is at hand says by which resource of the request. */
  requiredResources: Array<Scalars['String']['output']>;
};

export type CoachingLevel =
  | 'LOW'
  | 'MEDIUM'
  | 'HIGH';

export type ViewerFacts = {
  tenant: ViewerTenantFacts;
};

export type ViewerTenantFacts = {
  foundation: WholeFoundationFacts;
};

export type WholeFoundationFacts = {
  vision?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Scalars['String']['input']>;
  coreValues: Array<Scalars['String']['input']>;
  targetMarket?: InputMaybe<Scalars['String']['input']>;
  valueProposition?: InputMaybe<Scalars['String']['input']>;
};

export type NamedMeasureFacts = {
  name?: InputMaybe<Scalars['String']['input']>;
  measure?: InputMaybe<NamedFacts>;
};

export type NamedFacts = {
  name: Scalars['String']['input'];
};

export type AlignmentFacts = {
  title: Scalars['String']['input'];
  intent: Scalars['String']['input'];
  description: Scalars['String']['input'];
  strategies: Array<StrategyFacts>;
  measures: Array<MeasureLinkFacts>;
  tenant: TenantFacts;
};

export type StrategyFacts = {
  description: Scalars['String']['input'];
};

export type MeasureLinkFacts = {
  measure: MeasureFacts;
};

export type MeasureFacts = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
};

export type TenantFacts = {
  foundation: FoundationFacts;
};

export type FoundationFacts = {
  vision?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Scalars['String']['input']>;
  coreValues: Array<Scalars['String']['input']>;
};

/** Something that Coaching has done, told live. */
export type CoachingEvent = LiveEvent & {
  cursor: Scalars['ID']['output'];
  kind: CoachingEventKind;
  /** One sentence for people. */
  description: Scalars['String']['output'];
  /** The goal that it was done for; null when it was deleted since. */
  goal?: Maybe<Goal>;
  /** The id of the user who did it. */
  createdBy: Scalars['ID']['output'];
  /** Who that is; null when Account does not know the user. */
  author?: Maybe<User>;
  createdAt: Scalars['DateTime']['output'];
};

export type CoachingEventKind =
  /** How well a goal fits the foundation of the business was computed anew. */
  | 'ALIGNMENT_CHECKED';

export type User = {
  id: Scalars['ID']['output'];
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Goal:
    ( { __typename: 'Goal' }
    & GraphQLRecursivePick<FederationTypes['Goal'], {"id":true}> );
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
  Goal: ResolverTypeWrapper<GoalReference>;
  Alignment: ResolverTypeWrapper<JudgedAlignment>;
  AlignmentComponents: ResolverTypeWrapper<AlignmentComponents>;
  AlignmentBreakdown: ResolverTypeWrapper<AlignmentBreakdown>;
  CoachingEngine: CoachingEngine;
  CheckGoalAlignmentInput: CheckGoalAlignmentInput;
  BusinessContextInput: BusinessContextInput;
  CheckGoalAlignmentPayload: ResolverTypeWrapper<Omit<CheckGoalAlignmentPayload, 'goal' | 'alignment'> & { goal: ResolversTypes['Goal'], alignment: ResolversTypes['Alignment'] }>;
  AssessAlignmentInput: AssessAlignmentInput;
  AssessedStrategyInput: AssessedStrategyInput;
  NamedMeasureInput: NamedMeasureInput;
  AssessedFoundationInput: AssessedFoundationInput;
  AssessAlignmentPayload: ResolverTypeWrapper<Omit<AssessAlignmentPayload, 'alignment'> & { alignment: ResolversTypes['Alignment'] }>;
  SuggestStrategiesInput: SuggestStrategiesInput;
  StrategyContextInput: StrategyContextInput;
  StrategyConstraintsInput: StrategyConstraintsInput;
  SuggestStrategiesPayload: ResolverTypeWrapper<Omit<SuggestStrategiesPayload, 'suggestions'> & { suggestions: Array<ResolversTypes['StrategySuggestion']> }>;
  StrategySuggestion: ResolverTypeWrapper<StrategyProposal>;
  CoachingLevel: CoachingLevel;
  ViewerFacts: ViewerFacts;
  ViewerTenantFacts: ViewerTenantFacts;
  WholeFoundationFacts: WholeFoundationFacts;
  NamedMeasureFacts: NamedMeasureFacts;
  NamedFacts: NamedFacts;
  AlignmentFacts: AlignmentFacts;
  StrategyFacts: StrategyFacts;
  MeasureLinkFacts: MeasureLinkFacts;
  MeasureFacts: MeasureFacts;
  TenantFacts: TenantFacts;
  FoundationFacts: FoundationFacts;
  CoachingEvent: ResolverTypeWrapper<LogRow>;
  CoachingEventKind: CoachingEventKind;
  User: ResolverTypeWrapper<User>;
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
  Goal: GoalReference;
  Alignment: JudgedAlignment;
  AlignmentComponents: AlignmentComponents;
  AlignmentBreakdown: AlignmentBreakdown;
  CheckGoalAlignmentInput: CheckGoalAlignmentInput;
  BusinessContextInput: BusinessContextInput;
  CheckGoalAlignmentPayload: Omit<CheckGoalAlignmentPayload, 'goal' | 'alignment'> & { goal: ResolversParentTypes['Goal'], alignment: ResolversParentTypes['Alignment'] };
  AssessAlignmentInput: AssessAlignmentInput;
  AssessedStrategyInput: AssessedStrategyInput;
  NamedMeasureInput: NamedMeasureInput;
  AssessedFoundationInput: AssessedFoundationInput;
  AssessAlignmentPayload: Omit<AssessAlignmentPayload, 'alignment'> & { alignment: ResolversParentTypes['Alignment'] };
  SuggestStrategiesInput: SuggestStrategiesInput;
  StrategyContextInput: StrategyContextInput;
  StrategyConstraintsInput: StrategyConstraintsInput;
  SuggestStrategiesPayload: Omit<SuggestStrategiesPayload, 'suggestions'> & { suggestions: Array<ResolversParentTypes['StrategySuggestion']> };
  StrategySuggestion: StrategyProposal;
  ViewerFacts: ViewerFacts;
  ViewerTenantFacts: ViewerTenantFacts;
  WholeFoundationFacts: WholeFoundationFacts;
  NamedMeasureFacts: NamedMeasureFacts;
  NamedFacts: NamedFacts;
  AlignmentFacts: AlignmentFacts;
  StrategyFacts: StrategyFacts;
  MeasureLinkFacts: MeasureLinkFacts;
  MeasureFacts: MeasureFacts;
  TenantFacts: TenantFacts;
  FoundationFacts: FoundationFacts;
  CoachingEvent: LogRow;
  User: User;
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
  __resolveType?: TypeResolveFn<'Resync' | 'CoachingEvent', ParentType, ContextType>;
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
  coachingPosition?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  coachingHealth?: Resolver<Maybe<ResolversTypes['ServiceHealth']>, ParentType, ContextType, RequireFields<QueryCoachingHealthArgs, 'ifReady'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  checkGoalAlignment?: Resolver<ResolversTypes['CheckGoalAlignmentPayload'], ParentType, ContextType, RequireFields<MutationCheckGoalAlignmentArgs, 'input'>>;
  assessAlignment?: Resolver<ResolversTypes['AssessAlignmentPayload'], ParentType, ContextType, RequireFields<MutationAssessAlignmentArgs, 'input'>>;
  suggestStrategies?: Resolver<ResolversTypes['SuggestStrategiesPayload'], ParentType, ContextType, RequireFields<MutationSuggestStrategiesArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  coachingActivity?: SubscriptionResolver<ResolversTypes['LiveEvent'], "coachingActivity", ParentType, ContextType, Partial<SubscriptionCoachingActivityArgs>>;
};

export type GoalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Goal'] = ResolversParentTypes['Goal'], FederationReferenceType extends FederationReferenceTypes['Goal'] = FederationReferenceTypes['Goal']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Goal']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  alignment?: Resolver<Maybe<ResolversTypes['Alignment']>, ParentType, ContextType>;
};

export type AlignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Alignment'] = ResolversParentTypes['Alignment']> = {
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suggestions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  components?: Resolver<ResolversTypes['AlignmentComponents'], ParentType, ContextType>;
  breakdown?: Resolver<ResolversTypes['AlignmentBreakdown'], ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['CoachingEngine'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AlignmentComponentsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlignmentComponents'] = ResolversParentTypes['AlignmentComponents']> = {
  intent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  strategies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  measures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlignmentBreakdownResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlignmentBreakdown'] = ResolversParentTypes['AlignmentBreakdown']> = {
  vision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CheckGoalAlignmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckGoalAlignmentPayload'] = ResolversParentTypes['CheckGoalAlignmentPayload']> = {
  goal?: Resolver<ResolversTypes['Goal'], ParentType, ContextType>;
  alignment?: Resolver<ResolversTypes['Alignment'], ParentType, ContextType>;
};

export type AssessAlignmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessAlignmentPayload'] = ResolversParentTypes['AssessAlignmentPayload']> = {
  alignment?: Resolver<ResolversTypes['Alignment'], ParentType, ContextType>;
};

export type SuggestStrategiesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuggestStrategiesPayload'] = ResolversParentTypes['SuggestStrategiesPayload']> = {
  suggestions?: Resolver<Array<ResolversTypes['StrategySuggestion']>, ParentType, ContextType>;
  reasoning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['CoachingEngine'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type StrategySuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StrategySuggestion'] = ResolversParentTypes['StrategySuggestion']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rationale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  difficulty?: Resolver<ResolversTypes['CoachingLevel'], ParentType, ContextType>;
  timeframe?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expectedImpact?: Resolver<ResolversTypes['CoachingLevel'], ParentType, ContextType>;
  prerequisites?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  estimatedCost?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  requiredResources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CoachingEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CoachingEvent'] = ResolversParentTypes['CoachingEvent']> = {
  cursor?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CoachingEventKind'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  goal?: Resolver<Maybe<ResolversTypes['Goal']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  Alignment?: AlignmentResolvers<ContextType>;
  AlignmentComponents?: AlignmentComponentsResolvers<ContextType>;
  AlignmentBreakdown?: AlignmentBreakdownResolvers<ContextType>;
  CheckGoalAlignmentPayload?: CheckGoalAlignmentPayloadResolvers<ContextType>;
  AssessAlignmentPayload?: AssessAlignmentPayloadResolvers<ContextType>;
  SuggestStrategiesPayload?: SuggestStrategiesPayloadResolvers<ContextType>;
  StrategySuggestion?: StrategySuggestionResolvers<ContextType>;
  CoachingEvent?: CoachingEventResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  before?: BeforeDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
  admin?: AdminDirectiveResolver<any, any, ContextType>;
  feature?: FeatureDirectiveResolver<any, any, ContextType>;
  constraint?: ConstraintDirectiveResolver<any, any, ContextType>;
};
