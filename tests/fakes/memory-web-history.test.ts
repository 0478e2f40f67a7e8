import { describeWebHistoryContract } from "../contracts/web-history.ts";
import { createMemoryWebHistory } from "./memory-web-history.ts";

describeWebHistoryContract("memory", async () => createMemoryWebHistory());
