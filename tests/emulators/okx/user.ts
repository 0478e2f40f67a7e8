/** What the venue keeps of its user, beside the books. */
export interface OkxUser {
  /** Rights of the key and how it is bound, as `GET /api/v5/account/config` tells them. */
  readonly key: {
    perm: string;
    /** Addresses with commas between them; empty when it is not bound. */
    ip: string;
    /** Account mode: 1 spot, 2 futures, 3 multi-currency, 4 portfolio. */
    acctLv: string;
  };
  /** Somebody trades spot and margin in the same account; lists tell of it unless they are asked for perpetuals. */
  tradesElsewhere: boolean;
}

export function createUser(): OkxUser {
  return { key: { perm: "read_only,trade", ip: "127.0.0.1", acctLv: "2" }, tradesElsewhere: false };
}
