export type Theme = "dark" | "light" | "colour-blind";

/** What a colour is for; the theme says which colour that is. */
export type ColourToken = keyof typeof DARK;

/** A colour with its opacity, 1 unless said otherwise. */
export interface Paint {
  readonly token: ColourToken;
  readonly alpha?: number;
}

const DARK = {
  background: "#131722",
  header: "#181c27",
  grid: "#232733",
  frame: "#2e3341",
  text: "#e3e6ee",
  quietText: "#9aa0ae",
  tagText: "#ffffff",
  up: "#22ab94",
  down: "#f23645",
  volumeUp: "#22ab94",
  volumeDown: "#f23645",
  bullZone: "#5b9cf6",
  bearZone: "#ff9850",
  bullGap: "#3bc9db",
  bearGap: "#e879c7",
  level: "#c3c8d4",
  liquidity: "#f2c14e",
  structureUp: "#4fd1b5",
  structureDown: "#ff7b85",
  swing: "#aab0be",
  premium: "#f23645",
  discount: "#22ab94",
  session: "#8f7bf5",
  entry: "#2f6bff",
  stop: "#e0293b",
  target: "#0e9a83",
  now: "#5a6172",
  fill: "#ffffff",
} as const;

const LIGHT: Record<ColourToken, string> = {
  background: "#ffffff",
  header: "#f7f8fb",
  grid: "#eef0f5",
  frame: "#d8dce6",
  text: "#131722",
  quietText: "#666b78",
  tagText: "#ffffff",
  up: "#089981",
  down: "#f23645",
  volumeUp: "#089981",
  volumeDown: "#f23645",
  bullZone: "#2f74e0",
  bearZone: "#d9690f",
  bullGap: "#0b8fa8",
  bearGap: "#b83f95",
  level: "#4a4f5c",
  liquidity: "#a87400",
  structureUp: "#04786a",
  structureDown: "#cf1f33",
  swing: "#7a8090",
  premium: "#f23645",
  discount: "#089981",
  session: "#6a55e0",
  entry: "#2157e6",
  stop: "#d61f33",
  target: "#078070",
  now: "#5a6172",
  fill: "#131722",
};

/** Up is blue and down is orange: told apart with every kind of colour vision, and by brightness as well. */
const COLOUR_BLIND: Record<ColourToken, string> = {
  ...DARK,
  up: "#56b4e9",
  down: "#e67e00",
  volumeUp: "#56b4e9",
  volumeDown: "#e67e00",
  bullZone: "#8ecdf5",
  bearZone: "#f0a63c",
  bullGap: "#56b4e9",
  bearGap: "#cc79a7",
  liquidity: "#f0e442",
  structureUp: "#8ecdf5",
  structureDown: "#f5a742",
  premium: "#e67e00",
  discount: "#56b4e9",
  session: "#b5bac6",
  entry: "#6c5ce0",
  stop: "#b85c00",
  target: "#0a72b8",
};

export const PALETTES: Record<Theme, Record<ColourToken, string>> = {
  dark: DARK,
  light: LIGHT,
  "colour-blind": COLOUR_BLIND,
};

export function paint(token: ColourToken, alpha?: number): Paint {
  return alpha === undefined ? { token } : { token, alpha };
}
