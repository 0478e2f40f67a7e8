import type { CcxtClient } from "../load-client.ts";

type Endpoint = (parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** An endpoint of a venue; ccxt makes these methods when it starts and does not declare them. */
export function callEndpoint(
  client: CcxtClient,
  name: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const endpoints = client as unknown as Readonly<Record<string, Endpoint | undefined>>;
  const endpoint = endpoints[name];
  if (!endpoint) throw new RangeError(`ccxt has no ${name}`);
  return endpoint.call(client, parameters);
}
