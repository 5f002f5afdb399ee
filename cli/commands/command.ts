import { STAGES, type Stage } from '../../domain/procedure/states.ts';
import type { Day } from '../../domain/calendar.ts';
import { AkteId, ClaimId, MatterId } from '../../domain/ids.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { misuse, optionalText, text, type OptionTypes, type Values } from '../given.ts';
import type { Request } from './asking.ts';

/** What a command knows beside its own words: the day, how to read a file. */
export type Desk = Readonly<{ today: Day; read: (file: string) => unknown }>;

export type Typed = Readonly<{ operands: readonly string[]; values: Values; desk: Desk }>;
/** `operands`: what stands after its words, by name. */
export type Command = Readonly<{
  operands: readonly string[];
  usage?: string;
  about: string;
  options?: OptionTypes;
  more?: string;
  request: (typed: Typed) => Request;
}>;
export type Group = Readonly<{
  title: string;
  commands: Readonly<Record<string, Command>>;
  examples: readonly string[];
}>;

/** The Akte that a command is about. */
export const akteIn = ({ operands: [typed = ''] }: Typed): Readonly<{ akte: AkteId }> => {
  const akte = AkteId.safeParse(typed.toUpperCase());
  if (!akte.success) throw misuse('AKTENZEICHEN', `„${typed}“ ist kein Aktenzeichen wie MUS-4F7K-2QXR.`);
  return { akte: akte.data };
};
export const creditorIn = ({ operands: [typed = ''] }: Typed): Readonly<{ creditor: CreditorId }> => {
  const creditor = CreditorId.safeParse(typed.toUpperCase());
  if (!creditor.success) throw misuse('GLÄUBIGER', `„${typed}“ ist kein Gläubigerkürzel wie MUS.`);
  return { creditor: creditor.data };
};

/** Scripts get the API's answer as JSON. */
export const unlessJson = <S>({ values }: Typed, show: S): S | null => (values['json'] === true ? null : show);

export const stageIn = (values: Values): Stage => {
  const typed = text(values, 'stufe', '2');
  const stage = STAGES.find((s) => String(s) === typed);
  if (stage === undefined)
    throw misuse('--stufe', `„${typed}“ ist keine Mahnstufe; möglich sind 0 (Zahlungserinnerung) bis 5.`);
  return stage;
};
export const matterIn = (values: Values): MatterId => {
  const typed = text(values, 'angelegenheit', 'M1');
  const matter = MatterId.safeParse(typed.toUpperCase());
  if (!matter.success) throw misuse('--angelegenheit', `„${typed}“ ist keine Angelegenheit wie M1.`);
  return matter.data;
};
/** `f1` as it is typed. */
export const claimCalled = (typed: string): ClaimId => {
  const claim = ClaimId.safeParse(typed.toUpperCase());
  if (!claim.success) throw misuse('--forderung', `„${typed}“ ist keine Forderung wie F1.`);
  return claim.data;
};

/** `--hoechstens`: so many entries of a list; null: all. */
export const mostIn = (values: Values): number | null => {
  const typed = optionalText(values, 'hoechstens', 9);
  if (typed === undefined) return null;
  if (!/^[1-9]\d*$/.test(typed)) throw misuse('--hoechstens', `„${typed}“ ist keine ganze Zahl ab 1.`);
  return Number(typed);
};
