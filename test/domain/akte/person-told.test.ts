import {
  isAbout,
  knownAfter,
  knownBy,
  namingIn,
  strangerIn,
  type PersonTold,
} from '../../../domain/akte/person-told.ts';
import { day } from '../../../domain/calendar.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';

const MAILBOX = 'post@example.com';
const told = (name: string, more: Partial<Debtor> = {}, formerName?: string): PersonTold => ({
  debtor: { customerNumber: 'K-1', kind: 'private', name, email: MAILBOX, ...more },
  ...(formerName === undefined ? {} : { formerName }),
});
const ERIKA = knownBy(told('Erika Beispiel', { lastName: 'Beispiel', salutation: 'Frau' }));
const after = (...rows: readonly PersonTold[]) => rows.reduce(knownAfter, ERIKA);

test('the first row of a customer number says whom it is about, with the name that it gives', () => {
  expect(ERIKA.debtor).toMatchObject({ name: 'Erika Beispiel', email: MAILBOX });
  expect(ERIKA.names).toEqual([{ name: 'Erika Beispiel', lastName: 'Beispiel' }]);
});

describe('a row is about the person we know', () => {
  test('where it names the same, or says by a former name who it was', () => {
    expect(isAbout(ERIKA, told('Beispiel, Erika'))).toBe(true);
    expect(isAbout(ERIKA, told('Erika Muster', {}, 'Erika Beispiel'))).toBe(true);
  });
  test('not where it names another, or another former name', () => {
    expect(isAbout(ERIKA, told('Erika Muster'))).toBe(false);
    expect(isAbout(ERIKA, told('Erika Muster', {}, 'Jutta Probe'))).toBe(false);
  });
});

describe('how a row names the person', () => {
  test('as we do: that is nothing to note', () => {
    expect(namingIn(ERIKA, told('Erika Beispiel'))).toEqual({});
    expect(after(told('Erika Beispiel'))).toBe(ERIKA);
  });
  test('anew: by a former name, with what the row knows of the new one', () => {
    const married = told('Erika Muster', { lastName: 'Muster', salutation: 'Frau' }, 'Erika Beispiel');
    expect(namingIn(ERIKA, married)).toEqual({
      renamed: { name: 'Erika Muster', lastName: 'Muster', salutation: 'Frau', formerName: 'Erika Beispiel' },
    });
    expect(namingIn(ERIKA, told('Erika Muster', {}, 'Erika Beispiel'))).toEqual({
      renamed: { name: 'Erika Muster', formerName: 'Erika Beispiel' },
    });
  });
  test('with more of the name: that is a new one; a former name that nobody bore does not stand in it', () => {
    expect(namingIn(ERIKA, told('Erika Maria Beispiel'))).toEqual({ renamed: { name: 'Erika Maria Beispiel' } });
    expect(namingIn(ERIKA, told('Erika Maria Beispiel', {}, 'Jutta Probe'))).toEqual({
      renamed: { name: 'Erika Maria Beispiel' },
    });
  });
  test('with less of the name: the name stays', () => {
    const full = knownBy(told('Anna-Maria Schmidt', { lastName: 'Schmidt' }));
    expect(namingIn(full, told('Anna Schmidt', { lastName: 'Schmidt', salutation: 'Frau' }))).toEqual({
      also: { name: 'Anna Schmidt', lastName: 'Schmidt' },
    });
  });
});

describe('who the person is from then on', () => {
  test('bears the new name; what the old one said of surname and salutation goes only as far as the new one says it', () => {
    const { debtor, names } = after(told('Erika Muster', { email: 'neu@example.com' }, 'Erika Beispiel'));
    expect(debtor).toEqual({ ...ERIKA.debtor, name: 'Erika Muster', lastName: undefined });
    expect(names).toEqual([{ name: 'Erika Muster' }]);
  });
  test('has borne both, where it was named with more of the same name', () => {
    const { debtor, names } = after(told('Erika Maria Beispiel', { lastName: 'Beispiel', salutation: 'Frau' }));
    expect(debtor).toMatchObject({ name: 'Erika Maria Beispiel', lastName: 'Beispiel', salutation: 'Frau' });
    expect(names).toEqual([...ERIKA.names, { name: 'Erika Maria Beispiel', lastName: 'Beispiel' }]);
  });
  test('keeps its name where it was named with less, and who contradicts that one is somebody else', () => {
    const full = knownBy(told('Anna-Maria Schmidt'));
    const both = knownAfter(full, told('Anna Schmidt'));
    expect(both.debtor).toEqual(full.debtor);
    expect(both.names).toEqual([{ name: 'Anna-Maria Schmidt' }, { name: 'Anna Schmidt' }]);
    expect(isAbout(full, told('Maria Schmidt'))).toBe(true);
    expect(isAbout(both, told('Maria Schmidt'))).toBe(false);
    expect(knownAfter(both, told('Anna Schmidt'))).toBe(both);
  });
});

describe('somebody else is told', () => {
  test('by the name', () => {
    expect(strangerIn(ERIKA, told('Jürgen Probe'))).toEqual({
      by: 'name',
      name: 'Erika Beispiel',
      before: 'Erika Beispiel',
      now: 'Jürgen Probe',
    });
  });
  test('by the name that contradicts, though it is not the present one', () => {
    const full = knownAfter(knownBy(told('Maria Schmidt')), told('Anna-Maria Schmidt'));
    expect(strangerIn(full, told('Anna Schmidt'))).toMatchObject({ by: 'name', name: 'Maria Schmidt' });
  });
  test('by a longer name that nothing shows to be the same', () => {
    expect(strangerIn(ERIKA, told('Erika Maria Beispiel', { email: 'neu@example.com' }))).toMatchObject({
      by: 'sign',
      name: 'Erika Beispiel',
      now: 'Erika Maria Beispiel',
    });
  });
  test('by the birthday, as people write it', () => {
    const born = knownBy(told('Erika Beispiel', { birthDate: day('1980-01-01') }));
    expect(strangerIn(born, told('Erika Beispiel', { birthDate: day('1980-01-10') }))).toMatchObject({
      by: 'birthDate',
      before: '01.01.1980',
      now: '10.01.1980',
    });
  });
  test('by the salutation', () => {
    expect(strangerIn(ERIKA, told('Erika Beispiel', { salutation: 'Herr' }))).toMatchObject({
      by: 'salutation',
      before: 'Frau',
      now: 'Herr',
    });
  });
});
