import { Limiter } from '../../src/delivery/limiter';

it('lets what waits go no more once it is closed, and says that nothing was sent', async () => {
  const limiter = new Limiter(1, () => 0);
  await limiter.pass('order');
  const waiting = limiter.pass('menu');
  limiter.close();
  await expect(waiting).rejects.toMatchObject({ name: 'NoResponse', sent: 'no' });
  await expect(limiter.pass('order')).rejects.toMatchObject({ sent: 'no' });
});
