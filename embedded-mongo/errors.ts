/** Every error code this server answers with, under the name the real server gives it. */
export const ERROR_CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  UserNotFound: 11,
  Unauthorized: 13,
  TypeMismatch: 14,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NoMatchingDocument: 47,
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
  Location15947: 15947,
  Location15955: 15955,
  Location15959: 15959,
  Location15972: 15972,
  Location15976: 15976,
  Location15981: 15981,
  Location15983: 15983,
  Location31249: 31249,
  Location31253: 31253,
  Location31254: 31254,
  Location17124: 17124,
  Location40066: 40066,
  Location40081: 40081,
  Location15952: 15952,
  Location15956: 15956,
  Location15958: 15958,
  Location15969: 15969,
  Location15973: 15973,
  Location28808: 28808,
  Location28818: 28818,
  Location31002: 31002,
  Location40169: 40169,
  Location40231: 40231,
  Location40235: 40235,
  Location40238: 40238,
  Location51272: 51272,
  Location40156: 40156,
  Location40228: 40228,
  Location40234: 40234,
  Location40272: 40272,
  Location40323: 40323,
  Location40324: 40324,
  Location40353: 40353,
  Location40400: 40400,
  Location40414: 40414,
  Location40415: 40415,
  Location40573: 40573,
  Location51246: 51246,
  Location51270: 51270,
  DataCorruptionDetected: 346,
} as const;

/** The name of an error code, as it appears in `codeName`. */
export type ErrorName = keyof typeof ERROR_CODES;

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
    this.code = ERROR_CODES[codeName];
    this.codeName = codeName;
    this.details = extras.details ?? {};
    this.labels = extras.labels ?? [];
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
