import type { ChartRequest } from "../../charts/kinds/chart-kinds.ts";
import type { Reader } from "../../engine/ports/phrases.ts";
import type { PictureSubject } from "../../engine/ports/pictures.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import type { DeskContext } from "../desk-context.ts";
import { chartPicture } from "./chart-picture.ts";
import { createEasel, type Easel } from "./easel.ts";
import { exposurePicture } from "./exposure-picture.ts";
import { type ReplayWish, replayPicture } from "./replay-picture.ts";
import { equityPicture, monthPicture, performancePicture } from "./result-pictures.ts";
import { scanPicture } from "./scan-picture.ts";
import { sessionBriefPicture } from "./session-brief-picture.ts";
import { tradePicture } from "./trade-picture.ts";

export type PictureWish = PictureSubject | { readonly kind: "trade"; readonly trade: Trade } | ReplayWish;

/**
 * An image of what is asked for. Unset when there is nothing to draw, and when it fails or takes too long: no card
 * is ever lost for its picture.
 */
export async function drawPicture(
  context: DeskContext,
  wish: PictureWish,
  reader: Reader,
): Promise<Uint8Array | undefined> {
  try {
    const request = await requestOf(await createEasel(context, reader), wish);
    return request && (await context.charts.render(request));
  } catch (error) {
    context.log.error({ err: error, picture: wish.kind }, "picture not drawn");
    return undefined;
  }
}

async function requestOf(easel: Easel, wish: PictureWish): Promise<ChartRequest | undefined> {
  switch (wish.kind) {
    case "trade":
      return tradePicture(easel, wish.trade);
    case "chart":
      return chartPicture(easel, wish);
    case "scan":
      return scanPicture(easel, wish);
    case "exposure":
      return exposurePicture(easel);
    case "equity":
      return equityPicture(easel, wish);
    case "month":
      return monthPicture(easel, wish);
    case "performance":
      return performancePicture(easel, wish);
    case "replayed-setup":
      return replayPicture(easel, wish);
    case "session-brief":
      return sessionBriefPicture(easel, wish);
  }
}
