import type { ChartLook } from "../../charts/chart-look.ts";
import type { Reader } from "../../engine/ports/phrases.ts";
import type { Settings } from "../../engine/settings/settings.ts";
import type { Phrase } from "../../engine/signal.ts";
import type { DeskContext } from "../desk-context.ts";

/** What every picture is made with: the desk, how pictures look, and the words of whoever reads them. */
export interface Easel {
  readonly context: DeskContext;
  readonly settings: Settings;
  readonly look: ChartLook;
  /** The text behind a key for the reader. */
  readonly say: (key: string, args?: Phrase["args"]) => string;
}

export async function createEasel(context: DeskContext, reader: Reader): Promise<Easel> {
  const { settings } = await context.settings.current();
  const { theme, size, watermark, name } = settings.charts;
  return {
    context,
    settings,
    look: { ...reader, theme, size, watermark: watermark ? name : "" },
    say: (key, args) => context.writePhrase(reader, args === undefined ? { key } : { key, args }),
  };
}

/** For whom pictures are drawn that go to every chat. */
export function everyone({ locale, timeZone }: DeskContext): Reader {
  return { locale, timeZone };
}
