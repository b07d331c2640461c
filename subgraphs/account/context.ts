/** What Account stores, and what its resolvers have at hand. */
import type { SubgraphContext } from '../common/context';
import type { Work } from '../common/unit-of-work';
import { credentials } from './credentials/model';
import { numbers } from './registration/numbers';
import { identities } from './identities/model';
import { mailOrders, mailTokens } from './mail/model';
import { refreshTokens, sessions } from './sessions/model';
import type { AccountServices } from './settings';
import { foundations } from './tenants/foundation';
import { tenants } from './tenants/model';
import { users } from './users/model';

export const collections = {
  users,
  credentials,
  identities,
  tenants,
  foundations,
  sessions,
  refreshTokens,
  mailOrders,
  mailTokens,
  numbers,
} as const;

type Collections = typeof collections;

export type Context = SubgraphContext<Collections, AccountServices>;

/** A write of Account in progress. */
export type AccountWork = Work<Collections>;
