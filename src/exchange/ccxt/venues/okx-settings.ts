import { z } from "zod";
import { decimal } from "../../../engine/decimal.ts";
import type { CcxtClient } from "../load-client.ts";
import type { AccountSettings } from "../venue.ts";
import { callEndpoint } from "./call-endpoint.ts";

/** An account with which the desk may not start; the name says why, wherever the fault is shown. */
class UnfitAccount extends Error {
  override readonly name: "AccountOfSpotOnly" | "PositionInOtherMarginMode";

  constructor(name: UnfitAccount["name"]) {
    super(name);
    this.name = name;
  }
}

const configSchema = z.object({
  data: z
    .tuple([z.object({ posMode: z.enum(["net_mode", "long_short_mode"]), acctLv: z.string() })])
    .rest(z.unknown()),
});
const leverageSchema = z.object({ data: z.array(z.object({ lever: z.string(), posSide: z.string() })) });
const heldSchema = z.object({ mgnMode: z.string() });

/** The account mode in which there are no contracts. */
const SPOT_MODE = "1";

/** Whether both sides may be open at once. Throws for an account that has no contracts. */
export async function isHedgedAccount(client: CcxtClient): Promise<boolean> {
  const [{ posMode, acctLv }] = configSchema.parse(
    await callEndpoint(client, "privateGetAccountConfig", {}),
  ).data;
  if (acctLv === SPOT_MODE) throw new UnfitAccount("AccountOfSpotOnly");
  return posMode === "long_short_mode";
}

/**
 * Leverage belongs to a symbol and a margin mode. It is only changed where it differs, because the venue refuses the
 * change while orders or a position are there, and a desk must be able to start with them.
 */
export function okxPreparations(
  client: CcxtClient,
  ccxtSymbol: string,
  { leverage, marginMode = "cross" }: AccountSettings,
): readonly (() => Promise<unknown>)[] {
  return [
    () => checkMarginMode(client, ccxtSymbol, marginMode),
    ...(leverage === undefined ? [] : [() => setLeverage(client, ccxtSymbol, leverage, marginMode)]),
  ];
}

type MarginMode = NonNullable<AccountSettings["marginMode"]>;

/** The margin mode is a word of every order: an exit in another one than its position's would find nothing. */
async function checkMarginMode(
  client: CcxtClient,
  ccxtSymbol: string,
  marginMode: MarginMode,
): Promise<void> {
  const held = await client.fetchPositions([ccxtSymbol]);
  const isOther = held.some(
    ({ contracts, info }) => (contracts ?? 0) !== 0 && heldSchema.parse(info).mgnMode !== marginMode,
  );
  if (isOther) throw new UnfitAccount("PositionInOtherMarginMode");
}

async function setLeverage(
  client: CcxtClient,
  ccxtSymbol: string,
  leverage: number,
  marginMode: MarginMode,
): Promise<void> {
  const query = { instId: client.marketId(ccxtSymbol), mgnMode: marginMode };
  const set = leverageSchema.parse(await callEndpoint(client, "privateGetAccountLeverageInfo", query)).data;
  for (const { lever, posSide } of set) {
    if (decimal(lever).eq(leverage)) continue;
    // Only isolated positions of both sides have a leverage for each.
    const side = marginMode === "isolated" ? { posSide } : {};
    await client.setLeverage(leverage, ccxtSymbol, { mgnMode: marginMode, ...side });
  }
}
