import { askForProof } from '../../../src/server/doctor/running';

it('asks a server again that is too busy for a moment, and takes it for no stranger', async () => {
  const answers = [
    { status: 503, body: '{"detail":"send this one again"}' },
    { status: 200, body: '{"status":"ok","proof":"mine"}' },
  ];
  const http = async () => ({ headers: {}, ...(answers.shift() ?? { status: 500, body: '' }) });
  const asking = { http, proofOf: () => 'mine', timeoutMs: 1_000 };
  expect(await askForProof('http://127.0.0.1:8080', asking)).toEqual({ came: 'proof' });
});

it('believes nobody who cannot know the answer, and nobody at all without a key', async () => {
  const http = async () => ({ status: 200, headers: {}, body: '{"status":"ok","proof":"guessed"}' });
  const base = 'http://127.0.0.1:8080';
  const stranger = { came: 'other', status: 200 };
  expect(await askForProof(base, { http, proofOf: () => 'mine', timeoutMs: 100 })).toEqual(stranger);
  expect(await askForProof(base, { http, proofOf: null, timeoutMs: 100 })).toEqual(stranger);
});
