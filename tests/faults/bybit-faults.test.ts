import { describeVenueFaults } from "./venue-faults.ts";

describeVenueFaults("Bybit", "bybit");
