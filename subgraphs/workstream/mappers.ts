/** What the resolvers of Workstream pass around for the types of the graph; read when the resolver types are generated. */
export const mappers = {
  Signal: './signals/model#SignalRow',
  SignalConnection: './signals/model#SignalPage',
  Candidate: './candidates/model#CandidateRow',
  CandidateConnection: './candidates/model#CandidatePage',
  Pursuit: './pursuits/model#PursuitRow',
  ChecklistItem: './checklists/model#ChecklistEntry',
  SpotlightScore: './spotlights/model#SpotlightScoreRow',
  LiveEvent: '../common/live/log-reader#Told',
  Resync: '../common/live/log-reader#Gap',
  PipelineEvent: '../common/live/tenant-tail#LogRow',
} as const;
