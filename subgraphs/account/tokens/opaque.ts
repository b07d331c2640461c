/**
 * Opaque tokens: random, meaningless to their bearers, and known to us by their hash only. Refresh tokens and those of
 * mailed links are such. Source: account.yaml, tokens.refresh and tokens.mailTokens.
 */
import { createHash, randomBytes } from 'node:crypto';

const REFRESH_TOKEN_BYTES = 32;

/** Short enough that a link to it stays on one line of a mail. */
const MAIL_TOKEN_BYTES = 16;

export const newRefreshToken = (): string => randomBytes(REFRESH_TOKEN_BYTES).toString('base64url');

export const newMailToken = (): string => randomBytes(MAIL_TOKEN_BYTES).toString('base64url');

/** What is stored of a token. Its 128 random bits and more cannot be guessed, so a fast hash is enough. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
