import { optionsOf, type ToastCheck, type ToastOrder } from './order';

/** Every externalId of an order with its kind: orders, checks, selections (modifiers are selections too) are each unique among their own. */
export function externalIds(order: ToastOrder): string[] {
  const named = (kind: string, id: string | null) => (id === null ? [] : [`${kind} ${id}`]);
  const ofCheck = (check: ToastCheck) => [
    ...named('check', check.externalId),
    ...check.selections.flatMap((selection) => [
      ...named('selection', selection.externalId),
      ...(selection.kind === 'item' ? selection.modifiers : []).flatMap((one) =>
        named('selection', one.externalId),
      ),
      ...(selection.kind === 'item'
        ? optionsOf(selection.modifiers.filter(({ kind }) => kind === 'portion'))
        : []
      ).flatMap((one) => named('selection', one.externalId)),
    ]),
  ];
  return [...named('order', order.externalId), ...order.checks.flatMap(ofCheck)];
}
