import type { Menu } from '../../src/menu/schema';
import { OrderApi } from '../support/order-api';
import type { Answer } from './answer';

/** The Order API over a fresh SQLite file, with this menu given to it by its own route. */
export class Product {
  private constructor(
    private readonly api: OrderApi,
    /** As the API keeps it. */
    readonly menu: Menu,
  ) {}

  static async open(menu: unknown): Promise<Product> {
    const api = await OrderApi.start({ config: { requestsPerMinute: 0 } });
    try {
      const put = await api.call('PUT', '/v1/menu', { body: menu });
      if (put.status !== 200) throw new Error(`The API refused the menu: ${put.text}`);
      return new Product(api, (await api.call('GET', '/v1/menu')).body);
    } catch (error) {
      await api.stop();
      throw error;
    }
  }

  async parse(text: string): Promise<Answer> {
    const { status, body } = await this.api.call('POST', '/v1/orders/parse', { body: { text } });
    if (status === 404 || status === 405)
      throw new Error(`This build has no POST /v1/orders/parse (${status}): nothing was measured.`);
    if (status !== 200) throw new Error(`POST /v1/orders/parse answered ${status} (${body?.detail}).`);
    return body;
  }

  async close(): Promise<void> {
    await this.api.stop();
  }
}
