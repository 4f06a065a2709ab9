const RUN = /(?<![A-Za-z0-9])\d(?:[ -]?\d){12,18}(?![A-Za-z0-9])/g;

/**
 * Whether a text holds what looks like a payment card number: 13 to 19 digits, perhaps spaced, that pass Luhn.
 * Runs that start with 0 or 1 are left alone: no payment card does, but timestamps and national phone numbers do.
 */
export function holdsCardNumber(text: string): boolean {
  return (text.match(RUN) ?? []).some((run) => {
    const digits = run.replaceAll(/\D/g, '');
    return !/^[01]/.test(digits) && passesLuhn(digits);
  });
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
