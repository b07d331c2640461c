/** Candidates and their checklists. One file for jest, which loads the whole house anew for each. */
import './workstream/candidates/checklist.cases';
import './workstream/candidates/create.cases';
import './workstream/candidates/list.cases';
import './workstream/candidates/memory.cases';
import './workstream/candidates/promote.cases';
import './workstream/candidates/scoring.cases';
import './workstream/candidates/update.cases';
