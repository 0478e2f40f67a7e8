import { z } from "zod";
import { DeskError } from "../errors.ts";
import { type PaperAccount, REJECT_CODES } from "./account.ts";

const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/, "must be a plain decimal number");
const count = z.int().min(0);
const side = z.enum(["buy", "sell"]);

const orderSchema = z.strictObject({
  clientOrderId: z.string(),
  exchangeOrderId: z.string(),
  symbol: z.string(),
  side,
  type: z.enum(["market", "limit", "stop", "take-profit"]),
  price: z.exactOptional(decimalText),
  quantity: decimalText,
  filledQuantity: decimalText,
  status: z.enum(["working", "filled", "cancelled", "rejected"]),
  reduceOnly: z.boolean(),
  placedAt: z.number(),
  priceTick: decimalText,
  feeRate: z.number(),
  armed: z.boolean(),
  rejectCode: z.exactOptional(z.enum(REJECT_CODES)),
});

const fillSchema = z.strictObject({
  fillId: z.string(),
  clientOrderId: z.string(),
  symbol: z.string(),
  side,
  quantity: decimalText,
  price: decimalText,
  fee: decimalText,
  at: z.number(),
});

const accountSchema: z.ZodType<PaperAccount> = z.strictObject({
  version: z.literal(1),
  balance: decimalText,
  slippagePercent: z.number().min(0).lt(100),
  orderCount: count,
  fillCount: count,
  positions: z.array(
    z.strictObject({ symbol: z.string(), quantity: decimalText, cost: decimalText, increasedAt: z.number() }),
  ),
  working: z.array(orderSchema),
  finished: z.array(orderSchema),
  fills: z.array(fillSchema),
  prices: z.array(z.strictObject({ symbol: z.string(), price: z.number(), at: z.number() })),
});

export function accountToJson(account: PaperAccount): string {
  return JSON.stringify(account);
}

/** Reads what `accountToJson` wrote. Throws `DeskError` `paper-account-invalid` that names the field. */
export function accountFromJson(text: string): PaperAccount {
  const parsed = accountSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DeskError("paper-account-invalid", {
    path: issue?.path.join(".") ?? "",
    problem: issue?.message ?? "",
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DeskError("paper-account-invalid", { path: "", problem: "not JSON" }, { cause });
  }
}
