import * as z from 'zod';
import { cognitoClients } from '../../adapters/cognito/clients.ts';
import { dynamoAccesses } from '../../adapters/dynamodb/accesses.ts';
import { environment } from '../../config/settings.ts';
import { givenLine } from '../../domain/given-text.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Access } from '../../usecases/ports/accesses.ts';
import { listAccesses, makeAccess, revokeAccess } from '../../usecases/operations/manage-access.ts';
import { tablePorts } from '../live/deciding.ts';
import { creditorNamed, operatorOnly } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'USER_POOL_ID');
const live = tablePorts(settings);
const ports = { ...live, accesses: dynamoAccesses(live.table), machines: cognitoClients(settings.USER_POOL_ID) };
const list = listAccesses(ports);
const make = makeAccess(ports);
const revoke = revokeAccess(ports);

/** A word for what the access is for; it stands in the client's name and in the path. */
const Purpose = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?$/, 'Kleinbuchstaben, Ziffern und Bindestriche, höchstens 30: erp');
const Body = z.strictObject({ purpose: Purpose.optional(), by: givenLine(60).optional() });
const STATES = { making: 'wird angelegt', active: 'offen', revoked: 'gesperrt' } as const satisfies Readonly<
  Record<Access['state'], string>
>;
const shown = (creditor: CreditorId, { purpose, state, client, since, by }: Access) => ({
  glaeubiger: creditor,
  zweck: purpose,
  zustand: STATES[state],
  clientId: client,
  seit: since,
  von: by,
});

/**
 * For our own people: GET and POST /v1/creditors/{creditor}/accesses list a creditor's ways into the API and make one,
 * its secret shown this once; POST /v1/creditors/{creditor}/accesses/{purpose}/revoke ends one, at once.
 */
export const handler = route(Body, ports.clients, async ({ caller, body, path }) => {
  operatorOnly(caller);
  const creditor = creditorNamed(path['creditor']);
  const by = `operator:${body.by ?? caller.client}`;
  if (path['purpose'] !== undefined)
    return shown(creditor, await revoke({ creditor, purpose: path['purpose'].slice(0, 30), by }));
  if (body.purpose === undefined) return { zugaenge: (await list(creditor)).map((a) => shown(creditor, a)) };
  const { access, secret } = await make({ creditor, purpose: body.purpose, by });
  return { ...shown(creditor, access), clientSecret: secret };
});
