import { fold } from './fold.ts';

const PLAIN: Readonly<Record<string, string>> = {
  a: '0',
  e: '0',
  i: '0',
  j: '0',
  o: '0',
  u: '0',
  y: '0',
  b: '1',
  f: '3',
  v: '3',
  w: '3',
  g: '4',
  k: '4',
  q: '4',
  l: '5',
  m: '6',
  n: '6',
  r: '7',
  s: '8',
  z: '8',
};
const among = (letter: string, letters: string): boolean => letter !== '' && letters.includes(letter);

/**
 * C sounds like K or like Z: at the head of a word other neighbours decide than inside it, and behind S or Z it is
 * always Z.
 */
const ofC = (before: string, after: string): string => {
  if (before === '') return among(after, 'ahkloqrux') ? '4' : '8';
  return !among(before, 'sz') && among(after, 'ahkoqux') ? '4' : '8';
};

/** The digits of one letter between its neighbours; H and whatever is no Latin letter have none. */
const codeOf = (letter: string, before: string, after: string): string => {
  switch (letter) {
    case 'c':
      return ofC(before, after);
    case 'p':
      return after === 'h' ? '3' : '1';
    case 'd':
    case 't':
      return among(after, 'csz') ? '8' : '2';
    case 'x':
      return among(before, 'ckq') ? '8' : '48';
    default:
      return PLAIN[letter] ?? '';
  }
};

/**
 * Kölner Phonetik (Postel 1969) of one word: words that sound alike in German get the same digits (Meyer, Maier and
 * Mayr: 67). A name is coded word by word: in one string, the second word's first letter would not count as a head.
 */
export const colognePhonetic = (word: string): string => {
  const letters = fold(word).replace(/[^a-z]/g, '');
  let digits = '';
  for (let i = 0; i < letters.length; i++)
    digits += codeOf(letters.charAt(i), letters.charAt(i - 1), letters.charAt(i + 1));
  return digits.replace(/(\d)\1+/g, '$1').replace(/(?!^)0/g, '');
};
