import { describeVenueFaults } from "./venue-faults.ts";

describeVenueFaults("OKX", "okx");
