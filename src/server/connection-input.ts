import { type Static, Type } from 'typebox';
import { orNull } from '../order/or-null';

const given = (description: string) => Type.Record(Type.String(), orNull(Type.String()), { description });

const basics = {
  name: Type.String({ maxLength: 200, description: "The vendor's name where absent." }),
  pos_location: Type.String({
    maxLength: 200,
    description:
      "The POS's own id of the shop: Square's location, Clover's merchant, Toast's restaurant GUID, …",
  }),
  environment: Type.Enum(['production', 'sandbox'], { type: 'string' }),
  api_url: orNull(
    Type.String({ maxLength: 500, description: "https; only where it is not the vendor's own." }),
  ),
  default: Type.Boolean({
    description: "The shop's orders go here by themselves. Absent: where it is the shop's first connection.",
  }),
  mode: Type.Enum(['live', 'rehearsal'], { type: 'string', description: 'rehearsal: nothing is sent.' }),
};
const values = {
  credentials: given("The vendor's credentials: kept sealed, shown masked. null removes one."),
  settings: given("The vendor's settings, unsure_items and unknown_items. null removes one."),
};
/** Credentials and settings are read against the vendor's own list, not here. */
const unread = { credentials: Type.Unknown(), settings: Type.Unknown() };
const strict = { additionalProperties: false } as const;
const { pos_location, ...optional } = basics;

/** What PATCH takes: all of it optional. */
export const ConnectionPatchSchema = Type.Partial(Type.Object({ ...basics, ...values }), strict);
export const ConnectionPatchReading = Type.Partial(Type.Object({ ...basics, ...unread }));
export type ConnectionPatch = Static<typeof ConnectionPatchReading>;

const onlyNew = { vendor: Type.String({ maxLength: 40 }), pos_location };
const shop = { location_id: Type.Optional(Type.String({ maxLength: 64, description: 'The shop.' })) };

/** What POST takes. */
export const NewConnectionSchema = Type.Object(
  { ...onlyNew, ...shop, ...Type.Partial(Type.Object({ ...optional, ...values })).properties },
  strict,
);
export const NewConnectionReading = Type.Object({
  ...onlyNew,
  ...shop,
  ...Type.Partial(Type.Object({ ...optional, ...unread })).properties,
});
