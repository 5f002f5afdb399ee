import * as z from 'zod';
import { Rejected } from '../faults.ts';
import { landOfPostalCode } from '../law/postal-codes.ts';
import type { Debtor } from '../parties.ts';
import type { Reading } from './reading.ts';

/**
 * Forms that only a company or an association can have. GbR is none of them: one of private persons may be a consumer
 * (BGH XI ZR 63/01), so it counts as a company only where the column Firma or Art says so.
 */
const LEGAL_FORM = /(?<![\p{L}\d])(?:g?GmbH|AG|KGaA|KG|UG|OHG|SE|eG|e\.\s?G\.|eK|e\.\s?K\.|e\.\s?Kf[mr]\.|eV|e\.\s?V\.|PartG|PartGmbB|mbH|mbB|Ltd|Limited|Inc|B\.\s?V\.)(?![\p{L}\d])/u;
const KINDS = { privat: 'private', privatperson: 'private', person: 'private', verbraucher: 'private', b2c: 'private', firma: 'business', unternehmen: 'business', geschäftlich: 'business', gewerblich: 'business', gewerbe: 'business', b2b: 'business' } as const;
const SALUTATIONS = { frau: 'Frau', fr: 'Frau', 'frau dr': 'Frau', herr: 'Herr', herrn: 'Herr', hr: 'Herr', 'herr dr': 'Herr', firma: 'firm', fa: 'firm', divers: 'none', keine: 'none' } as const;

type Names = Readonly<{ person: string | undefined; company: string | undefined; lastName: string | undefined; firstName: string | undefined }>;
const namesOf = (r: Reading): Names => {
  const [company, firstName, last, whole] = [r.text('company'), r.text('firstName'), r.text('lastName'), r.text('name')];
  // `Name;Vorname` is a common heading too: then Name holds the family name only.
  const lastName = last ?? (firstName && whole && !whole.includes(firstName) ? whole.slice(0, 110) : undefined);
  return { company, firstName, lastName, person: lastName ? [firstName, lastName].filter(Boolean).join(' ') : whole };
};

/** Who it is; unknown whether person or company: a private person, with a warning (reading 10). `null`: no usable name. */
export const nameOf = (r: Reading): Pick<Debtor, 'kind' | 'name' | 'lastName' | 'salutation'> | null => {
  const { company, person, firstName, lastName } = namesOf(r);
  const [said, spoken] = [r.word('kind', KINDS), r.word('salutation', SALUTATIONS)];
  const name = said === 'private' ? person ?? company : company ?? person;
  if (!name || !/\p{L}/u.test(name)) { r.fail('name', 'name.missing', 'Name fehlt.', 'Bitte Name, Vor- und Nachname oder Firma angeben.'); return null; }
  const firm = company !== undefined || spoken === 'firm' || LEGAL_FORM.test(name);
  if (said === 'business' || (firm && said === undefined)) return { kind: 'business', name };
  if (firm) r.warn('kind', 'kind.contradiction', 'Die Art ist privat, der Name oder die Anrede aber ein Unternehmen; der Schuldner gilt als Privatperson.', 'Bitte prüfen, wer die Rechnung schuldet.');
  const salutation = spoken === 'Frau' || spoken === 'Herr' ? spoken : undefined;
  if (!said && !salutation && !firstName) r.warn('kind', 'kind.unknown', 'Ob Privatperson oder Unternehmen, ist nicht angegeben; der Schuldner gilt als Privatperson.', 'Spalte „Art“ mit privat oder Firma füllen.');
  return { kind: 'private', name, ...(lastName ? { lastName } : {}), ...(salutation ? { salutation } : {}) };
};

/** Numbers that nobody can be reached at by text message or call: free, shared-cost, premium and mass-calling services. */
const SERVICE_NUMBER = /^\+49(?:800|900|180|137|138|118|19[1-4])/;
/** E.164 of a number as Germans write it: `0151 10000001`, `+49 (0)30 23125000`, `0049 30/23125000`. */
export const phoneOf = (text: string): string => {
  const digits = text.replace(/\(0\)/, '').replace(/[\s()/.\p{Pd}]/gu, '').replace(/^00/, '+').replace(/^\+490/, '+49').replace(/^0/, '+49');
  const german = /^\+49(?:1[567]\d{8,9}|(?!1[567])[1-9]\d{4,11})$/.test(digits) && !SERVICE_NUMBER.test(digits);
  if (!(digits.startsWith('+49') ? german : /^\+[1-9]\d{6,14}$/.test(digits))) throw new Rejected('phone.invalid', `„${text}“ ist keine Telefonnummer, unter der jemand erreichbar ist.`);
  return digits;
};
/** An umlaut domain becomes its ASCII form, because mail providers take no other. */
const asciiDomain = (email: string): string => {
  const [local, domain, ...rest] = email.split('@');
  const host = domain && rest.length === 0 && /^[\p{L}\d.-]+$/u.test(domain) ? URL.parse(`http://${domain}`)?.hostname : undefined;
  return host ? `${local ?? ''}@${host}` : email;
};
export const emailOf = (text: string): string => {
  const email = z.email().safeParse(asciiDomain(text.replace(/^mailto:/i, '')));
  if (!email.success) throw new Rejected('email.invalid', `„${text}“ ist keine E-Mail-Adresse.`);
  return email.data;
};

/** A column `Land` may hold the country or the Bundesland (by name: `BE` is Belgium there). */
const GERMANY = /^(?:DE?|DEU|GER|BRD|Deutschland|Germany|NRW|Baden-Württemberg|Bayern|Berlin|Brandenburg|Bremen|Hamburg|Hessen|Mecklenburg-Vorpommern|Niedersachsen|Nordrhein-Westfalen|Rheinland-Pfalz|Saarland|Sachsen(?:-Anhalt)?|Schleswig-Holstein|Thüringen)$/i;
const addressOf = (r: Reading): Debtor['address'] => {
  const [road, number, city, code] = [r.text('street'), r.text('houseNumber'), r.text('city'), r.text('postalCode')];
  const street = road && number && !road.endsWith(` ${number}`) ? `${road} ${number}`.slice(0, 200) : road;
  const postalCode = code?.replace(/^D[\s-]*(?=\d)/i, '');
  const country = r.text('country');
  if (!(street ?? postalCode ?? city)) return undefined;
  if (country && !GERMANY.test(country)) r.warn('country', 'address.foreign', `Die Anschrift liegt in „${country}“ und wurde weggelassen: Briefe ins Ausland gibt es noch nicht.`, 'Bitte eine deutsche Anschrift oder eine E-Mail-Adresse angeben.');
  else if (postalCode && !/^(?:0[1-9]|[1-9]\d)\d{3}$/.test(postalCode)) r.warn('postalCode', 'postal-code.invalid', `„${postalCode}“ ist keine fünfstellige Postleitzahl; die Anschrift wurde weggelassen.`, 'Bitte fünf Ziffern angeben, führende Null mitschreiben.');
  else if (!street || !city || !postalCode) r.warn(street ? city ? 'postalCode' : 'city' : 'street', 'address.incomplete', 'Die Anschrift ist unvollständig; Briefe sind nicht möglich.', 'Bitte Straße, PLZ und Ort angeben.');
  else return { street, postalCode, city, country: 'DE' };
  return undefined;
};

/** How the debtor can be reached. Whatever is unusable is left out with a warning; with nothing left the Akte waits. */
export const contactOf = (r: Reading): Pick<Debtor, 'address' | 'email' | 'phone' | 'land'> => {
  const address = addressOf(r);
  const [email, phone] = [r.parsed('email', emailOf, 'warning'), r.parsed('phone', phoneOf, 'warning')];
  if (!address && !email) r.warn(null, 'contact.none', 'Weder Anschrift noch E-Mail: Der Schuldner ist nicht erreichbar, die Akte wartet.', 'Bitte Anschrift oder E-Mail nachreichen oder eine Adressermittlung beauftragen.');
  const land = address ? landOfPostalCode(address.postalCode) : undefined;
  return { ...(address ? { address } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...(land ? { land } : {}) };
};
