import type { Words } from "../texts.ts";

/**
 * The page's own words: labels, states and refusals. Cards arrive already written. A value the page knows only
 * later stands in braces: `{time}`.
 */
export function pageTexts(words: Words) {
  return {
    title: words.say("web-title"),
    conversation: words.say("web-conversation"),
    compose: words.say("web-compose"),
    composeHint: words.say("web-compose-hint"),
    send: words.say("web-send"),
    commands: words.say("web-commands"),
    shortcuts: words.say("web-shortcuts"),
    today: words.say("web-today"),
    yesterday: words.say("web-yesterday"),
    edited: words.say("web-edited", { time: "{time}" }),
    earlier: words.say("web-earlier"),
    newMessages: words.say("web-new-messages", { count: "{count}" }),
    toEnd: words.say("web-to-end"),
    busy: words.say("web-busy"),
    chart: words.say("web-chart", { title: "{title}" }),
    enlarge: words.say("web-enlarge"),
    close: words.say("web-close"),
    ok: words.say("web-ok"),
    connecting: words.say("web-connecting"),
    connected: words.say("web-connected"),
    reconnecting: words.say("web-reconnecting"),
    connectionLost: words.say("web-connection-lost"),
    cardChanged: words.say("web-card-changed", { title: "{title}" }),
    sending: words.say("web-sending"),
    notSent: words.say("web-not-sent"),
    sendAgain: words.say("web-send-again"),
    malformed: words.say("web-malformed"),
    tooFast: words.say("web-too-fast"),
    failed: words.say("web-failed"),
    signIn: words.say("web-sign-in"),
    signInHint: words.say("web-sign-in-hint"),
    signInSecret: words.say("web-sign-in-secret"),
    signInRefused: words.say("web-sign-in-refused"),
    signInTooMany: words.say("web-sign-in-too-many"),
    signInFailed: words.say("web-sign-in-failed"),
    signOut: words.say("web-sign-out"),
    signedOut: words.say("web-signed-out"),
    welcome: words.say("web-welcome"),
  };
}

export type PageTexts = Readonly<ReturnType<typeof pageTexts>>;
