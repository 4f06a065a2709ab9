"""Writes a receptionist.db as the AI phone receptionist does: one connection a statement, rollback journal, five seconds of patience.

    receptionist_db.py FILE               takes one JSON action a line on standard input
    receptionist_db.py FILE loop CALLS    answers so many calls as fast as it can, and says how many inserts were refused

Actions: {"make": "migrated" | "fresh"}, {"business": {...}}, {"call": {...}}, {"order": {...}}, {"hang_up": {"call_sid": ..., "at": ...}}.
"""

import json
import sqlite3
import sys
from datetime import datetime

CALLS = """
    CREATE TABLE calls (
        id INTEGER PRIMARY KEY AUTOINCREMENT, call_sid TEXT UNIQUE NOT NULL, caller_phone TEXT,
        organization_id INTEGER{required}, business_id INTEGER, start_time TIMESTAMP NOT NULL, end_time TIMESTAMP,
        duration_seconds INTEGER, is_emergency BOOLEAN DEFAULT 0, status TEXT DEFAULT 'completed',
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)"""
BUSINESSES = """
    CREATE TABLE businesses (
        id INTEGER PRIMARY KEY AUTOINCREMENT, organization_id INTEGER, name TEXT NOT NULL, phone_number TEXT,
        menu_reference TEXT, config_json TEXT)"""
ORDERS = """
    CREATE TABLE orders (
        id INTEGER PRIMARY KEY AUTOINCREMENT, call_sid TEXT NOT NULL,{second} caller_phone TEXT NOT NULL, customer_name TEXT,
        items TEXT, order_type TEXT, delivery_address TEXT, pickup_name TEXT, phone_number TEXT, special_instructions TEXT,
        payment_method TEXT, total_estimate TEXT, order_status TEXT DEFAULT 'pending',
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, FOREIGN KEY (call_sid) REFERENCES calls (call_sid))"""


def run(file, sql, values=()):
    connection = sqlite3.connect(file, timeout=5)
    try:
        with connection:
            return connection.execute(sql, values).lastrowid
    finally:
        connection.close()


def insert(file, table, values):
    columns = ", ".join(values)
    marks = ", ".join("?" for _ in values)
    return run(file, f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))


def make(file, variant):
    """A database from before there were several restaurants got its column later, and last; a fresh one has it from the start."""
    fresh = variant == "fresh"
    run(file, CALLS.format(required=" NOT NULL DEFAULT 1" if fresh else ""))
    run(file, BUSINESSES)
    run(file, ORDERS.format(second=" organization_id INTEGER NOT NULL," if fresh else ""))
    if not fresh:
        run(file, "ALTER TABLE orders ADD COLUMN organization_id INTEGER")


def start_call(file, call):
    insert(file, "calls", {"start_time": str(datetime.now()), **call})


def save_order(file, order):
    items = order.get("items")
    text = json.dumps(items) if isinstance(items, (list, dict)) else items
    insert(file, "orders", {"caller_phone": "Unknown", **order, "items": text})


def hang_up(file, call_sid, at=None):
    run(file, "UPDATE calls SET end_time = ?, duration_seconds = 60 WHERE call_sid = ?", (at or str(datetime.now()), call_sid))


ACTIONS = {
    "make": make,
    "business": lambda file, values: insert(file, "businesses", values),
    "call": start_call,
    "order": save_order,
    "hang_up": lambda file, values: hang_up(file, **values),
    "sql": run,
}


def act(file):
    for line in sys.stdin:
        for name, given in json.loads(line).items():
            try:
                ACTIONS[name](file, given)
                print(json.dumps({name: "done"}))
            except sqlite3.Error as error:
                print(json.dumps({name: str(error)}))


def loop(file, calls):
    """Three rows a call, each more complete, then the end of the call."""
    refused = []
    for number in range(int(calls)):
        sid = f"CAloop{number:04}"
        steps = [lambda: start_call(file, {"call_sid": sid, "caller_phone": "+16175550123", "business_id": 1})]
        for row in range(1, 4):
            order = {"call_sid": sid, "items": f"{row} large pepperoni", "order_type": "pickup", "customer_name": f"Guest {number}"}
            steps.append(lambda order=order: save_order(file, order))
        for step in [*steps, lambda: hang_up(file, sid)]:
            try:
                step()
            except sqlite3.Error as error:
                refused.append(str(error))
    print(json.dumps({"calls": int(calls), "refused": refused}))


if __name__ == "__main__":
    _, path, *rest = sys.argv
    loop(path, rest[1]) if rest else act(path)
