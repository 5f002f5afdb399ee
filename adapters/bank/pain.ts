import { XMLBuilder } from 'fast-xml-parser';
import type { TransferOrder } from '../../domain/account/bank.ts';
import { Rejected } from '../../domain/faults.ts';
import { sepaText, withoutSpelling } from '../../domain/spelling.ts';
import { sum, toDecimalString } from '../../domain/money.ts';
import { list, parsed, text } from './xml.ts';

/**
 * A name as the bank compares it with its customer's (Verification of Payee). Throws Rejected `pain.name` where its
 * letters have no spelling there.
 */
const nameOf = (name: string): string => {
  const unknown = withoutSpelling(name);
  if (unknown.length > 0)
    throw new Rejected(
      'pain.name',
      `Der Kontoinhaber „${name}“ enthält Buchstaben, die eine Überweisung nicht kennt (${unknown.join(' ')}). Bitte den Namen in lateinischen Buchstaben hinterlegen, wie die Bank ihn führt.`,
      { field: 'holder' },
    );
  return sepaText(name, 70);
};

const agent = (bic: string | undefined): object => ({
  FinInstnId: bic ? { BICFI: bic } : { Othr: { Id: 'NOTPROVIDED' } },
});

type Transfer = TransferOrder['transfers'][number];
const transferOf = (t: Transfer): object => ({
  PmtId: { EndToEndId: sepaText(t.endToEndId, 35) },
  Amt: { InstdAmt: { '@_Ccy': 'EUR', '#text': toDecimalString(t.amount) } },
  ...(t.bic ? { CdtrAgt: agent(t.bic) } : {}),
  Cdtr: { Nm: nameOf(t.payee) },
  CdtrAcct: { Id: { IBAN: t.iban } },
  RmtInf: { Ustrd: sepaText(t.remittance, 140) },
});

/** How many, and how much: said of the message and of its one payment alike. */
const totalsOf = ({ transfers }: TransferOrder): object => ({
  NbOfTxs: String(transfers.length),
  CtrlSum: toDecimalString(sum(transfers.map((t) => t.amount))),
});

const headerOf = (order: TransferOrder): object => ({
  MsgId: order.messageId,
  CreDtTm: order.createdAt,
  ...totalsOf(order),
  InitgPty: { Nm: nameOf(order.payer.name) },
});

const paymentOf = (order: TransferOrder): object => ({
  PmtInfId: `${order.messageId}-1`,
  PmtMtd: 'TRF',
  BtchBookg: 'false',
  ...totalsOf(order),
  PmtTpInf: { SvcLvl: { Cd: 'SEPA' } },
  ReqdExctnDt: { Dt: order.executionDay },
  Dbtr: { Nm: nameOf(order.payer.name) },
  DbtrAcct: { Id: { IBAN: order.payer.iban } },
  DbtrAgt: agent(order.payer.bic),
  ChrgBr: 'SLEV',
  CdtTrfTxInf: order.transfers.map(transferOf),
});

/**
 * A SEPA credit transfer order, pain.001.001.09: the same order always gives the same bytes. No transfers: Rejected.
 */
export const painXml = (order: TransferOrder): string => {
  if (order.transfers.length === 0)
    throw new Rejected('pain.empty', 'Ein Zahlungsauftrag braucht mindestens eine Überweisung.');
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  const xml: unknown = builder.build({
    Document: {
      '@_xmlns': 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09',
      CstmrCdtTrfInitn: { GrpHdr: headerOf(order), PmtInf: paymentOf(order) },
    },
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(xml)}`;
};

/**
 * What an order that `painXml` has written pays, by end-to-end id. Throws Rejected `bank.not-xml` for an order that is
 * damaged: nobody could say then what is at the bank already.
 */
export const endToEndIdsIn = (order: string): readonly string[] =>
  list(parsed(order), 'Document', 'CstmrCdtTrfInitn', 'PmtInf')
    .flatMap((payment) => list(payment, 'CdtTrfTxInf'))
    .flatMap((transfer) => text(transfer, 'PmtId', 'EndToEndId') ?? []);
