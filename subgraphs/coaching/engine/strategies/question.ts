/** What strategies are suggested for. Source: coaching.yaml, suggestStrategies (body). */
export interface StrategyQuestion {
  readonly goalIntent: string;
  readonly industry: string | null;
  /** Such as B2B. */
  readonly businessType: string | null;
  readonly targetMarket: string | null;
  readonly currentChallenges: readonly string[];
  readonly existingStrategies: readonly string[];
  readonly budget: number | null;
  /** In words: "6 months", "Q2". */
  readonly timeline: string | null;
  /** What is at hand: "2 developers". */
  readonly resources: readonly string[];
  /** The day from which a timeline counts. */
  readonly today: Date;
}
