import { renderMail } from '../../../adapters/mail/render.ts';
import { composeNotice } from '../../../domain/letters/compose.ts';
import { formatEuro } from '../../../domain/money.ts';
import { groupedIban } from '../../../domain/akte/references.ts';
import { erika, facts, musterladen, rheinbogen } from '../../support/notices.ts';

const unescaped = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('a notice as an e-mail', () => {
  const notice = composeNotice(facts({ enclosures: ['Rechnung (Kopie)'] }));
  const { subject, text, html } = renderMail(notice);
  test.each([
    ['plain text', text],
    ['HTML', unescaped(html)],
  ])('says every word as %s', (_form, mail) => {
    for (const said of [
      notice.salutation,
      ...notice.opening,
      ...notice.positions.flatMap((p) => [p.label, p.why, formatEuro(p.amount)]),
      formatEuro(notice.total),
      ...notice.closing,
      ...notice.information.flatMap((s) => [s.heading, ...s.paragraphs]),
      groupedIban(notice.payment.iban),
      'dieses Schreiben als PDF',
      'Amtsgericht Köln, HRB 000000',
      'Geschäftsführung: Regine Bogen, Karl Ufer',
      notice.payment.reference,
      'MUS-4F7K-2QXR',
      'Rechnung (Kopie)',
      notice.agency.register.number,
    ])
      expect(mail).toContain(said);
    expect(mail).not.toContain('undefined');
  });
  test('has the same subject', () => {
    expect(subject).toBe(notice.subject);
  });
  test('loads nothing from the network and runs nothing', () => {
    expect(html).not.toMatch(/<script|<img|<link|src=|url\(/i);
  });
  test('is a table with heads for who hears it read aloud', () => {
    expect(html).toMatch(/<html lang="de">[\s\S]*<caption[\s\S]*<th scope="col"[\s\S]*<th scope="row"/);
  });
  test('at 360 pixels the table had been wider than a telephone: only short labels and amounts stay whole', () => {
    const long = 'x'.repeat(60);
    const creditor = { ...musterladen, name: `Gesellschaft ${long} GmbH & Co. KG` };
    const agency = { ...rheinbogen, email: `${long}@rheinbogen.example.com` };
    const mail = renderMail(composeNotice(facts({ creditor, agency }))).html;
    expect(mail).toMatch(/<main style="[^"]*overflow-wrap:anywhere;word-break:break-word/);
    const whole = [...mail.matchAll(/<(?:td|th|span)[^>]*white-space:nowrap[^>]*>(.*?)<\/(?:td|th|span)>/g)];
    expect(whole.length).toBeGreaterThan(8);
    for (const [, text = ''] of whole) expect(text.replace(/<[^>]*>/g, '').length).toBeLessThanOrEqual(16);
    expect(mail).not.toMatch(/<(?:table|td|th)[^>]*width:\d{3,}px/);
  });
  test('frames the right to object and nothing else of the legal information (Art. 21(4) GDPR)', () => {
    const framed = [...html.matchAll(/<section style="border[^>]*>(.*?)<\/section>/gs)].map(([, inner = '']) => inner);
    expect(framed).toHaveLength(1);
    expect(unescaped(framed.join(''))).toMatch(/Ihr Widerspruchsrecht .*jederzeit zu widersprechen/s);
  });
  test('shows what a name says and does not run it', () => {
    const evil = renderMail(composeNotice(facts({ debtor: { ...erika, lastName: '<script>alert(1)</script>&"' } })));
    expect(evil.html).not.toContain('<script>');
    expect(evil.html).toContain('Guten Tag Frau &lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;,');
  });
});

describe("a creditor's own notice as an e-mail", () => {
  const brand = {
    name: 'Teekontor am Hafen',
    phone: '040 66969-120',
    web: 'https://example.com',
    colour: '#1f5c4a',
  };
  const legal = { seat: 'Hamburg', court: 'Amtsgericht Hamburg', number: 'HRB 000000', directors: ['Mia Muster'] };
  const own = (more: object = {}) =>
    renderMail(
      composeNotice(
        facts({ sender: 'creditor', stage: 0, creditor: { ...musterladen, legal, brand: { ...brand, ...more } } }),
      ),
    );
  test.each([
    ['plain text', own().text],
    ['HTML', unescaped(own().html)],
  ])('ends with the creditor, and with who sends it: %s', (_form, mail) => {
    for (const said of [
      'Musterladen GmbH, Lindenallee 12, 40210 Düsseldorf',
      'Telefon 040 66969-120 · https://example.com',
      'Sitz: Hamburg · Amtsgericht Hamburg, HRB 000000 · Geschäftsführung: Mia Muster',
      'Im Auftrag versandt von Rheinbogen Inkasso GmbH, Uferweg 3, 50667 Köln · Telefon 0221 23125100',
    ])
      expect(mail).toContain(said);
    expect(mail).not.toContain('USt-IdNr.');
  });
  test("has its colour in name, line and heading; the agency's has none", () => {
    expect(own().html.match(/#1f5c4a/g)).toHaveLength(3);
    expect(renderMail(composeNotice(facts({ creditor: { ...musterladen, brand } }))).html).not.toContain('#1f5c4a');
  });
  test('a colour that is none never stands in a style', () => {
    expect(own({ colour: 'red;background:url(x)' }).html).not.toContain('url(x)');
  });
});
