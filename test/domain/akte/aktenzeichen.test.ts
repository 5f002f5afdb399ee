import fc from 'fast-check';
import { aktenIn, aktenzeichen } from '../../../domain/akte/aktenzeichen.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { makeReference } from '../../../domain/akte/references.ts';
import { AKTE } from '../../support/akte.ts';

const MUS = CreditorId.parse('MUS');
const OTHER = aktenzeichen(MUS, 'ffffffffff');
const RF = makeReference(AKTE);

describe('an Aktenzeichen', () => {
  test.each([
    ['0000000000', 'MUS-0000-0000'],
    ['0000000001', 'MUS-0000-0001'],
    ['0000000020', 'MUS-0000-0010'],
    ['ffffffffff', 'MUS-ZZZZ-ZZZZ'],
    ['0123456789', 'MUS-04HM-ASW9'],
    ['ffffffffff00', 'MUS-ZZZZ-ZZZZ'],
  ])('of the hash %s is %s: five bits a character, the first forty bits', (hash, expected) => {
    expect(aktenzeichen(MUS, hash)).toBe(expected);
  });
  test('is as different as the forty bits, and can be read by people: no I, L, O, U', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 40n - 1n), fc.bigInt(0n, 2n ** 40n - 1n), (a, b) => {
        const of = (n: bigint): string => aktenzeichen(MUS, n.toString(16).padStart(10, '0'));
        return (of(a) === of(b)) === (a === b) && /^MUS-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(of(a));
      }),
    );
  });
});

describe('what a payer wrote', () => {
  test.each([
    ['as we wrote it', RF],
    ['in groups', RF.replace(/(.{4})/g, '$1 ')],
    ['small', RF.toLowerCase()],
    ['amid other words', `Rechnung vom Mai ${RF} danke`],
    ['run on into the next word', `${RF}DANKE`],
    ['glued to what stands before', `ZAHLUNG${RF}`],
    ['as Aktenzeichen', 'MUS-4F7K-2QXR'],
    ['as Aktenzeichen with gaps', 'mus 4f7k 2qxr'],
    ['amid words and points', 'Az. MUS-4F7K-2QXR, Danke'],
  ])('the reference %s', (_, text) => {
    expect(aktenIn(undefined, text)).toEqual([AKTE]);
  });
  test('a structured reference counts like a text', () => {
    expect(aktenIn(RF, '')).toEqual([AKTE]);
    expect(aktenIn(RF.replace(/(.{4})/g, '$1 ').trim(), 'nothing')).toEqual([AKTE]);
  });
  test('two Akten are both found, the same one once, the structured reference first', () => {
    expect(aktenIn(undefined, `${RF} und ${OTHER}`)).toEqual([AKTE, OTHER]);
    expect(aktenIn(makeReference(OTHER), `${RF} ${AKTE} ${OTHER}`)).toEqual([OTHER, AKTE]);
  });
  test.each([
    ['wrong check digits', `RF00${RF.slice(4)}`],
    ['a digit read wrongly', RF.replace('7', '1')],
    ['an Aktenzeichen with a letter too many', 'MUSX4F7K2QXR'],
    ['with a letter that we never use', 'MUS-4F7K-2QXU'],
    ['a creditor of one letter', 'M-4F7K-2QXR'],
    ['half of one', 'MUS-4F7K'],
    ['one inside a longer word', 'XMUSTERER-4F7K-2QXR'],
    ['a reference of somebody else', makeReference('123456789012')],
    ['nothing', ''],
  ])('%s is no Akte', (_, text) => {
    expect(aktenIn(undefined, text)).toEqual([]);
  });
  test('a wrong structured reference counts as little', () => {
    expect(aktenIn(RF.replace('7', '1'), '')).toEqual([]);
  });
  test('of a creditor with two letters and with six', () => {
    for (const id of ['AB', 'ABCDEF']) {
      const akte = aktenzeichen(CreditorId.parse(id), '0123456789');
      expect(aktenIn(undefined, makeReference(akte))).toEqual([akte]);
      expect(aktenIn(undefined, akte)).toEqual([akte]);
    }
  });
});
