/**
 * English function words, folded. Verbs of business ("grow", "lead", "help") carry meaning and are not among
 * them.
 */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above across after again against all along already also although always am among an and another any
  anyone anything are aren't around as at away
  be because become becomes been before being below between both but by
  can can't cannot could couldn't
  did didn't do does doesn't doing don't done down during
  each either else enough etc even ever every everyone everything except
  few for from further
  had hadn't has hasn't have haven't having he her here hers herself him himself his how however
  i if in instead into is isn't it its itself
  just
  least less let like
  many may me might mine more most much must my myself
  neither never no nobody none nor not nothing now
  of off often on once only onto or other others otherwise ought our ours ourselves out over own
  per perhaps
  quite
  rather really
  same shall she should shouldn't since so some someone something still such
  than that the their theirs them themselves then there these they this those though through throughout thus
  to together too toward towards
  under unless until up upon us
  very via
  was wasn't we were weren't what whatever when where whether which while who whom whose why will with within
  without won't would wouldn't
  yet you your yours yourself yourselves`.split(/\s+/u),
);

/**
 * True for an English stop word.
 * @param normal a folded word, as in `Word.normal`.
 * Source: coaching.yaml, Builtin 1 ("drop stop words").
 */
export function isStopWord(normal: string): boolean {
  return STOP_WORDS.has(normal);
}
