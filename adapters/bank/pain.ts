import { XMLBuilder } from 'fast-xml-parser';
import type { TransferOrder } from '../../domain/bank.ts';
import { Rejected } from '../../domain/faults.ts';
import { sum, toDecimalString } from '../../domain/money.ts';

const UMLAUTS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  '&': '+',
};
/** The SEPA character set (EPC217-08): umlauts are spelled out, accents dropped, the rest becomes a dot. */
export const sepaText = (text: string, limit: number): string =>
  [...text]
    .map((c) => UMLAUTS[c] ?? c)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/gu, '.')
    .slice(0, limit)
    .trim();

const agent = (bic: string | undefined): object => ({
  FinInstnId: bic ? { BICFI: bic } : { Othr: { Id: 'NOTPROVIDED' } },
});

/** A SEPA credit transfer order, pain.001.001.09: the same order always gives the same bytes. No transfers: Rejected. */
export const painXml = (order: TransferOrder): string => {
  if (order.transfers.length === 0)
    throw new Rejected('pain.empty', 'Ein Zahlungsauftrag braucht mindestens eine Überweisung.');
  const totals = {
    NbOfTxs: String(order.transfers.length),
    CtrlSum: toDecimalString(sum(order.transfers.map((t) => t.amount))),
  };
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(
    builder.build({
      Document: {
        '@_xmlns': 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09',
        CstmrCdtTrfInitn: {
          GrpHdr: {
            MsgId: order.messageId,
            CreDtTm: order.createdAt,
            ...totals,
            InitgPty: { Nm: sepaText(order.payer.name, 70) },
          },
          PmtInf: {
            PmtInfId: `${order.messageId}-1`,
            PmtMtd: 'TRF',
            BtchBookg: 'false',
            ...totals,
            PmtTpInf: { SvcLvl: { Cd: 'SEPA' } },
            ReqdExctnDt: { Dt: order.executionDay },
            Dbtr: { Nm: sepaText(order.payer.name, 70) },
            DbtrAcct: { Id: { IBAN: order.payer.iban } },
            DbtrAgt: agent(order.payer.bic),
            ChrgBr: 'SLEV',
            CdtTrfTxInf: order.transfers.map((t) => ({
              PmtId: { EndToEndId: sepaText(t.endToEndId, 35) },
              Amt: { InstdAmt: { '@_Ccy': 'EUR', '#text': toDecimalString(t.amount) } },
              ...(t.bic ? { CdtrAgt: agent(t.bic) } : {}),
              Cdtr: { Nm: sepaText(t.payee, 70) },
              CdtrAcct: { Id: { IBAN: t.iban } },
              RmtInf: { Ustrd: sepaText(t.remittance, 140) },
            })),
          },
        },
      },
    }),
  )}`;
};
