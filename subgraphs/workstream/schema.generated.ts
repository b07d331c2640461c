// Generated from schema/workstream.graphql by `npm run compose`; do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from './context';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
  /** What an organisation has in its pipeline. */
  workstreamStats: WorkstreamStats;
  /** How the service is. */
  workstreamHealth?: Maybe<ServiceHealth>;
};


export type QueryWorkstreamStatsArgs = {
  orgId: Scalars['Int']['input'];
};


export type QueryWorkstreamHealthArgs = {
  ifReady?: Scalars['Boolean']['input'];
};

export type WorkstreamStats = {
  signals: PipelineCount;
  candidates: PipelineCount;
  pursuits: PipelineCount;
};

/** How many records there are of one kind. */
export type PipelineCount = {
  total: Scalars['Int']['output'];
  /** Created within the last seven days. */
  recent: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


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





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ConstraintFormat: ConstraintFormat;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ServiceHealth: ResolverTypeWrapper<ServiceHealth>;
  HealthStatus: HealthStatus;
  ServiceDependencies: ResolverTypeWrapper<ServiceDependencies>;
  DependencyStatus: DependencyStatus;
  HealthCheck: ResolverTypeWrapper<HealthCheck>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  WorkstreamStats: ResolverTypeWrapper<WorkstreamStats>;
  PipelineCount: ResolverTypeWrapper<PipelineCount>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  ServiceHealth: ServiceHealth;
  ServiceDependencies: ServiceDependencies;
  HealthCheck: HealthCheck;
  Query: Record<PropertyKey, never>;
  WorkstreamStats: WorkstreamStats;
  PipelineCount: PipelineCount;
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
  workstreamStats?: Resolver<ResolversTypes['WorkstreamStats'], ParentType, ContextType, RequireFields<QueryWorkstreamStatsArgs, 'orgId'>>;
  workstreamHealth?: Resolver<Maybe<ResolversTypes['ServiceHealth']>, ParentType, ContextType, RequireFields<QueryWorkstreamHealthArgs, 'ifReady'>>;
};

export type WorkstreamStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkstreamStats'] = ResolversParentTypes['WorkstreamStats']> = {
  signals?: Resolver<ResolversTypes['PipelineCount'], ParentType, ContextType>;
  candidates?: Resolver<ResolversTypes['PipelineCount'], ParentType, ContextType>;
  pursuits?: Resolver<ResolversTypes['PipelineCount'], ParentType, ContextType>;
};

export type PipelineCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PipelineCount'] = ResolversParentTypes['PipelineCount']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  ServiceHealth?: ServiceHealthResolvers<ContextType>;
  ServiceDependencies?: ServiceDependenciesResolvers<ContextType>;
  HealthCheck?: HealthCheckResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  WorkstreamStats?: WorkstreamStatsResolvers<ContextType>;
  PipelineCount?: PipelineCountResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  before?: BeforeDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
  admin?: AdminDirectiveResolver<any, any, ContextType>;
  feature?: FeatureDirectiveResolver<any, any, ContextType>;
  constraint?: ConstraintDirectiveResolver<any, any, ContextType>;
};
