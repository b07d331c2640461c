/** Candidates, signals and statistics of Workstream, and questions to Coaching. One file for jest, which loads the whole house anew for each. */
import './alignment.cases';
import './coaching/alignment-check.cases';
import './coaching/common.cases';
import './coaching/strategy-suggestions.cases';
import './workstream/candidates/checklist.cases';
import './workstream/candidates/create.cases';
import './workstream/candidates/list.cases';
import './workstream/candidates/memory.cases';
import './workstream/candidates/promote.cases';
import './workstream/candidates/scoring.cases';
import './workstream/candidates/update.cases';
import './workstream/signals/create.cases';
import './workstream/signals/list.cases';
import './workstream/signals/single.cases';
import './workstream/statistics.cases';
