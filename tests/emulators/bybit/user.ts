/** What the venue keeps of its user, beside the books. */
export interface BybitUser {
  /** Rights of the key and how it is bound, as `GET /v5/user/query-api` tells them. */
  readonly key: {
    readOnly: 0 | 1;
    /** `["*"]` when it is not bound. */
    ips: readonly string[];
    permissions: { ContractTrade: readonly string[]; Wallet: readonly string[] };
    /** 1 for a unified account. */
    uta: 0 | 1;
  };
  /** Of the whole account. */
  marginMode: "REGULAR_MARGIN" | "ISOLATED_MARGIN" | "PORTFOLIO_MARGIN";
  /** Symbols that stay in one-way mode whatever the account has; the books know one mode, so only told, not traded. */
  oneWaySymbols: readonly string[];
  /** Orders that ended before this are not in `order/realtime` any more. */
  restartedAt: number;
  /** The coin that fees are paid in, where it is not that of the contract. */
  feeCurrency: string;
  /** What the list of executions has beside the trades of orders. */
  readonly otherExecutions: OtherExecution[];
}

/** Nobody ordered it: there is an id of an order, but no order and no name. */
export interface OtherExecution {
  readonly execType: "Funding" | "BustTrade" | "AdlTrade";
  readonly symbol: string;
  readonly side: "Buy" | "Sell";
  readonly execQty: string;
  readonly execPrice: string;
  readonly at: number;
}

export function createUser(): BybitUser {
  return {
    key: {
      readOnly: 0,
      ips: ["127.0.0.1"],
      permissions: { ContractTrade: ["Order", "Position"], Wallet: [] },
      uta: 1,
    },
    marginMode: "REGULAR_MARGIN",
    oneWaySymbols: [],
    restartedAt: 0,
    feeCurrency: "",
    otherExecutions: [],
  };
}
