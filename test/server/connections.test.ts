import { connectionFromEnv, connectionsFromFile } from '../../src/server/connections';

describe('one restaurant by environment', () => {
  const guide = {
    POS_SYSTEM: 'square  # or toast, clover, etc.',
    POS_API_KEY: 'your_api_key_here',
    POS_LOCATION_ID: 'your_location_id',
    POS_API_URL: 'https://api.squareup.com/v2',
  };

  it("takes the guide's block unchanged, and says once that its address is mapped", () => {
    const { connections, notices } = connectionFromEnv(guide);
    expect(connections).toEqual([
      expect.objectContaining({
        id: 'con_env',
        vendor: 'square',
        credentials: { access_token: 'your_api_key_here' },
        pos_location: 'your_location_id',
        environment: 'production',
        api_url: null,
      }),
    ]);
    expect(notices).toEqual([expect.stringContaining('https://connect.squareup.com is used instead')]);
  });

  it('drops the version and the slash at the end of an address, so that paths are not doubled', () => {
    const { connections } = connectionFromEnv({ ...guide, POS_API_URL: 'http://127.0.0.1:8090/square/v2/' });
    expect(connections[0]?.api_url).toBe('http://127.0.0.1:8090/square');
  });

  it('reads every other credential and setting as POS_<FIELD>', () => {
    const { connections } = connectionFromEnv({
      ...guide,
      POS_UNPAID_ORDERS: 'cash_tender',
      POS_ENVIRONMENT: 'sandbox',
    });
    expect(connections[0]).toMatchObject({
      settings: { unpaid_orders: 'cash_tender' },
      environment: 'sandbox',
    });
  });

  it.each([
    [{ ...guide, POS_SYSTEM: 'micros' }, 'POS_SYSTEM', '"micros" is not a POS that OrderWire speaks'],
    [
      { ...guide, POS_SYSTEM: 'lightspeed-l' },
      'POS_SYSTEM',
      'is another product: OrderWire speaks Lightspeed Restaurant K-Series',
    ],
    [{ ...guide, POS_SYSTEM: 'Kounta' }, 'POS_SYSTEM', 'not the L-, O- or U-Series'],
    [{ ...guide, POS_ENVIRONMENT: 'prod' }, 'POS_ENVIRONMENT', 'write production or sandbox'],
  ])('names the variable that is wrong', (env, path, words) => {
    expect(() => connectionFromEnv(env)).toThrow(new RegExp(`${path}: .*${words}`));
  });

  it('has no connection where POS_SYSTEM is unset', () => {
    expect(connectionFromEnv({}).connections).toEqual([]);
  });
});

describe('several connections in a file', () => {
  it('fills in what may be left out', () => {
    const { connections } = connectionsFromFile({
      connections: [
        { vendor: 'square', pos_location: 'L1', credentials: { access_token: 'secret-token-1234' } },
      ],
    });
    expect(connections).toEqual([
      expect.objectContaining({
        id: 'con_1',
        location_id: 'loc_1',
        name: 'Square',
        environment: 'production',
        default: true,
      }),
    ]);
  });

  it('names every fault with its path', () => {
    const faulty = [
      { vendor: 'sqare' },
      { vendor: 'square', pos_location: 'L1', credentials: { acess_token: 'x' } },
    ];
    expect(() => connectionsFromFile(faulty)).toThrow(
      /connections\[0\]\.vendor: "sqare".*connections\[0\]\.pos_location.*connections\[1\]\.credentials\.acess_token/s,
    );
  });
});
