// The page reads well without any of this; it only saves the reader some work.
import { showAddresses } from './addresses.js';
import { offerCopies } from './copy.js';
import { showHealth } from './health.js';

showAddresses();
offerCopies();
await showHealth();
