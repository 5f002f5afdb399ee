import { hashes } from '../../adapters/hashes.ts';

test('a hash is SHA-256 in hexadecimal, of the text as UTF-8', () => {
  expect(hashes.sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hashes.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hashes.sha256('ä')).not.toBe(hashes.sha256('a'));
});
