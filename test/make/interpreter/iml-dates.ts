const TOKEN = /\[([^\]]*)\]|YYYY|MM|DD|HH|mm|ss|SSS|Z|X|x|T|[A-Za-z]+/g;

/** Writes a moment by the tokens of https://help.make.com/tokens-for-dateformatting that our files use; any other letter throws. */
export function formatDate(date: Date, format: string, zone: string): string {
  const parts = partsOf(date, zone);
  const offset = offsetOf(date, zone);
  const known: Record<string, string> = {
    YYYY: parts.year ?? '',
    MM: parts.month ?? '',
    DD: parts.day ?? '',
    HH: parts.hour ?? '',
    mm: parts.minute ?? '',
    ss: parts.second ?? '',
    SSS: String(date.getUTCMilliseconds()).padStart(3, '0'),
    Z: offset,
    X: String(Math.floor(date.getTime() / 1000)),
    x: String(date.getTime()),
    T: 'T',
  };
  return format.replaceAll(TOKEN, (token, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const text = known[token];
    if (text === undefined)
      throw new Error(`IML: formatDate does not know "${token}" here. Write text as [${token}].`);
    return text;
  });
}

/** Reads a moment: seconds since 1970 (`X`), or ISO 8601 text. */
export function parseDate(text: string, format: string): Date {
  const date = format === 'X' ? new Date(Number(text) * 1000) : new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`IML: parseDate cannot read "${text}" as ${format}.`);
  return date;
}

function partsOf(date: Date, zone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
}

function offsetOf(date: Date, zone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name === 'GMT' ? '+00:00' : name.replace('GMT', '');
}
