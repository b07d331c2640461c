/**
 * The one catalogue of errors. A service raises a code; what it means over HTTP and what a person reads by default
 * stands here. GraphQL shows the code as `extensions.code`; REST spells the body that the service documents.
 * Sources: common.yaml (errorCodes), account.yaml, coaching.yaml, traction.yaml (errorCodes), workstream.yaml (errorBodies).
 */
export const ERRORS = {
  VALIDATION_ERROR: { status: 422, message: 'The request has members that are not acceptable' },
  BAD_REQUEST: { status: 400, message: 'The request cannot be read' },
  UNAUTHORIZED: { status: 401, message: 'A valid access token is needed' },
  FORBIDDEN: { status: 403, message: 'You may not do this' },
  RESOURCE_NOT_FOUND: { status: 404, message: 'There is no such resource' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'This path does not take that method' },
  DUPLICATE_RESOURCE: { status: 409, message: 'This value is already taken' },
  REQUEST_IN_PROGRESS: { status: 409, message: 'This request is still being answered' },
  DEPENDENCY_EXISTS: { status: 409, message: 'Something else still depends on it' },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'The request body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: 'Send the body as application/json' },
  OPERATION_LIMIT_EXCEEDED: { status: 400, message: 'The operation asks for more than it may' },
  BUSINESS_RULE_VIOLATION: { status: 400, message: 'A rule of the domain forbids this' },
  RATE_LIMIT_EXCEEDED: { status: 429, message: 'Too many requests; try again later' },
  INTERNAL_SERVER_ERROR: { status: 500, message: 'Something went wrong on our side' },
  RESYNC: {
    status: 409,
    message: 'You read too slowly and have missed events; read anew and subscribe again',
  },
  SUBSCRIPTION_SCHEMA_RELOAD: { status: 503, message: 'The graph has changed; subscribe again' },
  REQUEST_TIMEOUT: { status: 504, message: 'The answer took too long; what was asked for may still be done' },
  SERVICE_UNAVAILABLE: { status: 503, message: 'A service that this needs does not answer; try again later' },

  INVALID_CREDENTIALS: { status: 401, message: 'E-mail or password is wrong' },
  EMAIL_NOT_VERIFIED: { status: 403, message: 'Confirm your e-mail address first' },
  EMAIL_ALREADY_EXISTS: { status: 409, message: 'This e-mail address is already registered' },
  INVALID_TOKEN: { status: 401, message: 'The token is unknown, spent, revoked or expired' },
  SUBSCRIPTION_LIMIT_REACHED: { status: 403, message: 'The limit of your subscription is reached' },

  GOAL_NOT_FOUND: { status: 404, message: 'Goal not found' },
  STRATEGY_NOT_FOUND: { status: 404, message: 'Strategy not found' },
  ACTION_NOT_FOUND: { status: 404, message: 'Action not found' },
  GOAL_LIMIT_REACHED: { status: 403, message: 'The goal limit of your subscription is reached' },
  INVALID_STATUS_TRANSITION: { status: 400, message: 'This status cannot follow the current one' },

  MEASURE_NOT_FOUND: { status: 404, message: 'Measure not found' },
  MEASURE_LINK_NOT_FOUND: { status: 404, message: 'Measure link not found' },
  MEASURE_LINK_EXISTS: { status: 400, message: 'Measure link already exists' },
  MEASURE_NOT_LINKED: { status: 400, message: 'The measure is not linked with the goal' },
  MEASURE_LINKED_TO_GOALS: { status: 400, message: 'The measure is still linked with a goal' },
  STRATEGY_REQUIRES_GOAL: { status: 400, message: 'Strategy requires a Goal to be set' },
  STRATEGY_GOAL_MISMATCH: { status: 400, message: 'The strategy does not belong to the goal' },
  OWNER_NOT_FOUND: { status: 422, message: 'Owner not found' },
  PERSON_NOT_FOUND: { status: 404, message: 'Person not found' },
  TARGET_NOT_FOUND: { status: 404, message: 'Target not found' },
  ACTUAL_NOT_FOUND: { status: 404, message: 'Actual not found' },
  ALERT_NOT_FOUND: { status: 404, message: 'Alert not found' },
  REPLAN_RULE_NOT_FOUND: { status: 404, message: 'The measure has no replan rule' },
  // Older spellings that legacy callers read.
  KPI_NOT_FOUND: { status: 404, message: 'KPI not found' },
  KPI_LINK_NOT_FOUND: { status: 404, message: 'The KPI is not linked to the goal' },
  KPI_LINKED_TO_GOALS: { status: 400, message: 'The KPI is still linked to a goal' },

  SIGNAL_NOT_FOUND: { status: 404, message: 'Signal not found' },
  CANDIDATE_NOT_FOUND: { status: 404, message: 'Candidate not found' },
  INVALID_STATE_TRANSITION: { status: 422, message: 'The state machine does not allow this change' },
  QUALITY_GATE_BLOCKED: { status: 409, message: 'Required items of the checklist are not done' },

  INSUFFICIENT_CONTEXT: { status: 422, message: 'There is not enough to work with' },
  INVALID_GOAL_DATA: { status: 422, message: 'The goal is not of the form that is needed' },
  AI_SERVICE_UNAVAILABLE: { status: 503, message: 'Coaching gives no answer; try again later' },
  ALIGNMENT_CALCULATION_FAILED: { status: 500, message: 'The alignment could not be calculated' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}

/**
 * What is wrong with a member of a request: it is required and not there; its type, its form or its enum value; a text
 * or a list is too long or too short; a number is too great or too small.
 */
export type FaultKind = 'MISSING' | 'FORM' | 'LENGTH' | 'RANGE';

/** What an error tells beside its code and text. */
export interface ErrorDetails {
  /** Faults by member of the request; the key is the path of the member in the graph (`title`, `orders.0.order`). */
  readonly fields?: Readonly<Record<string, string>>;
  /** What is wrong with the members in `fields`, where legacy callers read different texts for it. */
  readonly kinds?: Readonly<Record<string, FaultKind>>;
  /** Facts for programs, such as `{ resourceType, resourceId }`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * A failure that its caller is meant to see. Everything else that is thrown is a fault of ours: it is logged and
 * answered as INTERNAL_SERVER_ERROR.
 */
export class DomainError extends Error {
  /** Read by graphql-js: becomes `extensions` of the GraphQL error. */
  readonly extensions: Readonly<{ code: ErrorCode } & ErrorDetails>;

  constructor(
    readonly code: ErrorCode,
    message: string = ERRORS[code].message,
    details: ErrorDetails = {},
  ) {
    super(message);
    this.name = 'DomainError';
    this.extensions = { code, ...details };
  }
}

/** The object that the request names does not exist in the caller's tenant. */
export function notFound(code: ErrorCode, resourceType: string, resourceId: string): DomainError {
  return new DomainError(code, undefined, { details: { resourceType, resourceId } });
}

/** Members of the request that are not acceptable, each with its message. */
export function invalid(
  fields: Readonly<Record<string, string>>,
  kinds?: ErrorDetails['kinds'],
): DomainError {
  const [first] = Object.values(fields);
  return new DomainError('VALIDATION_ERROR', first, { fields, ...(kinds ? { kinds } : {}) });
}
