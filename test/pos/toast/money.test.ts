import { lines, sent } from '../../support/toast-order';

describe('money', () => {
  const paid = { payment: { state: 'paid', method: 'card' } };
  const other = { prepaid_payment_type_id: 'PT1' };

  it.each([
    [1, 0.01],
    [29, 0.29],
    [1005, 10.05],
    [4503, 45.03],
    [99_999_999, 999_999.99],
  ])('%d cents are %d exactly, in each field', (minor, major) => {
    const charges = [{ type: 'delivery', name: 'Delivery fee', amount: minor }];
    const discounts = [{ name: 'Loyalty', amount: minor }];
    const settings = { ...other, delivery_fee_charge_id: 'SC1', discount_id: 'DI1' };
    const { order, warnings } = sent({ ...paid, charges, discounts, tip: minor }, { settings, total: minor });
    const [check] = order.checks;
    expect(check?.appliedServiceCharges).toMatchObject([
      { serviceCharge: { guid: 'SC1' }, chargeAmount: major },
    ]);
    expect(check?.appliedDiscounts).toMatchObject([{ discount: { guid: 'DI1' }, discountAmount: major }]);
    expect(check?.payments).toMatchObject([
      { type: 'OTHER', otherPayment: { guid: 'PT1' }, amount: major, tipAmount: major },
    ]);
    expect(warnings).toEqual([]);
  });

  it('knows currencies without decimals', () => {
    const charges = [{ type: 'delivery', name: 'Lieferung', amount: 500 }];
    const { order } = sent({ currency: 'JPY', charges }, { settings: { delivery_fee_charge_id: 'SC1' } });
    expect(order.checks[0]?.appliedServiceCharges?.[0]?.chargeAmount).toBe(500);
  });

  it('adds several discounts up, as Toast takes one a check, and names them', () => {
    const discounts = [
      { name: 'Loyalty', amount: 250 },
      { name: 'Coupon', amount: 100 },
    ];
    const { order } = sent({ discounts }, { settings: { discount_id: 'DI1' }, total: 900 });
    expect(order.checks[0]?.appliedDiscounts).toMatchObject([{ discountAmount: 3.5 }]);
    expect(lines(order)[0]).toContain('"Discount Loyalty + Coupon: -$3.50"');
    expect(lines(order)[0]).toContain('"UNPAID, collect $9.00"');
  });

  it('puts on the ticket what Toast cannot book, and names no sum that would be wrong', () => {
    const { order, warnings } = sent(
      {
        charges: [{ type: 'delivery', name: 'Delivery fee', amount: 300 }],
        discounts: [{ name: 'Loyalty', amount: 500 }],
        tip: 200,
      },
      { total: 2000 },
    );
    expect(lines(order)[0]).toEqual(
      expect.arrayContaining([
        '"Delivery fee: $3.00, NOT ON THE CHECK: add it"',
        '"Discount Loyalty: -$5.00, NOT ON THE CHECK: take it off"',
        '"UNPAID, collect at the POS price"',
        '"Tip promised: $2.00"',
      ]),
    );
    expect(warnings).toHaveLength(2);
  });

  it('says PAID on the ticket and warns where no payment type is set', () => {
    const { order, warnings } = sent({ ...paid, tip: 200 }, { total: 299 });
    expect(order.checks[0]?.payments).toBeUndefined();
    expect(lines(order)[0]).toEqual(
      expect.arrayContaining(['"PAID (card) ELSEWHERE, do not collect"', '"Tip already paid: $2.00"']),
    );
    expect(warnings).toEqual([
      'The order is paid, but Toast shows it as open: choose a "Prepaid Payment Type", so that the payment is recorded.',
    ]);
  });
});
