/** Who calls: the claims of an access token (account.yaml, tokens.claims), in the words of the code. */
import { z } from 'zod';

export const claims = z.object({
  user_id: z.string().min(1),
  user_number: z.number().int(),
  tenant_id: z.string().min(1),
  org_id: z.number().int(),
  username: z.string(),
  role: z.enum(['user', 'admin']),
  user_status: z.string(),
  email_verified: z.boolean(),
  is_tenant_owner: z.boolean(),
  features: z.array(z.string()),
  limits: z.record(z.string(), z.number().int().nullable()),
});

export type Claims = z.infer<typeof claims>;

export interface Viewer {
  readonly userId: string;
  /** The user's integer id, unique on the platform (Workstream's `owner_user_id`). */
  readonly userNumber: number;
  readonly tenantId: string;
  /** The tenant's integer id, which Workstream calls `org_id`. */
  readonly orgId: number;
  /** An administrator of the platform, across tenants. */
  readonly isAdmin: boolean;
  readonly features: readonly string[];
  /** The largest count allowed by kind; null is unlimited, and so is a kind that is not named. */
  readonly limits: Readonly<Record<string, number | null>>;
}

export function viewerOf(token: Claims): Viewer {
  return {
    userId: token.user_id,
    userNumber: token.user_number,
    tenantId: token.tenant_id,
    orgId: token.org_id,
    isAdmin: token.role === 'admin',
    features: token.features,
    limits: token.limits,
  };
}
