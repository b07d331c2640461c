import type { Kit, Tenant } from './kit';
import { BUSINESS } from './samples';

/** Writes down what the business is about: no endpoint that is served yet does. */
export async function keepFoundation(kit: Kit, tenant: Tenant): Promise<void> {
  const { businessName, vision, purpose, coreValues } = BUSINESS;
  const foundation = {
    businessName,
    vision,
    purpose,
    coreValues,
    targetMarket: null,
    valueProposition: null,
  };
  const context = await kit.inside('account', tenant);
  await context.write(({ data }) =>
    data.foundations.upsert({ _id: tenant.tenantId, tenantId: tenant.tenantId }, { $set: foundation }),
  );
}
