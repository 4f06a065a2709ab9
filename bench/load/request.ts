export type Request = { method: 'GET' | 'POST'; path: string; key: string; body?: object };

/** The whole request as it goes over the wire. */
export function toRequest({ method, path, key, body }: Request): string {
  const text = body ? JSON.stringify(body) : '';
  const about = body
    ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`
    : '';
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${key}\r\n${about}\r\n${text}`;
}
