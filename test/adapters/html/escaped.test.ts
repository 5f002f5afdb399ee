import { escaped } from '../../../adapters/html/escaped.ts';

test('what a stranger writes is shown as it is written, in text and in attributes', () => {
  expect(escaped(`<b title="x" lang='y'>Müller & Söhne</b>`)).toBe(
    '&lt;b title=&quot;x&quot; lang=&#39;y&#39;&gt;Müller &amp; Söhne&lt;/b&gt;',
  );
});
test('what looks like an escape is none', () => {
  expect(escaped('&lt;')).toBe('&amp;lt;');
});
