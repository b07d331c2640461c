/** What the resolvers of Coaching pass around for the types of the graph; read when the resolver types are generated. */
export const mappers = {
  Goal: './alignment/model#GoalReference',
  Alignment: './alignment/model#JudgedAlignment',
  StrategySuggestion: './engine/strategies#StrategyProposal',
  LiveEvent: '../common/live/log-reader#Told',
  Resync: '../common/live/log-reader#Gap',
  CoachingEvent: '../common/live/tenant-tail#LogRow',
} as const;
