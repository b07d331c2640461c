/** Strategies of goals. One file for jest, which loads the whole house anew for each. */
import './strategies/create.cases';
import './strategies/delete.cases';
import './strategies/reorder.cases';
import './strategies/update.cases';
