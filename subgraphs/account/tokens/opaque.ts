/** Refresh tokens: random, opaque to callers, and known to us by their hash only. Source: account.yaml, tokens.refresh. */
import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

export const newRefreshToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What is stored of a token. Its 256 random bits cannot be guessed, so a fast hash is enough. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
