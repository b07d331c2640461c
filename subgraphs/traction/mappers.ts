/** What the resolvers of Traction pass around for the types of the graph; read when the resolver types are generated. */
export const mappers = {
  Goal: './goals/model#GoalRow',
  GoalConnection: './goals/model#GoalPage',
  ActivityEntry: './activity/model#ActivityEntryRow',
  ActivityEntryConnection: './activity/model#ActivityEntryPage',
  RecentActivity: './activity/model#RecentActivityRow',
  RecentActivityConnection: './activity/model#RecentActivityPage',
  Strategy: './strategies/model#StrategyRow',
  Measure: './measures/model#MeasureRow',
  MeasureLink: './measures/model#MeasureLinkRow',
  LiveEvent: '../common/live/log-reader#Told',
  Resync: '../common/live/log-reader#Gap',
  ActivityEvent: '../common/live/tenant-tail#LogRow',
} as const;
