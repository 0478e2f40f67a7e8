import { runEmulator } from "../exchange/emulator-process.ts";
import { BTCUSDT, COINUSDT, ETHUSDT } from "../exchange/symbols.ts";
import { startBinanceEmulator } from "./binance-emulator.ts";

/** `node --import tsx tests/emulators/binance/main.ts [--start MS] [--journal FILE] [--balance USDT]`. */
await runEmulator(startBinanceEmulator, [BTCUSDT, ETHUSDT, COINUSDT]);
