/** Signals, and the statistics of Workstream. One file for jest, which loads the whole house anew for each. */
import './workstream/signals/create.cases';
import './workstream/signals/list.cases';
import './workstream/signals/single.cases';
import './workstream/statistics.cases';
