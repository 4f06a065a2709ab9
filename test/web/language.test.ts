import { languageFor } from '../../src/web/language';

it.each([
  ['what was chosen on a page', { chosen: 'es', shop: 'en', browser: 'en-US' }, 'es'],
  ["the shop's language", { shop: 'es-MX', browser: 'en-US,en;q=0.9' }, 'es'],
  [
    "the browser's, where the shop has said nothing",
    { shop: 'en', browser: 'es-US,es;q=0.9,en;q=0.8' },
    'es',
  ],
  ["the first of the browser's that there is", { browser: 'fr-FR,fr;q=0.9,es;q=0.5,en;q=0.3' }, 'es'],
  ['English, where nobody speaks either', { shop: 'fr', browser: 'de' }, 'en'],
  ['English, where nothing is known', {}, 'en'],
  ['what was chosen, unless there is no such language', { chosen: 'xx', browser: 'es' }, 'es'],
])('is %s', (_which, wishes, language) => {
  expect(languageFor(wishes)).toBe(language);
});
