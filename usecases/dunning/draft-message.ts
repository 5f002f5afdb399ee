import { creditorOf, keyToSend, matterOf, messageReference, type Akte, type Matter } from '../../domain/akte/akte.ts';
import { appearanceOf, smsSenderOf } from '../../domain/parties/appearance.ts';
import { payByTold } from '../../domain/dunning/decide-message.ts';
import type { ClaimId, MessageReference } from '../../domain/ids.ts';
import type { MessageKey, MessageKind } from '../../domain/akte/facts.ts';
import type { Demand } from '../../domain/akte/demand.ts';
import { composeNotice } from '../../domain/letters/compose.ts';
import { demandOf } from '../../domain/letters/demand.ts';
import { distinctNames, fileName } from '../../domain/letters/file-names.ts';
import type { Notice } from '../../domain/letters/notice.ts';
import { composeSms } from '../../domain/letters/sms.ts';
import type { Agency, Creditor } from '../../domain/parties/parties.ts';
import { senderOf, type Level } from '../../domain/procedure/procedure.ts';
import type { Channel, WrittenChannel } from '../../domain/procedure/channels.ts';
import type { Stage } from '../../domain/procedure/states.ts';
import { attachmentKey, invoiceKey } from '../invoice-key.ts';
import type { Decided } from '../akte/next.ts';
import type { Archive } from '../ports/archive.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { Outgoing, ShownAs } from '../ports/posts.ts';
import type { Press } from '../ports/press.ts';

/**
 * `paper` is what letters and mails are made with; a function that only sends texts has none, and none of its
 * permissions.
 */
export type Drafting = Readonly<{
  creditors: Creditors;
  agency: Agency;
  paper: Readonly<{ press: Press; archive: Archive }> | null;
}>;

/** A message that is due: of which stage, and which of its messages. */
export type Due = MessageKind & Readonly<{ stage: Stage }>;

/** A message as it will go out; `document`: where its letter lies in the archive. */
export type Draft = Readonly<{ key: MessageKey; outgoing: Outgoing; demand: Demand | null; document: string | null }>;

/** What a message is about before it has words. */
type About = Readonly<{
  key: MessageKey;
  reference: MessageReference;
  matter: Matter;
  level: Level;
  creditor: Creditor;
}>;

const aboutOf = async (
  ports: Drafting,
  { akte, procedure, step }: Decided,
  due: Due,
  claim: ClaimId,
): Promise<About> => {
  const matter = matterOf(akte, claim);
  const level = procedure.levels.find((l) => l.stage === due.stage);
  if (!matter || !level) throw new Error(`no matter or level behind ${step.name}`);
  const key = keyToSend(akte, { matter: matter.id, ...due });
  const creditor = await ports.creditors.get(creditorOf(akte.id));
  return { key, reference: messageReference(akte.id, key), matter, level, creditor };
};

const draftSms = (decided: Decided, { key, reference, level, creditor }: About, agency: Agency): Draft => {
  const { akte, procedure } = decided;
  // A creditor's own dunning speaks in its name, on the telephone, too.
  const own = senderOf(procedure, level) === 'creditor' ? appearanceOf(creditor) : null;
  const smsSender = own ? smsSenderOf(creditor) : null;
  const text = composeSms({
    agency: own ? { ...agency, name: own.name, phone: own.phone ?? agency.phone } : agency,
    akte: akte.id,
    payBy: payByTold(key, akte, decided.today),
    stage: level.stage,
    ...(key.occasion ? { occasion: key.occasion } : {}),
  });
  return {
    key,
    outgoing: {
      reference,
      to: akte.debtor.phone ?? '',
      text,
      ...(own ? { shownAs: { name: own.name, ...(smsSender ? { smsSender } : {}) } } : {}),
    },
    demand: null,
    document: null,
  };
};

type Enclosure = Readonly<{ name: string; title: string; content: Uint8Array }>;

/** The invoices that the creditor has laid beside its claims (D46); what is not there is not named either. */
const invoicesOf = async (archive: Archive, akte: Akte, matter: Matter): Promise<Enclosure[]> => {
  const found = [];
  for (const claim of akte.claims.filter((c) => c.matter === matter.id)) {
    const { invoiceNumber, attachment } = claim;
    const creditor = creditorOf(akte.id);
    const content =
      (await archive.find(invoiceKey(creditor, claim))) ??
      (attachment ? await archive.find(attachmentKey(creditor, attachment)) : null);
    if (content)
      found.push({
        name: fileName(`Rechnung ${invoiceNumber}`, 'pdf'),
        title: `Rechnung ${invoiceNumber} (Kopie)`,
        content,
      });
  }
  return found;
};

/** A notice that is ready to go: its PDF lies in the archive. */
type Written = Readonly<{ notice: Notice; pdf: Uint8Array; enclosures: readonly Enclosure[] }>;

/** How a written notice goes out; `press` and `akte`: for whoever writes something around it. */
type Out = (about: About, written: Written, from: Readonly<{ press: Press; akte: Akte }>) => Outgoing;

const letterOut: Out = ({ reference }, { pdf }) => ({
  reference,
  to: '',
  text: '',
  pdf,
  pdfName: `${reference}.pdf`,
});

const shownAs = ({ name, email }: NonNullable<Notice['sender']>): ShownAs => ({
  name,
  ...(email ? { replyTo: email } : {}),
});

/** A notice with its letter and the invoices that go with it, each under a name of its own. */
const mailOut: Out = ({ reference, level }, { notice, pdf, enclosures }, { press, akte }) => {
  const { subject, text, html } = press.mail(notice);
  const [pdfName = '', ...names] = distinctNames([
    fileName(`${level.title} ${akte.id}`, 'pdf'),
    ...enclosures.map((e) => e.name),
  ]);
  return {
    reference,
    to: akte.debtor.email ?? '',
    subject,
    text,
    html,
    pdf,
    pdfName,
    enclosures: enclosures.map((e, i) => ({ ...e, name: names[i] ?? e.name })),
    ...(notice.sender ? { shownAs: shownAs(notice.sender) } : {}),
  };
};

/** How a notice goes out in writing; `encloses`: whether the invoices may go with it (D46). */
const OUT: Readonly<Record<WrittenChannel, Readonly<{ encloses: boolean; outgoing: Out }>>> = {
  email: { encloses: true, outgoing: mailOut },
  letter: { encloses: false, outgoing: letterOut },
};

/** Writes a letter, by mail or by post, and lays it in the archive. */
const draftWritten = async (
  { paper, agency }: Drafting,
  { akte, procedure, today }: Decided,
  about: About,
  channel: WrittenChannel,
): Promise<Draft> => {
  if (!paper) throw new Error('this function has nothing to write with');
  const { key, reference, matter, level, creditor } = about;
  const { press, archive } = paper;
  const enclosures = level.attachInvoice && OUT[channel].encloses ? await invoicesOf(archive, akte, matter) : [];
  const { facts, demand } = demandOf({
    akte,
    matter,
    level,
    procedure,
    channel,
    ...(key.occasion ? { occasion: key.occasion } : {}),
    reference,
    today,
    agency,
    creditor,
    enclosures: enclosures.map((e) => e.title),
  });
  const notice = composeNotice(facts);
  const pdf = await press.letter(notice);
  const document = `letters/${creditor.id}/${akte.id}/${reference}.pdf`;
  await archive.put(document, pdf, 'application/pdf');
  const outgoing = OUT[channel].outgoing(about, { notice, pdf, enclosures }, { press, akte });
  return { key, outgoing, demand, document };
};

/** Who writes the message of each channel. */
const DRAFTS: Readonly<Record<Channel, (ports: Drafting, decided: Decided, about: About) => Promise<Draft> | Draft>> = {
  email: (ports, decided, about) => draftWritten(ports, decided, about, 'email'),
  sms: ({ agency }, decided, about) => draftSms(decided, about, agency),
  letter: (ports, decided, about) => draftWritten(ports, decided, about, 'letter'),
};

/**
 * The message that is due for a claim, ready to go. Everything that can fail without anybody noticing happens here,
 * before the reservation: reserving is a promise to send at once.
 */
export const draftMessage = async (ports: Drafting, decided: Decided, due: Due, claim: ClaimId): Promise<Draft> => {
  const about = await aboutOf(ports, decided, due, claim);
  return DRAFTS[due.channel](ports, decided, about);
};
