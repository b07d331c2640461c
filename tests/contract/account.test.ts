/** Sign-in, users and profiles. One file for jest, which loads the whole house anew for each. */
import './account/access-token.cases';
import './account/confirmation.cases';
import './account/entitlements.cases';
import './account/google.cases';
import './account/login.cases';
import './account/logout.cases';
import './account/password.cases';
import './account/profile.cases';
import './account/refresh.cases';
import './account/register.cases';
import './account/users.cases';
