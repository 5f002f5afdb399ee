import { isLegalPerson } from '../../../domain/parties/legal-form.ts';

test.each(['Probe GmbH', 'Probe gGmbH', 'Probe UG (haftungsbeschränkt)', 'Probe AG', 'Verein e. V.', 'Probe Ltd'])(
  'behind %s nobody is liable as a person',
  (name) => {
    expect(isLegalPerson(name)).toBe(true);
  },
);
test('a GmbH & Co. KG counts as one: the partner who is liable is a company', () => {
  expect(isLegalPerson('Probe GmbH & Co. KG')).toBe(true);
});
test.each(['Erika Beispiel', 'Probe e. K.', 'Beispiel & Söhne OHG', 'Praxis Beispiel GbR', 'Magnus Agster', 'Ugur'])(
  'behind %s stands a person',
  (name) => {
    expect(isLegalPerson(name)).toBe(false);
  },
);
