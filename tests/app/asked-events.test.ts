import { expect, it } from 'vitest';
import { askedEvents } from '../../app/compare/asked-events';

it.each([
  [{ events: 'a,b' }, ['a', 'b']],
  [{ events: ['a', 'b'] }, ['a', 'b']],
  [{ events: 'a' }, ['a', null]],
  [{ first: 'a', second: 'b' }, ['a', 'b']],
  [{ first: ['a', 'b'] }, [null, null]],
  [{}, [null, null]],
])('%o asks for %o', (query, asked) => {
  expect(askedEvents(query)).toEqual(asked);
});
