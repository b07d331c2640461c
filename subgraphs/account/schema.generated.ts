// Generated from schema/account.graphql by `npm run compose`; do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserRow } from './users/model';
import type { TenantRow } from './tenants/model';
import type { FoundationRow } from './tenants/foundation';
import type { LimitCounts } from './subscriptions/tiers';
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
  /** The signed-in user. */
  viewer: User;
  /** A user of the caller's tenant; null when there is none. */
  user?: Maybe<User>;
  /** Looks at the token of a confirmation mail without spending it. */
  emailConfirmation: EmailConfirmation;
  /** Where the log of the tenant stands now: a subscription `after` it tells whatever this answer does not show yet. */
  accountPosition: Scalars['ID']['output'];
  /** How the service is. */
  accountHealth?: Maybe<ServiceHealth>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEmailConfirmationArgs = {
  token: Scalars['String']['input'];
};


export type QueryAccountHealthArgs = {
  ifReady?: Scalars['Boolean']['input'];
};

export type Mutation = {
  /** Signs in with an e-mail address and a password. */
  signIn: SignInPayload;
  /**
   * Signs in with an ID token of Google. An unknown Google account becomes a user with a tenant of its own, unless Google
   * vouches for an e-mail address that a user has confirmed, or is still to confirm: then it is that user.
   */
  signInWithGoogle: SignInPayload;
  /** Creates a user with a tenant of its own, which the user owns. */
  register: RegisterPayload;
  /** Trades a refresh token for a new pair of tokens. The old one works for a short grace period more. */
  refreshSession: RefreshSessionPayload;
  /** Invalidates a refresh token. Succeeds for unknown tokens too. */
  signOut: SignOutPayload;
  /** Mails a link that sets a new password, if a user has the address. Answers alike if not. */
  requestPasswordReset: MailRequestedPayload;
  /** Sets a new password by the token of a mailed link, and ends all sessions of the user. */
  resetPassword: ResetPasswordPayload;
  /** Mails the link that confirms an e-mail address again, if it still has to be confirmed. Answers alike if not. */
  resendEmailConfirmation: MailRequestedPayload;
  /** Confirms an e-mail address by the token of a mailed link, and spends the token. */
  confirmEmail: ConfirmEmailPayload;
  /** Changes the profile of the caller. What is absent stays as it is. */
  updateProfile: UpdateProfilePayload;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignInWithGoogleArgs = {
  input: SignInWithGoogleInput;
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationSignOutArgs = {
  input: SignOutInput;
};


export type MutationRequestPasswordResetArgs = {
  input: MailLinkInput;
};


export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


export type MutationResendEmailConfirmationArgs = {
  input: MailLinkInput;
};


export type MutationConfirmEmailArgs = {
  input: ConfirmEmailInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};

export type Subscription = {
  /** What happens to the users of the caller's tenant, as it happens; nothing of what concerns the safety of an account. */
  accountActivity: LiveEvent;
};


export type SubscriptionAccountActivityArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  kinds?: InputMaybe<Array<AccountEventKind>>;
};

/** A person who can sign in. */
export type User = {
  /** The user's id. */
  id: Scalars['ID']['output'];
  /** The user's integer id, unique on the platform. */
  number: Scalars['Int']['output'];
  /** Null for users who signed in through a provider that names no address. */
  email?: Maybe<Scalars['String']['output']>;
  firstName: Scalars['String']['output'];
  lastName: Scalars['String']['output'];
  /** First and last name together. */
  name: Scalars['String']['output'];
  avatarUrl?: Maybe<Scalars['String']['output']>;
  /** Digits only. */
  phone?: Maybe<Scalars['String']['output']>;
  status: UserStatus;
  /** Whether the user has confirmed the e-mail address. */
  emailVerified: Scalars['Boolean']['output'];
  /** Free settings of the user interface. */
  preferences: Scalars['JSONObject']['output'];
  /** Whether the user owns the tenant. */
  isTenantOwner: Scalars['Boolean']['output'];
  tenant: Tenant;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

/** Whether a user can sign in. */
export type UserStatus =
  /** The e-mail address is not confirmed yet. */
  | 'PENDING'
  /** The user can sign in. */
  | 'ACTIVE'
  /** The user was deactivated. */
  | 'INACTIVE';

/** An organisation: everything else belongs to exactly one. */
export type Tenant = {
  id: Scalars['ID']['output'];
  /** The tenant's integer id. */
  orgId: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  /** What the business is about; the yardstick of alignment. */
  foundation: BusinessFoundation;
  /** What the tenant's subscription includes at this moment. */
  features: Array<Feature>;
  /** How much of each kind the tenant's subscription allows at this moment. */
  limits: Limits;
};

/** A part of the product that a subscription includes or not. */
export type Feature =
  | 'GOALS'
  | 'OPERATIONS'
  | 'MEASURES'
  | 'STRATEGIES'
  | 'REPORTS'
  /** Live activity. */
  | 'REALTIME'
  /** Files and links beside a goal. */
  | 'ATTACHMENTS'
  | 'BULK_PLANNER'
  | 'STRATEGY_COMPARE'
  | 'GOAL_CREATE';

/** The largest count allowed of each kind; null is unlimited. */
export type Limits = {
  goals?: Maybe<Scalars['Int']['output']>;
  measures?: Maybe<Scalars['Int']['output']>;
  actions?: Maybe<Scalars['Int']['output']>;
  strategies?: Maybe<Scalars['Int']['output']>;
  /** Per goal. */
  attachments?: Maybe<Scalars['Int']['output']>;
  /** Per month. */
  reports?: Maybe<Scalars['Int']['output']>;
};

/** What a business is about. What has not been written down yet is null, or an empty list. */
export type BusinessFoundation = {
  businessName?: Maybe<Scalars['String']['output']>;
  vision?: Maybe<Scalars['String']['output']>;
  purpose?: Maybe<Scalars['String']['output']>;
  coreValues: Array<Scalars['String']['output']>;
  targetMarket?: Maybe<Scalars['String']['output']>;
  valueProposition?: Maybe<Scalars['String']['output']>;
};

export type SignInInput = {
  /** The e-mail address (compared without case). */
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type SignInWithGoogleInput = {
  /** The ID token that Google gave to the client. */
  idToken: Scalars['String']['input'];
};

export type SignInPayload = {
  session: Session;
};

/** A pair of tokens, and whose they are. */
export type Session = {
  /** A signed token (JWT) for the Authorization header; short-lived. */
  accessToken: Scalars['String']['output'];
  /** Opaque; good for one new pair. */
  refreshToken: Scalars['String']['output'];
  user: User;
  tenant: Tenant;
};

export type RegisterInput = {
  /** Compared without case. */
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
  firstName: Scalars['String']['input'];
  lastName: Scalars['String']['input'];
  /** Digits only. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Skips the confirmation of the address. Honoured in development only. */
  skipVerification?: InputMaybe<Scalars['Boolean']['input']>;
  /** The web page that the mailed link leads to, if it is one of those configured; otherwise the first of them. */
  frontendUrl?: InputMaybe<Scalars['String']['input']>;
};

/** Either a session, or, where the address must be confirmed first, what is waiting for it. */
export type RegisterPayload = {
  session?: Maybe<Session>;
  pending?: Maybe<PendingRegistration>;
};

/** A user whose e-mail address must be confirmed before the first sign-in. */
export type PendingRegistration = {
  /** Always true. */
  requiresEmailVerification: Scalars['Boolean']['output'];
  tenant: Tenant;
};

export type RefreshSessionInput = {
  refreshToken: Scalars['String']['input'];
};

export type RefreshSessionPayload = {
  accessToken: Scalars['String']['output'];
  refreshToken: Scalars['String']['output'];
};

export type SignOutInput = {
  refreshToken: Scalars['String']['input'];
};

export type SignOutPayload = {
  /** Always true. */
  signedOut: Scalars['Boolean']['output'];
};

/** Asks for a mail with a link. */
export type MailLinkInput = {
  /** Compared without case. */
  email: Scalars['String']['input'];
  /** The web page that the link leads to, if it is one of those configured; otherwise the first of them. */
  frontendUrl?: InputMaybe<Scalars['String']['input']>;
};

export type MailRequestedPayload = {
  /** Always true: nobody learns which addresses are known. */
  requested: Scalars['Boolean']['output'];
};

export type ResetPasswordInput = {
  /** The token of the mailed link; good for one hour, and once. */
  token: Scalars['String']['input'];
  newPassword: Scalars['String']['input'];
};

export type ResetPasswordPayload = {
  /** Always true. */
  reset: Scalars['Boolean']['output'];
};

export type ConfirmEmailInput = {
  /** The token of the mailed link; good for a day, and once. */
  token: Scalars['String']['input'];
};

export type ConfirmEmailPayload = {
  /** Always true. */
  confirmed: Scalars['Boolean']['output'];
};

/** What is known of the token of a confirmation mail. */
export type EmailConfirmation = {
  status: MailTokenStatus;
};

/** The state of a token that was mailed. */
export type MailTokenStatus =
  | 'VALID'
  /** Spent. */
  | 'USED'
  | 'EXPIRED'
  /** Unknown, or replaced by that of a newer mail. */
  | 'NOT_FOUND';

export type UpdateProfileInput = {
  /** Cannot be removed: null is refused. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** Cannot be removed: null is refused. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** Digits only; null removes it. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Where a picture of the user is; null removes it. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  /** Merged into the settings by key: what is not named stays. All settings together have at most 16 KiB as JSON. */
  preferences?: InputMaybe<Scalars['JSONObject']['input']>;
};

export type UpdateProfilePayload = {
  user: User;
};

/** Something that happened to a user, told live. */
export type AccountEvent = LiveEvent & {
  cursor: Scalars['ID']['output'];
  kind: AccountEventKind;
  /** One sentence for people. */
  description: Scalars['String']['output'];
  /** The user whom it happened to; null when there is no such user any more. */
  user?: Maybe<User>;
  /** The id of the user who did it. */
  createdBy: Scalars['ID']['output'];
  /** Who that is; null when there is no such user any more. */
  author?: Maybe<User>;
  createdAt: Scalars['DateTime']['output'];
};

export type AccountEventKind =
  | 'USER_REGISTERED'
  | 'EMAIL_CONFIRMED'
  | 'PROFILE_UPDATED';



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
  User: User;
  Tenant: Tenant;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & ( GraphQLRecursivePick<FederationTypes['User'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['User'], {"number":true}> ) );
  Tenant:
    ( { __typename: 'Tenant' }
    & GraphQLRecursivePick<FederationTypes['Tenant'], {"id":true}> );
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
  User: ResolverTypeWrapper<UserRow>;
  UserStatus: UserStatus;
  Tenant: ResolverTypeWrapper<TenantRow>;
  Feature: Feature;
  Limits: ResolverTypeWrapper<LimitCounts>;
  BusinessFoundation: ResolverTypeWrapper<FoundationRow>;
  SignInInput: SignInInput;
  SignInWithGoogleInput: SignInWithGoogleInput;
  SignInPayload: ResolverTypeWrapper<Omit<SignInPayload, 'session'> & { session: ResolversTypes['Session'] }>;
  Session: ResolverTypeWrapper<Omit<Session, 'user' | 'tenant'> & { user: ResolversTypes['User'], tenant: ResolversTypes['Tenant'] }>;
  RegisterInput: RegisterInput;
  RegisterPayload: ResolverTypeWrapper<Omit<RegisterPayload, 'session' | 'pending'> & { session?: Maybe<ResolversTypes['Session']>, pending?: Maybe<ResolversTypes['PendingRegistration']> }>;
  PendingRegistration: ResolverTypeWrapper<Omit<PendingRegistration, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: ResolverTypeWrapper<RefreshSessionPayload>;
  SignOutInput: SignOutInput;
  SignOutPayload: ResolverTypeWrapper<SignOutPayload>;
  MailLinkInput: MailLinkInput;
  MailRequestedPayload: ResolverTypeWrapper<MailRequestedPayload>;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResolverTypeWrapper<ResetPasswordPayload>;
  ConfirmEmailInput: ConfirmEmailInput;
  ConfirmEmailPayload: ResolverTypeWrapper<ConfirmEmailPayload>;
  EmailConfirmation: ResolverTypeWrapper<EmailConfirmation>;
  MailTokenStatus: MailTokenStatus;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'user'> & { user: ResolversTypes['User'] }>;
  AccountEvent: ResolverTypeWrapper<LogRow>;
  AccountEventKind: AccountEventKind;
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
  User: UserRow;
  Tenant: TenantRow;
  Limits: LimitCounts;
  BusinessFoundation: FoundationRow;
  SignInInput: SignInInput;
  SignInWithGoogleInput: SignInWithGoogleInput;
  SignInPayload: Omit<SignInPayload, 'session'> & { session: ResolversParentTypes['Session'] };
  Session: Omit<Session, 'user' | 'tenant'> & { user: ResolversParentTypes['User'], tenant: ResolversParentTypes['Tenant'] };
  RegisterInput: RegisterInput;
  RegisterPayload: Omit<RegisterPayload, 'session' | 'pending'> & { session?: Maybe<ResolversParentTypes['Session']>, pending?: Maybe<ResolversParentTypes['PendingRegistration']> };
  PendingRegistration: Omit<PendingRegistration, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: RefreshSessionPayload;
  SignOutInput: SignOutInput;
  SignOutPayload: SignOutPayload;
  MailLinkInput: MailLinkInput;
  MailRequestedPayload: MailRequestedPayload;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResetPasswordPayload;
  ConfirmEmailInput: ConfirmEmailInput;
  ConfirmEmailPayload: ConfirmEmailPayload;
  EmailConfirmation: EmailConfirmation;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'user'> & { user: ResolversParentTypes['User'] };
  AccountEvent: LogRow;
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
  __resolveType?: TypeResolveFn<'Resync' | 'AccountEvent', ParentType, ContextType>;
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
  viewer?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  emailConfirmation?: Resolver<ResolversTypes['EmailConfirmation'], ParentType, ContextType, RequireFields<QueryEmailConfirmationArgs, 'token'>>;
  accountPosition?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  accountHealth?: Resolver<Maybe<ResolversTypes['ServiceHealth']>, ParentType, ContextType, RequireFields<QueryAccountHealthArgs, 'ifReady'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  signIn?: Resolver<ResolversTypes['SignInPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signInWithGoogle?: Resolver<ResolversTypes['SignInPayload'], ParentType, ContextType, RequireFields<MutationSignInWithGoogleArgs, 'input'>>;
  register?: Resolver<ResolversTypes['RegisterPayload'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType, RequireFields<MutationSignOutArgs, 'input'>>;
  requestPasswordReset?: Resolver<ResolversTypes['MailRequestedPayload'], ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'input'>>;
  resetPassword?: Resolver<ResolversTypes['ResetPasswordPayload'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  resendEmailConfirmation?: Resolver<ResolversTypes['MailRequestedPayload'], ParentType, ContextType, RequireFields<MutationResendEmailConfirmationArgs, 'input'>>;
  confirmEmail?: Resolver<ResolversTypes['ConfirmEmailPayload'], ParentType, ContextType, RequireFields<MutationConfirmEmailArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  accountActivity?: SubscriptionResolver<ResolversTypes['LiveEvent'], "accountActivity", ParentType, ContextType, Partial<SubscriptionAccountActivityArgs>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['UserStatus'], ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  preferences?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  isTenantOwner?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TenantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tenant'] = ResolversParentTypes['Tenant'], FederationReferenceType extends FederationReferenceTypes['Tenant'] = FederationReferenceTypes['Tenant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Tenant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orgId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  foundation?: Resolver<ResolversTypes['BusinessFoundation'], ParentType, ContextType>;
  features?: Resolver<Array<ResolversTypes['Feature']>, ParentType, ContextType>;
  limits?: Resolver<ResolversTypes['Limits'], ParentType, ContextType>;
};

export type LimitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Limits'] = ResolversParentTypes['Limits']> = {
  goals?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  measures?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  actions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  strategies?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  attachments?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reports?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BusinessFoundationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BusinessFoundation'] = ResolversParentTypes['BusinessFoundation']> = {
  businessName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coreValues?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  targetMarket?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  valueProposition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SignInPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInPayload'] = ResolversParentTypes['SignInPayload']> = {
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
};

export type RegisterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPayload'] = ResolversParentTypes['RegisterPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  pending?: Resolver<Maybe<ResolversTypes['PendingRegistration']>, ParentType, ContextType>;
};

export type PendingRegistrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PendingRegistration'] = ResolversParentTypes['PendingRegistration']> = {
  requiresEmailVerification?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
};

export type RefreshSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionPayload'] = ResolversParentTypes['RefreshSessionPayload']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  signedOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MailRequestedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MailRequestedPayload'] = ResolversParentTypes['MailRequestedPayload']> = {
  requested?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ResetPasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordPayload'] = ResolversParentTypes['ResetPasswordPayload']> = {
  reset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ConfirmEmailPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmEmailPayload'] = ResolversParentTypes['ConfirmEmailPayload']> = {
  confirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type EmailConfirmationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailConfirmation'] = ResolversParentTypes['EmailConfirmation']> = {
  status?: Resolver<ResolversTypes['MailTokenStatus'], ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type AccountEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountEvent'] = ResolversParentTypes['AccountEvent']> = {
  cursor?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccountEventKind'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  User?: UserResolvers<ContextType>;
  Tenant?: TenantResolvers<ContextType>;
  Limits?: LimitsResolvers<ContextType>;
  BusinessFoundation?: BusinessFoundationResolvers<ContextType>;
  SignInPayload?: SignInPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  RegisterPayload?: RegisterPayloadResolvers<ContextType>;
  PendingRegistration?: PendingRegistrationResolvers<ContextType>;
  RefreshSessionPayload?: RefreshSessionPayloadResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  MailRequestedPayload?: MailRequestedPayloadResolvers<ContextType>;
  ResetPasswordPayload?: ResetPasswordPayloadResolvers<ContextType>;
  ConfirmEmailPayload?: ConfirmEmailPayloadResolvers<ContextType>;
  EmailConfirmation?: EmailConfirmationResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  AccountEvent?: AccountEventResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  before?: BeforeDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
  admin?: AdminDirectiveResolver<any, any, ContextType>;
  feature?: FeatureDirectiveResolver<any, any, ContextType>;
  constraint?: ConstraintDirectiveResolver<any, any, ContextType>;
};
