/** What the resolvers of Workstream pass around for the types of the graph; read when the resolver types are generated. */
export const mappers = {
  Signal: './signals/model#SignalRow',
  Candidate: './candidates/model#CandidateRow',
  Pursuit: './pursuits/model#PursuitRow',
  ChecklistItem: './checklists/model#ChecklistEntry',
  SpotlightScore: './spotlights/model#SpotlightScoreRow',
} as const;
