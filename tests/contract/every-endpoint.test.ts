/** What holds for every endpoint. One file for jest, which loads the whole house anew for each. */
import './everywhere.cases';
import './idempotency.cases';
import './browsers.cases';
import './health.cases';
