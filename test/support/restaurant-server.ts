import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  form: URLSearchParams;
};
/** TwiML, or whatever else a test lets the server do. */
export type Answer = string | ((response: ServerResponse, asked: Asked) => void);

/** The restaurant's own server on a real socket: keeps what Twilio asks and answers with what each path is given. */
export async function openRestaurant() {
  const asked: Asked[] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const url = `http://${headers.host}${path}`;
      const form = method === 'GET' ? new URL(url).searchParams : new URLSearchParams(body);
      const one = { method, url, headers, body, form };
      asked.push(one);
      const answer = answers.get(path.split('?')[0] ?? '') ?? '<Response/>';
      if (typeof answer === 'function') answer(response, one);
      else response.writeHead(200, { 'content-type': 'text/xml' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    /** What a path answers from now on; without it an empty Response. */
    answer: (path: string, answer: Answer) => answers.set(path, answer),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
