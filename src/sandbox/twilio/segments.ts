/** The letters of a plain text message (GSM 03.38): https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding, read 2026-11-24. */
const PLAIN = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** These take two places. */
const EXTENDED = new Set('\f^{}\\[~]|€');

/** In how many text messages a body travels: one letter outside the plain ones makes all of them wide. */
export function countSegments(body: string): number {
  const letters = [...body];
  const isPlain = letters.every((letter) => PLAIN.has(letter) || EXTENDED.has(letter));
  const length = isPlain
    ? letters.reduce((sum, letter) => sum + (EXTENDED.has(letter) ? 2 : 1), 0)
    : body.length;
  const [single, part] = isPlain ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / part);
}
