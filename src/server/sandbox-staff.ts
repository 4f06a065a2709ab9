import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { STAFF_ACTIONS, type StaffAction } from '../sandbox/notification';
import type { Sandbox } from '../sandbox/sandbox';
import { refuseVendor } from './sandbox-webhooks';

type TicketParams = { Params: { vendor: string; id: string } };
type Desk = { sandbox: Sandbox; now: () => Date };

/** What the staff of a simulated POS do: move a ticket on, and ring up an order at the counter. */
export function addStaffRoutes(app: FastifyInstance, desk: Desk): void {
  for (const action of STAFF_ACTIONS)
    app.post<TicketParams>(`/_sandbox/:vendor/tickets/:id/${action}`, (request, reply) =>
      act(desk, action, request, reply),
    );
  app.post<{ Params: { vendor: string } }>('/_sandbox/:vendor/ring-up', async (request, reply) => {
    const simulator = desk.sandbox.staffed(request.params.vendor);
    if (!simulator) return refuseVendor(desk.sandbox, request.params.vendor, reply);
    const id = simulator.ringUp(desk.now());
    return isForm(request) ? reply.redirect('/', 303) : reply.code(201).send({ id });
  });
}

async function act(
  { sandbox, now }: Desk,
  action: StaffAction,
  request: FastifyRequest<TicketParams>,
  reply: FastifyReply,
) {
  const { vendor, id } = request.params;
  const simulator = sandbox.staffed(vendor);
  if (!simulator) return refuseVendor(sandbox, vendor, reply);
  if (!simulator.tickets(now()).some((ticket) => ticket.id === id))
    return reply.code(404).send({ message: `${vendor} has no ticket ${id}.` });
  if (!simulator.act(id, action, now())) {
    const message = `Staff of ${vendor} cannot take the step "${action}" with ticket ${id}: it is past that, they do not have it, or this POS has no such step.`;
    return reply.code(409).send({ message });
  }
  return isForm(request) ? reply.redirect('/', 303) : { id, action };
}

/** A button of the kitchen screen in a browser without JavaScript: its page comes back. */
const isForm = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;
