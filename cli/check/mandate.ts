import * as z from 'zod';
import { Rejected } from '../../domain/faults.ts';
import { Creditor } from '../../domain/parties/parties.ts';
import { WrongInput, tryInput } from '../../domain/read-input.ts';

/** What a mandate without settings of its own is taken for. */
const USUAL = {
  id: 'PRUEF',
  name: 'Prüfung',
  address: { street: '–', postalCode: '00000', city: '–' },
  email: 'pruefung@example.com',
  account: { holder: 'Prüfung', iban: 'DE02120300000000202051' },
  module: 'standard',
  deductsInputTax: true,
  procedure: { id: 'standard', version: 1 },
  kindOfClaim: 'goods',
};
const Settings = z.record(z.string(), z.unknown(), 'ein JSON-Objekt mit den Vorgaben des Mandats');
/**
 * The settings that matter for checking, from a file as `glaeubiger anlegen` takes it, or only those that differ from
 * the usual ones.
 */
export const creditorFrom = (json: unknown): Creditor => {
  const wrapped = z.object({ creditor: Settings }).safeParse(json).data?.creditor ?? json;
  const settings = tryInput(Settings, wrapped);
  const read = 'faults' in settings ? settings : tryInput(Creditor, { ...USUAL, ...settings.data });
  if ('data' in read) return read.data;
  throw new Rejected(
    'creditor.invalid',
    new WrongInput(read.faults).message
      .split('\n')
      .map((line) => `--creditor: ${line}`)
      .join('\n'),
  );
};
