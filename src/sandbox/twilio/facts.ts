import { SEED_RESTAURANT } from '../seed-menu';
import { ACCOUNT, createNumbers, GUESTS, UNREACHABLE } from './account';

const [first, second, voiceOnly] = createNumbers();

/** What someone needs to connect to this account and to play its guests. */
export const FACTS: Record<string, string> = {
  account_sid: ACCOUNT.sid,
  auth_token: ACCOUNT.authToken,
  api_key_sid: ACCOUNT.apiKeySid,
  api_key_secret: ACCOUNT.apiKeySecret,
  messaging_service_sid: ACCOUNT.messagingServiceSid,
  phone_number: first?.number ?? '',
  phone_number_sid: first?.sid ?? '',
  second_phone_number: second?.number ?? '',
  voice_only_phone_number: voiceOnly?.number ?? '',
  sms_url: first?.smsUrl ?? '',
  voice_url: first?.voiceUrl ?? '',
  status_callback: first?.statusCallback ?? '',
  restaurant_phone: SEED_RESTAURANT.phone,
  guest_ann: GUESTS.ann,
  guest_ben: GUESTS.ben,
  manager_phone: GUESTS.manager,
  unreachable_guests: Object.entries(UNREACHABLE)
    .map(([number, code]) => `${number} (${code})`)
    .join(', '),
};
