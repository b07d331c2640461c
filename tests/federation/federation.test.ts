import * as themes from './cases';
import { describeCases } from './suite';

for (const [theme, cases] of Object.entries(themes)) describeCases(theme, cases);
