import type { ServiceType } from '../../order/schema';
import type { OrderInput } from '../order-api';
import type { Draft } from './draft';
import type { Talk } from './talk';

/** The conversation's order: under the same reference and with the same content whenever it is handed in. */
export function toOrderInput(
  { ref, channel, guest, draft, said }: Talk,
  { location_id, service }: { location_id: string; service: ServiceType | null },
): OrderInput {
  const isCall = channel === 'voice';
  return {
    external_ref: ref,
    location_id,
    source: {
      channel: isCall ? 'phone' : 'sms',
      app: 'twilio',
      [isCall ? 'call_sid' : 'message_sid']: ref,
      transcript: said.join('\n').slice(0, 50_000),
    },
    service: { type: service },
    timing: { requested_at: draft.wanted_at, requested_text: draft.wanted?.slice(0, 200) ?? null },
    customer: { phone: guest },
    delivery: service === 'delivery' ? { text: draft.address, postal_code: draft.postal_code } : null,
    items: draft.items.map(toItem),
    allergy_note: draft.allergy?.slice(0, 500) ?? null,
    notes: draft.also.length > 0 ? `Also said: ${draft.also.join(', ')}`.slice(0, 2_000) : null,
  };
}

function toItem({ doubt: _, options, ...line }: Draft['items'][number]): object {
  return {
    ...line,
    name: line.name.slice(0, 200),
    options: options.map(({ doubt: __, ...option }) => option),
  };
}
