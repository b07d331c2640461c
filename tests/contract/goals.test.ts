/** Goals, their strategies and activity, and the streams of events. One file for jest, which loads the whole house anew for each. */
import './goals/activity.cases';
import './goals/create.cases';
import './goals/delete.cases';
import './goals/entries.cases';
import './goals/list.cases';
import './goals/read.cases';
import './goals/recent.cases';
import './goals/stats.cases';
import './goals/transitions.cases';
import './goals/update.cases';
import './goals/verbs.cases';
import './realtime/goal.cases';
import './realtime/tenant.cases';
import './strategies/create.cases';
import './strategies/delete.cases';
import './strategies/reorder.cases';
import './strategies/update.cases';
