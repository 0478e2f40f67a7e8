import { describeButtonsContract } from "../contracts/buttons-contract.ts";
import { describeCandleStoreContract } from "../contracts/candle-store-contract.ts";
import { describeLedgerContract } from "../contracts/ledger-contract.ts";
import { describePaperStoreContract } from "../contracts/paper-store-contract.ts";
import { describePreferencesContract, describeRosterContract } from "../contracts/people-contracts.ts";
import { describePromptsContract } from "../contracts/prompts-contract.ts";
import { describeScanClaimsContract } from "../contracts/scan-claims-contract.ts";
import { describeSettingsStoreContract } from "../contracts/settings-store-contract.ts";
import { describeSubscriptionsContract } from "../contracts/subscriptions-contract.ts";
import { MemoryButtons } from "./memory-buttons.ts";
import { MemoryCandleStore } from "./memory-candle-store.ts";
import { MemoryLedger } from "./memory-ledger.ts";
import { MemoryPaperStore } from "./memory-paper-store.ts";
import { MemoryPreferences } from "./memory-preferences.ts";
import { MemoryPrompts } from "./memory-prompts.ts";
import { MemoryRoster } from "./memory-roster.ts";
import { MemoryScanClaims } from "./memory-scan-claims.ts";
import { MemorySettingsStore } from "./memory-settings-store.ts";
import { MemorySubscriptions } from "./memory-subscriptions.ts";
import { TestClock } from "./test-clock.ts";

describeLedgerContract("MemoryLedger", () => new MemoryLedger());
describeCandleStoreContract("MemoryCandleStore", () => new MemoryCandleStore());
describeSettingsStoreContract("MemorySettingsStore", (clock) => new MemorySettingsStore({}, clock));
describeButtonsContract("MemoryButtons", (clock) => new MemoryButtons(clock));
describeRosterContract("MemoryRoster", () => new MemoryRoster());
describePreferencesContract("MemoryPreferences", () => new MemoryPreferences());
describePaperStoreContract("MemoryPaperStore", () => new MemoryPaperStore());
describeScanClaimsContract("MemoryScanClaims", () => new MemoryScanClaims(new TestClock(1_000)));
const promptClock = new TestClock(0);
describePromptsContract(
  "MemoryPrompts",
  () => new MemoryPrompts(promptClock),
  async (ms) => promptClock.advance(ms),
);
describeSubscriptionsContract("MemorySubscriptions", () => new MemorySubscriptions());
