import { describeSecrets } from "../suite/venue-secrets.ts";
import { SPOT } from "./spot-venue.ts";

describeSecrets(SPOT, { signature: "signature=", account: "/api/v3/account", orders: "/api/v3/order" });
