import { describe, expect, it } from "vitest";
import { addressesOf, rewriteUrls } from "../../../src/exchange/ccxt/rewrite-urls.ts";

const SERVER = { httpUrl: "http://127.0.0.1:8080", wsUrl: "ws://127.0.0.1:8080" };

describe("rewriting addresses", () => {
  it("replaces every host and keeps every path, however deep", () => {
    const tree = {
      public: "https://fapi.real.example/fapi/v1",
      ws: { future: "wss://stream.real.example:9443/ws", list: ["https://api.{hostname}"] },
      version: "v1",
      count: 3,
    };
    expect(rewriteUrls(tree, SERVER)).toEqual({
      public: "http://127.0.0.1:8080/fapi/v1",
      ws: { future: "ws://127.0.0.1:8080/ws", list: ["http://127.0.0.1:8080"] },
      version: "v1",
      count: 3,
    });
    expect(addressesOf(tree)).toHaveLength(3);
  });

  it("refuses a tree in which an address is left", () => {
    expect(() => rewriteUrls({ odd: "ftp://real.example/file" }, SERVER)).toThrow(
      new RangeError("ftp://real.example/file still leads to a real server"),
    );
  });
});
