/** Commands of MongoDB that are not there: whoever sends one is told so, and not that it does not exist. */
export const ABSENT: ReadonlySet<string> = new Set([
  ...['analyze', 'autoCompact', 'cloneCollectionAsCapped', 'collModToConvertToCapped', 'compact'],
  ...['compactStructuredEncryptionData', 'connPoolStats', 'convertToCapped', 'currentOp', 'dbHash'],
  ...['dropConnections', 'filemd5', 'fsyncUnlock', 'getAuditConfig', 'getClusterParameter'],
  ...['getDefaultRWConcern', 'killAllSessionsByPattern', 'killOp', 'lockInfo', 'logApplicationMessage'],
  ...['logRotate', 'logout', 'mapReduce', 'planCacheClear', 'planCacheClearFilters', 'planCacheListFilters'],
  ...['planCacheSetFilter', 'reIndex', 'removeQuerySettings', 'setClusterParameter', 'setDefaultRWConcern'],
  ...['setFeatureCompatibilityVersion', 'setIndexCommitQuorum', 'setProfilingFilterGlobally'],
  ...['setQuerySettings', 'setUserWriteBlockMode', 'shutdown', 'top', 'validateDBMetadata'],
  ...['authenticate', 'saslContinue', 'saslStart', 'createRole', 'createUser', 'dropAllRolesFromDatabase'],
  ...['dropAllUsersFromDatabase', 'dropRole', 'dropUser', 'grantPrivilegesToRole', 'grantRolesToRole'],
  ...['grantRolesToUser', 'invalidateUserCache', 'revokePrivilegesFromRole', 'revokeRolesFromRole'],
  ...['revokeRolesFromUser', 'rolesInfo', 'updateRole', 'updateUser', 'usersInfo'],
  ...['createSearchIndexes', 'dropSearchIndex', 'updateSearchIndex'],
  ...['applyOps', 'replSetAbortPrimaryCatchUp', 'replSetFreeze', 'replSetGetConfig'],
  ...['replSetInitiate', 'replSetMaintenance', 'replSetReconfig', 'replSetResizeOplog', 'replSetStepDown'],
  ...['replSetSyncFrom', 'getShardMap', 'listShards', 'shardingState'],
]);
