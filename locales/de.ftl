## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [order-block-touch] Order-Block-Berührung
   *[other] { $name }
}

window-name = { $name ->
    [asian] Asian range
    [london-open] London open
    [new-york-am] New York AM
    [london-close] London close
    [new-york-lunch] New York lunch
    [new-york-pm] New York PM
    [silver-bullet-london] Silver bullet London
    [silver-bullet-am] Silver bullet AM
    [silver-bullet-pm] Silver bullet PM
    [continuation] Continuation
    [reversal] Reversal
   *[other] { $name }
}
window-macro = Macro { $time }

part-name = { $name ->
    [order-block-touch] Berührung
    [gap-overlap] Gap
    [kill-zone] Kill Zone
    [structure-break] Struktur
    [rejection] Abweisung
   *[other] { $name }
}

limit-name = { $name ->
    [risk-per-trade] Risiko je Trade
    [position-size] Größte Position
    [daily-loss] Verlust heute
    [trades-per-day] Trades heute
    [open-positions] Offene Positionen
    [open-risk] Offenes Risiko
   *[other] { $name }
}

state-proposed = vorgeschlagen
state-approved = freigegeben
state-submitting = wird gesendet
state-working = Einstieg im Markt
state-partially-filled = teilweise ausgeführt
state-open = offen
state-closing = wird geschlossen
state-closed = geschlossen
state-skipped = ausgelassen
state-expired = abgelaufen
state-denied = vom Risiko abgelehnt
state-rejected = zurückgewiesen
state-unknown = unbestätigt

role-viewer = Beobachter
role-trader = Trader
role-admin = Admin

mode-paper = Papier
mode-live = ECHTGELD

## Why a setup is one (asked for by strategies)

reason-order-block-touch = Der Kurs kam an einen frischen Order Block von { PRICE($bottom) } bis { PRICE($top) } auf { $timeframe } zurück
reason-gap-overlap = Ein FVG von { PRICE($bottom) } bis { PRICE($top) } überdeckt ihn ({ PERCENT($percent) } des Kurses)
reason-bias = Die Struktur ist { $bias ->
    [bullish] bullisch
    [bearish] bärisch
   *[other] unentschieden
}
reason-kill-zone = In der Kill Zone { window-name }
reason-structure-break = An diesem Block brach die Struktur
reason-rejection = Die Kerze schloss wieder außerhalb des Blocks, bei { PRICE($close) }
reason-no-order-block-touch = Kein Order Block wurde berührt
reason-no-gap-overlap = Kein FVG überdeckt den Block
reason-no-kill-zone = Außerhalb der Kill Zones
reason-no-structure-break = Der Block brach keine Struktur
reason-no-rejection = Die Kerze schloss innerhalb des Blocks

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = Wertung { $score } von 100, Klasse { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = Einstieg
trade-entry-market = { PRICE($price) } zum Markt
trade-entry-limit = { PRICE($price) } Limit
trade-stop = Stop
trade-stop-distance = { PRICE($price) } ({ $distance })
trade-target = Ziel
trade-target-number = Ziel { $number }
trade-target-distance = { PRICE($price) } ({ R($r) })
trade-size = Größe
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = Risiko
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-expires = Läuft ab: { MOMENT($at) }
trade-id = Trade { $id }
trade-line = { $direction } { $symbol }: { $state }

life-approved = Freigegeben von { $name } um { TIME($at) }, { $size }
life-approved-waiting = Der Einstieg ist noch nicht gesendet
life-submitting = Der Einstieg wird gesendet; die Börse hat noch nicht geantwortet
life-working = Die Einstiegsorder liegt an der Börse, noch nichts ausgeführt
life-partially-filled = Ausgeführt: { PRICE($filled) } von { PRICE($quantity) } zu { PRICE($price) }
life-open = Ausgeführt: { PRICE($filled) } zu { PRICE($price) }
life-protected = Der Stop liegt an der Börse: { PRICE($stop) }
life-unprotected = ⚠ Der Stop ist an der Börse noch nicht bestätigt
life-unknown = ⚠ Die Börse hat die Order nicht bestätigt. Der Desk fragt weiter und sendet nichts doppelt
life-closing = Wird geschlossen ({ $reason })
life-closing-by = Wird geschlossen ({ $reason }) von { $name }
life-closed = Geschlossen: { $reason }
life-closed-result = Ergebnis { R($r) } von geplanten { R($planned) } · { PROFIT($pnl) } { $quote } nach Gebühren
life-closed-unfilled = Nichts wurde ausgeführt
life-price = Kurs { PRICE($price) }
life-open-result = Offen { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = Ausgelassen
life-skipped-by = Ausgelassen von { $name }
life-expired = Abgelaufen
life-denied = Vom Risiko abgelehnt
life-rejected = Keine Order wurde platziert
life-ended = { $state }: { $why }
life-ended-by = { $state } von { $name }: { $why }

close-reason-stop = Stop-Loss
close-reason-target = Ziel erreicht
close-reason-manual = von Hand
close-reason-panic = Panik
close-reason-time = Zeit-Stop
close-reason-entry-cancelled = Einstieg storniert

expired-time = niemand gab ihn rechtzeitig frei
expired-superseded = ein neueres Setup trat an seine Stelle
expired-price-left = der Kurs lief vom Einstieg weg
expired-restart = der Desk war nicht da, als er ablief

rejected =
    { $code ->
        [never-arrived] sie kam nie an der Börse an
       *[other] die Börse wies sie zurück ({ $code })
    }

## What risk says

denied-risk-per-trade = Das Risiko dieses Trades liegt über dem Limit
    .measured = Das Risiko dieses Trades wäre { PERCENT($actual) }; das Limit ist { PERCENT($limit) }
denied-position-size = Die Position ist größer als erlaubt
    .measured = Die Position wäre { PERCENT($actual) } des Kontostands; das Limit ist { PERCENT($limit) }
denied-size-below-minimum = Die Größe liegt unter dem Minimum der Börse
    .measured = Die Größe wäre { PRICE($actual) }; die Börse nimmt mindestens { PRICE($limit) }
denied-daily-loss = Das Verlustlimit des Tages ist erreicht
    .measured = Der Verlust heute ist { PERCENT($actual) }; das Limit ist { PERCENT($limit) }
denied-trades-per-day = Heute sind keine Trades mehr übrig
    .measured = { $actual } Trades heute; das Limit ist { $limit }
denied-open-positions = Zu viele Positionen sind offen
    .measured = { $actual } Positionen sind offen; das Limit ist { $limit }
denied-symbol-busy = Für dieses Symbol gibt es schon einen Trade
denied-open-risk = Das offene Risiko wäre zu hoch
    .measured = Das offene Risiko wäre { PERCENT($actual) }; das Limit ist { PERCENT($limit) }
denied-stop-on-wrong-side = Der Kurs ist schon jenseits des Stops
    .measured = Der Stop { PRICE($limit) } liegt auf der falschen Seite des Kurses { PRICE($actual) }
denied-price-moved = Der Kurs lief seit dem Setup zu weit
    .measured = Der Kurs lief seit dem Setup { NUMBER($actual, maximumFractionDigits: 2) }R; das Limit ist { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = Der letzte bekannte Kurs ist zu alt
    .measured = Der letzte Kurs ist { NUMBER($actual, maximumFractionDigits: 0) } s alt; das Limit ist { NUMBER($limit, maximumFractionDigits: 0) } s
denied-paused = Der Desk pausiert; /resume setzt ihn fort
denied-kill-switch = Der Desk wurde mit /panic angehalten; /resume setzt ihn fort
denied-expired = Das Setup ist abgelaufen
denied-cool-down = Der Desk kühlt nach Verlusten ab
    .measured = { $actual } Verluste in Folge; der Desk kühlt nach { $limit } ab
denied-drawdown = Der Kontostand liegt zu weit unter seinem Höchststand
    .measured = Der Kontostand liegt { PERCENT($actual) } unter seinem Höchststand; das Limit ist { PERCENT($limit) }
denied-session-trades = In dieser Session sind keine Trades mehr übrig
    .measured = { $actual } Trades in dieser Session; das Limit ist { $limit }
denied-group-risk = Das Risiko in Symbolen, die zusammen laufen, wäre zu hoch
    .measured = Das Risiko in Symbolen, die zusammen laufen, wäre { PERCENT($actual) }; das Limit ist { PERCENT($limit) }
denied-volatility = Der Markt schwankt zu stark
    .measured = Eine mittlere Kerze ist { PERCENT($actual) } des Kurses; das Limit ist { PERCENT($limit) }
denied-spread = Der Spread ist zu weit
    .measured = Der Spread ist { PERCENT($actual) } des Kurses; das Limit ist { PERCENT($limit) }
denied-order-notional = Die Order ist größer als erlaubt
    .measured = Die Order wäre { NUMBER($actual, maximumFractionDigits: 2) }; das Limit ist { NUMBER($limit, maximumFractionDigits: 2) }
denied-daily-notional = Die Orders des Tages sind zusammen größer als erlaubt
    .measured = Die Orders des Tages wären { NUMBER($actual, maximumFractionDigits: 2) }; das Limit ist { NUMBER($limit, maximumFractionDigits: 2) }
denied-order-rate = Zu viele Orders in einer Minute
    .measured = { $actual } Orders in einer Minute; das Limit ist { $limit }
denied-leverage = Der Hebel wäre zu hoch
    .measured = Der Hebel wäre { NUMBER($actual, maximumFractionDigits: 2) }; das Limit ist { NUMBER($limit, maximumFractionDigits: 2) }
denied-liquidation = Die Liquidation läge zu nah am Stop
    .measured = Die Liquidation läge { NUMBER($actual, maximumFractionDigits: 2) }-mal so weit weg wie der Stop; nötig ist { NUMBER($limit, maximumFractionDigits: 2) }-mal

## Buttons

button-approve = Freigeben { $size }
button-size = { $size }
button-skip = Auslassen
button-close = Schließen
button-close-number = { $number } schließen
button-cancel-entry = Einstieg stornieren
button-close-all = Alle { $count } schließen
button-close-all-confirm = { $count ->
    [one] Ja, { $count } Position schließen
   *[other] Ja, { $count } Positionen schließen
}
button-panic-confirm = Ja, alles schließen und anhalten
button-status = Status
button-signals = Signale
button-positions = Positionen
button-risk = Risiko
button-chart = Chart
button-help = Hilfe
button-invite = Einladen
button-roles = Personen
button-revoke = Zugang entziehen
button-admit = { $name } einlassen
button-refuse = Nein
button-verify = Prüfen
button-short = Kurze Karten
button-full = Ganze Karten
button-all-strategies = Alle Strategien
button-all-symbols = Alle Symbole
button-settings = Einstellungen
button-settings-history = Änderungen
button-apply = Anwenden
button-cancel = Abbrechen
button-undo = Rückgängig
button-undo-number = { $version } zurücknehmen
button-back = Zurück
button-type-value = Wert eingeben
button-switch-on = Einschalten
button-switch-off = Ausschalten
button-refresh = Aktualisieren
button-resume = Fortsetzen
button-show = { $id } zeigen
button-next-page = Weiter ▶
button-previous-page = ◀ Zurück

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R

## Answers to taps

tap-invalid = Dieser Knopf geht nicht mehr: benutzt, abgelaufen oder aus einem anderen Chat.
tap-forbidden = Dafür ist die Rolle { $needed } nötig; Ihre Rolle ist { $role }.
tap-approved = Freigegeben { $size }: { $direction } { $symbol }, { PRICE($quantity) }
tap-skipped = { $symbol } ausgelassen
tap-closing = { $symbol } wird geschlossen
tap-entry-cancelled = Der Einstieg in { $symbol } ist storniert
tap-too-late = Zu spät: { $symbol } ist { $state }
tap-not-found = Diesen Trade gibt es nicht.
tap-denied-title = Nicht freigegeben: { $symbol }
tap-denied-open = Der Vorschlag steht weiter.
tap-unchanged = { $symbol } ist { $state }
tap-closing-count = { $count ->
    [0] Nichts war offen
    [one] { $count } Trade wird geschlossen
   *[other] { $count } Trades werden geschlossen
}
tap-panic = Neue Trades sind angehalten. /resume setzt den Desk fort.
tap-page = Seite { $page } von { $pages }

## Faults

fault-title = Das hat nicht geklappt
fault-unknown = Beim Desk ist etwas schiefgegangen. Schauen Sie in /status, bevor Sie es erneut versuchen.
fault-act = Der Desk konnte es nicht bestätigen. Es kann geschehen sein oder nicht: erst nachsehen, dann erneut versuchen.
fault-config-invalid = Die Konfiguration ist falsch.
fault-desk-already-running = Im selben Ordner läuft ein anderer Desk.
fault-redis-missing = Der Desk fand keinen Redis-Server.
fault-redis-failed = Der Redis-Server ist ausgefallen.
fault-redis-unsafe = Der Redis-Server ist nicht sicher eingerichtet.
fault-store-corrupt = Der Inhalt des Speichers ist nicht lesbar.
fault-store-unavailable = Der Desk erreicht seinen Speicher gerade nicht.
fault-settings-invalid = Die Einstellungen sind falsch.
fault-settings-conflict = Jemand anderes hat die Einstellungen gleichzeitig geändert.
fault-file-unreadable = Eine Datei ist nicht lesbar.
fault-file-without-candles = Eine Datei enthält keine brauchbaren Kerzen.
fault-market-unavailable = Der Markt ist gerade nicht lesbar.
fault-exchange-unavailable = Die Börse antwortet gerade nicht.
fault-exchange-key-refused = Die Börse lehnt den Schlüssel des Desks ab.
fault-exchange-key-unsafe = Der Börsenschlüssel darf Geld abheben; das darf kein Handelsschlüssel.
fault-exchange-clock-off = Die Uhr dieser Maschine weicht zu weit von der Börsenuhr ab.
fault-chat-rate-limited = Die Chat-Plattform bittet den Desk, langsamer zu schreiben.
fault-chat-unreachable = Die Chat-Plattform ist nicht erreichbar.
fault-chat-gone = Diesen Chat gibt es nicht mehr.
fault-chat-message-gone = Diese Nachricht gibt es nicht mehr.
fault-chat-refused = Die Chat-Plattform hat die Nachricht abgelehnt.
fault-chart-font-missing = Die Schriften für Charts fehlen.
fault-chart-timed-out = Ein Chart brauchte zu lange.
fault-chart-pool-closed = Charts werden nicht mehr gezeichnet: der Desk hält an.
fault-web-password-required = Der Web-Chat braucht ein Passwort, um von anderen Maschinen erreichbar zu sein.
fault-web-port-taken = Der Port des Web-Chats ist belegt.
fault-paper-account-invalid = Das Papierkonto ist falsch.
fault-trade-transition-impossible = Der Zustand des Trades lässt das nicht zu.

## Commands

command-start = Willkommen, und was der Desk kann
    .usage = /start
command-help = Alle Befehle, oder einer genau
    .usage = /help [Befehl]
command-status = Der Desk auf einen Blick
    .usage = /status
command-scan = Die besten Setups aller oder einiger Symbole
    .usage = /scan [Symbole] [Zeiteinheit]
command-signals = Offene Vorschläge
    .usage = /signals
command-positions = Offene Positionen mit Gewinn und Verlust
    .usage = /positions
command-trade = Ein Trade mit seinem Chart
    .usage = /trade ID
command-risk = Limits: was verbraucht und was übrig ist
    .usage = /risk
command-chart = Chart mit dem, was der Desk darin sieht
    .usage = /chart SYMBOL [Zeiteinheit]
command-levels = Was über und unter dem Kurs liegt, und wie weit weg
    .usage = /levels SYMBOL [Zeiteinheit]
command-sessions = Kill Zones, jetzt und als Nächstes
    .usage = /sessions
command-close = Eine Position schließen, oder alle
    .usage = /close ID oder SYMBOL oder all
command-pause = Eine Zeit lang keine neuen Trades
    .usage = /pause [Minuten] [Grund]
command-resume = Wieder neue Trades nehmen
    .usage = /resume
command-panic = Alles schließen und anhalten
    .usage = /panic
command-settings = Jede Einstellung: was sie ist, was sie sein darf, wer sie änderte
    .usage = /settings [Pfad]
command-set = Eine Einstellung ändern; vorher sieht man, was sich ändert
    .usage = /set PFAD [Wert]
command-export = Die Einstellungen als YAML
    .usage = /export
command-import = Einstellungen aus YAML übernehmen
    .usage = /import
command-orders = Orders, die an der Börse leben
    .usage = /orders
command-trades = Die neuesten Trades und was aus ihnen wurde
    .usage = /trades
command-balance = Kontostand, Eigenkapital und offenes Ergebnis
    .usage = /balance
command-health = Ob jeder Teil des Desks arbeitet
    .usage = /health
command-logs = Die neuesten Warnungen und Fehler
    .usage = /logs
command-undo = Die eigene letzte Einstellungsänderung zurücknehmen
    .usage = /undo
command-language = Die Sprache dieses Chats
    .usage = /language [Sprache]
command-timezone = Die Zeitzone dieses Chats
    .usage = /timezone [Zone]
command-notify = Was dieser Chat erfährt, und wie laut
    .usage = /notify [Ereignis] [on|silent|off]
command-filter = Welche Trades in diesen Chat kommen
    .usage = /filter [symbols|strategies|grade] [values|all]
command-mute = Kein Ton für eine Weile oder jede Nacht
    .usage = /mute [minutes|22:00-07:00|off]
command-verbosity = Ganze Karten oder kurze
    .usage = /verbosity [short|full]
command-roles = Wer den Desk benutzen darf
    .usage = /roles [Person]
command-invite = Jemanden mit einem einmaligen Link einladen
    .usage = /invite [viewer|trader|admin]
command-audit = Wer was tat, und ob das Protokoll heil ist
    .usage = /audit [page|verify]
command-version = Was hier läuft
    .usage = /version
command-whoami = Wie der Desk Sie kennt
    .usage = /whoami

start-title = Killzone
start-text = Der Desk beobachtet den Markt auf ICT-Setups und bringt jedes als Chart mit Knöpfen hierher. Ohne Freigabe wird nichts gehandelt.
start-hint = /help zeigt alle Befehle.
help-title = Befehle
help-group-look = Ansehen
help-group-act = Handeln
help-group-configure = Einrichten
help-aliases = Auch: { $aliases }
help-role = Braucht die Rolle { $role }.

unknown-command = Den Befehl { $text } gibt es nicht.
unknown-command-near = War einer von diesen gemeint?
unknown-command-hint = /help zeigt alle Befehle.
unknown-symbol = Das Symbol { $text } gibt es auf diesem Desk nicht.
unknown-symbol-near = Am nächsten:
unknown-trade = Den Trade { $text } gibt es nicht.
unknown-timeframe = { $text } ist keine Zeiteinheit. Bekannt: { $known }.
several-symbols = { $text } passt auf mehrere Symbole:
bad-minutes = Minuten sind eine ganze Zahl von 1 bis { $max }; erhalten: { $text }.
too-many-words = Das ist mehr, als der Befehl nimmt: { $text }
usage = So geht es: { $usage }
pick-symbol = Welches Symbol?
pick-symbol-more = { $count } weitere: den Namen nach dem Befehl schreiben.
pick-trade = Welcher Trade?
pick-trade-none = Es gibt keinen Trade zur Auswahl.
pick-close = Was soll geschlossen werden?
forbidden = /{ $command } braucht die Rolle { $needed }; Ihre Rolle ist { $role }.
plain-text = Das ist kein Befehl. Alles am Desk beginnt mit einem Schrägstrich oder einem Knopf.
plain-text-near = Vielleicht einer von diesen:

## Look

status-title = Desk · { $mode }
status-running = Nimmt neue Trades
status-paused = Pausiert von { $name } seit { TIME($since) }
status-paused-until = Pausiert von { $name } bis { MOMENT($until) }
status-paused-reason = Grund: { $reason }
status-market = Markt
status-symbols = Symbole
status-symbols-more = { $shown } und { $count } weitere
status-last-candle = Letzte Kerze
status-last-candle-ago = { TIME($at) }, vor { DURATION($ago) }
status-last-candle-none = noch keine
status-balance = Kontostand
status-equity = Eigenkapital
status-proposals = Offene Vorschläge
status-in-trades = In Trades
status-unknown = Unbestätigt
status-closed = Geschlossen
status-up-since = Läuft seit
signals-title = Offene Vorschläge
signals-none = Kein Vorschlag ist offen.
positions-title = Offene Positionen
positions-none = Keine Position ist offen.
positions-open-total = Offenes Ergebnis: { PROFIT($pnl) }
column-number = #
column-symbol = Symbol
column-side = Seite
column-quantity = Menge
column-entry = Einstieg
column-price = Kurs
column-stop = Stop
column-result = P&L
column-r = R
column-score = Wertung
column-setup = Setup
column-timeframe = TF
column-expires = Läuft ab
column-state = Stand
column-order = Order
column-when = Wann
column-limit = Limit
column-used = Benutzt
column-allowed = Erlaubt
column-left = Übrig
column-level = Niveau
column-away = Entfernt
no-value = –
scan-title = Scan
scan-none = Gerade kein Setup.
scan-summary = { $scanned ->
    [one] { $scanned } Symbol
   *[other] { $scanned } Symbole
} in { DURATION($elapsed) }
scan-more = { $count ->
    [one] { $count } weiteres Setup mit geringerer Wertung
   *[other] { $count } weitere Setups mit geringerer Wertung
}
scan-failed = Nicht gescannt: { $symbols }
risk-title = Risiko
risk-balance = Kontostand
risk-resets = Die Tageszähler beginnen in { DURATION($left) } neu, { MOMENT($at) }
sessions-title = Kill Zones
sessions-now = Jetzt { TIME($now) }, New York { $newYork }
sessions-open = Offen
sessions-next = Als Nächstes
sessions-none = Kein Fenster ist offen.
sessions-open-row = bis { TIME($at) } · New York { $newYork } · noch { DURATION($left) }
sessions-next-row = { TIME($at) } · New York { $newYork } · in { DURATION($left) }
chart-title = { $symbol } { $timeframe }
chart-none = Von { $symbol } { $timeframe } gibt es noch keine Kerzen.
levels-title = Niveaus · { $symbol } { $timeframe }
levels-known = Stand der Kerze, die am { MOMENT($at) } schloss
levels-now = Kurs jetzt
levels-now-in-range = { $place ->
    [premium] im Premium
    [discount] im Discount
   *[equilibrium] am Equilibrium
}, { NUMBER($percent, maximumFractionDigits: 0) } % der Range
levels-at = darin
levels-away = { $percent } · { NUMBER($atr, minimumFractionDigits: 1, maximumFractionDigits: 1) } ATR
level-zone = { $kind ->
    [order-block] Order Block
    [breaker-block] Breaker
    [mitigation-block] Mitigation Block
    [fair-value-gap] FVG
    [inverse-fair-value-gap] Inverse FVG
    [balanced-price-range] BPR
    [volume-imbalance] Volume Imbalance
    [opening-gap] Opening Gap
    [new-day-opening-gap] NDOG
    [new-week-opening-gap] NWOG
   *[other] { $kind }
}, { $bias ->
    [bullish] bullisch
   *[bearish] bärisch
}
level-session = { $side ->
    [high] Hoch
   *[low] Tief
} { $window }
level-edge = { $source ->
    [equal] { $side ->
        [high] Gleiche Hochs
       *[low] Gleiche Tiefs
    }
    [swing] { $side ->
        [high] Swing-Hoch
       *[low] Swing-Tief
    }
    [previous-day] { $side ->
        [high] Vortageshoch
       *[low] Vortagestief
    }
    [previous-week] { $side ->
        [high] Vorwochenhoch
       *[low] Vorwochentief
    }
    [previous-month] { $side ->
        [high] Vormonatshoch
       *[low] Vormonatstief
    }
   *[other] { $source } { $side }
}
level-dealing-range = { $part ->
    [high] Hoch der Range
    [low] Tief der Range
    [equilibrium] Equilibrium
   *[optimal-trade-entry] { $direction ->
        [long] OTE long
       *[short] OTE short
    }
}
whoami-title = Sie
whoami-name = Name
whoami-id = Id
whoami-role = Rolle
whoami-chat = Chat
whoami-language = Sprache
whoami-zone = Zeitzone

## Act

close-all-title = Alle Positionen schließen?
close-all-none = Es gibt keine offene Position.
close-all-text = { $count ->
    [one] { $count } Position wird zum Markt geschlossen.
   *[other] { $count } Positionen werden zum Markt geschlossen.
}
close-all-done-title = Alle schließen
panic-title = Alles schließen und anhalten?
panic-text = Jeder Einstieg wird storniert, jede Position zum Markt geschlossen, und kein neuer Trade genommen, bis jemand /resume sendet.
panic-done-title = Panik
confirm-hint = Der Knopf geht { DURATION($ttl) } lang. Ohne Tippen geschieht nichts.
pause-title = Pausiert
pause-forever = Keine neuen Trades, bis jemand fortsetzt. Offene Positionen werden weiter geführt.
pause-until = Keine neuen Trades bis { MOMENT($until) }. Offene Positionen werden weiter geführt.
resume-title = Läuft
resume-done = Neue Trades werden wieder genommen.
resume-not-paused = Der Desk war nicht pausiert.

## Settings

settings-title = Einstellungen
settings-section = Einstellungen · { $path }
settings-marked = • weicht vom Standard ab.
settings-now = Jetzt
settings-default = Standard
settings-range = Erlaubt
settings-on = ein
settings-off = aus
settings-structure = eine Liste, als JSON geschrieben
settings-preview = Einstellungen ändern?
settings-unchanged = Nichts würde sich ändern.
settings-dangerous = ⚠ Das lockert Limits, die das Konto schützen: { $paths }
settings-takes-effect = Es wirkt sofort, ohne Neustart. Was schon freigegeben ist, bleibt wie es ist.
settings-changed = Einstellungen geändert
settings-refused = Nicht möglich: { $path }
settings-everything = alle Einstellungen
settings-nothing-changed = Nichts wurde geändert.
settings-allowed = Erlaubt: { $range }
settings-unknown = Die Einstellung { $path } gibt es nicht.
settings-type-value = Geben Sie den neuen Wert ein.
settings-history-title = Änderungen der Einstellungen
settings-history-none = Noch nichts wurde geändert.
settings-history-row = { $version } · { $name } · { MOMENT($at) }
prompt-ends = Der Desk wartet { DURATION($ttl) } darauf; ein Befehl beendet das Warten.
code-title = Einmalcode
code-ask = Senden Sie die sechs Ziffern Ihrer Authenticator-App.
code-not-private = Dafür ist ein Einmalcode nötig. Tun Sie es in einem privaten Chat mit dem Desk: hier könnten andere ihn lesen.
code-wrong = Dieser Code ist falsch oder schon benutzt. Versuchen Sie den nächsten.
code-locked = Kein Code wird mehr angenommen: es waren zu viele falsche.
export-title = Einstellungen, Version { $version }
export-none = Alles steht auf Standard.
export-hint = Nur was vom Standard abweicht. /import übernimmt es wieder.
import-title = Einstellungen übernehmen
import-ask = Fügen Sie die Einstellungen als YAML ein, wie /export sie zeigt. Was nicht genannt ist, bekommt seinen Standard. Sie sehen vorher, was sich ändert.

undo-title = Rückgängig
undo-none = Sie haben keine Einstellung geändert. Was mit einem Trade geschah, lässt sich nicht zurücknehmen: schließen Sie ihn, oder ändern Sie seinen Stop.

## People

roles-title = Personen
roles-owner = { $role }, Eigentümer
roles-owner-fixed = In der Konfiguration genannt: nur dort änderbar.
roles-gone = Diese Person gibt es nicht mehr, oder die Konfiguration nennt sie.
roles-revoked = { $name } darf den Desk nicht mehr benutzen.
roles-set = { $name }: ab jetzt { $role }.
invite-title = Einladung
invite-which = Mit welcher Rolle?
invite-made = Wer diesen Link öffnet, bittet um Einlass als { $role }. Ein Admin muss noch zustimmen.
invite-ends = Er geht einmal, und { DURATION($ttl) } lang.
newcomer-title = Einlass
newcomer-waits = { $name } ({ $id }) bittet um Einlass als { $role }.
newcomer-invited = Eingeladen von { $name }.
newcomer-asked = Ein Admin wurde gefragt. Der Desk meldet sich, wenn Sie hereinkönnen.
newcomer-no-invitation = Diese Einladung ist benutzt oder zu alt. Bitten Sie um eine neue.
newcomer-decided = Darüber hat schon jemand entschieden.
newcomer-admitted = { $name } ist als { $role } dabei.
newcomer-refused = { $name } bleibt draußen.
newcomer-refused-you = Ein Admin hat abgelehnt.
newcomer-welcome = Sie sind als { $role } dabei. /help zeigt alle Befehle; /start in diesem Chat bringt die Signale hierher.
language-title = Sprache
language-now = Dieser Chat liest { $name }.
language-set = Dieser Chat liest ab jetzt { $name }.
timezone-title = Zeitzone
timezone-now = { $zone }: es ist { MOMENT($now) }.
timezone-unknown = Die Zeitzone { $zone } gibt es nicht.
timezone-hint = Schreiben Sie eine Stadt nach dem Befehl, etwa /timezone Europe/Madrid.
mute-title = Ruhe
mute-none = Nachrichten klingen zu jeder Zeit.
mute-until = Ohne Ton bis { MOMENT($until) }.
mute-daily = Jeden Tag ohne Ton von { $from } bis { $to }.
mute-hint = Minuten, eine Tageszeit wie 22:00-07:00, oder off. Warnungen klingen trotzdem.
notify-title = Benachrichtigungen
notify-hint = Warnungen können stumm sein, aber sie kommen immer.
event-signals = Setups
event-denied = Abgelehnte Setups
event-trades = Trades
event-sessions = Sessions
event-desk = Der Desk
event-warnings = Warnungen
loudness-on = laut
loudness-silent = stumm
loudness-off = aus
filter-title = Was in diesen Chat kommt
filter-all = alle
filter-symbols = Symbole
filter-strategies = Strategien
filter-grade = Klasse
filter-grade-from = { $grade } und besser
filter-hint = /filter symbols BTC ETH nimmt nur diese. Karten, die schon hier sind, bleiben aktuell.
verbosity-title = Karten
verbosity-short = Kurz: ohne Wertung und Gründe.
verbosity-full = Ganz: mit Wertung und Gründen.

## The desk itself

audit-title = Protokoll
audit-none = Noch ist nichts aufgezeichnet.
audit-row = { $number } · { $kind } · { $name } · { $when }
audit-command = Befehl
audit-tap = Tippen
audit-settings = Einstellung
audit-trade = Trade
audit-whole = Das Protokoll ist heil: { $number } Einträge, keiner geändert, keiner fehlt.
audit-broken = ⚠ Das Protokoll ist bei Eintrag { $number } gebrochen: { $reason ->
    [entry-missing] ein Eintrag fehlt
    [entry-changed] ein Eintrag wurde geändert
    [end-cut] sein Ende wurde abgeschnitten
    [anchor-differs] es ist nicht das Protokoll, das es war
   *[trade-changed] ein Trade weicht von seiner Aufzeichnung ab
}.
audit-anchor = Dieser Hash steht für das ganze Protokoll. Anderswo aufbewahrt, zeigt er später, ob alles neu geschrieben wurde.
logs-title = Warnungen und Fehler
logs-none = Seit dem Start gibt es keine.
logs-row = { $mark } { MOMENT($at) } { $said }
health-title = Gesundheit
health-well = Alles arbeitet.
health-ill = ⚠ Etwas braucht einen Blick.
health-ok = arbeitet
health-store = Speicher
health-orders = Orders
health-unknown-orders = ⚠ { $count ->
    [one] { $count } ist unbestätigt
   *[other] { $count } sind unbestätigt
}
health-warnings = Warnungen seit dem Start
version-title = Version
version-desk = Killzone
version-node = Node
version-settings = Einstellungen
orders-title = Orders
orders-none = Keine Order lebt.
order-leg = { $leg ->
    [entry] Einstieg
    [stop] Stop
    [target] Ziel
   *[exit] Ausstieg
}
order-status = { $status ->
    [intended] wird gesendet
    [working] im Markt
   *[unknown] unbestätigt
}
trades-title = Trades
trades-none = Noch gab es keinen Trade.
balance-title = Kontostand · { $mode }
balance-open = Offenes Ergebnis

## Notices (asked for by jobs)

notice-desk-started = Der Desk läuft ({ $mode ->
    [live] ECHTGELD
   *[paper] Papier
}).
notice-session-opened = { window-name } ist offen bis { TIME($closesAt) }.
notice-session-closed = { window-name } ist geschlossen.
notice-paused = Pausiert von { $name }.
notice-resumed = Fortgesetzt von { $name }.
notice-panic = Panik von { $name }: alles wird geschlossen, neue Trades sind angehalten.
notice-market-lost = Der Marktdatenstrom von { $market } ist weg; der Desk verbindet sich neu.
notice-market-back = Der Marktdatenstrom von { $market } ist wieder da.
notice-order-unknown = ⚠ Die Börse hat eine Order in { $symbol } nicht bestätigt. Der Desk fragt weiter und sendet nichts doppelt.
notice-stray-fill = ⚠ Eine Order in { $symbol } wurde ausgeführt, als ihr Trade schon vorbei war. Der Desk schließt, was sie geöffnet hat.
notice-foreign-order = ⚠ Eine Order in { $symbol } ist nicht von diesem Desk. Der Desk lässt sie in Ruhe.
notice-position-differs = ⚠ Die Börse hält { $exchange } in { $symbol }, der Desk weiß von { $ledger }. Der Desk lässt den Unterschied in Ruhe.
notice-digest = Solange dieser Chat nicht erreichbar war, gingen { $count } Nachrichten verloren. /status zeigt den Stand, /audit, was geschah.
notice-unprotected = ⚠ Die Position in { $symbol } hat keinen bestätigten Stop.

## Telegram

telegram-private = Dieser Desk ist privat. Ihre Telegram-Id ist { $id }: sein Eigentümer kann sie auf die Liste setzen.
telegram-subscribed = Signale und Meldungen kommen ab jetzt in diesen Chat.
telegram-refused-tap = Dieser Desk kennt Sie nicht.

## The page of the web chat

web-title = Killzone
web-conversation = Gespräch mit dem Desk
web-compose = Nachricht an den Desk
web-compose-hint = Befehl eingeben; / zeigt alle
web-send = Senden
web-commands = Befehle
web-shortcuts = Kurzwege
web-today = Heute
web-yesterday = Gestern
web-edited = geändert { $time }
web-earlier = Frühere Nachrichten
web-new-messages = { $count } neue
web-to-end = Zur neuesten Nachricht
web-busy = Der Desk arbeitet daran
web-chart = Chart: { $title }
web-enlarge = Chart vergrößern
web-close = Schließen
web-ok = OK
web-connecting = Verbinde
web-connected = Live
web-reconnecting = Verbinde neu
web-connection-lost = Die Verbindung brach ab, bevor der Desk antwortete. Sehen Sie auf die Karte, bevor Sie erneut tippen.
web-card-changed = Karte geändert: { $title }
web-sending = wird gesendet
web-not-sent = Nicht gesendet
web-send-again = Erneut senden
web-malformed = Der Desk hat diese Nachricht nicht verstanden.
web-too-fast = Zu schnell. Warten Sie einen Moment.
web-failed = Der Desk konnte nicht antworten. Schauen Sie in /status, bevor Sie es erneut versuchen.
web-sign-in = Anmelden
web-sign-in-hint = Öffnen Sie den Link, den der Desk beim Start ausgab, oder fügen Sie ihn hier ein. Jeder Link geht einmal.
web-sign-in-secret = Link oder Passwort
web-sign-in-refused = Dieser Link ist schon benutzt oder zu alt. Der Desk gibt bei jedem Start einen neuen aus.
web-sign-in-too-many = Zu viele Versuche. Warten Sie eine Minute.
web-sign-in-failed = Der Desk antwortet nicht. Läuft er?
web-sign-out = Abmelden
web-signed-out = Sie sind abgemeldet.
web-welcome = Noch ist hier nichts. Setups kommen von selbst; /help zeigt, was Sie fragen können.
