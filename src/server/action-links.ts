import { createHmac } from 'node:crypto';
import { isSameText } from '../same-text';
import type { DeliveryRecord } from '../store/delivery-records';

/** A link to one page opens no other. */
type Page = 'delivery page' | 'twin page';

/**
 * Links in mails to the page on which a person decides about a delivery. Each is good for the state it was sent in: once an attempt
 * has been made since (`fence`), it only shows how things stand. Nobody can make one without the server's key.
 */
export class ActionLinks {
  constructor(
    private readonly key: Buffer,
    private readonly baseUrl: string | null,
  ) {}

  /** The page's address, null where no address leads to this server. */
  to({ id, restaurant_id, fence }: DeliveryRecord): string | null {
    if (this.baseUrl === null) return null;
    const name = `${restaurant_id}.${id}.${fence}`;
    return `${this.baseUrl}/a/${name}.${this.sign(name, 'delivery page')}`;
  }

  /** What a link names, undefined for one that we did not make. */
  read(token: string): { restaurant_id: string; id: string; fence: number } | undefined {
    const name = this.nameIn(token, 'delivery page');
    if (name === undefined) return undefined;
    const [restaurant_id = '', id = '', fence = ''] = name.split('.');
    return { restaurant_id, id, fence: Number(fence) };
  }

  /** The page that asks whether an order is the same as another or a new one. */
  toTwin({ restaurant_id, id }: { restaurant_id: string; id: string }): string | null {
    if (this.baseUrl === null) return null;
    const name = `${restaurant_id}.${id}`;
    return `${this.baseUrl}/same/${name}.${this.sign(name, 'twin page')}`;
  }

  readTwin(token: string): { restaurant_id: string; id: string } | undefined {
    const name = this.nameIn(token, 'twin page');
    const [restaurant_id = '', id = ''] = name?.split('.') ?? [];
    return name === undefined ? undefined : { restaurant_id, id };
  }

  /** A page that asks who comes. */
  toPage(path: string): string | null {
    return this.baseUrl && `${this.baseUrl}${path}`;
  }

  /** The page that a mailed link for signing in leads to. Whoever kept the token knows whether it is good. */
  toSignIn(token: string): string | null {
    return this.baseUrl && `${this.baseUrl}/sign-in/link/${token}`;
  }

  private nameIn(token: string, page: Page): string | undefined {
    const at = token.lastIndexOf('.');
    const name = token.slice(0, at);
    return isSameText(token.slice(at + 1), this.sign(name, page)) ? name : undefined;
  }

  private sign(name: string, page: Page): string {
    return createHmac('sha256', this.key).update(`${page}\n${name}`).digest('base64url');
  }
}
