import { PosError } from '../errors';

/** The other products that are called Lightspeed Restaurant: other hosts, other ids, other credentials. */
const OTHERS: { series: string; name: string; host: RegExp }[] = [
  { series: 'l', name: 'L-Series (POSiOS)', host: /posios\.com/ },
  { series: 'o', name: 'O-Series (Kounta)', host: /kounta\.com/ },
  { series: 'u', name: 'U-Series (Upserve, Breadcrumb)', host: /(?:breadcrumb|upserve)\.com/ },
];

/** Refuses by name the Lightspeed Restaurant products that this adapter does not speak. */
export function refuseOtherSeries(context: {
  settings?: Record<string, string | undefined>;
  baseUrl?: string;
}): void {
  const series = context.settings?.series?.toLowerCase().replace(/-?series$/, '');
  const other = OTHERS.find((one) => one.series === series || one.host.test(context.baseUrl ?? ''));
  if (!other) return;
  const message = `This is Lightspeed Restaurant ${other.name}. OrderWire speaks Lightspeed Restaurant K-Series only; L-Series, O-Series and U-Series are other products with other APIs.`;
  throw new PosError('rejected', 'lightspeed', message, { code: 'OTHER_SERIES' });
}

/** A business location's id: a whole number of at most 64 bits, kept as text. */
export function locationId(posLocation: string): string {
  if (/^[1-9]\d{0,18}$/.test(posLocation)) return posLocation;
  const message = `"${posLocation}" is no business location id of Lightspeed Restaurant K-Series, which is a long whole number. L-Series, O-Series (Kounta) and U-Series (Upserve) are other products, which OrderWire does not speak.`;
  throw new PosError('rejected', 'lightspeed', message, { code: 'INVALID_LOCATION' });
}
