/** Codes of an authenticator app, for what only its owner may do. */
export interface OneTimeCodes {
  /** `locked`: too many wrong codes; no code helps any more. A code is taken once. */
  verify(userId: string, code: string): Promise<"ok" | "wrong" | "locked">;
}
