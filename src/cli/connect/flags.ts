import { InputProblems, type Problem } from '../../order/problems';
import type { Vendor } from '../../pos/vendor';
import { settingsOf } from '../../server/connection-fields';

/** What every connection has, beside the vendor's own fields. */
const BASICS = ['pos_location', 'location_id', 'name', 'environment', 'api_url'] as const;
/** What is about the command itself. */
const OWN = ['key', 'id'] as const;

export type Basics = Partial<Record<(typeof BASICS)[number], string>>;
export type Flags = {
  json: boolean;
  /** An admin key of the API. */
  key?: string;
  /** A connection to repair instead of making one. */
  id?: string;
  basics: Basics;
  credentials: Record<string, string>;
  settings: Record<string, string>;
};

/** `--client-id abc --json` as values by what they are; throws `InputProblems` that name what is not known. */
export function readFlags(args: readonly string[], vendor: Vendor): Flags {
  const problems: Problem[] = [];
  const flags: Flags = { json: false, basics: {}, credentials: {}, settings: {} };
  const places: [readonly string[], Record<string, unknown>][] = [
    [OWN, flags],
    [BASICS, flags.basics],
    [vendor.credentials.map(({ key }) => key), flags.credentials],
    [settingsOf(vendor).map(({ key }) => key), flags.settings],
  ];
  for (const { flag, value } of pairsOf(args)) {
    const name = flag.replace(/^--/, '').replaceAll('-', '_');
    const place = places.find(([names]) => names.includes(name));
    if (name === 'json' && value === undefined) flags.json = true;
    else if (!place) {
      const known = places.flatMap(([names]) => names).map((one) => `--${one}`);
      problems.push({ path: flag, message: `is not known here; known: ${known.join(', ')}, --json.` });
    } else if (value === undefined) problems.push({ path: flag, message: 'needs a value after it.' });
    else place[1][name] = value;
  }
  if (problems.length > 0) throw new InputProblems(problems);
  return flags;
}

/** `--field value` and `--field=value`; what stands alone is named as it is. */
function pairsOf(args: readonly string[]): { flag: string; value?: string }[] {
  const pairs: { flag: string; value?: string }[] = [];
  for (const [index, arg] of args.entries()) {
    const isValue = !arg.startsWith('--') && pairs.at(-1)?.flag === args[index - 1];
    const [flag = '', inline] = arg.startsWith('--') ? arg.split(/=(.*)/s) : [arg];
    const last = pairs.at(-1);
    if (isValue && last && last.value === undefined) last.value = arg;
    else pairs.push({ flag, ...(inline !== undefined && { value: inline }) });
  }
  return pairs;
}
