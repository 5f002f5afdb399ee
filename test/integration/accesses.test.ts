import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { cognitoClients } from '../../adapters/cognito/clients.ts';
import { dynamoAccesses, dynamoClients } from '../../adapters/dynamodb/accesses.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { makeAccess, renewAccess, revokeAccess, settleRenewal } from '../../usecases/operations/manage-access.ts';
import { awsConfig } from '../../local/client.ts';
import { musterversand } from '../support/akte.ts';
import { aCloud, createTable } from '../support/cloud.ts';
import { memoryCreditors } from '../../simulator/agency/stores.ts';

const { cloud } = aCloud();
beforeAll(() => createTable(cloud()));
const ERP = { creditor: musterversand.id, purpose: 'erp', by: 'operator:test' as const };
const SHOP = { ...ERP, purpose: 'shop' };
const anOffice = async () => {
  const config = awsConfig(cloud());
  const cognito = new CognitoIdentityProviderClient(config);
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'pool' }));
  const pool = UserPool?.Id ?? '';
  const table = openTable('Table', config);
  const accesses = dynamoAccesses(table);
  const machines = cognitoClients(pool, config);
  const ports = { creditors: memoryCreditors(musterversand), accesses, machines, clock: { now: () => new Date() } };
  const isThere = (ClientId: string): Promise<boolean> =>
    cognito.send(new DescribeUserPoolClientCommand({ UserPoolId: pool, ClientId })).then(
      () => true,
      () => false,
    );
  return { ports, accesses, machines, clients: dynamoClients(table), isThere };
};

test('an access is one client of the pool that speaks for its creditor; revoked, the client is gone and its tokens speak for nobody', async () => {
  const { ports, accesses, machines, clients, isThere } = await anOffice();
  const { access, secret } = await makeAccess(ports)(ERP);
  const client = access.client ?? '';
  expect([secret !== null, await isThere(client), await clients.speaksFor(client)]).toEqual([
    true,
    true,
    { creditor: 'MUS', until: null },
  ]);
  expect(await machines.called('mahnwerk-MUS-erp')).toEqual([client]);
  await expect(accesses.replace(ERP.creditor, null, access)).rejects.toMatchObject({ name: 'Conflict' });
  for (let twice = 0; twice < 2; twice++) await revokeAccess(ports)(ERP);
  expect([await isThere(client), await clients.speaksFor(client)]).toEqual([false, null]);
  expect((await accesses.list(ERP.creditor)).map((a) => a.state)).toEqual(['revoked']);
  await machines.remove(client);
  expect((await makeAccess(ports)(ERP)).access.client).not.toBe(client);
}, 60_000);

test('renewed, two clients of the pool speak side by side; when the new one is in use the old one is gone', async () => {
  const { ports, machines, clients, isThere } = await anOffice();
  const old = (await makeAccess(ports)(SHOP)).access.client ?? '';
  const { access, secret } = await renewAccess(ports)({ ...SHOP, days: 1 });
  expect([secret.length > 0, access.client === old, access.ending?.client]).toEqual([true, false, old]);
  expect((await machines.called('mahnwerk-MUS-shop')).toSorted()).toEqual([old, access.client].toSorted());
  expect(await Promise.all([access.client, old].map(clients.speaksFor))).toEqual([
    { creditor: 'MUS', until: null },
    { creditor: 'MUS', until: access.ending?.until },
  ]);
  for (let twice = 0; twice < 2; twice++) await settleRenewal(ports)({ ...SHOP, keep: 'new' });
  expect([await isThere(old), await clients.speaksFor(old), await isThere(access.client)]).toEqual([false, null, true]);
}, 60_000);
