export const MAIL_FAULTS = ['refuse', 'temporary', 'permanent', 'hang_after_data', 'drop'] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

/** The moments of a mail's arrival at which a fault can strike. */
export type MailMoment = 'connection' | 'login' | 'sender' | 'recipient' | 'data';

/** Where each strikes first; connections and log-ins are kept for many mails, so those two strike a kept one as well. */
const STRIKES: Record<MailFault, MailMoment[]> = {
  drop: ['connection', 'sender'],
  refuse: ['login', 'sender'],
  permanent: ['recipient'],
  temporary: ['data'],
  hang_after_data: ['data'],
};

/** A mail as the sandbox's mail server took it. `at` is RFC 3339. */
export type ReceivedMail = {
  id: string;
  from: string;
  to: string[];
  subject: string;
  message_id: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
  raw: string;
  at: string;
};

/** More than anybody looks at; the oldest go first. */
const MOST_MAILS = 500;

/** All mail that the sandbox took, and the faults that await the next. */
export class Mailbox {
  /** Where mail arrives; null while no mail server is open. */
  smtpUrl: string | null = null;
  private mails: ReceivedMail[] = [];
  private count = 0;
  private armed: { fault: MailFault; times: number }[] = [];
  private readonly listeners = new Set<() => void>();

  add(mail: Omit<ReceivedMail, 'id'>): ReceivedMail {
    const received = { id: `mail_${++this.count}`, ...mail };
    this.mails = [received, ...this.mails].slice(0, MOST_MAILS);
    this.announce();
    return received;
  }

  /** The newest first. */
  list(): ReceivedMail[] {
    return this.mails;
  }

  find(id: string): ReceivedMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  /** Lets the next `times` mails go wrong. */
  arm(fault: { fault: MailFault; times: number }): void {
    this.armed.push({ ...fault });
  }

  /** The fault that strikes at this moment, used up by one; faults strike in the order in which they were set. */
  strike(moment: MailMoment): MailFault | undefined {
    const struck = this.armed.find(({ fault }) => STRIKES[fault].includes(moment));
    if (struck && --struck.times <= 0) this.armed = this.armed.filter((one) => one !== struck);
    return struck?.fault;
  }

  /** Calls back after every change; the answer ends it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  reset(): void {
    this.mails = [];
    this.armed = [];
    this.announce();
  }

  private announce(): void {
    for (const listener of this.listeners) listener();
  }
}
