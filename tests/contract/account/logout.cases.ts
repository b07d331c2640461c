import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { contract } from '../harness/kit';
import { refresh } from '../harness/people';

contract('account/logout', (kit) => {
  rowsOfEveryEndpoint(kit, 'logout');

  kit.it(
    ['logout.200', 'logout.query.refreshToken', 'logout.rules.1', 'logout.twin.refreshToken'],
    'signing out invalidates the token that the query names, in either spelling',
    async () => {
      for (const name of ['refreshToken', 'refresh_token']) {
        const { refreshToken } = await kit.tenant();
        expectSuccess(await kit.anonymous('logout', { query: { [name]: refreshToken } }), 'logout');
        expectError(await refresh(kit, refreshToken), 401, 'INVALID_TOKEN');
      }
    },
  );

  kit.it('logout.rules.2', 'signing out succeeds again and again, for unknown tokens too', async () => {
    const { refreshToken } = await kit.tenant();
    for (const token of [refreshToken, refreshToken, 'no-such-token']) {
      expectSuccess(await kit.anonymous('logout', { query: { refreshToken: token } }), 'logout');
    }
  });

  it('signing out takes no notice of whose access token is sent along', async () => {
    const [tenant, other] = [await kit.tenant(), await kit.tenant()];
    const { refreshToken } = tenant;
    expectSuccess(await kit.as(other, 'logout', { query: { refreshToken } }), 'logout');
    expectError(await refresh(kit, refreshToken), 401, 'INVALID_TOKEN');
    expectSuccess(await refresh(kit, other.refreshToken), 'refreshToken');
  });

  kit.it('logout.422.VALIDATION_ERROR', 'signing out names the token when none is sent', async () => {
    expectInvalid(await kit.anonymous('logout'), 'refreshToken');
  });
});
