import { expect, it } from 'vitest';
import { returnAddress } from '../../app/settings/return-address';

it.each([
  [null, '/'],
  ['', '/'],
  ['rubbish', '/'],
  ['http://127.0.0.1:3000/events/a?camp=b', '/events/a?camp=b'],
  ['http://127.0.0.1:3000/methods?lang=ar', '/methods'],
  ['http://127.0.0.1:3000/methods?lang=ar&x=1', '/methods?x=1'],
  ['https://elsewhere.example/methods', '/methods'],
  ['https://elsewhere.example//evil.example/', '/'],
  ['javascript:alert(1)', '/'],
])('%j leads back to %s, never to another site', (referrer, expected) => {
  expect(returnAddress(referrer)).toBe(expected);
});
