import { template, TEMPLATE_HELP } from '../../cli/template.ts';

test('a template is CSV unless the guide is asked for', () => {
  expect(template(['goods'])).toMatch(/^\uFEFFKundennummer;.*\r\nK-10042;/);
  expect(template(['rent', '--format', 'guide'])).toMatch(/^# Übergabeliste: Miete und Versorgung\n/);
  expect(template(['--help'])).toBe(TEMPLATE_HELP);
});
test.each([[[]], [['cars']], [['goods', 'rent']], [['goods', '--format', 'pdf']], [['goods', '--nonsense']]])(
  '%j is answered with the help',
  (args) => {
    expect(() => template(args)).toThrow(
      expect.objectContaining({
        code: 'template.option',
        message: expect.stringContaining('mahnwerk template goods|services|rent'),
      }),
    );
  },
);
