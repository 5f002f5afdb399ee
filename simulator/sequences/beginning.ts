import { SYSTEM } from '../../domain/actor.ts';
import { day, plusDays, type Day } from '../../domain/calendar.ts';
import { AkteId, PaymentId } from '../../domain/ids.ts';
import { invoiceIdentity, type Claim } from '../../domain/akte/claim.ts';
import { cents } from '../../domain/money.ts';
import { CreditorId, type Creditor, type Debtor } from '../../domain/parties/parties.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import type { Scene } from './commands.ts';
import { akteOf } from './intake.ts';
import { SOMEWHERE, TERMS, aClaim, erika, musterversand } from '../agency/people.ts';
import { aWorld, handOver, type World } from '../agency/world.ts';

const FIRST_DAY = day('2026-01-05');
/**
 * The Akte that things happen to; its creditor's other customer; and the Akte of the same person at another creditor,
 * under the same number and with the same invoice.
 */
export const AKTE = akteOf(musterversand.id, erika.customerNumber);
export const OTHER = akteOf(musterversand.id, 'K-2');
const STW = CreditorId.parse('STW');
export const STRANGER = AkteId.parse(AKTE.replace('MUS', 'STW'));

const debtorIn = ({ land, email, phone, business }: Scene): Debtor => {
  const { email: mail, phone: number, land: _, ...rest } = erika;
  return {
    ...rest,
    address: SOMEWHERE,
    kind: business ? 'business' : 'private',
    ...(land ? { land } : {}),
    ...(email && mail ? { email: mail } : {}),
    ...(phone && number ? { phone: number } : {}),
  };
};
/** The same few in hundreds of thousands of scenes. */
const debtors = new Map<string, Debtor>();
const debtorOf = (scene: Scene): Debtor => {
  const key = `${scene.land ?? ''}${scene.email}${scene.phone}${scene.business}`;
  const debtor = debtors.get(key) ?? debtorIn(scene);
  debtors.set(key, debtor);
  return debtor;
};
/** The creditor that the scene is about, and another one. */
const creditorsOf = ({ komfort, deductsInputTax, procedure: { id, version } }: Scene): Creditor[] => [
  { ...musterversand, module: komfort ? 'komfort' : 'standard', deductsInputTax, procedure: { id, version } },
  {
    ...musterversand,
    id: STW,
    name: 'Stadtwerke Musterstadt',
    module: 'komfort',
    account: { holder: 'Stadtwerke', iban: 'DE02100500000054540402' },
  },
];

/** Another creditor's Akte: of the same person, with money in it, under way or not. */
const aStranger = async (world: World, start: Day): Promise<void> => {
  const invoiceDate = plusDays(start, -40);
  const dueOn = plusDays(invoiceDate, 14);
  const claim = aClaim(1, { invoiceDate, contractDate: invoiceDate, dueOn, principal: cents(90_00) });
  await handOver(world, {
    akte: STRANGER,
    procedure: { id: 'standard', version: 1 },
    claims: [claim],
    invoices: [invoiceIdentity(claim)],
  });
  await recordPayment(world.ports)({
    akte: STRANGER,
    id: PaymentId.parse('bank:1'),
    amount: cents(10_00),
    valueDate: start,
    via: 'agency',
    source: 'test',
    by: SYSTEM.bank,
  });
};

/**
 * The claims of a scene, one matter: in collection they are overdue, in a creditor's own dunning the invoice is of
 * today.
 */
const claimsOf = ({ procedure, claims }: Scene, start: Day) => {
  const invoiceDate = plusDays(start, procedure.countsFrom === 'invoiceDate' ? 0 : -51);
  return Array.from({ length: claims }, (_, i) =>
    aClaim(i + 1, {
      invoiceDate,
      contractDate: invoiceDate,
      dueOn: plusDays(invoiceDate, 14),
      principal: cents(4_000 + i * 11_111),
    }),
  );
};

/**
 * What a scene begins with: the Akte it is about with its claims, and another creditor's of the same person where there
 * is one.
 */
export const beginningOf = async (scene: Scene): Promise<Readonly<{ world: World; claims: readonly Claim[] }>> => {
  const start = plusDays(FIRST_DAY, scene.start);
  const claims = claimsOf(scene, start);
  const world = aWorld({ start, creditors: creditorsOf(scene) });
  await handOver(world, {
    akte: AKTE,
    procedure: scene.procedure,
    debtor: debtorOf(scene),
    claims,
    terms: { ...TERMS, deductsInputTax: scene.deductsInputTax },
    invoices: claims.map(invoiceIdentity),
  });
  if (scene.stranger !== 'none') await aStranger(world, start);
  return { world, claims };
};
