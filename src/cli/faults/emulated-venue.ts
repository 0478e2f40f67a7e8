import { z } from "zod";
import { decimal, toText } from "../../engine/decimal.ts";
import type { Draws } from "../../exchange/simulated/draws.ts";
import { type EmulatorState, inDeskTerms, logOf, stateSchema, truthOf } from "./emulated-evidence.ts";
import type { EmulatedExchange } from "./emulated-exchanges.ts";
import type { EmulatorProcess } from "./emulator-process.ts";
import { INSTRUMENTS, START_AT, TRADED } from "./fault-market.ts";
import type { ExchangeWay, FaultVenue, VenueDisturbance, VenueEvidence } from "./fault-venue.ts";
import type { Scenario } from "./scenarios.ts";

const DOWN_MS = 30_000;
const START_BALANCE = "100000";

export interface EmulatedVenueOptions {
  readonly emulator: EmulatorProcess;
  readonly scenario: Scenario;
  readonly draws: Draws;
}

/** A fresh emulated exchange for one run, reached over HTTP by the real client alone. */
export async function venueOverHttp(options: EmulatedVenueOptions): Promise<FaultVenue> {
  const urls = await options.emulator.tell({
    do: "renew",
    startMs: START_AT,
    startBalance: START_BALANCE,
    // A run asks in two minutes what a desk asks in twenty.
    weightPerMinute: 1_000_000,
    symbols: symbolsOf(options.emulator.of),
  });
  const { httpUrl, wsUrl } = z.object({ httpUrl: z.string(), wsUrl: z.string() }).parse(urls);
  const listens = options.scenario.streams !== undefined;
  const { exchange } = options.emulator.of;
  const reach = { exchange, httpUrl, wsUrl, symbols: TRADED, listens };
  return new EmulatedVenue(options, { kind: "http", reach });
}

function symbolsOf({ idOf, contractSize, isSpot }: EmulatedExchange) {
  const inUnits = (quantity: string) => toText(decimal(quantity).div(contractSize));
  return INSTRUMENTS.map(({ symbol, priceTick, quantityStep, minQuantity, minNotional }) => ({
    id: idOf(symbol),
    base: symbol.split("/")[0] ?? "",
    quote: symbol.split("/")[1] ?? "",
    firstPrice: 100,
    pricePrecision: 1,
    quantityPrecision: 3,
    tickSize: priceTick,
    stepSize: inUnits(quantityStep),
    minQuantity: inUnits(minQuantity),
    minNotional,
    contractSize,
    // Fees in another coin leave no dust, which would look like a position.
    ...(isSpot && { isSpot, feeAsset: "BNB" }),
  }));
}

class EmulatedVenue implements FaultVenue {
  readonly way: ExchangeWay;
  private readonly options: EmulatedVenueOptions;
  private readonly foreignIds: string[] = [];
  private elapsedMs = 0;
  private troubleUntil = Number.POSITIVE_INFINITY;

  constructor(options: EmulatedVenueOptions, way: ExchangeWay) {
    this.options = options;
    this.way = way;
  }

  async arm(): Promise<void> {
    const { scenario, draws, emulator } = this.options;
    if (scenario.streams !== undefined) await emulator.tell({ do: "set", streamFills: scenario.streams });
    for (const command of scenario.emulated?.(draws, emulator.of) ?? []) await emulator.tell(command);
  }

  async afterTap(): Promise<void> {
    if (this.options.scenario.cancelsEntry) await this.cancelByHand(({ reduceOnly }) => !reduceOnly);
  }

  async price(symbol: string, price: number): Promise<void> {
    await this.tell("trade", { symbol: this.options.emulator.of.idOf(symbol), price, quantity: 1 });
  }

  async advance(ms: number): Promise<void> {
    this.elapsedMs += ms;
    if (this.elapsedMs >= this.troubleUntil) {
      this.troubleUntil = Number.POSITIVE_INFINITY;
      await this.tell("set", { maintenance: false, clockAheadMs: 0 });
    }
    await this.tell("advance", { ms: Math.round(ms) });
  }

  async disturb(kind: VenueDisturbance): Promise<void> {
    switch (kind) {
      case "stops-cancelled":
        return this.cancelStops();
      case "venue-down":
        return this.trouble({ maintenance: true });
      case "clock-jump":
        return this.tell("set", { clockAheadMs: this.options.draws.uniform() < 0.5 ? 2000 : -2000 });
      case "clock-far":
        return this.trouble({ clockAheadMs: 3_600_000 });
      case "rate-limited":
        return this.refuseAll(429, 10);
      case "banned":
        return this.refuseAll(418, 40);
      case "foreign-order": {
        const { idOf } = this.options.emulator.of;
        const placed = { symbol: idOf("SOL/USDT"), side: "BUY", quantity: "1", price: "50" };
        const id = await this.options.emulator.tell({ do: "trade-by-hand", ...placed });
        this.foreignIds.push(String(id));
      }
    }
  }

  async evidence(): Promise<VenueEvidence> {
    const state = await this.state();
    return { log: logOf(state), truth: truthOf(state), foreignIds: this.foreignIds };
  }

  private async trouble(switches: Readonly<Record<string, unknown>>): Promise<void> {
    this.troubleUntil = this.elapsedMs + DOWN_MS;
    await this.tell("set", switches);
  }

  private async refuseAll(status: number, times: number): Promise<void> {
    const faults = Array.from({ length: times }, () => ({ status, retryAfterSeconds: 5 }));
    await this.tell("fail", { path: this.options.emulator.of.root, faults });
  }

  private async cancelStops(): Promise<void> {
    const stops = (await this.state()).algos.filter(
      ({ orderType, status }) => orderType === "STOP_MARKET" && status === "NEW",
    );
    for (const { clientAlgoId } of stops) await this.tell("cancel-by-hand", { clientOrderId: clientAlgoId });
  }

  private async cancelByHand(fits: (order: EmulatorState["orders"][number]) => boolean): Promise<void> {
    const alive = (await this.state()).orders.filter(({ status }) => /^(NEW|PARTIALLY_FILLED)$/.test(status));
    for (const { clientOrderId } of alive.filter(fits)) await this.tell("cancel-by-hand", { clientOrderId });
  }

  private async tell(name: string, values: Readonly<Record<string, unknown>>): Promise<void> {
    await this.options.emulator.tell({ do: name, ...values });
  }

  private async state(): Promise<EmulatorState> {
    const { emulator } = this.options;
    return inDeskTerms(stateSchema.parse(await emulator.tell({ do: "state" })), emulator.of);
  }
}
