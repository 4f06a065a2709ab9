import type { OrderApi } from './order-api';

type Fields = Record<string, string>;

/** Somebody with a browser before the pages: keeps cookies, and sends forms with the token of the page that was last looked at. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  private token = '';
  constructor(
    private readonly api: Pick<OrderApi, 'app'>,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** Somebody who has signed in with this key. */
  static async signedIn(api: Pick<OrderApi, 'app'>, key = 'mario-admin'): Promise<Visitor> {
    const visitor = new Visitor(api);
    await visitor.signIn(key);
    return visitor;
  }

  async signIn(key: string, more: Fields = {}) {
    await this.get('/sign-in');
    return this.post('/sign-in', { key, ...more });
  }

  get(url: string) {
    return this.send({ method: 'GET', url });
  }

  /** Sends a form; without one of our tokens where `form_token` is given. */
  post(url: string, fields: Fields = {}) {
    const payload = new URLSearchParams({ form_token: this.token, ...fields }).toString();
    return this.send({ method: 'POST', url, payload });
  }

  private async send({ method, url, payload }: { method: 'GET' | 'POST'; url: string; payload?: string }) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const headers = { ...this.headers, cookie, ...(payload !== undefined && form) };
    const response = await this.api.app.inject({ method, url, payload, headers });
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, encodeURIComponent(value));
    }
    this.token = /name="form_token" value="([^"]+)"/.exec(response.body)?.[1] ?? this.token;
    const { location } = response.headers;
    return { status: response.statusCode, location, headers: response.headers, text: response.body };
  }
}
