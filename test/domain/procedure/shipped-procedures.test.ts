import {
  SHIPPED_PROCEDURES,
  STANDARD,
  STANDARD_LETTER_ANCHORED,
  STANDARD_NO_PHASE_1,
} from '../../../domain/procedure/shipped-procedures.ts';

describe('the procedures we ship', () => {
  test('Standard: a reminder without fee, text and phone, then three Mahnungen', () => {
    expect(STANDARD).toMatchObject({ id: 'standard', version: 1, courtReviewDays: 28 });
    expect(STANDARD.levels[0]).toMatchObject({
      stage: 0,
      title: 'Zahlungserinnerung',
      paymentTermDays: 7,
      email: true,
      sms: false,
      letter: 'instead',
      letterAfterDays: 0,
      phone: null,
      anchor: 'email',
      attachInvoice: false,
      collectionFee: false,
      nextAfterDays: 10,
      text: null,
    });
    for (const n of [1, 2, 3])
      expect(STANDARD.levels[n]).toMatchObject({
        stage: n,
        title: `${n}. Mahnung`,
        paymentTermDays: 5,
        email: true,
        sms: true,
        letter: 'after-email',
        letterAfterDays: 8,
        phone: { afterDays: 10, days: 14 },
        anchor: 'email',
        attachInvoice: false,
        collectionFee: true,
        nextAfterDays: 10,
        text: null,
      });
    expect(STANDARD.levels).toHaveLength(4);
  });
  test('its two variations', () => {
    expect(STANDARD_NO_PHASE_1).toMatchObject({
      id: 'standard-no-phase1',
      version: 1,
      name: 'Standard ohne Phase 1',
      courtReviewDays: 28,
    });
    expect(STANDARD_NO_PHASE_1.levels).toEqual(STANDARD.levels.slice(1));
    expect(STANDARD_LETTER_ANCHORED.levels.map((l) => l.anchor)).toEqual(['email', 'letter', 'letter', 'letter']);
    expect(SHIPPED_PROCEDURES.map((p) => p.id)).toEqual(
      expect.arrayContaining(['standard', 'standard-no-phase1', 'standard-letter-anchored']),
    );
  });
});
