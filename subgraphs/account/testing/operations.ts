/** The operations of Account that tests ask for, and the shapes of their answers. */

const SESSION = `
  accessToken
  refreshToken
  user { id number email name status emailVerified isTenantOwner tenant { id } }
  tenant { id name orgId foundation { businessName vision purpose coreValues targetMarket valueProposition } }
`;

export interface TokenPairAnswer {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface SessionAnswer extends TokenPairAnswer {
  readonly user: {
    readonly id: string;
    readonly number: number;
    readonly email: string;
    readonly name: string;
    readonly status: string;
    readonly emailVerified: boolean;
    readonly isTenantOwner: boolean;
    readonly tenant: { readonly id: string };
  };
  readonly tenant: { readonly id: string; readonly name: string; readonly orgId: number };
}

export const REGISTER = `mutation ($input: RegisterInput!) {
  register(input: $input) {
    session { ${SESSION} }
    pending { requiresEmailVerification tenant { id name } }
  }
}`;

export const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { session { ${SESSION} } }
}`;

export const REFRESH = `mutation ($refreshToken: String!) {
  refreshSession(input: { refreshToken: $refreshToken }) { accessToken refreshToken }
}`;

export const SIGN_OUT = `mutation ($refreshToken: String!) {
  signOut(input: { refreshToken: $refreshToken }) { signedOut }
}`;

export const SIGN_IN_WITH_GOOGLE = `mutation ($idToken: String!) {
  signInWithGoogle(input: { idToken: $idToken }) { session { ${SESSION} } }
}`;

export const REQUEST_PASSWORD_RESET = `mutation ($email: String!, $frontendUrl: String) {
  requestPasswordReset(input: { email: $email, frontendUrl: $frontendUrl }) { requested }
}`;

export const RESET_PASSWORD = `mutation ($token: String!, $newPassword: String!) {
  resetPassword(input: { token: $token, newPassword: $newPassword }) { reset }
}`;

export const RESEND_CONFIRMATION = `mutation ($email: String!, $frontendUrl: String) {
  resendEmailConfirmation(input: { email: $email, frontendUrl: $frontendUrl }) { requested }
}`;

export const CONFIRM_EMAIL = `mutation ($token: String!) { confirmEmail(input: { token: $token }) { confirmed } }`;

export const CONFIRMATION = `query ($token: String!) { emailConfirmation(token: $token) { status } }`;

export const UPDATE_PROFILE = `mutation ($input: UpdateProfileInput!) {
  updateProfile(input: $input) { user { firstName lastName phone avatarUrl preferences updatedAt } }
}`;

export const VIEWER = `{ viewer { id number email name isTenantOwner tenant { id orgId } } }`;

/** How the gateway asks for what another subgraph refers to. */
export const ENTITIES = `query ($references: [_Any!]!) {
  _entities(representations: $references) {
    ... on User { name number }
    ... on Tenant { name foundation { coreValues } }
  }
}`;
