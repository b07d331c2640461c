/** Event streams. One file for jest, which loads the whole house anew for each. */
import './realtime/goal.cases';
import './realtime/tenant.cases';
