import { API } from '../../contracts/api.ts';
import { amountOf, dayOf, optionalText, text, type Values } from '../given.ts';
import { ask, type Request } from './asking.ts';
import { akteIn, claimCalled, type Command, type Typed } from './command.ts';

/** A line of a bank statement that is assigned by hand. */
const bankLineIn = (values: Values) => {
  const claim = optionalText(values, 'forderung', 10);
  return {
    line: text(values, 'kennung', 'bank:…; letzte Spalte der Liste „….nicht-zugeordnet.csv“', 100),
    amountCents: amountOf(values, 'betrag', '45,00'),
    valueDate: dayOf(values, 'wertstellung', '09.03.2026'),
    ...(claim === undefined ? {} : { claim: claimCalled(claim) }),
    ...(values['teil'] === true ? { part: true } : {}),
    ...(values['umgebucht'] === true ? { moved: true } : {}),
  };
};
const reversalIn = (values: Values) => ({
  payment: text(values, 'zahlung', 'bank:…; die Kennung steht bei „mahnwerk akte zeigen“ unter „payments“', 100),
  reason: text(values, 'grund', '"Lastschrift zurückgegeben"', 500),
});
const creditIn = (values: Values) => ({
  claim: claimCalled(text(values, 'forderung', 'F1', 10)),
  id: text(values, 'nummer', 'GS-17', 60),
  amountCents: amountOf(values, 'betrag', '150,00'),
  on: dayOf(values, 'vom', '12.03.2026'),
  reason: text(values, 'grund', '"Teilweise Rücksendung"', 500),
});
/** Repeated on the same day it is the same refund. */
const refund = (typed: Typed): Request => {
  const path = akteIn(typed);
  const amountCents = amountOf(typed.values, 'betrag');
  const key = optionalText(typed.values, 'schluessel') ?? `cli ${typed.desk.today} ${amountCents}`;
  return ask(API.payments.refund, { path, body: { amountCents }, key });
};

/**
 * Money that came, was taken back, or went back; what the creditor has credited; whether the log still is what was
 * written.
 */
export const PAYMENTS: Readonly<Record<string, Command>> = {
  rueckbuchung: {
    operands: ['AKTENZEICHEN'],
    usage: '--zahlung ID --grund "…"',
    about: 'Die Bank hat eine Zahlung zurückgeholt.',
    options: { zahlung: 'string', grund: 'string' },
    request: (typed) => ask(API.payments.reverse, { path: akteIn(typed), body: reversalIn(typed.values) }),
  },
  pruefen: {
    operands: ['AKTENZEICHEN'],
    usage: '',
    about: 'Prüft, ob jeder Eintrag der Akte noch der ist, der geschrieben wurde, und an seinem Platz steht.',
    options: {},
    request: (typed) => ask(API.chains.verify, { path: akteIn(typed) }),
  },
  zahlung: {
    operands: ['AKTENZEICHEN'],
    usage: '--kennung bank:… --betrag 45,00 --wertstellung TAG [--forderung F1] [--teil] [--umgebucht]',
    about:
      'Eine Buchung vom Kontoauszug, die keiner oder mehreren Akten galt, wird dieser Akte zugeordnet. Die Kennung steht in der letzten Spalte der Liste „….nicht-zugeordnet.csv“; --teil: die Überweisung verteilt sich auf mehrere Akten oder Forderungen; --umgebucht: sie war falsch gebucht und ist zurückgebucht; die Bank hat sie nicht zurückgeholt.',
    options: {
      kennung: 'string',
      betrag: 'string',
      wertstellung: 'string',
      forderung: 'string',
      teil: 'boolean',
      umgebucht: 'boolean',
    },
    request: (typed) => ask(API.payments.assign, { path: akteIn(typed), body: bankLineIn(typed.values) }),
  },
  gutschrift: {
    operands: ['AKTENZEICHEN'],
    usage: '--forderung F1 --betrag 150,00 --vom TAG --nummer GS-17 --grund "…"',
    about: 'Der Gläubiger hat etwas gutgeschrieben: als wäre von Anfang an weniger geschuldet gewesen.',
    options: { forderung: 'string', betrag: 'string', vom: 'string', nummer: 'string', grund: 'string' },
    request: (typed) => ask(API.payments.credit, { path: akteIn(typed), body: creditIn(typed.values) }),
  },
  erstattung: {
    operands: ['AKTENZEICHEN'],
    usage: '--betrag 12,50 [--schluessel …]',
    about: 'Eine Überzahlung ist an den Schuldner zurücküberwiesen.',
    options: { betrag: 'string', schluessel: 'string' },
    request: refund,
  },
};
