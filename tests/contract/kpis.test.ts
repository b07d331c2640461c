/** KPIs, which are measures in the older words. One file for jest, which loads the whole house anew for each. */
import './kpis/actuals.cases';
import './kpis/adjust.cases';
import './kpis/alerts.cases';
import './kpis/available.cases';
import './kpis/create.cases';
import './kpis/goal-planning.cases';
import './kpis/history.cases';
import './kpis/impact.cases';
import './kpis/link.cases';
import './kpis/list.cases';
import './kpis/milestones.cases';
import './kpis/of-goal.cases';
import './kpis/plan.cases';
import './kpis/readings.cases';
import './kpis/replan.cases';
import './kpis/single.cases';
import './kpis/unlink.cases';
