import type { Platform } from "../engine/ports/chat.ts";

/** Somebody else takes the updates of a platform that are meant for this desk. */
export interface Rival {
  readonly platform: Platform;
  /** Epoch ms, on the machine's clock. */
  readonly since: number;
}

/** How the chats are connected, for `/health`. Platforms write it, commands read it. */
export interface Connections {
  rivals(): readonly Rival[];
  setRival(platform: Platform, since: number | undefined): void;
}

export function createConnections(): Connections {
  const rivals = new Map<Platform, number>();
  return {
    rivals: () => [...rivals].map(([platform, since]) => ({ platform, since })),
    setRival: (platform, since) => {
      if (since === undefined) rivals.delete(platform);
      else rivals.set(platform, since);
    },
  };
}
