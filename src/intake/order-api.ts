/** One request to the Order API, whichever way it goes: within the process or over the network. */
export type Ask = (
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
) => Promise<{ status: number; body: unknown }>;

/** An order as `POST /v1/orders` takes it. */
export type OrderInput = Record<string, unknown> & { external_ref: string };

/** The API did not do what it should; the same will work later. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
}

/** The order with this reference, where there is one. */
export async function findOrder(
  ask: Ask,
  external_ref: string,
): Promise<{ id: string; number: string; status: string } | undefined> {
  const query = new URLSearchParams({ external_ref, limit: '1' });
  type Page = { data: { id: string; number: string; status: string }[] };
  return must<Page>(await ask('GET', `/v1/orders?${query}`)).data[0];
}

/** The answer; throws `ApiFailure` where there is none. */
export function must<T>({ status, body }: { status: number; body: unknown }): T {
  if (status < 300) return body as T;
  throw new ApiFailure(`The Order API answered ${status}: ${refusalOf(body)}`);
}

/** The kind of a refusal, as the end of its problem type has it. */
export const kindOf = (body: unknown): string | undefined =>
  String((body as { type?: unknown }).type ?? '')
    .split(':')
    .at(-1);

/** Why something was refused, in a sentence. */
export const refusalOf = (body: unknown): string =>
  String((body as { detail?: unknown } | null)?.detail ?? 'no reason given');
