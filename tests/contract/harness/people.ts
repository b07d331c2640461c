/** Registering, signing in and refreshing, as the tests do it. */
import { randomBytes } from 'node:crypto';
import type { Answer } from './call';
import { expectSuccess } from './expect';
import type { Kit, Tenant } from './kit';

export interface Profile {
  readonly userId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly status: string;
  readonly emailVerified: boolean;
  readonly userNumber: number;
  readonly tenantId: string;
  readonly isTenantOwner: boolean;
}

export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly user: Profile;
  readonly tenant: { readonly id: string; readonly name: string; readonly orgId: number };
}

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export const newEmail = (): string => `${randomBytes(6).toString('hex')}@example.com`;

export const person = (more: object = {}): Record<string, unknown> => ({
  email: newEmail(),
  password: 'long enough',
  firstName: 'Grace',
  lastName: 'Hopper',
  ...more,
});

/** Registers without waiting for the confirmation of the address. */
export const register = (kit: Kit, body: unknown): Promise<Answer> =>
  kit.anonymous('register', { body, headers: { 'x-e2e-test': 'true' } });

export const REGISTERED = { success: true, data: 'AuthResult' };
export const PENDING = { success: true, data: 'RegistrationPending' };

export const login = (kit: Kit, { email, password }: Pick<Tenant, 'email' | 'password'>): Promise<Answer> =>
  kit.anonymous('login', { body: { email, password } });

/** The tenant with fresh tokens. */
export async function signInAgain(kit: Kit, tenant: Tenant): Promise<Tenant> {
  const session = expectSuccess<Session>(await login(kit, tenant), 'login');
  return { ...tenant, token: session.accessToken, refreshToken: session.refreshToken };
}

export const refresh = (kit: Kit, refreshToken: string): Promise<Answer> =>
  kit.anonymous('refreshToken', { body: { refreshToken } });

/** The claims of an access token. */
export function claimsOf(accessToken: string): Record<string, unknown> {
  const [, payload = ''] = accessToken.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
}
