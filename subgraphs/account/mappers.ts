/** What the resolvers of Account pass around for the types of the graph; read when the resolver types are generated. */
export const mappers = {
  User: './users/model#UserRow',
  Tenant: './tenants/model#TenantRow',
  BusinessFoundation: './tenants/foundation#FoundationRow',
  Limits: './subscriptions/tiers#LimitCounts',
  LiveEvent: '../common/live/log-reader#Told',
  Resync: '../common/live/log-reader#Gap',
  AccountEvent: '../common/live/tenant-tail#LogRow',
} as const;
