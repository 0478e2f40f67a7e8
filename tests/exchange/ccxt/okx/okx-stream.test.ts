import { describeAccountStream } from "../suite/venue-account-stream.ts";
import { OKX } from "./okx-venue.ts";

// One for orders and one for stops, each on a socket of its own.
describeAccountStream(OKX, {
  streams: ["orders SWAP ", "orders-algo SWAP "],
  sockets: ["/ws/v5/business", "/ws/v5/private"],
});
