import { type TSchema, Type } from 'typebox';
import { findVendor } from '../pos/vendors';
import type { ConnectionRecord } from '../store/records';
import type { ConnectionDirectory } from './connection-directory';
import { maskFields, settingsOf } from './connection-fields';
import { toRfc3339 } from './order-answer';
import { webhookUrl } from './public-url';
import { CannotOpen } from './secret-box';

const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);
const values = (description: string) => Type.Record(Type.String(), Type.String(), { description });
const choice = (...one: string[]) => Type.Enum(one, { type: 'string' });

export const ConnectionSchema: TSchema = Type.Object(
  {
    id: Type.String({ description: '`con_…`' }),
    vendor: Type.String(),
    name: Type.String(),
    location_id: Type.String({ description: 'The shop.' }),
    pos_location: Type.String({ description: "The POS's own id of the shop." }),
    environment: choice('production', 'sandbox'),
    api_url: orNull(Type.String({ description: "Another address than the vendor's own." })),
    default: Type.Boolean({ description: "Where the shop's orders go by themselves." }),
    credentials: values('Secrets by their last four characters.'),
    settings: values("The vendor's settings; what is left out has its default."),
    source: choice('api', 'configuration'),
    status: choice('untested', 'ok', 'blocked'),
    status_reason: orNull(Type.String({ description: 'What is wrong, and the next step.' })),
    checked_at: orNull(Type.String({ format: 'date-time' })),
    mode: choice('live', 'rehearsal'),
    webhook_url: Type.String({ description: 'What to give the POS as the address of its calls.' }),
  },
  { $id: 'Connection' },
);

type Context = { directory: ConnectionDirectory; baseUrl: string };

/** A connection as answers show it: never a whole secret. One whose box does not open says so instead of failing the list. */
export function toConnectionAnswer(record: ConnectionRecord, { directory, baseUrl }: Context) {
  const { id, vendor, name, location_id, pos_location, environment, api_url, source, mode } = record;
  const definition = findVendor(vendor);
  return {
    ...{ id, vendor, name, location_id, pos_location, environment, api_url },
    default: record.is_default,
    credentials: {},
    settings: maskFields(record.settings, definition ? settingsOf(definition) : []),
    source,
    status: record.status,
    status_reason: record.status_reason,
    checked_at: record.checked_at === null ? null : toRfc3339(record.checked_at),
    mode,
    webhook_url: webhookUrl(baseUrl, record),
    ...masked(record, directory),
  };
}

function masked(record: ConnectionRecord, directory: ConnectionDirectory) {
  try {
    const { credentials } = directory.inTheClear(record);
    return { credentials: maskFields(credentials, findVendor(record.vendor)?.credentials ?? []) };
  } catch (error) {
    if (error instanceof CannotOpen) return { status: 'blocked', status_reason: error.message };
    throw error;
  }
}
