import { freePort } from '../../../src/cli/demo/free-port';
import { type Fault, set, stranger, unset } from './plant';

/** How others reach the server, and how it reaches people. */
export const WAY_IN: Fault[] = [
  {
    fault: 'a public address without HTTPS',
    plant: set({ PUBLIC_BASE_URL: 'http://orders.marios.test' }),
    check: 'public-address',
    found: /must begin with https/,
    fix: /Put HTTPS in front of the server/,
  },
  {
    fault: 'a public address inside the house',
    plant: set({ PUBLIC_BASE_URL: 'https://192.168.1.5' }),
    check: 'public-address',
    found: /leads into a private network/,
    fix: /that the whole internet can reach/,
  },
  {
    fault: 'no public address although Twilio has to call',
    plant: set({ TWILIO_API_URL: 'https://api.twilio.invalid' }),
    check: 'public-address',
    found: /PUBLIC_BASE_URL is not set, and Twilio must call/,
    fix: /Set PUBLIC_BASE_URL to the https address/,
  },
  {
    fault: 'a public address that leads to another server',
    plant: async (house) => {
      await house.open();
      const PUBLIC_BASE_URL = `http://127.0.0.1:${await stranger(house)}`;
      set({ PUBLIC_BASE_URL, ORDERWIRE_ALLOW_PRIVATE_HOOKS: '1' })(house);
    },
    check: 'public-address',
    found: /answers \(200\), and it is not this server/,
    fix: /lead to port \d+ of this machine/,
  },
  {
    fault: 'a public address at which nobody answers',
    plant: async (house) => {
      await house.open();
      const PUBLIC_BASE_URL = `http://127.0.0.1:${await freePort()}`;
      set({ PUBLIC_BASE_URL, ORDERWIRE_ALLOW_PRIVATE_HOOKS: '1' })(house);
    },
    check: 'public-address',
    found: /cannot be reached from here \(ECONNREFUSED\)/,
    fix: /its proxy or tunnel runs and leads to port/,
  },
  {
    fault: 'private addresses left open',
    plant: set({ ORDERWIRE_ALLOW_PRIVATE_HOOKS: '1' }),
    check: 'private-addresses',
    outcome: 'warn',
    found: /machines of its own network/,
    fix: /Remove it where real orders are taken/,
  },
  {
    fault: 'a wrong password at the mail server',
    plant: ({ sandbox }) => sandbox.mailbox.arm({ fault: 'refuse', times: 5 }),
    check: 'mail',
    found: /refuses the log-in \(535 5\.7\.8\)/,
    fix: /user and password into SMTP_URL again/,
  },
  {
    fault: 'a mail server that is not there',
    plant: async ({ environment }) => {
      environment.SMTP_URL = `smtp://cook:hunter2@127.0.0.1:${await freePort()}`;
    },
    check: 'mail',
    found: /takes no mail now \(ECONNREFUSED\)/,
    fix: /host and port of SMTP_URL/,
  },
  {
    fault: 'no mail server at all',
    plant: unset('SMTP_URL'),
    check: 'mail',
    outcome: 'warn',
    found: /nobody will be told/,
    fix: /Set SMTP_URL and RESTAURANT_EMAIL/,
  },
  {
    fault: 'a shop without an e-mail address',
    plant: (house) => house.changeShop({ email: null }),
    check: 'shop-mail',
    about: 'loc_1',
    found: /Mario's Downtown has no e-mail address/,
    fix: /PATCH \/v1\/locations\/loc_1 \{"email":/,
  },
];
