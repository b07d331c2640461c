/**
 * A session is what one sign-in began: the family of the refresh tokens that follow one another in it. Ending it makes
 * all of them unknown. Source: account.yaml, tokens.rotation.
 */
import { defineCollection, type Row } from '../../common/collections';

export interface Session {
  readonly userId: string;
  /** The end of its latest refresh token. */
  readonly expiresAt: Date;
  /** How often it was refreshed. Every refresh writes it, so that one cannot slip past the end of the session. */
  readonly refreshes: number;
}

/** Stored under the hash of the token. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly userId: string;
  readonly expiresAt: Date;
  /** When it was first traded for a new pair. */
  readonly spentAt: Date | null;
}

export type RefreshTokenRow = Row<RefreshToken>;

export const sessions = defineCollection<Session>(
  'sessions',
  {
    userId: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    refreshes: { type: Number, default: 0 },
  },
  { indexes: [{ keys: { tenantId: 1, userId: 1, expiresAt: 1 } }] },
);

export const refreshTokens = defineCollection<RefreshToken>(
  'refreshTokens',
  {
    sessionId: { type: String, required: true },
    userId: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    spentAt: { type: Date, default: null },
  },
  {
    indexes: [{ keys: { tenantId: 1, sessionId: 1 } }, { keys: { tenantId: 1, userId: 1, expiresAt: 1 } }],
  },
);
