/** Questions to Coaching. One file for jest, which loads the whole house anew for each. */
import './coaching/alignment-check.cases';
import './coaching/common.cases';
import './coaching/strategy-suggestions.cases';
import './alignment.cases';
