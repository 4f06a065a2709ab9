/** The one sample order: a realistic phone order for delivery that the demo posts, tests use and documents show. */
export const sampleOrder = {
  external_ref: 'CA5d1f0c7e2b9a48d3b6c1e0f4a7d92b35',
  source: { channel: 'phone', app: 'twilio', call_sid: 'CA5d1f0c7e2b9a48d3b6c1e0f4a7d92b35' },
  service: { type: 'delivery' },
  timing: { requested_at: '2030-11-29T19:15:00-05:00', requested_text: 'quarter past seven on Friday' },
  customer: { name: 'Ann Lee', phone: '+1 617 555 0123', email: 'ann_lee@example.com' },
  delivery: {
    text: '12 Oak Street Apt 4, Boston, MA 02215',
    street: '12 Oak Street',
    unit: 'Apt 4',
    city: 'Boston',
    region: 'MA',
    postal_code: '02215',
    country: 'US',
    instructions: 'Ring twice',
  },
  currency: 'USD',
  items: [
    {
      name: 'large pepperoni pizza',
      quantity: '2',
      unit_price: 1599,
      options: [
        { name: 'extra cheese', action: 'add', unit_price: 200 },
        { name: 'mushrooms', action: 'add', portion: 'left', unit_price: 150 },
      ],
    },
    {
      name: 'cheeseburger',
      quantity: '1',
      unit_price: 1095,
      notes: 'well done',
      options: [{ name: 'onions', action: 'remove' }],
    },
    { name: 'coke zero', quantity: '3', unit_price: 299 },
  ],
  charges: [{ type: 'delivery', name: 'Delivery fee', amount: 300 }],
  payment: { state: 'unpaid' },
  notes: 'Please send napkins',
  quoted_total: 6190,
} as const;
