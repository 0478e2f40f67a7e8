import { describe, expect, it } from "vitest";
import { contextTimeframes, higherTimeframe } from "../../../src/engine/model/higher-timeframe.ts";

describe("the higher timeframe", () => {
  it("gives the direction of the lower one", () => {
    expect((["1m", "5m", "15m", "1h", "4h", "1d"] as const).map(higherTimeframe)).toEqual([
      "15m",
      "1h",
      "1h",
      "4h",
      "1d",
      undefined,
    ]);
  });

  it("is watched beside the wanted ones, once, when the candles can be added up to it", () => {
    expect(contextTimeframes(["5m", "15m"], "1m")).toEqual(["1h"]);
    expect(contextTimeframes(["1m", "15m", "1h"], "1m")).toEqual(["4h"]);
    expect(contextTimeframes(["1d"], "1d")).toEqual([]);
    expect(contextTimeframes(["1h", "4h"], "1h")).toEqual(["1d"]);
  });
});
