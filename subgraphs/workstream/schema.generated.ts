// Generated from schema/workstream.graphql by `npm run compose`; do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SignalRow, SignalPage } from './signals/model';
import type { CandidateRow, CandidatePage } from './candidates/model';
import type { PursuitRow } from './pursuits/model';
import type { ChecklistEntry } from './checklists/model';
import type { SpotlightScoreRow } from './spotlights/model';
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
  /** What an organisation has in its pipeline. */
  workstreamStats: WorkstreamStats;
  /** Where the log of the tenant stands now: a subscription `after` it tells whatever this answer does not show yet. */
  workstreamPosition: Scalars['ID']['output'];
  /** How the service is. */
  workstreamHealth?: Maybe<ServiceHealth>;
  /** A signal; null when the organisation has none of this number. */
  signal?: Maybe<Signal>;
  /** The signals of an organisation, newest first. */
  signals: SignalConnection;
  /** A candidate; null when the organisation has none of this number. */
  candidate?: Maybe<Candidate>;
  /** The candidates of an organisation, the latest touched first. */
  candidates: CandidateConnection;
};


export type QueryWorkstreamStatsArgs = {
  orgId?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryWorkstreamHealthArgs = {
  ifReady?: Scalars['Boolean']['input'];
};


export type QuerySignalArgs = {
  orgId?: InputMaybe<Scalars['Int']['input']>;
  number: Scalars['Int']['input'];
};


export type QuerySignalsArgs = {
  orgId?: InputMaybe<Scalars['Int']['input']>;
  filter?: InputMaybe<SignalFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCandidateArgs = {
  orgId?: InputMaybe<Scalars['Int']['input']>;
  number: Scalars['Int']['input'];
};


export type QueryCandidatesArgs = {
  orgId?: InputMaybe<Scalars['Int']['input']>;
  filter?: InputMaybe<CandidateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};

export type Mutation = {
  /** Takes in a signal, and finds out from whom it comes. */
  createSignal: CreateSignalPayload;
  /** Changes the members that are given. */
  updateSignal: SignalPayload;
  /** Deletes a signal for good; candidates that came from it stay. */
  deleteSignal: DeleteSignalPayload;
  /** Creates a candidate, which is scored at once. */
  createCandidate: CandidatePayload;
  /**
   * Changes the members that are given. A status runs through the state machine of candidates; `PROMOTED` does what
   * `promoteCandidate` does.
   */
  updateCandidate: CandidatePayload;
  /** Makes a pursuit of a candidate, or takes the one that it has. Items done on its checklist are done there too. */
  promoteCandidate: PromoteCandidatePayload;
  /** Deletes a candidate for good, with its checklist and scores. Refused while a pursuit refers to it. */
  deleteCandidate: DeleteCandidatePayload;
  /** Marks an item of a candidate's checklist as done or not; one that is not on the list yet is put there. */
  setCandidateChecklistItem: SetCandidateChecklistItemPayload;
};


export type MutationCreateSignalArgs = {
  input: CreateSignalInput;
};


export type MutationUpdateSignalArgs = {
  input: UpdateSignalInput;
};


export type MutationDeleteSignalArgs = {
  input: DeleteSignalInput;
};


export type MutationCreateCandidateArgs = {
  input: CreateCandidateInput;
};


export type MutationUpdateCandidateArgs = {
  input: UpdateCandidateInput;
};


export type MutationPromoteCandidateArgs = {
  input: PromoteCandidateInput;
};


export type MutationDeleteCandidateArgs = {
  input: DeleteCandidateInput;
};


export type MutationSetCandidateChecklistItemArgs = {
  input: SetCandidateChecklistItemInput;
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

/** A kind of record in the pipeline. */
export type PipelineItemType =
  | 'SIGNAL'
  | 'CANDIDATE'
  | 'PURSUIT';

export type Subscription = {
  /** What happens to the signals, candidates and pursuits of the caller's organisation, as it happens. */
  workstreamActivity: LiveEvent;
};


export type SubscriptionWorkstreamActivityArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  kinds?: InputMaybe<Array<PipelineEventKind>>;
};

/** A hint that somebody may need something: a mail, a call, a click on an advertisement. */
export type Signal = {
  id: Scalars['ID']['output'];
  /** The integer id, ascending within the organisation. */
  number: Scalars['Int']['output'];
  /** The tenant's integer id. */
  orgId: Scalars['Int']['output'];
  /** Where it came in, such as email, ad, call or note. */
  sourceType: Scalars['String']['output'];
  /** What names it at its source. */
  sourceRef?: Maybe<Scalars['String']['output']>;
  snippet?: Maybe<Scalars['String']['output']>;
  /** The integer id of the contact from whom it comes. */
  contactNumber?: Maybe<Scalars['Int']['output']>;
  /** The integer id of the client for whom the contact speaks. */
  clientNumber?: Maybe<Scalars['Int']['output']>;
  /** The need, in the words of the one who has it. */
  problemPhrase?: Maybe<Scalars['String']['output']>;
  solutionHint?: Maybe<Scalars['String']['output']>;
  /** 0 to 1. */
  urgencyScore?: Maybe<Scalars['Float']['output']>;
  /** Groups signals that look alike; no rule of uniqueness. */
  dedupeKey?: Maybe<Scalars['String']['output']>;
  /** The integer id of the cluster: signals of one client, else of one contact. */
  clusterNumber?: Maybe<Scalars['Int']['output']>;
  /** Who looks after it. */
  owner?: Maybe<User>;
  /** As it was sent. */
  contactEmail?: Maybe<Scalars['String']['output']>;
  /** As it was sent. */
  contactPhone?: Maybe<Scalars['String']['output']>;
  /** As it was sent. */
  companyDomain?: Maybe<Scalars['String']['output']>;
  /** The candidates that came from it, in the order of their creation. */
  candidates: Array<Candidate>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type SignalConnection = {
  edges: Array<SignalEdge>;
  nodes: Array<Signal>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type SignalEdge = {
  cursor: Scalars['String']['output'];
  node: Signal;
};

/** A possible piece of business. */
export type Candidate = {
  id: Scalars['ID']['output'];
  /** The integer id, ascending within the organisation. */
  number: Scalars['Int']['output'];
  /** The tenant's integer id. */
  orgId: Scalars['Int']['output'];
  title?: Maybe<Scalars['String']['output']>;
  /** What it is about, in one line. */
  oneLinerScope?: Maybe<Scalars['String']['output']>;
  status: CandidateStatus;
  valueBand?: Maybe<ValueBand>;
  /** How sure one is of it: 0 to 1. */
  confidence?: Maybe<Scalars['Float']['output']>;
  nextStep?: Maybe<Scalars['String']['output']>;
  /** Who looks after it. */
  owner?: Maybe<User>;
  /** The integer id of the contact. */
  contactNumber?: Maybe<Scalars['Int']['output']>;
  /** The integer id of the client. */
  clientNumber?: Maybe<Scalars['Int']['output']>;
  /** The integer id of the problem that it would solve. */
  problemNumber?: Maybe<Scalars['Int']['output']>;
  /** The integer id of the solution. */
  solutionNumber?: Maybe<Scalars['Int']['output']>;
  /** The signals that it came from. */
  signals: Array<Signal>;
  /** What it was promoted to. */
  pursuit?: Maybe<Pursuit>;
  /** What must be done before it can go far, then what was added by hand. */
  checklist: Array<ChecklistItem>;
  /** Its newest scoring by the organisation's default spotlight. */
  spotlightScore: SpotlightScore;
  /** Whether conversations are linked with it. */
  hasThreads: Scalars['Boolean']['output'];
  /** Whether documents are linked with it. */
  hasDocs: Scalars['Boolean']['output'];
  /** When somebody last worked on it. */
  lastTouchAt?: Maybe<Scalars['DateTime']['output']>;
  /** Calendar days (UTC) since it was last touched, or created. */
  daysSinceTouch: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type CandidateStatus =
  | 'NEW'
  /** Looked at, and worth more. */
  | 'TRIAGED'
  /** Kept warm. */
  | 'NURTURE'
  | 'ON_HOLD'
  /** A pursuit was made of it. */
  | 'PROMOTED'
  | 'ARCHIVED';

/** The states in which a candidate can begin. */
export type OpenCandidateStatus =
  | 'NEW'
  | 'TRIAGED'
  | 'NURTURE'
  | 'ON_HOLD';

/** How much it may be worth. */
export type ValueBand =
  | 'HIGH'
  | 'MEDIUM'
  | 'LOW';

export type CandidateConnection = {
  edges: Array<CandidateEdge>;
  nodes: Array<Candidate>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type CandidateEdge = {
  cursor: Scalars['String']['output'];
  node: Candidate;
};

/** A candidate that is pursued. */
export type Pursuit = {
  id: Scalars['ID']['output'];
  /** The integer id, ascending within the organisation. */
  number: Scalars['Int']['output'];
  /** The tenant's integer id. */
  orgId: Scalars['Int']['output'];
  candidate: Candidate;
  stage: PursuitStage;
  /** Who leads it. */
  captureLead?: Maybe<User>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type PursuitStage =
  /** Being qualified. */
  | 'QUAL'
  /** The first review of the proposal. */
  | 'PINK'
  /** The last review of the proposal. */
  | 'RED'
  /** The proposal is with the client. */
  | 'SUBMIT'
  | 'WON'
  | 'LOST';

/** Something to be done before an item may go on. */
export type ChecklistItem = {
  id: Scalars['ID']['output'];
  /** The integer id, ascending within the organisation. */
  number: Scalars['Int']['output'];
  /** The kind of record whose checklist it stands on. */
  itemType: PipelineItemType;
  /** The integer id of that record. */
  itemNumber: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  /** Whether a quality gate asks for it. */
  isRequired: Scalars['Boolean']['output'];
  isDone: Scalars['Boolean']['output'];
  /** Null while it is not done. */
  doneAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How well an item fits a spotlight, the picture of an ideal customer. */
export type SpotlightScore = {
  /** The integer id of the spotlight; 1 where the organisation has none of its own. */
  spotlightNumber: Scalars['Int']['output'];
  /** The sum of all contributions. */
  totalScore: Scalars['Float']['output'];
  algorithmVersion: Scalars['String']['output'];
  scoredAt: Scalars['DateTime']['output'];
  /** The largest contribution first. */
  components: Array<ScoreComponent>;
  /** Score and name of the component that adds most, such as `+15 industry_match`. */
  topPositive?: Maybe<Scalars['String']['output']>;
  /** Score and name of the component that takes away most, such as `-3 budget_fit`. */
  topNegative?: Maybe<Scalars['String']['output']>;
};

/** One aspect of a score. */
export type ScoreComponent = {
  name: Scalars['String']['output'];
  /** Below zero where it speaks against the item. */
  score: Scalars['Float']['output'];
  weight: Scalars['Float']['output'];
  /** In words for people. */
  reason: Scalars['String']['output'];
  /** Score times weight. */
  contribution: Scalars['Float']['output'];
};

export type User = {
  number: Scalars['Int']['output'];
};

/** All parts must match. */
export type SignalFilter = {
  /** The exact source type. */
  sourceType?: InputMaybe<Scalars['String']['input']>;
  /** Whether contact or client are known. */
  isResolved?: InputMaybe<Scalars['Boolean']['input']>;
};

/** All parts must match. */
export type CandidateFilter = {
  status?: InputMaybe<CandidateStatus>;
  /** The owner's integer id. */
  ownerNumber?: InputMaybe<Scalars['Int']['input']>;
};

export type CreateSignalInput = {
  /** The organisation; the caller's own where absent. */
  orgId?: InputMaybe<Scalars['Int']['input']>;
  signal: NewSignal;
  /** A repeat under the same key within 24 hours gets the first answer again, and nothing is written. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type NewSignal = {
  /** Where it came in; email, ad, call and note are the known ones. */
  sourceType: Scalars['String']['input'];
  sourceRef?: InputMaybe<Scalars['String']['input']>;
  snippet?: InputMaybe<Scalars['String']['input']>;
  contactEmail?: InputMaybe<Scalars['String']['input']>;
  contactPhone?: InputMaybe<Scalars['String']['input']>;
  companyDomain?: InputMaybe<Scalars['String']['input']>;
  problemPhrase?: InputMaybe<Scalars['String']['input']>;
  solutionHint?: InputMaybe<Scalars['String']['input']>;
  urgencyScore?: InputMaybe<Scalars['Float']['input']>;
  /** The contact's integer id, where it is known. */
  contactNumber?: InputMaybe<Scalars['Int']['input']>;
  /** The client's integer id, where it is known. */
  clientNumber?: InputMaybe<Scalars['Int']['input']>;
  /** The owner's integer id. */
  ownerNumber?: InputMaybe<Scalars['Int']['input']>;
  /** Computed from source type and contact where absent. */
  dedupeKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of a signal; the same again for a repeat. */
export type CreateSignalPayload = {
  /** The signal's integer id. */
  number: Scalars['Int']['output'];
  /** The tenant's integer id. */
  orgId: Scalars['Int']['output'];
  /** Null for a repeat whose signal was deleted since. */
  signal?: Maybe<Signal>;
  identityResolution: IdentityResolution;
};

/** From whom a signal comes, as far as could be found out. */
export type IdentityResolution = {
  isContactResolved: Scalars['Boolean']['output'];
  /** The contact's integer id. */
  contactNumber?: Maybe<Scalars['Int']['output']>;
  isClientResolved: Scalars['Boolean']['output'];
  /** The client's integer id. */
  clientNumber?: Maybe<Scalars['Int']['output']>;
  /** 0 to 1; 0 where nothing but the sender's own words speak for it. */
  confidenceScore: Scalars['Float']['output'];
  method: ResolutionMethod;
};

export type ResolutionMethod =
  | 'AUTO_RESOLVED'
  /** Somebody decided. */
  | 'MANUAL_RESOLVED'
  | 'UNRESOLVED';

export type UpdateSignalInput = {
  /** The organisation; the caller's own where absent. */
  orgId?: InputMaybe<Scalars['Int']['input']>;
  /** The signal's integer id. */
  number: Scalars['Int']['input'];
  changes: SignalChanges;
};

/** What is absent stays; null removes. */
export type SignalChanges = {
  sourceType?: InputMaybe<Scalars['String']['input']>;
  sourceRef?: InputMaybe<Scalars['String']['input']>;
  snippet?: InputMaybe<Scalars['String']['input']>;
  /** The contact's integer id. */
  contactNumber?: InputMaybe<Scalars['Int']['input']>;
  /** The client's integer id. */
  clientNumber?: InputMaybe<Scalars['Int']['input']>;
  problemPhrase?: InputMaybe<Scalars['String']['input']>;
  solutionHint?: InputMaybe<Scalars['String']['input']>;
  urgencyScore?: InputMaybe<Scalars['Float']['input']>;
  /** The cluster's integer id; follows from client and contact where they change and it is absent. */
  clusterNumber?: InputMaybe<Scalars['Int']['input']>;
  /** The owner's integer id. */
  ownerNumber?: InputMaybe<Scalars['Int']['input']>;
};

export type SignalPayload = {
  signal: Signal;
};

export type DeleteSignalInput = {
  /** The organisation; the caller's own where absent. */
  orgId?: InputMaybe<Scalars['Int']['input']>;
  /** The signal's integer id. */
  number: Scalars['Int']['input'];
};

export type DeleteSignalPayload = {
  deletedId: Scalars['ID']['output'];
  /** How many signals were deleted. */
  deletedCount: Scalars['Int']['output'];
};

export type CreateCandidateInput = {
  /** The organisation; the caller's own where absent. */
  orgId?: InputMaybe<Scalars['Int']['input']>;
  candidate: NewCandidate;
};

export type NewCandidate = {
  title?: InputMaybe<Scalars['String']['input']>;
  oneLinerScope?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<OpenCandidateStatus>;
  valueBand?: InputMaybe<ValueBand>;
  confidence?: InputMaybe<Scalars['Float']['input']>;
  nextStep?: InputMaybe<Scalars['String']['input']>;
  /** The owner's integer id. */
  ownerNumber?: InputMaybe<Scalars['Int']['input']>;
  /** The contact's integer id; that of the signal where absent. */
  contactNumber?: InputMaybe<Scalars['Int']['input']>;
  /** The client's integer id; that of the signal where absent. */
  clientNumber?: InputMaybe<Scalars['Int']['input']>;
  problemNumber?: InputMaybe<Scalars['Int']['input']>;
  solutionNumber?: InputMaybe<Scalars['Int']['input']>;
  /** The integer id of the signal that it comes from. */
  signalNumber?: InputMaybe<Scalars['Int']['input']>;
};

export type CandidatePayload = {
  candidate: Candidate;
};

export type UpdateCandidateInput = {
  /** The organisation; the caller's own where absent. */
  orgId?: InputMaybe<Scalars['Int']['input']>;
  /** The candidate's integer id. */
  number: Scalars['Int']['input'];
  changes: CandidateChanges;
};

/** What is absent stays; null removes, but for the status. */
export type CandidateChanges = {
  title?: InputMaybe<Scalars['String']['input']>;
  oneLinerScope?: InputMaybe<Scalars['String']['input']>;
  /** The present one changes nothing. */
  status?: InputMaybe<CandidateStatus>;
  valueBand?: InputMaybe<ValueBand>;
  confidence?: InputMaybe<Scalars['Float']['input']>;
  nextStep?: InputMaybe<Scalars['String']['input']>;
  /** The owner's integer id. */
  ownerNumber?: InputMaybe<Scalars['Int']['input']>;
  /** The contact's integer id. */
  contactNumber?: InputMaybe<Scalars['Int']['input']>;
  /** The client's integer id. */
  clientNumber?: InputMaybe<Scalars['Int']['input']>;
  problemNumber?: InputMaybe<Scalars['Int']['input']>;
  solutionNumber?: InputMaybe<Scalars['Int']['input']>;
  /** Now where absent. */
  lastTouchAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type PromoteCandidateInput = {
  /** The organisation; the caller's own where absent. */
  orgId?: InputMaybe<Scalars['Int']['input']>;
  /** The candidate's integer id. */
  number: Scalars['Int']['input'];
};

export type PromoteCandidatePayload = {
  candidate: Candidate;
  pursuit: Pursuit;
  /** False where the candidate had a pursuit before. */
  isNewPursuit: Scalars['Boolean']['output'];
  checked: PromotionCheck;
};

/** What a promotion looked at. */
export type PromotionCheck = {
  /** The items done on the candidate's checklist; they are done on the pursuit's too. */
  doneItems: Array<Scalars['String']['output']>;
  /** What the gate of promotion asks for; where none is configured, what the pursuit must meet to enter red. */
  requirements: Array<Scalars['String']['output']>;
};

export type DeleteCandidateInput = {
  /** The organisation; the caller's own where absent. */
  orgId?: InputMaybe<Scalars['Int']['input']>;
  /** The candidate's integer id. */
  number: Scalars['Int']['input'];
};

export type DeleteCandidatePayload = {
  deletedId: Scalars['ID']['output'];
  /** How many candidates were deleted. */
  deletedCount: Scalars['Int']['output'];
};

export type SetCandidateChecklistItemInput = {
  /** The organisation; the caller's own where absent. */
  orgId?: InputMaybe<Scalars['Int']['input']>;
  /** The candidate's integer id. */
  number: Scalars['Int']['input'];
  /** Compared exactly; lower-case words joined by underscores by convention. */
  name: Scalars['String']['input'];
  isDone?: InputMaybe<Scalars['Boolean']['input']>;
};

export type SetCandidateChecklistItemPayload = {
  item: ChecklistItem;
};

/** Something that happened in the pipeline, told live. What was deleted since is null. */
export type PipelineEvent = LiveEvent & {
  cursor: Scalars['ID']['output'];
  kind: PipelineEventKind;
  /** One sentence for people. */
  description: Scalars['String']['output'];
  /** The signal that it happened to; null for other kinds. */
  signal?: Maybe<Signal>;
  /** The candidate that it happened to; null for other kinds. */
  candidate?: Maybe<Candidate>;
  /** The pursuit that it happened to; null for other kinds. */
  pursuit?: Maybe<Pursuit>;
  /** The id of the user who did it. */
  createdBy: Scalars['ID']['output'];
  createdAt: Scalars['DateTime']['output'];
};

export type PipelineEventKind =
  | 'SIGNAL_CREATED'
  | 'SIGNAL_UPDATED'
  | 'SIGNAL_DELETED'
  | 'CANDIDATE_CREATED'
  | 'CANDIDATE_UPDATED'
  | 'CANDIDATE_PROMOTED'
  | 'CANDIDATE_DELETED'
  | 'CANDIDATE_CHECKLIST_UPDATED'
  | 'PURSUIT_CREATED';



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
  Signal: Signal;
  Candidate: Candidate;
  Pursuit: Pursuit;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Signal:
    ( { __typename: 'Signal' }
    & GraphQLRecursivePick<FederationTypes['Signal'], {"id":true}> );
  Candidate:
    ( { __typename: 'Candidate' }
    & GraphQLRecursivePick<FederationTypes['Candidate'], {"id":true}> );
  Pursuit:
    ( { __typename: 'Pursuit' }
    & GraphQLRecursivePick<FederationTypes['Pursuit'], {"id":true}> );
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
  WorkstreamStats: ResolverTypeWrapper<WorkstreamStats>;
  PipelineCount: ResolverTypeWrapper<PipelineCount>;
  PipelineItemType: PipelineItemType;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Signal: ResolverTypeWrapper<SignalRow>;
  SignalConnection: ResolverTypeWrapper<SignalPage>;
  SignalEdge: ResolverTypeWrapper<Omit<SignalEdge, 'node'> & { node: ResolversTypes['Signal'] }>;
  Candidate: ResolverTypeWrapper<CandidateRow>;
  CandidateStatus: CandidateStatus;
  OpenCandidateStatus: OpenCandidateStatus;
  ValueBand: ValueBand;
  CandidateConnection: ResolverTypeWrapper<CandidatePage>;
  CandidateEdge: ResolverTypeWrapper<Omit<CandidateEdge, 'node'> & { node: ResolversTypes['Candidate'] }>;
  Pursuit: ResolverTypeWrapper<PursuitRow>;
  PursuitStage: PursuitStage;
  ChecklistItem: ResolverTypeWrapper<ChecklistEntry>;
  SpotlightScore: ResolverTypeWrapper<SpotlightScoreRow>;
  ScoreComponent: ResolverTypeWrapper<ScoreComponent>;
  User: ResolverTypeWrapper<User>;
  SignalFilter: SignalFilter;
  CandidateFilter: CandidateFilter;
  CreateSignalInput: CreateSignalInput;
  NewSignal: NewSignal;
  CreateSignalPayload: ResolverTypeWrapper<Omit<CreateSignalPayload, 'signal'> & { signal?: Maybe<ResolversTypes['Signal']> }>;
  IdentityResolution: ResolverTypeWrapper<IdentityResolution>;
  ResolutionMethod: ResolutionMethod;
  UpdateSignalInput: UpdateSignalInput;
  SignalChanges: SignalChanges;
  SignalPayload: ResolverTypeWrapper<Omit<SignalPayload, 'signal'> & { signal: ResolversTypes['Signal'] }>;
  DeleteSignalInput: DeleteSignalInput;
  DeleteSignalPayload: ResolverTypeWrapper<DeleteSignalPayload>;
  CreateCandidateInput: CreateCandidateInput;
  NewCandidate: NewCandidate;
  CandidatePayload: ResolverTypeWrapper<Omit<CandidatePayload, 'candidate'> & { candidate: ResolversTypes['Candidate'] }>;
  UpdateCandidateInput: UpdateCandidateInput;
  CandidateChanges: CandidateChanges;
  PromoteCandidateInput: PromoteCandidateInput;
  PromoteCandidatePayload: ResolverTypeWrapper<Omit<PromoteCandidatePayload, 'candidate' | 'pursuit'> & { candidate: ResolversTypes['Candidate'], pursuit: ResolversTypes['Pursuit'] }>;
  PromotionCheck: ResolverTypeWrapper<PromotionCheck>;
  DeleteCandidateInput: DeleteCandidateInput;
  DeleteCandidatePayload: ResolverTypeWrapper<DeleteCandidatePayload>;
  SetCandidateChecklistItemInput: SetCandidateChecklistItemInput;
  SetCandidateChecklistItemPayload: ResolverTypeWrapper<Omit<SetCandidateChecklistItemPayload, 'item'> & { item: ResolversTypes['ChecklistItem'] }>;
  PipelineEvent: ResolverTypeWrapper<LogRow>;
  PipelineEventKind: PipelineEventKind;
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
  WorkstreamStats: WorkstreamStats;
  PipelineCount: PipelineCount;
  Subscription: Record<PropertyKey, never>;
  Signal: SignalRow;
  SignalConnection: SignalPage;
  SignalEdge: Omit<SignalEdge, 'node'> & { node: ResolversParentTypes['Signal'] };
  Candidate: CandidateRow;
  CandidateConnection: CandidatePage;
  CandidateEdge: Omit<CandidateEdge, 'node'> & { node: ResolversParentTypes['Candidate'] };
  Pursuit: PursuitRow;
  ChecklistItem: ChecklistEntry;
  SpotlightScore: SpotlightScoreRow;
  ScoreComponent: ScoreComponent;
  User: User;
  SignalFilter: SignalFilter;
  CandidateFilter: CandidateFilter;
  CreateSignalInput: CreateSignalInput;
  NewSignal: NewSignal;
  CreateSignalPayload: Omit<CreateSignalPayload, 'signal'> & { signal?: Maybe<ResolversParentTypes['Signal']> };
  IdentityResolution: IdentityResolution;
  UpdateSignalInput: UpdateSignalInput;
  SignalChanges: SignalChanges;
  SignalPayload: Omit<SignalPayload, 'signal'> & { signal: ResolversParentTypes['Signal'] };
  DeleteSignalInput: DeleteSignalInput;
  DeleteSignalPayload: DeleteSignalPayload;
  CreateCandidateInput: CreateCandidateInput;
  NewCandidate: NewCandidate;
  CandidatePayload: Omit<CandidatePayload, 'candidate'> & { candidate: ResolversParentTypes['Candidate'] };
  UpdateCandidateInput: UpdateCandidateInput;
  CandidateChanges: CandidateChanges;
  PromoteCandidateInput: PromoteCandidateInput;
  PromoteCandidatePayload: Omit<PromoteCandidatePayload, 'candidate' | 'pursuit'> & { candidate: ResolversParentTypes['Candidate'], pursuit: ResolversParentTypes['Pursuit'] };
  PromotionCheck: PromotionCheck;
  DeleteCandidateInput: DeleteCandidateInput;
  DeleteCandidatePayload: DeleteCandidatePayload;
  SetCandidateChecklistItemInput: SetCandidateChecklistItemInput;
  SetCandidateChecklistItemPayload: Omit<SetCandidateChecklistItemPayload, 'item'> & { item: ResolversParentTypes['ChecklistItem'] };
  PipelineEvent: LogRow;
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
  __resolveType?: TypeResolveFn<'Resync' | 'PipelineEvent', ParentType, ContextType>;
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
  workstreamStats?: Resolver<ResolversTypes['WorkstreamStats'], ParentType, ContextType, Partial<QueryWorkstreamStatsArgs>>;
  workstreamPosition?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workstreamHealth?: Resolver<Maybe<ResolversTypes['ServiceHealth']>, ParentType, ContextType, RequireFields<QueryWorkstreamHealthArgs, 'ifReady'>>;
  signal?: Resolver<Maybe<ResolversTypes['Signal']>, ParentType, ContextType, RequireFields<QuerySignalArgs, 'number'>>;
  signals?: Resolver<ResolversTypes['SignalConnection'], ParentType, ContextType, Partial<QuerySignalsArgs>>;
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType, RequireFields<QueryCandidateArgs, 'number'>>;
  candidates?: Resolver<ResolversTypes['CandidateConnection'], ParentType, ContextType, Partial<QueryCandidatesArgs>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createSignal?: Resolver<ResolversTypes['CreateSignalPayload'], ParentType, ContextType, RequireFields<MutationCreateSignalArgs, 'input'>>;
  updateSignal?: Resolver<ResolversTypes['SignalPayload'], ParentType, ContextType, RequireFields<MutationUpdateSignalArgs, 'input'>>;
  deleteSignal?: Resolver<ResolversTypes['DeleteSignalPayload'], ParentType, ContextType, RequireFields<MutationDeleteSignalArgs, 'input'>>;
  createCandidate?: Resolver<ResolversTypes['CandidatePayload'], ParentType, ContextType, RequireFields<MutationCreateCandidateArgs, 'input'>>;
  updateCandidate?: Resolver<ResolversTypes['CandidatePayload'], ParentType, ContextType, RequireFields<MutationUpdateCandidateArgs, 'input'>>;
  promoteCandidate?: Resolver<ResolversTypes['PromoteCandidatePayload'], ParentType, ContextType, RequireFields<MutationPromoteCandidateArgs, 'input'>>;
  deleteCandidate?: Resolver<ResolversTypes['DeleteCandidatePayload'], ParentType, ContextType, RequireFields<MutationDeleteCandidateArgs, 'input'>>;
  setCandidateChecklistItem?: Resolver<ResolversTypes['SetCandidateChecklistItemPayload'], ParentType, ContextType, RequireFields<MutationSetCandidateChecklistItemArgs, 'input'>>;
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

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  workstreamActivity?: SubscriptionResolver<ResolversTypes['LiveEvent'], "workstreamActivity", ParentType, ContextType, Partial<SubscriptionWorkstreamActivityArgs>>;
};

export type SignalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Signal'] = ResolversParentTypes['Signal'], FederationReferenceType extends FederationReferenceTypes['Signal'] = FederationReferenceTypes['Signal']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Signal']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orgId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sourceType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  snippet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  clientNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  problemPhrase?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  solutionHint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  urgencyScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dedupeKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clusterNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  contactEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  candidates?: Resolver<Array<ResolversTypes['Candidate']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SignalConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignalConnection'] = ResolversParentTypes['SignalConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SignalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Signal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SignalEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignalEdge'] = ResolversParentTypes['SignalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Signal'], ParentType, ContextType>;
};

export type CandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Candidate'] = ResolversParentTypes['Candidate'], FederationReferenceType extends FederationReferenceTypes['Candidate'] = FederationReferenceTypes['Candidate']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Candidate']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orgId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  oneLinerScope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CandidateStatus'], ParentType, ContextType>;
  valueBand?: Resolver<Maybe<ResolversTypes['ValueBand']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  nextStep?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  contactNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  clientNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  problemNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  solutionNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  signals?: Resolver<Array<ResolversTypes['Signal']>, ParentType, ContextType>;
  pursuit?: Resolver<Maybe<ResolversTypes['Pursuit']>, ParentType, ContextType>;
  checklist?: Resolver<Array<ResolversTypes['ChecklistItem']>, ParentType, ContextType>;
  spotlightScore?: Resolver<ResolversTypes['SpotlightScore'], ParentType, ContextType>;
  hasThreads?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasDocs?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastTouchAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  daysSinceTouch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CandidateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateConnection'] = ResolversParentTypes['CandidateConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CandidateEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Candidate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CandidateEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateEdge'] = ResolversParentTypes['CandidateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
};

export type PursuitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Pursuit'] = ResolversParentTypes['Pursuit'], FederationReferenceType extends FederationReferenceTypes['Pursuit'] = FederationReferenceTypes['Pursuit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Pursuit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orgId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  candidate?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['PursuitStage'], ParentType, ContextType>;
  captureLead?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ChecklistItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChecklistItem'] = ResolversParentTypes['ChecklistItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  itemType?: Resolver<ResolversTypes['PipelineItemType'], ParentType, ContextType>;
  itemNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isDone?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SpotlightScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpotlightScore'] = ResolversParentTypes['SpotlightScore']> = {
  spotlightNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  algorithmVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scoredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  components?: Resolver<Array<ResolversTypes['ScoreComponent']>, ParentType, ContextType>;
  topPositive?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topNegative?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScoreComponentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreComponent'] = ResolversParentTypes['ScoreComponent']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contribution?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateSignalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSignalPayload'] = ResolversParentTypes['CreateSignalPayload']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orgId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  signal?: Resolver<Maybe<ResolversTypes['Signal']>, ParentType, ContextType>;
  identityResolution?: Resolver<ResolversTypes['IdentityResolution'], ParentType, ContextType>;
};

export type IdentityResolutionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityResolution'] = ResolversParentTypes['IdentityResolution']> = {
  isContactResolved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  contactNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isClientResolved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  clientNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  confidenceScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['ResolutionMethod'], ParentType, ContextType>;
};

export type SignalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignalPayload'] = ResolversParentTypes['SignalPayload']> = {
  signal?: Resolver<ResolversTypes['Signal'], ParentType, ContextType>;
};

export type DeleteSignalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteSignalPayload'] = ResolversParentTypes['DeleteSignalPayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  deletedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CandidatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidatePayload'] = ResolversParentTypes['CandidatePayload']> = {
  candidate?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
};

export type PromoteCandidatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromoteCandidatePayload'] = ResolversParentTypes['PromoteCandidatePayload']> = {
  candidate?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
  pursuit?: Resolver<ResolversTypes['Pursuit'], ParentType, ContextType>;
  isNewPursuit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  checked?: Resolver<ResolversTypes['PromotionCheck'], ParentType, ContextType>;
};

export type PromotionCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromotionCheck'] = ResolversParentTypes['PromotionCheck']> = {
  doneItems?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  requirements?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeleteCandidatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCandidatePayload'] = ResolversParentTypes['DeleteCandidatePayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  deletedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SetCandidateChecklistItemPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCandidateChecklistItemPayload'] = ResolversParentTypes['SetCandidateChecklistItemPayload']> = {
  item?: Resolver<ResolversTypes['ChecklistItem'], ParentType, ContextType>;
};

export type PipelineEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PipelineEvent'] = ResolversParentTypes['PipelineEvent']> = {
  cursor?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PipelineEventKind'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signal?: Resolver<Maybe<ResolversTypes['Signal']>, ParentType, ContextType>;
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  pursuit?: Resolver<Maybe<ResolversTypes['Pursuit']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  WorkstreamStats?: WorkstreamStatsResolvers<ContextType>;
  PipelineCount?: PipelineCountResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Signal?: SignalResolvers<ContextType>;
  SignalConnection?: SignalConnectionResolvers<ContextType>;
  SignalEdge?: SignalEdgeResolvers<ContextType>;
  Candidate?: CandidateResolvers<ContextType>;
  CandidateConnection?: CandidateConnectionResolvers<ContextType>;
  CandidateEdge?: CandidateEdgeResolvers<ContextType>;
  Pursuit?: PursuitResolvers<ContextType>;
  ChecklistItem?: ChecklistItemResolvers<ContextType>;
  SpotlightScore?: SpotlightScoreResolvers<ContextType>;
  ScoreComponent?: ScoreComponentResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  CreateSignalPayload?: CreateSignalPayloadResolvers<ContextType>;
  IdentityResolution?: IdentityResolutionResolvers<ContextType>;
  SignalPayload?: SignalPayloadResolvers<ContextType>;
  DeleteSignalPayload?: DeleteSignalPayloadResolvers<ContextType>;
  CandidatePayload?: CandidatePayloadResolvers<ContextType>;
  PromoteCandidatePayload?: PromoteCandidatePayloadResolvers<ContextType>;
  PromotionCheck?: PromotionCheckResolvers<ContextType>;
  DeleteCandidatePayload?: DeleteCandidatePayloadResolvers<ContextType>;
  SetCandidateChecklistItemPayload?: SetCandidateChecklistItemPayloadResolvers<ContextType>;
  PipelineEvent?: PipelineEventResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  before?: BeforeDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
  admin?: AdminDirectiveResolver<any, any, ContextType>;
  feature?: FeatureDirectiveResolver<any, any, ContextType>;
  constraint?: ConstraintDirectiveResolver<any, any, ContextType>;
};
