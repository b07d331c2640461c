/** A tenant of the house, made by its own endpoints. */
import { decodeJwt, importJWK, type JWK, SignJWT } from 'jose';
import { TOKEN_ALGORITHM } from '../../common/tokens';

/** Calls one endpoint and answers the data of its body. Throws for a status other than 2xx. */
export type Call = <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<T>;

/** Headers with which a request is the tenant's. */
export type Credentials = Readonly<Record<string, string>>;

const PASSWORD = 'long enough for anybody';

/**
 * Registers a tenant, and gives its owner a token without limits: only the largest subscription has room for what is
 * measured, and no endpoint sells it yet.
 */
export async function newTenant(url: string, name: string, signingKey: JWK): Promise<Credentials> {
  const register = caller(url, {});
  const owner = { email: `${name}@example.com`, password: PASSWORD, firstName: 'Ada', lastName: 'Lovelace' };
  const session = await register<{ accessToken: string }>('POST', '/account/api/v1/auth/register', owner);
  const claims = decodeJwt(session.accessToken);
  const given = Object.keys(claims['limits'] as object);
  const limits = Object.fromEntries(given.map((limit) => [limit, null]));
  const token = await new SignJWT({ ...claims, limits })
    .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid: signingKey.kid ?? '' })
    .sign(await importJWK(signingKey, TOKEN_ALGORITHM));
  return { authorization: `Bearer ${token}`, 'x-tenant-id': String(claims['tenant_id']) };
}

export function caller(url: string, credentials: Credentials): Call {
  return async <T>(method: string, path: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...credentials, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} is answered with ${response.status}: ${text}`);
    return (JSON.parse(text) as { data: T }).data;
  };
}
