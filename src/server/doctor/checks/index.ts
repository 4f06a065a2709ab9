import type { Check } from '../finding';
import { clock } from './clock';
import { connectionSettings } from './connection-settings';
import { connections, notices } from './connections';
import { database } from './database';
import { commit, space } from './disk';
import { examples } from './examples';
import { fileModes } from './file-modes';
import { folder } from './folder';
import { hooks } from './hooks';
import { keys } from './keys';
import { mail, shopMail } from './mail';
import { menus } from './menus';
import { node } from './node';
import { outbox } from './outbox';
import { posCalls } from './pos-calls';
import { privateAddresses, publicAddress } from './public-address';
import { receptionist } from './receptionist';
import { secret } from './secret';
import { server } from './server';
import { shopFacts } from './shop-facts';
import { twilio } from './twilio';
import { twilioNumbers } from './twilio-numbers';

/** Everything that is looked at, in the order of the report: this machine, the way out, the POS, the telephone, what has piled up. */
export const CHECKS: readonly Check[] = [
  node,
  examples,
  database,
  folder,
  space,
  commit,
  fileModes,
  secret,
  server,
  publicAddress,
  privateAddresses,
  mail,
  shopMail,
  notices,
  connections,
  connectionSettings,
  shopFacts,
  posCalls,
  menus,
  twilio,
  twilioNumbers,
  receptionist,
  keys,
  hooks,
  outbox,
  clock,
];
