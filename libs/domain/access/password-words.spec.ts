import { isMadeOfWords, SERVICE_WORDS, wordsOfPerson } from './password-words.js';

const OWNER = {
  name: 'Demonstration Person',
  email: 'd.person@home-office.example',
  organisations: ['Home Office', 'HO'],
};
const WORDS = [...SERVICE_WORDS, ...wordsOfPerson(OWNER)];

describe('a password is made of words anybody would try', () => {
  it.each([
    'SpendControl2026!',
    'spend-control-case-management',
    'Demonstration1',
    'd.person@home-office.example',
    'home office home office',
    'Administrator-12',
    'ＰＡＳＳＷＯＲＤ１２３４',
  ])('where it is %s', (password) => {
    expect(isMadeOfWords(password, WORDS)).toBe(true);
  });

  it.each([
    'three words of no kin',
    // Such a word may be part of it.
    'my office has seven blue doors',
    'correct horse battery',
    // Short names are part of too many words.
    'hohohohohohoho',
    '!!!!!!!!!!!!!!',
  ])('but not where it is %s', (password) => {
    expect(isMadeOfWords(password, WORDS)).toBe(false);
  });
});
