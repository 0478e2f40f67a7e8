import { describeAccountStream } from "../suite/venue-account-stream.ts";
import { SPOT } from "./spot-venue.ts";

describeAccountStream(SPOT, { streams: ["user"], sockets: ["/ws-api/v3"] });
