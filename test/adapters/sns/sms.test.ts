import { snsSms } from '../../../adapters/sns/sms.ts';
import { MessageReference } from '../../../domain/ids.ts';
import { takesForms } from '../../support/aws-forms.ts';

const { taken, config } = takesForms();

test("a text is shown as the agency's, or as the creditor's in whose name it goes", async () => {
  const post = snsSms('Rheinbogen', config());
  for (const shownAs of [undefined, { name: 'Teekontor am Hafen', smsSender: 'Teekontor' }, { name: '漢字' }])
    await post.send({
      reference: MessageReference.parse('r'),
      to: '+4915110000001',
      text: 'x',
      ...(shownAs ? { shownAs } : {}),
    });
  const sender = (body: URLSearchParams): string | null =>
    [...body.entries()]
      .filter(([k, v]) => k.endsWith('.Name') && v === 'AWS.SNS.SMS.SenderID')
      .map(([k]) => body.get(k.replace('.Name', '.Value.StringValue')))[0] ?? null;
  expect(taken.map(sender)).toEqual(['Rheinbogen', 'Teekontor', 'Rheinbogen']);
});
