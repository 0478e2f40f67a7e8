import { runEmulator } from "../exchange/emulator-process.ts";
import { BTC_SWAP, COIN_SWAP, ETH_SWAP } from "./instruments.ts";
import { startOkxEmulator } from "./okx-emulator.ts";

/** `node --import tsx tests/emulators/okx/main.ts [--start MS] [--journal FILE] [--balance USDT]`. */
await runEmulator(startOkxEmulator, [BTC_SWAP, ETH_SWAP, COIN_SWAP]);
