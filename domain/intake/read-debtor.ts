import { formatDay, type Day } from '../calendar.ts';
import type { Debtor } from '../parties/parties.ts';
import { unitAt } from '../unit-at.ts';
import type { ColumnName } from './columns.ts';
import type { Reading } from './reading.ts';
import { isFormula, plain } from './text.ts';
import { withWhomBehind } from './with-whom.ts';
import { KINDS, LEGAL_FORMS, SALUTATIONS } from './words.ts';

/**
 * Forms that only a company or an association can have. GbR is none of them: one of private persons may be a consumer
 * (BGH XI ZR 63/01), so it counts as a company only where the column Firma or Art says so.
 */
const LEGAL_FORM =
  /(?<![\p{L}\d])(?:g?GmbH|AG|KGaA|KG|UG|OHG|SE|eG|e\.\s?G\.|eK|e\.\s?K\.|e\.\s?Kf[mr]\.|eV|e\.\s?V\.|PartG|PartGmbB|mbH|mbB|Ltd|Limited|Inc|B\.\s?V\.)(?![\p{L}\d])/u;
/**
 * Two capitals in a row or a dot: without any of these no legal form can follow. Spares the costly question for most
 * names.
 */
const MAYBE_FORM = /[A-Z]{2}|\.|e[GKV]|mb[HB]|PartG|Ltd|Limited|Inc/;
const namesForm = (name: string): boolean => MAYBE_FORM.test(name) && LEGAL_FORM.test(name);

const A = 65;
const Z = 90;
const TO_CAPITAL = ~32;
/** Nearly every name begins with a letter of ASCII. */
const hasLetter = (name: string): boolean => {
  const unit = unitAt(name, 0) & TO_CAPITAL;
  return (unit >= A && unit <= Z) || /\p{L}/u.test(name);
};
/** A name says something in letters; `-` in a cell means that there is none. */
const named = (name: string | undefined): string | undefined =>
  name !== undefined && hasLetter(name) ? name : undefined;

type Names = Readonly<{
  person: string | undefined;
  company: string | undefined;
  lastName: string | undefined;
  firstName: string | undefined;
  beside: string | undefined;
}>;
const inFull = (firstName: string | undefined, lastName: string): string =>
  firstName === undefined ? lastName : `${firstName} ${lastName}`;
const namesOf = (r: Reading): Names => {
  const firm = withWhomBehind(named(r.text('company', r.cells.company)));
  const firstName = r.text('firstName', r.cells.firstName);
  const whole = withWhomBehind(r.text('name', r.cells.name));
  const family = withWhomBehind(r.text('lastName', r.cells.lastName));
  // `Name;Vorname` is a common heading too: then Name holds the family name only.
  const lastName =
    family.text ?? (firstName && whole.text && !whole.text.includes(firstName) ? whole.text.slice(0, 110) : undefined);
  return {
    company: firm.text,
    firstName,
    lastName,
    person: lastName === undefined ? whole.text : inFull(firstName, lastName),
    beside: firm.beside ?? family.beside ?? whole.beside,
  };
};

type Form = Readonly<{ written: string; isFirm: boolean }>;
const NO_FORM: Form = { written: '', isFirm: false };
/**
 * `Beispiel Bau` with the legal form GmbH is `Beispiel Bau GmbH`; forms that belong to no name (`Einzelunternehmen`)
 * only tell what the debtor is.
 */
const formOf = (r: Reading): Form => {
  const form = r.text('legalForm', r.cells.legalForm);
  const meant =
    form === undefined ? undefined : r.word('legalForm', r.cells.legalForm, LEGAL_FORMS, 'legal-form.unknown');
  return form === undefined || meant === undefined
    ? NO_FORM
    : { written: meant === 'form' ? form : '', isFirm: meant !== 'person' };
};
const withForm = (name: string, form: string): string =>
  form === '' || namesForm(name) ? name : `${name} ${form}`.slice(0, 200);

const NAMES: readonly ColumnName[] = ['company', 'name', 'lastName', 'firstName'];
/** `-` and `0` in a cell say that there is none. */
const NO_NAME = /^[-–—.0 ]*$/;
/** The first column of the name in which something stands. */
const nameColumn = (r: Reading): ColumnName =>
  NAMES.find((column) => !NO_NAME.test(plain(r.cells[column] ?? ''))) ?? 'name';
const NO_NAME_SAID: readonly string[] = ['text.garbled', 'value.none'];
/** Nothing stands there, or something that is no name: a formula, a number. */
const raiseNoName = (r: Reading): void => {
  // A damaged name or a placeholder has been refused as such.
  if (r.issues.some(({ code, column }) => NO_NAME_SAID.includes(code) && column !== null && NAMES.includes(column)))
    return;
  const column = nameColumn(r);
  const text = plain(r.cells[column] ?? '');
  if (isFormula(text)) r.raise('name.formula', column);
  else if (NO_NAME.test(text) || hasLetter(text)) r.raise('name.missing', 'name');
  else r.raise('name.invalid', column);
};

export type Who = Readonly<{
  kind: Debtor['kind'];
  name: string;
  lastName: string | undefined;
  salutation: Debtor['salutation'] | undefined;
  /** `c/o Lehmann`, where it was written behind the name. */
  beside: string | undefined;
}>;
/** The firm where there is one, unless the row says that it is a private person. */
const nameOf = (r: Reading, { company, person }: Names, isPrivate: boolean): string | undefined => {
  const name = isPrivate ? (named(person) ?? company) : (company ?? named(person));
  if (name !== undefined && !isFormula(name)) return name;
  if (name === undefined) raiseNoName(r);
  else r.raise('name.formula', nameColumn(r));
  return undefined;
};

/**
 * Who it is; unknown whether person or company: a private person, with a warning (reading 10). `undefined`: no usable
 * name.
 */
export const whoOf = (r: Reading): Who | undefined => {
  const names = namesOf(r);
  const { company, firstName, lastName, beside } = names;
  const said = r.word('kind', r.cells.kind, KINDS, 'kind-word.unknown');
  const spoken = r.word('salutation', r.cells.salutation, SALUTATIONS, 'salutation.unknown');
  const form = formOf(r);
  const name = nameOf(r, names, said === 'private');
  if (name === undefined) return undefined;
  const firm = company !== undefined || spoken === 'firm' || form.isFirm || namesForm(name);
  if (said === 'business' || (firm && said === undefined))
    return {
      kind: 'business',
      name: withForm(name, form.written),
      lastName: undefined,
      salutation: undefined,
      beside,
    };
  if (firm) r.raise('kind.contradiction', 'kind');
  const salutation = spoken === 'Frau' || spoken === 'Herr' ? spoken : undefined;
  if (!said && !salutation && !firstName) r.raise('kind.unknown', 'kind');
  return { kind: 'private', name, lastName, salutation, beside };
};

const yearsBefore = (day: Day, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
/**
 * The birthday, where it can be one. A contract of a minor may be void (§§ 106 to 110 BGB): whoever handed it over
 * should know.
 */
export const birthDateOf = (r: Reading, today: Day, contractOn: Day): Day | undefined => {
  const born = r.day('birthDate', r.cells.birthDate);
  if (born === undefined) return undefined;
  if (born >= today || born < yearsBefore(today, 120)) {
    r.raise('birth-date.implausible', 'birthDate');
    return undefined;
  }
  if (born > yearsBefore(contractOn, 18)) r.raise('birth-date.minor', 'birthDate', { Tag: formatDay(contractOn) });
  return born;
};
