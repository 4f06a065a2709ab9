import { rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { openReceptionistFile } from '../../src/store/receptionist/file';
import type { ReceptionistReader } from '../../src/store/receptionist/records';
import { describeWithPython, ReceptionistFile } from '../support/receptionist-file';

const ALL = { from: 0, to: Number.MAX_SAFE_INTEGER };

describeWithPython("the receptionist's own file", () => {
  let file: ReceptionistFile;
  const readers: ReceptionistReader[] = [];
  const open = () => {
    const reader = openReceptionistFile(file.path);
    readers.push(reader);
    return reader;
  };
  afterEach(() => {
    for (const reader of readers.splice(0)) reader.close();
    file.remove();
  });

  it('gives every row of a call, its end and the restaurant that was called', () => {
    file = ReceptionistFile.make('migrated');
    file.write(
      { business: { name: "Nino's", phone_number: '+16175550100' } },
      { call: { call_sid: 'CA1', caller_phone: '+16175550123', business_id: 1 } },
      { order: { call_sid: 'CA1', items: 'a pizza' } },
      { order: { call_sid: 'CA2', items: 'a salad' } },
      { order: { call_sid: 'CA1', items: 'a large pizza', total_estimate: 21.95, order_type: 'pickup' } },
    );
    const call = open().call('CA1', ALL);
    expect(call).toMatchObject({
      key: 'CA1',
      ended: false,
      business: { name: "Nino's", phone: '+16175550100' },
      businesses: 1,
      rows: [
        { row_id: 1, items: 'a pizza', created_in: 'utc', total: null },
        { row_id: 3, items: 'a large pizza', total: '21.95', total_in: 'units', caller_phone: 'Unknown' },
      ],
    });
    file.write({ hang_up: { call_sid: 'CA1', at: '2026-11-27 13:31:07.123456' } });
    expect(open().call('CA1', ALL)).toMatchObject({ ended: true, ended_at: '2026-11-27 13:31:07.123456' });
  });

  it('sees that something was written without reading it all again', () => {
    file = ReceptionistFile.make();
    const { version, rowsAfter, markOf } = open();
    const before = version();
    expect([version(), rowsAfter(0, 10), markOf(1)]).toEqual([before, [], null]);
    file.write({ order: { call_sid: 'CA1', items: 'a pizza' } });
    expect(version()).not.toBe(before);
    const [row] = rowsAfter(0, 10);
    expect(row).toEqual({ row_id: 1, key: 'CA1', created_at: expect.any(String) });
    expect(markOf(1)).toBe(`CA1 ${row?.created_at}`);
  });

  it("reads other receptionists' columns: cents, items of their own table, no call at all", () => {
    file = ReceptionistFile.make();
    file.write(
      { sql: 'DROP TABLE orders' },
      {
        sql: 'CREATE TABLE orders (total INTEGER, guest_name TEXT, id INTEGER PRIMARY KEY, order_date TEXT)',
      },
      {
        sql: 'CREATE TABLE order_items (id INTEGER PRIMARY KEY, order_id INTEGER, name TEXT, quantity INTEGER)',
      },
      { sql: "INSERT INTO orders VALUES (2195, 'Ann', 7, '2026-11-27 13:00:00')" },
      {
        sql: "INSERT INTO order_items (order_id, name, quantity) VALUES (7, 'Coke', 2), (8, 'Tea', 1), (7, 'Salad', 1)",
      },
    );
    const read = open();
    expect(read.rowsAfter(0, 10).map(({ key }) => key)).toEqual(['row-7']);
    expect(read.call('row-7', ALL)?.rows).toMatchObject([
      {
        name: 'Ann',
        total: '2195',
        total_in: 'minor',
        created_in: 'local',
        items: [
          { name: 'Coke', quantity: 2 },
          { name: 'Salad', quantity: 1 },
        ],
      },
    ]);
  });

  it('takes what tells a call apart as words, whatever they are', () => {
    file = ReceptionistFile.make();
    file.write({ order: { call_sid: "CA'; DROP TABLE orders; --", items: 'a pizza' } });
    const [row] = open().rowsAfter(0, 1);
    expect(open().call(row?.key ?? '', ALL)?.rows).toHaveLength(1);
  });

  it('knows the defect of a fresh file, and of no other', () => {
    file = ReceptionistFile.make('fresh');
    expect(file.write({ order: { call_sid: 'CA1', items: 'a pizza' } })).toEqual([
      'NOT NULL constraint failed: orders.organization_id',
    ]);
    expect(open().defects()).toEqual([
      {
        detail: expect.stringContaining('orders.organization_id'),
        fix: expect.stringContaining('DEFAULT 1'),
      },
    ]);
    file.remove();
    file = ReceptionistFile.make('migrated');
    expect(open().defects()).toEqual([]);
  });

  it('says in words why a file cannot be used', () => {
    file = ReceptionistFile.make();
    writeFileSync(`${file.path}.txt`, 'not a database, but long enough to be looked at as one'.repeat(20));
    expect(() => openReceptionistFile(`${file.path}.txt`)).toThrow('it is no SQLite database');
    expect(() => openReceptionistFile(`${file.path}.none`)).toThrow('there is no such file');
    const { dir, base } = parse(file.path);
    const inNoFolder = join(dir, 'gone', base);
    expect(() => openReceptionistFile(inNoFolder)).toThrow(
      `RECEPTIONIST_DB ${inNoFolder}: there is no such file: its folder ${join(dir, 'gone')} does not exist. Write the path`,
    );
    expect(() => openReceptionistFile(dir, '--db')).toThrow(`--db ${dir}: it is a folder, not a file.`);
    rmSync(file.path);
    file.write({ sql: 'CREATE TABLE customers (id INTEGER)' });
    expect(() => openReceptionistFile(file.path)).toThrow('it has no table "orders"');
  });

  it('never keeps the receptionist from saving an order', async () => {
    file = ReceptionistFile.make();
    file.write({ business: { name: "Nino's", phone_number: '+16175550100' } });
    const read = open();
    let done = false;
    const looks: number[] = [];
    const looking = (async () => {
      while (!done) {
        looks.push(lookAt(read));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const written = await file.loop(60);
    done = true;
    await looking;
    expect(written).toEqual({ calls: 60, refused: [] });
    expect(looks.length).toBeGreaterThan(60);
    expect(open().rowsAfter(0, 1_000)).toHaveLength(180);
  });
});

/** One look as the follower takes it, as often as it can; how many rows it saw. */
function lookAt(read: ReceptionistReader): number {
  try {
    read.version();
    const rows = read.rowsAfter(0, 500);
    const last = rows.at(-1);
    if (last) read.call(last.key, { from: 0, to: last.row_id });
    return rows.length;
  } catch (error) {
    if ((error as Error).name !== 'FileBusy') throw error;
    return 0;
  }
}
