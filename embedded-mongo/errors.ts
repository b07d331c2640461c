/** The error codes with a name of their own that this server answers with, under the name the real server gives them. */
export const ERROR_CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  UserNotFound: 11,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  ProtocolError: 17,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NoMatchingDocument: 47,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidIdField: 53,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  ShutdownInProgress: 91,
  WriteConflict: 112,
  ConflictingOperationInProgress: 117,
  CommandNotSupported: 115,
  DocumentValidationFailure: 121,
  NoSuchTransaction: 251,
  ConversionFailure: 241,
  TransactionTooOld: 225,
  TransactionCommitted: 256,
  OperationNotSupportedInTransaction: 263,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  IncompleteTransactionHistory: 217,
  CursorKilled: 237,
  SnapshotTooOld: 239,
  InvalidResumeToken: 260,
  ChangeStreamFatalError: 280,
  ChangeStreamHistoryLost: 286,
  Location40602: 40602,
  Location40647: 40647,
  Location40674: 40674,
  Location50808: 50808,
  Location50865: 50865,
  InvalidIndexSpecificationOption: 197,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  MergeStageNoMatchingDocument: 13113,
  DataCorruptionDetected: 346,
} as const;

/** The name of an error code, as it appears in `codeName`: most codes have none but their number. */
export type ErrorName = keyof typeof ERROR_CODES | `Location${number}`;

function codeOf(name: ErrorName): number {
  return name in ERROR_CODES
    ? ERROR_CODES[name as keyof typeof ERROR_CODES]
    : Number(name.slice('Location'.length));
}

/** What an error may carry beside its message. */
export interface ErrorExtras {
  /** Further members of the error document, e.g. `keyPattern` and `keyValue` of a duplicate key. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Error labels that the driver acts on. */
  readonly labels?: readonly string[];
}

/** The label that makes a driver run a whole transaction again. */
export const TRANSIENT_TRANSACTION_ERROR = 'TransientTransactionError';

/** An error that is answered to the client. Anything else that is thrown is a bug and answered as InternalError. */
export class MongoError extends Error {
  readonly code: number;
  readonly codeName: ErrorName;
  readonly details: Readonly<Record<string, unknown>>;
  readonly labels: readonly string[];

  constructor(codeName: ErrorName, message: string, extras: ErrorExtras = {}) {
    super(message);
    this.name = 'MongoError';
    this.code = codeOf(codeName);
    this.codeName = codeName;
    this.details = extras.details ?? {};
    this.labels = extras.labels ?? [];
  }

  /** The same error with words before its own. */
  prefixed(words: string): MongoError {
    return new MongoError(this.codeName, words + this.message, {
      details: this.details,
      labels: this.labels,
    });
  }

  /** The same error with one more label. */
  labelled(label: string): MongoError {
    if (this.labels.includes(label)) return this;
    return new MongoError(this.codeName, this.message, {
      details: this.details,
      labels: [...this.labels, label],
    });
  }
}

/** A `BadValue` error, the most frequent one. */
export function badValue(message: string): MongoError {
  return new MongoError('BadValue', message);
}

/** A `FailedToParse` error. */
export function failedToParse(message: string): MongoError {
  return new MongoError('FailedToParse', message);
}

/** A `TypeMismatch` error. */
export function typeMismatch(message: string): MongoError {
  return new MongoError('TypeMismatch', message);
}

/** What MongoDB can do and this server cannot: refused, since a wrong answer would be worse. */
export function notSupported(what: string): MongoError {
  return new MongoError('CommandNotSupported', `${what} is not supported by the embedded server`);
}

/** Whatever was thrown, as an error that may be shown: a bug becomes an InternalError without its stack. */
export function toMongoError(thrown: unknown): MongoError {
  if (thrown instanceof MongoError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new MongoError('InternalError', message);
}

/** An error without a name of its own. */
export function location(code: number, message: string): MongoError {
  return new MongoError(`Location${code}`, message);
}
