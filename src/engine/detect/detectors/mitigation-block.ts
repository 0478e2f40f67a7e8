import { detectorEntry } from "../detector.ts";
import { FlippedBlockDetector, flippedBlockSettings } from "../zones/flipped-block.ts";

export const mitigationBlock = detectorEntry({
  kind: "mitigation-block",
  settings: flippedBlockSettings("mitigation blocks"),
  help: "Order blocks that failed before the move from them had taken liquidity",
  create: (context, { maxAge }) => new FlippedBlockDetector(context, "mitigation-block", maxAge),
});
