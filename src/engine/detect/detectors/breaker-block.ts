import { detectorEntry } from "../detector.ts";
import { FlippedBlockDetector, flippedBlockSettings } from "../zones/flipped-block.ts";

export const breakerBlock = detectorEntry({
  kind: "breaker-block",
  settings: flippedBlockSettings("breaker blocks"),
  help: "Order blocks that failed after the move from them had taken liquidity",
  create: (context, { maxAge }) => new FlippedBlockDetector(context, "breaker-block", maxAge),
});
