/** Measures, their links and values. One file for jest, which loads the whole house anew for each. */
import './measures/actuals.cases';
import './measures/create.cases';
import './measures/delete.cases';
import './measures/links-create.cases';
import './measures/links-delete.cases';
import './measures/links-list.cases';
import './measures/links-update.cases';
import './measures/list.cases';
import './measures/people.cases';
import './measures/read.cases';
import './measures/series.cases';
import './measures/targets.cases';
import './measures/update.cases';
import './measures/value.cases';
