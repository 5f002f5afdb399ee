import { nameOf } from '../../domain/actor.ts';
import type { API } from '../../contracts/api.ts';
import type { ReplyOf } from '../../contracts/route.ts';
import { aligned, since } from './table.ts';

type Accesses = ReplyOf<typeof API.accesses.list>;
type Access = Accesses['accesses'][number];
const STATES = {
  making: 'wird angelegt',
  active: 'offen',
  renewing: 'wird erneuert',
  revoked: 'gesperrt',
} as const satisfies Readonly<Record<Access['state'], string>>;
const HEAD = ['Zweck', 'Zustand', 'Client-ID', 'daneben noch', 'seit', 'von'] as const;
const endingShown = ({ ending }: Access): string => (ending ? `${ending.clientId} bis ${since(ending.until)}` : '');
const rowOf = (access: Access): readonly string[] => [
  access.purpose,
  STATES[access.state],
  access.clientId ?? '',
  endingShown(access),
  since(access.since),
  nameOf(access.by),
];
/** A creditor's ways into the API. */
export const accessesShown = ({ accesses }: Accesses): string =>
  accesses.length === 0
    ? 'Es gibt keinen Zugang. Anlegen: mahnwerk zugang anlegen GLÄUBIGER --zweck erp\n'
    : aligned([HEAD, ...accesses.map(rowOf)]);

const named = ({ creditor, purpose }: Access): string => `${creditor}, ${purpose}`;
const secretShown = (clientId: string | null, secret: string): string =>
  `Das Geheimnis wird nur jetzt gezeigt und nirgends aufbewahrt.\n\n  Client-ID:  ${clientId ?? ''}\n  Geheimnis:  ${secret}\n`;
/** Its secret, this once; or that it was there already. */
export const madeShown = ({ clientSecret, ...access }: ReplyOf<typeof API.accesses.make>): string => {
  const { creditor, purpose, clientId } = access;
  if (clientSecret !== null) return `${named(access)}: Zugang angelegt. ${secretShown(clientId, clientSecret)}`;
  return `${named(access)}: Den Zugang gibt es schon (${clientId ?? ''}); ein zweiter ist nicht entstanden.\nIst das Geheimnis verloren: mahnwerk zugang erneuern ${creditor} --zweck ${purpose}\n`;
};
/** The successor's secret, this once, and how long the client before still speaks. */
export const renewedShown = ({ clientSecret, ...access }: ReplyOf<typeof API.accesses.renew>): string => {
  const { creditor, purpose, ending } = access;
  if (clientSecret === null)
    return `${named(access)}: Zugang erneuert; das Geheimnis wurde schon gezeigt.\nIst es verloren: mahnwerk zugang erneuern ${creditor} --zweck ${purpose} --zurueck, dann noch einmal erneuern.\n`;
  const beside = ending ? `Bis ${since(ending.until)} gilt daneben noch ${ending.clientId}.\n` : '';
  return `${named(access)}: Zugang erneuert. ${secretShown(access.clientId, clientSecret)}\n${beside}Ist das neue Geheimnis im Einsatz: mahnwerk zugang erneuern ${creditor} --zweck ${purpose} --fertig\n`;
};
export const settledShown = (access: ReplyOf<typeof API.accesses.settle>): string =>
  `${named(access)}: Es gilt nur noch die Client-ID ${access.clientId ?? ''}.\n`;
export const revokedShown = (access: ReplyOf<typeof API.accesses.revoke>): string =>
  `${named(access)}: gesperrt. Was damit noch gefragt wird, wird abgelehnt.\n`;
