import { hasPython, ReceptionistFile } from '../../support/receptionist-file';
import { type Fault, set, unset } from './plant';

const FRESH: Fault = {
  fault: 'a receptionist.db that refuses each of its own orders',
  plant: (house) => {
    const file = ReceptionistFile.make('fresh');
    house.environment.RECEPTIONIST_DB = file.path;
    house.afterwards(() => file.remove());
  },
  check: 'receptionist',
  found: /orders\.organization_id must be filled/,
  fix: /organization_id INTEGER NOT NULL DEFAULT 1/,
};

/** Twilio and the receptionist. */
export const TELEPHONE: Fault[] = [
  {
    fault: 'a Twilio token that was replaced',
    plant: set({ TWILIO_AUTH_TOKEN: 'an older token' }),
    check: 'twilio',
    found: /does not accept TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN \(401\)/,
    fix: /Copy Account SID and Auth Token/,
  },
  {
    fault: 'a Twilio API key of another account',
    plant: set({ TWILIO_API_KEY: `SK${'0'.repeat(32)}`, TWILIO_API_SECRET: 'wrong' }),
    check: 'twilio',
    found: /does not accept TWILIO_API_KEY/,
    fix: /Make a standard API key/,
  },
  {
    fault: 'a Twilio number without a token to check its calls',
    plant: unset('TWILIO_AUTH_TOKEN'),
    check: 'twilio',
    found: /no call or text of a guest is believed/,
    fix: /Set TWILIO_AUTH_TOKEN/,
  },
  {
    fault: 'a number that rings elsewhere',
    plant: (house) =>
      Object.assign(house.number(), { smsUrl: 'https://demo.twilio.com/welcome/sms', voiceUrl: '' }),
    check: 'twilio-number',
    about: '+16175550142',
    found: /its texts go to demo\.twilio\.com, and its calls go to nobody/,
    fix: /set "A message comes in" to http.*\/twilio\/sms and "A call comes in" to http.*\/twilio\/voice/,
  },
  {
    fault: 'a number of which only the calls go elsewhere',
    plant: (house) => Object.assign(house.number(), { voiceUrl: 'https://receptionist.test/answer' }),
    check: 'twilio-number',
    outcome: 'warn',
    found: /its calls go to receptionist\.test/,
    fix: /"A call comes in"/,
  },
  {
    fault: 'a shop number that the account does not have',
    plant: (house) => house.changeShop({ twilio_numbers: ['+16175550999'] }),
    check: 'twilio-number',
    about: '+16175550999',
    found: /not one of this Twilio account/,
    fix: /\{"twilio_numbers":\["\+16175550142"\]\}/,
  },
  {
    fault: 'a number that belongs to no shop',
    plant: (house) => house.changeShop({ twilio_numbers: [] }),
    check: 'twilio-number',
    about: '+16175550142',
    found: /no shop has it in twilio_numbers/,
    fix: /\{"twilio_numbers":\["\+16175550142"\]\}/,
  },
  {
    fault: 'a sender that cannot text',
    plant: set({ TWILIO_FROM: '+16175550144' }),
    check: 'twilio-number',
    about: '+16175550144',
    found: /TWILIO_FROM cannot send text messages/,
    fix: /Set TWILIO_FROM to \+16175550142/,
  },
  {
    fault: 'a receptionist.db that is not there',
    plant: set({ RECEPTIONIST_DB: '/no/such/receptionist.db' }),
    check: 'receptionist',
    found: /RECEPTIONIST_DB/,
    fix: /Set RECEPTIONIST_DB to the file/,
  },
  ...(hasPython ? [FRESH] : []),
];
