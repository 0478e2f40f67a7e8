import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { MarketInterface } from "ccxt";
import type { SubmittableOrder } from "../../../../src/engine/trade/order.ts";
import type { ListedSymbol } from "../../../../src/exchange/ccxt/ccxt-instruments.ts";
import { outcomeOfFailure } from "../../../../src/exchange/ccxt/order-errors.ts";
import { createPrivateClients } from "../../../../src/exchange/ccxt/private-client.ts";
import { createOrder } from "../../../../src/exchange/ccxt/send-orders.ts";
import type { OrderSituation, OrderVenue } from "../../../../src/exchange/ccxt/venue.ts";

/** A request as it left the real client, without what differs from call to call. */
export interface Captured {
  readonly call: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const CHANGING = ["timestamp", "signature", "recvWindow"];

/** The real client of a venue before a loopback server that writes down what comes and answers as it is told. */
export async function captureClient(venue: OrderVenue, market: CapturedMarket, answer: Answer) {
  const captured: Captured[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      captured.push(
        capturedOf(request.method ?? "", request.url ?? "/", Buffer.concat(chunks).toString("utf8")),
      );
      response.writeHead(answer.status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(answer.body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const clients = await createPrivateClients({
    venue,
    keys: { apiKey: "key", secret: "secret", passphrase: "pass" },
    requestTimeoutMs: 2000,
    throttleReads: false,
    server: { httpUrl: `http://127.0.0.1:${port}`, wsUrl: `ws://127.0.0.1:${port}` },
  });
  for (const client of [clients.reads, clients.orders]) client.setMarkets([marketOf(market)]);
  const listed: ListedSymbol = {
    ccxtSymbol: market.symbol,
    contractSize: market.contractSize,
    instrument: { ...RULES, symbol: "BTC/USDT" },
  };
  return {
    captured,
    clients,
    place: async (order: SubmittableOrder, situation: OrderSituation = { hedged: false }) => {
      const { hedged, marginMode } = situation;
      const access = { orders: clients.orders, venue, hedged, marginMode };
      const sent = await clients.send(() => createOrder(access, order, listed));
      return sent.ok ? "answered" : outcomeOfFailure(sent.failure, venue);
    },
    close: () => closed(server),
  };
}

export interface CapturedMarket {
  readonly id: string;
  readonly symbol: string;
  readonly type: "spot" | "swap";
  readonly contractSize: number;
}

const RULES = {
  kind: "crypto",
  priceTick: "0.1",
  quantityStep: "0.001",
  minQuantity: "0.001",
  minNotional: "5",
  makerFee: 0,
  takerFee: 0,
} as const;

function marketOf({ id, symbol, type, contractSize }: CapturedMarket): MarketInterface {
  const isSwap = type === "swap";
  const market = {
    id,
    symbol,
    type,
    base: "BTC",
    quote: "USDT",
    baseId: "BTC",
    quoteId: "USDT",
    ...(isSwap ? { settle: "USDT", settleId: "USDT", linear: true, inverse: false, contractSize } : {}),
    spot: !isSwap,
    swap: isSwap,
    margin: false,
    future: false,
    option: false,
    contract: isSwap,
    active: true,
    precision: { amount: 0.001, price: 0.1 },
    limits: {},
    info: { orderTypes: ["LIMIT", "MARKET", "STOP_LOSS", "TAKE_PROFIT"] },
  };
  // What the client reads of a market to write an order; the rest of its type is not looked at.
  return market as unknown as MarketInterface;
}

function capturedOf(method: string, url: string, body: string): Captured {
  const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
  const sent: unknown = body.startsWith("{") || body.startsWith("[") ? JSON.parse(body) : undefined;
  const named = sent ?? Object.fromEntries(new URLSearchParams(body));
  const params = {
    ...Object.fromEntries(searchParams),
    ...(Array.isArray(named) ? { list: named } : (named as object)),
  };
  for (const name of CHANGING) delete (params as Record<string, unknown>)[name];
  return { call: `${method} ${pathname}`, params };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
