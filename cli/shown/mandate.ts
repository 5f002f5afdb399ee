import { nameOf } from '../../domain/actor.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { API } from '../../contracts/api.ts';
import type { ReplyOf } from '../../contracts/route.ts';
import { aligned, since } from './table.ts';

type Mandate = ReplyOf<typeof API.creditors.read>;
type History = ReplyOf<typeof API.creditors.history>;

/** Each field by its name, as the mandate's file has it: `account.iban`. */
const fieldsIn = (value: object, within = ''): readonly (readonly [string, string])[] =>
  Object.entries(value).flatMap(([name, said]: [string, unknown]) =>
    typeof said === 'object' && said !== null && !Array.isArray(said)
      ? fieldsIn(said, `${within}${name}.`)
      : [[`${within}${name}`, typeof said === 'string' ? said : JSON.stringify(said)] as const],
  );

/** The mandate as it stands, and how it is changed. */
export const mandateShown = ({ creditor, version, at, by }: Mandate): string =>
  [
    `${creditor.id}, Version ${version}, gespeichert am ${since(at)} von ${nameOf(by)}\n\n`,
    aligned(fieldsIn(creditor)),
    `\nÄndern: mahnwerk glaeubiger zeigen ${creditor.id} --json > mandat.json, die Datei bearbeiten, mahnwerk glaeubiger aendern mandat.json\n`,
  ].join('');

type Saved = ReplyOf<typeof API.creditors.save>;
/** In which version it stands now, and what of it still waits for a second person. */
export const savedShown = ({ creditor, version, proposal }: Saved): string =>
  [
    `${creditor}: Das Mandat steht in Version ${version}.\n`,
    proposal === null
      ? ''
      : `Das andere Konto gilt noch nicht. Es wartet bis zum ${formatDay(proposal.until)} auf eine zweite Person: mahnwerk freigabe erteilen ${proposal.id}\nDer Gläubiger ist benachrichtigt.\n`,
  ].join('');

const HEAD = ['Version', 'gespeichert', 'von', 'geändert'] as const;
/** Who changed what of a mandate, and when. */
export const historyShown = ({ versions }: History): string =>
  aligned([
    HEAD,
    ...versions.map(({ version, at, by, changed }) => [
      String(version),
      since(at),
      nameOf(by),
      version === 1 ? 'angelegt' : changed.join(', '),
    ]),
  ]);
