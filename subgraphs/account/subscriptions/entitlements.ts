/** What a tenant may use at a moment. Source: account.yaml, tiers.rules; contract README, row 14. */
import { type Entitlements, TIERS } from './tiers';

const TRIAL_DAYS = 14;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** When the trial of a tenant ends that is created now. */
export const trialEnd = (now: Date): Date => new Date(now.getTime() + TRIAL_DAYS * DAY_MILLISECONDS);

/** Professional during the trial, Starter after it. */
export function entitlementsOf({ trialEndsAt }: { readonly trialEndsAt: Date }, now: Date): Entitlements {
  return now.getTime() < trialEndsAt.getTime() ? TIERS.professional : TIERS.starter;
}
