/** What the resolvers of Traction pass around for the types of the graph; read when the resolver types are generated. */
export const mappers = {
  Goal: './goals/model#GoalRow',
  ActivityEntry: './activity/model#ActivityEntryRow',
  RecentActivity: './activity/model#RecentActivityRow',
  Strategy: './strategies/model#StrategyRow',
  Measure: './measures/model#MeasureRow',
  MeasureLink: './measures/model#MeasureLinkRow',
} as const;
