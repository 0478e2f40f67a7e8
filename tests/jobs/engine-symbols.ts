export const START_AT = Date.UTC(2026, 2, 3);
/** Real time in which a minute of the test's market goes by. */
export const STEP_MS = 200;
export const ENGINE_SYMBOLS = Array.from({ length: 40 }, (_, index) => `C${index}/USDT`);
