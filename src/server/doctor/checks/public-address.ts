import { isLoopback } from '../../config';
import { assertPublicAddress, PUBLIC_ONLY, RefusedAddress } from '../../public-address';
import { type Check, fault, type Seen, skipped, warning, well } from '../finding';
import type { Premises } from '../premises';
import { askForProof } from '../running';

/** Whether Twilio, a POS and the restaurant's own people reach this server by `PUBLIC_BASE_URL`. */
export const publicAddress: Check = {
  id: 'public-address',
  title: 'Public address',
  async look(premises) {
    const { publicBaseUrl: url, addresses } = premises.config;
    if (premises.simulated) return [skipped('nobody outside is asked with --sandbox')];
    if (url === null) return [unset(premises)];
    const wrong = refusalOf(url);
    if (wrong && !addresses.allowPrivate) return [fault(wrong)];
    return [...(wrong ? [warning(wrong)] : []), await asked(url, premises)];
  },
};

/** Who would have to know the address, and does not; what is played on this machine finds the way. */
function unset({ config, connections }: Premises): Seen {
  const { twilio } = config;
  const waiting = [
    ...(twilio.authTokens.length > 0 && !isHere(twilio.apiUrl) ? ['Twilio'] : []),
    ...connections
      .map(({ connection }) => connection)
      .filter(({ api_url, credentials }) => hasWebhookSecret(credentials) && !isHere(api_url))
      .map(({ name }) => name),
  ];
  if (waiting.length === 0)
    return skipped('PUBLIC_BASE_URL is not set, and nobody outside has to call this server');
  return fault({
    found: `PUBLIC_BASE_URL is not set, and ${waiting.join(', ')} must call this server`,
    fix: 'Set PUBLIC_BASE_URL to the https address under which the internet reaches this server.',
  });
}

const hasWebhookSecret = (credentials: Record<string, string>) =>
  Object.keys(credentials).some((key) => key.startsWith('webhook_'));
const isHere = (url: string | null) => url !== null && isLoopback(new URL(url).hostname);

function refusalOf(url: string): { found: string; fix: string } | null {
  try {
    assertPublicAddress(url, PUBLIC_ONLY);
    return null;
  } catch (error) {
    if (!(error instanceof RefusedAddress)) throw error;
    const fix = url.startsWith('http:')
      ? 'Put HTTPS in front of the server (a proxy, or a tunnel) and write its https address into PUBLIC_BASE_URL.'
      : 'Write an address into PUBLIC_BASE_URL that the whole internet can reach.';
    return { found: `PUBLIC_BASE_URL ${url} ${error.rule}`, fix };
  }
}

async function asked(url: string, { running, config, http, proofOf, patienceMs }: Premises): Promise<Seen> {
  if (running !== 'this') return skipped(`OrderWire does not run now, so ${url} cannot be tried`);
  const answer = await askForProof(url, { http, proofOf, timeoutMs: patienceMs });
  if (answer.came === 'proof') return well(`${url} leads here`);
  if (answer.came === 'other') {
    const found = `${url} answers (${answer.status}), and it is not this server`;
    const fix = `Let the proxy, tunnel or DNS entry behind PUBLIC_BASE_URL lead to port ${config.port} of this machine, or correct PUBLIC_BASE_URL.`;
    return fault({ found, fix });
  }
  const fix = `See that the DNS entry of ${new URL(url).hostname} exists and that its proxy or tunnel runs and leads to port ${config.port} of this machine.`;
  return fault({ found: `${url} cannot be reached from here (${answer.why})`, fix });
}

/** Whether this server may be sent into its own network: right for trying things out, wrong where others have keys. */
export const privateAddresses: Check = {
  id: 'private-addresses',
  title: 'Private addresses',
  look: ({ config }) =>
    config.addresses.allowPrivate
      ? [
          warning({
            found:
              'ORDERWIRE_ALLOW_PRIVATE_HOOKS=1: whoever has a key can have this server call machines of its own network',
            fix: 'Remove it where real orders are taken; the sandbox and POS_API_URL are reached without it.',
          }),
        ]
      : [],
};
