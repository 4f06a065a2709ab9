import { languageIn } from '../../src/intake/twilio/language';
import { languageOf, PHRASES } from '../../src/intake/twilio/phrases';
import type { OrderApi } from '../support/order-api';
import { LINE, openLine, TwilioCall, type TwilioPhone } from '../support/twilio-phone';

it.each(['sms', 'voice'] as const)('has every phrase of %s in both languages', (channel) => {
  const shape = (value: unknown): unknown =>
    value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value;
  expect(shape(PHRASES.es[channel])).toEqual(shape(PHRASES.en[channel]));
  const plain = (phrases: object) =>
    Object.entries(phrases).filter(([, text]) => typeof text === 'string' && text !== '');
  const english = new Set(plain(PHRASES.en[channel]).map(([, text]) => text));
  expect(plain(PHRASES.es[channel]).filter(([, text]) => english.has(text))).toEqual([]);
});

it.each([
  ['Hola', 'es'],
  ['quiero dos pizzas de pepperoni', 'es'],
  ['una pizza grande con queso', 'es'],
  ['¿Dónde está mi pedido?', 'es'],
  ['two large pepperoni and a coke', 'en'],
  ['2 tacos al pastor and one quesadilla con queso please', 'en'],
  ['2 el diablo, 1 la bomba', 'en'],
  ['pepperoni', 'en'],
  ['', 'en'],
])('takes %j for %s', (text, language) => {
  expect(languageIn(text, 'en')).toBe(language);
});

it('speaks English where it does not speak the language of a shop', () => {
  expect([languageOf('es-MX'), languageOf('ES'), languageOf('fr')]).toEqual(['es', 'es', 'en']);
});

describe('a line', () => {
  let api: OrderApi;
  let phone: TwilioPhone;
  beforeEach(async () => {
    ({ api, phone } = await openLine());
  });
  afterEach(() => api.stop());
  const speaks = (language: string, more: object = {}) =>
    api.call('PATCH', '/v1/locations/loc_1', { body: { language, ...more } });

  it('of a Spanish shop asks, reads back and confirms in Spanish', async () => {
    await speaks('es');
    expect(await phone.text('una pizza de pepperoni sin cebolla y una coca zero')).toMatch(
      /^¿Qué tamaño de .*: Small, Medium, Large o Extra Large\?$/,
    );
    expect(await phone.text('large')).toBe('¿Es para recoger o a domicilio?');
    const read = await phone.text('para recoger a las siete y media');
    expect(read).toMatch(
      /^Su pedido: 1 × Large Pepperoni Pizza \(sin Onions\); 1 × Coke Zero\. Para recoger\./,
    );
    expect(read).toMatch(/ Para: 7:30 p\.\s?m\. Son /);
    expect(read).toMatch(/Son \$\d+\.\d\d más impuestos\. Responda SÍ para pedir/);
    expect(await phone.text('SÍ')).toBe('¡Gracias! El pedido #1 está anotado. Se paga al recoger.');
    expect(await phone.text('estado')).toMatch(/^El pedido #1 /);
  });

  it('answers in Spanish who writes in Spanish first, and stays with it', async () => {
    expect(await phone.text('hola, quiero una coca para recoger')).toContain('Responda SÍ');
    expect(await phone.text('ok')).toContain('El pedido #1 está anotado');
    expect(await phone.text('a coke for pickup', { from: '+16175550777' })).toContain('Reply YES');
  });

  it('drops and explains in Spanish: NO, AYUDA', async () => {
    await phone.text('hola, quiero una coca para recoger');
    expect(await phone.text('AYUDA')).toContain("mario's: escríbame su pedido");
    expect(await phone.text('no')).toBe('De acuerdo, no se pidió nada.');
  });

  it('says in Spanish what stands in the way', async () => {
    await api.call('PATCH', '/v1/menu/items/fries', { body: { available: false } });
    expect(await phone.text('hola, quiero french fries para recoger')).toContain('está agotado');
  });

  it('speaks and listens in Spanish on the phone', async () => {
    await speaks('es');
    const call = new TwilioCall(phone);
    const { said, twiml } = await call.say();
    expect(said).toBe("Hola, somos mario's. ¿Qué desea pedir?");
    expect(twiml).toMatch(/<Gather[^>]* language="es-MX"/);
    expect(twiml).toMatch(/<Say language="es-MX">/);
    expect((await call.say('una coca para recoger')).said).toContain('¿Hago el pedido?');
    expect((await call.say('sí')).said).toContain('Su número de pedido es 1.');
    await speaks('es', { country: 'ES', twilio_numbers: [LINE] });
    expect((await new TwilioCall(phone).say()).twiml).toContain('language="es-ES"');
  });
});
