import { describeSecrets } from "../suite/venue-secrets.ts";
import { OKX } from "./okx-venue.ts";

describeSecrets(OKX, {
  signature: "OK-ACCESS-SIGN",
  account: "/api/v5/account/balance",
  orders: "/api/v5/trade",
});
