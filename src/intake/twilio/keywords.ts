import { normalise } from '../../menu/words';

/** What a short message means, whatever is being talked about. */
export type Meaning =
  | 'yes'
  | 'no'
  | 'change'
  | 'cancel'
  | 'opt out'
  | 'left to twilio'
  | 'help'
  | 'status'
  | 'human'
  | 'skip'
  | 'add'
  | 'new';

/**
 * The words of each meaning, in every language we speak. Twilio itself answers the opt-out, opt-in and help words, and then sends
 * nothing more to who has opted out (https://help.twilio.com/articles/223134027, read 2026-11-24); CANCEL is one of them, so we
 * never ask for it.
 */
const WORDS: Record<Meaning, string[]> = {
  yes: [
    'yes',
    'y',
    'yep',
    'yeah',
    'yup',
    'ok',
    'okay',
    'sure',
    'confirm',
    'correct',
    'that is right',
    'thats right',
    'sounds good',
    'si',
    'correcto',
    'confirmo',
    'vale',
    'claro',
    'dale',
    'de acuerdo',
    'esta bien',
    'asi es',
    'perfecto',
  ],
  no: ['no', 'n', 'nope', 'nah', 'wrong', 'that is wrong', 'thats wrong', 'mal', 'incorrecto'],
  change: ['change', 'change it', 'change the order', 'change my order', 'cambiar', 'cambio', 'cambialo'],
  cancel: [
    'cancel',
    'cancel it',
    'cancel my order',
    'never mind',
    'forget it',
    'cancelar',
    'cancela',
    'olvidalo',
  ],
  'opt out': ['stop', 'stopall', 'stop all', 'unsubscribe', 'end', 'quit', 'revoke', 'optout'],
  'left to twilio': ['start', 'unstop', 'help', 'info'],
  // Twilio answers HELP, but knows it in English only.
  help: ['ayuda'],
  status: [
    'status',
    'where is my order',
    'wheres my order',
    'where is my food',
    'is my order ready',
    'is it ready',
    'when is it ready',
    'when will it be ready',
    'order status',
    'estado',
    'donde esta mi pedido',
    'esta listo',
  ],
  human: [
    'operator',
    'human',
    'person',
    'agent',
    'representative',
    'manager',
    'talk to a person',
    'talk to someone',
    'speak to someone',
    'speak to a person',
    '0',
    'operador',
    'persona',
    'hablar con alguien',
  ],
  skip: [
    'skip',
    'skip it',
    'leave it out',
    'none',
    'nothing',
    'no thanks',
    'without it',
    'sin eso',
    'ninguno',
    'nada',
  ],
  add: ['add', 'add it', 'add that', 'anadir', 'agregar', 'agregalo'],
  new: ['new', 'new order', 'start over', 'replace', 'replace it', 'nuevo', 'de nuevo'],
};

const MEANINGS = new Map(
  Object.entries(WORDS).flatMap(([meaning, phrases]) =>
    phrases.map((phrase) => [normalise(phrase), meaning as Meaning] as const),
  ),
);
/** Words of politeness say nothing of their own. */
const POLITE = new Set(
  ['please', 'thanks', 'thank', 'you', 'por', 'favor', 'gracias', 'the', 'it'].map(normalise),
);

/** What a message means by itself; null where it is something to be read. */
export function meaningOf(text: string): Meaning | null {
  const said = normalise(text);
  const plain = said
    .split(' ')
    .filter((word) => !POLITE.has(word))
    .join(' ');
  return MEANINGS.get(said) ?? MEANINGS.get(plain) ?? null;
}

/** "No", "skip it", "cancel": what was asked about is not wanted. */
export const isRefusal = (text: string) => ['no', 'skip', 'cancel'].includes(meaningOf(text) ?? '');

/** The first word alone: "yes that is all", "no that is wrong". */
export function leadingMeaning(text: string): Meaning | null {
  return meaningOf(normalise(text).split(' ')[0] ?? '');
}

const ADDING = /^(?:and|also|add|plus|another|with|y|tambien|también|añade|agrega)\b/iu;
const REMOVING = /^(?:remove|take off|drop|delete|without|no|quita|quitar|sin)\s+(?:the |el |la )?(.+)$/iu;

/** Whether it asks for more beside what is ordered. */
export const isAddition = (text: string) => ADDING.test(text.trim());
/** The line that is to go, as said. */
export const removalIn = (text: string): string | null => REMOVING.exec(text.trim())?.[1] ?? null;
