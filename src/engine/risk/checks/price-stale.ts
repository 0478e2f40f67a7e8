import { denial, type KnownPrice, type RiskCheck } from "../risk-input.ts";

/** At an approval: a usable last price must be known and not be older than `maxPriceAgeSeconds`. */
export const priceStale: RiskCheck = ({ approval, account, settings }) => {
  if (approval === undefined) return undefined;
  const limit = settings.maxPriceAgeSeconds;
  if (!isPrice(approval.price)) return denial("price-stale", limit);
  const ageSeconds = (account.now - approval.price.at) / 1000;
  return ageSeconds <= limit ? undefined : denial("price-stale", limit, ageSeconds);
};

function isPrice(known: KnownPrice | undefined): known is KnownPrice {
  return known !== undefined && Number.isFinite(known.price) && known.price > 0;
}
