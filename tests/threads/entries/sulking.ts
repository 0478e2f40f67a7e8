import { serveOrders } from "../../../src/threads/serve-orders.ts";

/** Answers every order but one that says "hang". */
serveOrders((order: string) =>
  order === "hang" ? new Promise<Uint8Array>(() => undefined) : Uint8Array.of(1),
);
