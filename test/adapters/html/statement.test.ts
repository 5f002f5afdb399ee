import { statementHtml } from '../../../adapters/html/statement.ts';
import { nastyStatement } from '../../support/statements.ts';

const statement = nastyStatement();
const html = statementHtml(statement);

test('nothing of the input becomes markup, nothing is loaded from elsewhere', () => {
  expect(html).toContain('Ört &amp; &lt;Söhne&gt; &quot;Bau&quot;');
  expect(html).not.toContain('<script');
  expect(html).not.toMatch(/(src|href)=/);
});
test('every section and every line of it stands there', () => {
  for (const { title, lines } of statement.sections) {
    expect(html).toContain(`<h2>${title}</h2>`);
    for (const { id, label } of lines) expect([id, html.includes(`<span class="label">${label}`)]).toEqual([id, true]);
  }
});
