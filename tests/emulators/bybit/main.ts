import { runEmulator } from "../exchange/emulator-process.ts";
import { BTCUSDT, COINUSDT, ETHUSDT } from "../exchange/symbols.ts";
import { startBybitEmulator } from "./bybit-emulator.ts";

/** `node --import tsx tests/emulators/bybit/main.ts [--start MS] [--journal FILE] [--balance USDT]`. */
await runEmulator(startBybitEmulator, [BTCUSDT, ETHUSDT, COINUSDT]);
