import type { Field, Setting } from '../vendor';
import type { TouchBistroKey } from './modes';

export const credentials: Field<TouchBistroKey>[] = [
  {
    key: 'access_token',
    label: 'API Key or Access Token',
    help: 'Partner endpoint: the key that the partner gave you. TouchBistro publishes no API and issues no public keys.',
    secret: true,
  },
  {
    key: 'client_id',
    label: 'Client ID or User Name',
    help: 'Deliverect: the client id of the partner account. Partner endpoint with Basic authentication: the user name.',
  },
  {
    key: 'client_secret',
    label: 'Client Secret or Password',
    help: 'Belongs to the client id or the user name.',
    secret: true,
  },
  {
    key: 'webhook_secret',
    label: 'Webhook Secret',
    help: 'Signed webhook: whsec_ and 24 bytes or more in base64, the same at the receiver (Standard Webhooks). Deliverect: the key of its status webhooks.',
    secret: true,
  },
];

export const settings: Setting[] = [
  {
    key: 'mode',
    label: 'How Orders Reach TouchBistro',
    help: 'TouchBistro publishes no API. Orders reach it through a partner, a gateway or a program of your own, or as a ticket that staff key in.',
    required: true,
    choices: [
      { value: 'partner', label: "A Partner's Endpoint (Unverified)" },
      { value: 'deliverect', label: 'Deliverect' },
      { value: 'webhook', label: 'A Signed Webhook' },
      { value: 'email', label: 'Ticket by E-mail, Keyed In by Staff' },
    ],
    default: 'partner',
  },
  {
    key: 'create_path',
    label: 'Path for New Orders',
    help: 'Partner: what follows the address. "/" means the address itself. An address that already ends in this path is used as it is.',
    default: '/orders',
  },
  {
    key: 'check_path',
    label: 'Path for the Connection Check',
    help: 'Partner: a page that answers 2xx to the key. Empty: /ping is tried, and need not exist.',
  },
  {
    key: 'find_path',
    label: 'Path for the Look-Up',
    help: 'Partner: /orders?ref={reference}, for example. Empty: none. Needed where the endpoint neither refuses a repeated reference nor heeds the idempotency header.',
  },
  {
    key: 'auth_type',
    label: 'Authentication',
    help: 'Partner: how the key is sent.',
    choices: [
      { value: 'header', label: 'In a Header of Its Own' },
      { value: 'bearer', label: 'Authorization: Bearer' },
      { value: 'basic', label: 'Authorization: Basic' },
      { value: 'none', label: 'None' },
    ],
    default: 'header',
  },
  {
    key: 'auth_header',
    label: 'Key Header',
    help: "Partner: the name of the key's header.",
    default: 'X-API-Key',
  },
  {
    key: 'field_map',
    label: 'Field Map',
    help: 'Partner: "partner", "flat", or JSON in which {facts} stand for the order\'s values: {"ref": "{reference}", "lines": ["{items}", {"name": "{name}"}]}.',
    default: 'partner',
  },
  {
    key: 'response_map',
    label: 'Response Map',
    help: 'Partner, webhook: JSON with the paths of what is read in replies: {"id": "order.id", "number": "order.number", "error_message": "error.text"}.',
  },
  {
    key: 'money_unit',
    label: 'Money In',
    help: 'Partner: how amounts are written.',
    choices: [
      { value: 'minor', label: 'Minor Units: 1599' },
      { value: 'major', label: 'Decimal Numbers: 15.99' },
      { value: 'text', label: 'Decimal Text: "15.99"' },
    ],
    default: 'minor',
  },
  {
    key: 'duplicate_codes',
    label: 'Status of a Repeated Order',
    help: 'Partner: the statuses that mean "this reference is here already"; such a reply counts as success.',
    default: '409',
  },
  {
    key: 'idempotency_header',
    label: 'Idempotency Header',
    help: 'Partner: the header that carries the reference, so that a repeat makes no second order.',
    default: 'Idempotency-Key',
  },
  {
    key: 'channel_name',
    label: 'Channel Name',
    help: 'Deliverect: the scope of your channel, part of the address; lower case.',
  },
  {
    key: 'open_item_plu',
    label: 'Open Item PLU',
    help: 'Deliverect: the PLU that stands for dishes without one. Empty: such orders are refused, as Deliverect takes PLUs only.',
  },
  {
    key: 'webhook_url',
    label: 'Webhook Address',
    help: 'Signed webhook: where the order is sent. Empty: the address of the connection.',
  },
];
