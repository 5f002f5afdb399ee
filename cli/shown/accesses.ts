import { nameOf } from '../../domain/actor.ts';
import type { API } from '../../contracts/api.ts';
import type { ReplyOf } from '../../contracts/route.ts';
import { aligned, since } from './table.ts';

type Accesses = ReplyOf<typeof API.accesses.list>;
type Access = Accesses['accesses'][number];
const STATES = { making: 'wird angelegt', active: 'offen', revoked: 'gesperrt' } as const satisfies Readonly<
  Record<Access['state'], string>
>;
const HEAD = ['Zweck', 'Zustand', 'Client-ID', 'seit', 'von'] as const;
const rowOf = ({ purpose, state, clientId, since: changed, by }: Access): readonly string[] => [
  purpose,
  STATES[state],
  clientId ?? '',
  since(changed),
  nameOf(by),
];
/** A creditor's ways into the API. */
export const accessesShown = ({ accesses }: Accesses): string =>
  accesses.length === 0
    ? 'Es gibt keinen Zugang. Anlegen: mahnwerk zugang anlegen GLÄUBIGER --zweck erp\n'
    : aligned([HEAD, ...accesses.map(rowOf)]);

const named = ({ creditor, purpose }: Access): string => `${creditor}, ${purpose}`;
/** Its secret, this once; or that it was there already. */
export const madeShown = ({ clientSecret, ...access }: ReplyOf<typeof API.accesses.make>): string => {
  const { creditor, purpose, clientId } = access;
  if (clientSecret !== null)
    return `${named(access)}: Zugang angelegt. Das Geheimnis wird nur jetzt gezeigt und nirgends aufbewahrt.\n\n  Client-ID:  ${clientId ?? ''}\n  Geheimnis:  ${clientSecret}\n`;
  return `${named(access)}: Den Zugang gibt es schon (${clientId ?? ''}); ein zweiter ist nicht entstanden.\nIst das Geheimnis verloren: mahnwerk zugang sperren ${creditor} --zweck ${purpose}, dann neu anlegen.\n`;
};
export const revokedShown = (access: ReplyOf<typeof API.accesses.revoke>): string =>
  `${named(access)}: gesperrt. Was damit noch gefragt wird, wird abgelehnt.\n`;
