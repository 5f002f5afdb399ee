import type { Appearance } from '../../domain/parties/appearance.ts';
import { formatDay } from '../../domain/calendar.ts';
import { formatEuro } from '../../domain/money.ts';
import { legalLines } from '../../domain/parties/imprint.ts';
import type { Notice } from '../../domain/letters/notice.ts';
import { groupedIban } from '../../domain/akte/references.ts';
import { escaped } from '../html/escaped.ts';

const bank = ({ payment }: Notice): readonly (readonly [string, string])[] => [
  ['Empfänger', payment.holder],
  ['IBAN', groupedIban(payment.iban)],
  ...(payment.bic === undefined ? [] : [['BIC', payment.bic] as const]),
  ['Referenz', payment.reference],
  ['Betrag', formatEuro(payment.amount)],
];

type Place = Readonly<{ street: string; postalCode: string; city: string }>;
const addressLine = (name: string, { street, postalCode, city }: Place): string =>
  `${name}, ${street}, ${postalCode} ${city}`;

/** Under a creditor's own mail: the creditor, how to reach it, and who sends it. */
const ownImprint = (own: Appearance, { agency }: Notice): string[] => {
  const { name, firm = name, address, phone, email, web, legal } = own;
  const reach = [...(phone ? [`Telefon ${phone}`] : []), ...(email ? [email] : []), ...(web ? [web] : [])];
  const sentBy = [
    `Im Auftrag versandt von ${addressLine(agency.name, agency.address)}`,
    `Telefon ${agency.phone}`,
    agency.email,
    `Rechtsdienstleistungsregister Nr. ${agency.register.number}`,
  ];
  return [
    addressLine(firm, address),
    ...(reach.length > 0 ? [reach.join(' · ')] : []),
    ...legal,
    sentBy.join(' · '),
    ...legalLines(agency),
  ];
};

const ourImprint = ({ agency }: Notice): string[] => {
  const { name, address, phone, email, web, register, vatId } = agency;
  return [
    addressLine(name, address),
    `Telefon ${phone} · ${email} · ${web}`,
    `Rechtsdienstleistungsregister Nr. ${register.number} · Aufsicht: ${register.authority} · USt-IdNr. ${vatId}`,
    ...legalLines(agency),
  ];
};

const imprint = (notice: Notice): string[] => (notice.sender ? ownImprint(notice.sender, notice) : ourImprint(notice));

const payable = ({ payBy }: Notice): string => `Zu zahlen bis zum ${formatDay(payBy)}`;

/** The letter goes with the mail: whoever wants to print or keep it should know. */
const enclosed = ({ enclosures, details }: Notice): string => {
  const all = ['dieses Schreiben als PDF zum Ausdrucken und Aufbewahren', ...enclosures].join(', ');
  return `Anlagen: ${all}${details.length === 0 ? '' : '. Im PDF stehen am Ende alle Beträge einzeln.'}`;
};

const textOf = (notice: Notice): string => {
  const positions = notice.positions.flatMap(({ label, why, amount }) => [
    `- ${label}: ${formatEuro(amount)}`,
    ...(why === '' ? [] : [`  ${why}`]),
  ]);
  const information = notice.information.flatMap(({ heading, paragraphs }) => [`${heading}\n${paragraphs.join('\n')}`]);
  return [
    notice.info.map(([label, value]) => `${label}: ${value}`).join('\n'),
    notice.salutation,
    ...notice.opening,
    [...positions, `${payable(notice)}: ${formatEuro(notice.total)}`].join('\n'),
    bank(notice)
      .map(([label, value]) => `${label}: ${value}`)
      .join('\n'),
    ...notice.closing,
    notice.signature,
    enclosed(notice),
    ...information,
    `-- \n${imprint(notice).join('\n')}`,
  ].join('\n\n');
};

const CELL = 'padding:6px 8px;vertical-align:top;border-bottom:1px solid #d0d0d0';
const paragraph = (text: string): string => `<p style="margin:0 0 12px">${escaped(text).replaceAll('\n', '<br>')}</p>`;

/**
 * Labels are short and stay whole; what stands beside them breaks anywhere, so that nothing is wider than a telephone.
 */
const LABEL =
  'padding:2px 12px 2px 0;width:1%;text-align:left;vertical-align:top;' +
  'font-weight:normal;color:#4d4d4d;white-space:nowrap';
const BREAKS = 'overflow-wrap:anywhere;word-break:break-word';

const facts = (pairs: readonly (readonly [string, string])[]): string =>
  `<table style="border-collapse:collapse;width:100%;margin:0 0 16px">${pairs
    .map(([label, value]) => {
      const name = `<th scope="row" style="${LABEL}">${escaped(label)}</th>`;
      return `<tr>${name}<td style="padding:2px 0">${escaped(value)}</td></tr>`;
    })
    .join('')}</table>`;

const amountCell = (html: string): string => `<td style="${CELL};text-align:right;white-space:nowrap">${html}</td>`;
const positionRow = ({ label, why, amount }: Notice['positions'][number]): string => {
  const reason = why === '' ? '' : `<br><span style="color:#4d4d4d">${escaped(why)}</span>`;
  const name = `<td style="${CELL}"><strong>${escaped(label)}</strong>${reason}</td>`;
  return `<tr>${name}${amountCell(formatEuro(amount))}</tr>`;
};
const head = (scope: 'col' | 'row', align: 'left' | 'right', text: string): string =>
  `<th scope="${scope}" style="${CELL};text-align:${align}">${text}</th>`;
const positionTable = (notice: Notice): string => {
  const rows = notice.positions.map(positionRow).join('');
  const total = amountCell(`<strong>${formatEuro(notice.total)}</strong>`);
  return [
    '<table style="border-collapse:collapse;width:100%;margin:0 0 16px">',
    '<caption style="text-align:left;padding:0 0 6px">Offener Betrag</caption>',
    `<thead><tr>${head('col', 'left', 'Position')}${head('col', 'right', 'Betrag')}</tr></thead>`,
    `<tbody>${rows}</tbody>`,
    `<tfoot><tr>${head('row', 'left', payable(notice))}${total}</tr></tfoot></table>`,
  ].join('');
};

/**
 * The creditor's colour, of six hexadecimal digits: what is stored was checked, and is checked here again before it
 * stands in a style.
 */
const accent = ({ sender }: Notice): { text: string; line: string } => {
  const colour = /^#[0-9a-fA-F]{6}$/.exec(sender?.colour ?? '')?.[0];
  return colour
    ? { text: `;color:${colour}`, line: `;padding-bottom:8px;border-bottom:2px solid ${colour}` }
    : { text: '', line: '' };
};

/** The Aktenzeichen is not broken at its hyphens. */
const whole = (html: string, akte: string): string =>
  html.replaceAll(akte, `<span style="white-space:nowrap">${akte}</span>`);

/** A part of the legal information; what the law wants apart from all else stands in a frame. */
const section = ({ heading, paragraphs, framed }: Notice['information'][number]): string => {
  const title = `<h2 style="font-size:15px;margin:${framed ? '0' : '20px'} 0 6px">${escaped(heading)}</h2>`;
  const body = `${title}${paragraphs.map(paragraph).join('')}`;
  return framed
    ? `<section style="border:1px solid #767676;margin:20px 0;padding:12px 12px 0">${body}</section>`
    : body;
};

const META = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
const PAGE =
  'max-width:640px;margin:0 auto;padding:16px;font:16px/1.5 Arial,Helvetica,sans-serif;color:#1a1a1a;' + BREAKS;
const FOOT = 'border-top:1px solid #d0d0d0;margin-top:20px;padding-top:8px;font-size:13px;color:#4d4d4d';

const htmlOf = (notice: Notice): string => {
  const { text, line } = accent(notice);
  const from = escaped((notice.sender ?? notice.agency).name);
  const subject = whole(escaped(notice.subject), notice.akte);
  const foot = imprint(notice).map(escaped).join('<br>');
  return [
    `<!DOCTYPE html><html lang="de"><head>${META}<title>${escaped(notice.subject)}</title></head>`,
    `<body style="margin:0;background:#ffffff"><main style="${PAGE}">`,
    `<p style="font-weight:bold;font-size:18px;margin:0 0 12px${text}${line}">${from}</p>`,
    facts(notice.info),
    `<h1 style="font-size:18px;margin:0 0 12px${text}">${subject}</h1>`,
    ...[notice.salutation, ...notice.opening].map(paragraph),
    positionTable(notice),
    facts(bank(notice)),
    ...[...notice.closing, notice.signature].map(paragraph),
    paragraph(enclosed(notice)),
    ...notice.information.map(section),
    `<footer style="${FOOT}">${foot}</footer></main></body></html>`,
  ].join('\n');
};

/**
 * A notice as an e-mail: the same words in plain text and in HTML that needs no style sheet, no picture and nothing
 * from the network.
 */
export const renderMail = (notice: Notice): { subject: string; text: string; html: string } => ({
  subject: notice.subject,
  text: textOf(notice),
  html: htmlOf(notice),
});
