import { runEmulator } from "../exchange/emulator-process.ts";
import { SPOT_COIN, startSpotEmulator } from "./spot-emulator.ts";

/** `node --import tsx tests/emulators/binance-spot/main.ts [--start MS] [--journal FILE] [--balance USDT]`. */
await runEmulator(startSpotEmulator, [SPOT_COIN]);
