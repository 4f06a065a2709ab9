import { connect, type Socket } from 'node:net';

export type Answered = { status: number; ms: number };

/**
 * One caller over one kept connection: asks, waits for the whole answer, asks again. Plain HTTP/1.1 with a Content-Length, as the
 * server sends it: so the generator takes as little as possible of the machine that it shares with the server.
 */
export class Caller {
  private constructor(private readonly socket: Socket) {}

  static async open(port: number): Promise<Caller> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    socket.removeAllListeners('error');
    return new Caller(socket);
  }

  ask(request: string): Promise<Answered> {
    const { socket } = this;
    const from = performance.now();
    return new Promise((resolve, reject) => {
      let head = '';
      let missing: number | null = null;
      let status = 0;
      const done = () => {
        socket.off('data', read).off('close', broken).off('error', reject);
        resolve({ status, ms: performance.now() - from });
      };
      const broken = () => reject(new Error('The server closed the connection.'));
      const read = (chunk: Buffer) => {
        if (missing !== null) missing -= chunk.length;
        else {
          head += chunk.toString('latin1');
          const end = head.indexOf('\r\n\r\n');
          if (end < 0) return;
          status = Number(head.slice(9, 12));
          missing = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0) - (head.length - end - 4);
        }
        if (missing <= 0) done();
      };
      socket.on('data', read).on('close', broken).on('error', reject);
      socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }
}
