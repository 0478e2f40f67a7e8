## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [manual] von Hand
    [order-block-touch] Order-Block-Berührung
    [sweep-reversal] Sweep-Umkehr
    [silver-bullet] Silver bullet
    [breaker-retest] Breaker-Retest
    [structure-continuation] Struktur-Fortsetzung
    [continuation] Nachmittags-Fortsetzung
    [reversal] Nachmittags-Umkehr
    [judas-swing] Judas swing
    [smt-divergence] SMT-Divergenz
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
    [higher-timeframe-bias] Bias
    [premium-discount] Lage
    [sweep] Sweep
    [displacement] Displacement
    [gap-in-block] Gap im Block
    [target-distance] Ziel
    [relative-volume] Volumen
   *[other] { $name }
}

overlay-name = { $name ->
    [structure] Struktur
    [gaps] Gaps
    [blocks] Blöcke
    [liquidity] Liquidität
    [ranges] Ranges
    [sessions] Sessions
   *[other] { $name }
}
no-session = Keine Session

limit-name = { $name ->
    [risk-per-trade] Risiko je Trade
    [position-size] Größte Position
    [daily-loss] Verlust heute
    [trades-per-day] Trades heute
    [open-positions] Offene Positionen
    [open-risk] Offenes Risiko
    [drawdown] Unter dem Kontohöchststand
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
state-denied = vom Risikolimit abgelehnt
state-rejected = zurückgewiesen
state-unknown = unbestätigt

role-viewer = Beobachter
role-trader = Trader
role-admin = Admin

mode-paper = Paper
mode-live = ECHTGELD

## Why a setup is one (asked for by strategies)

reason-order-block-touch = Der Kurs kam an einen frischen Order Block von { PRICE($bottom) } bis { PRICE($top) } auf { $timeframe } zurück
reason-bias = Die Struktur ist { bias-name }
reason-kill-zone = In der Kill Zone { window-name }
reason-structure-break = An diesem Block brach die Struktur
reason-rejection = Die Kerze schloss wieder außerhalb des Blocks, bei { PRICE($close) }
reason-no-kill-zone = Außerhalb der Kill Zones

# Reasons of trades from before every setup had the same score.
reason-gap-overlap = Ein FVG von { PRICE($bottom) } bis { PRICE($top) } überdeckt ihn ({ PERCENT($percent) } des Kurses)
reason-no-order-block-touch = Kein Order Block wurde berührt
reason-no-gap-overlap = Kein FVG überdeckt den Block
reason-no-structure-break = Der Block brach keine Struktur
reason-no-rejection = Die Kerze schloss innerhalb des Blocks

bias-name = { $bias ->
    [bullish] bullisch
    [bearish] bärisch
   *[other] unentschieden
}
pool-name = { $source ->
    [previous-day] Vortages-
    [previous-week] Vorwochen-
    [previous-month] Vormonats-
    [equal] gleiche{ " " }
    [session] { window-name }{ " " }
   *[other] Swing-
}
side-name = { $side ->
    [high] { $source ->
        [equal] Hochs
       *[other] Hoch
    }
   *[low] { $source ->
        [equal] Tiefs
       *[other] Tief
    }
}

reason-sweep = Sweep: { pool-name }{ side-name } bei { PRICE($level) } geholt, Schluss wieder zurück
reason-structure-shift = Die Struktur drehte mit Displacement durch { PRICE($level) } auf { bias-name }
reason-change-of-character = Die Struktur drehte durch { PRICE($level) } auf { bias-name }
reason-break-of-structure = Strukturbruch bei { PRICE($level) }, weiter { bias-name }
reason-change-in-delivery = Die Delivery drehte mit dem Schluss bei { PRICE($close) } auf { bias-name }
reason-entry-gap = Einstieg am FVG von { PRICE($bottom) } bis { PRICE($top) }
reason-entry-block = Einstieg am Order Block von { PRICE($bottom) } bis { PRICE($top) }
reason-window = Im Zeitfenster { window-name }
reason-breaker-retest = Der Kurs kam an den Breaker von { PRICE($bottom) } bis { PRICE($top) } zurück, und der Breaker hielt
reason-mitigation-retest = Der Kurs kam an den Mitigation Block von { PRICE($bottom) } bis { PRICE($top) } zurück, und der Block hielt
reason-judas-swing = Falsche Bewegung am Morgen bis { PRICE($level) }, dann { bias-name } durch das Open
reason-smt-divergence = Der zweite Markt bestätigte { PRICE($level) } nicht: Divergenz, { bias-name }
reason-higher-bias = Die Struktur auf { $timeframe } ist { bias-name }, seit { PRICE($level) } brach
reason-wide-bias = Die großen Swings auf { $timeframe } sind { bias-name }, seit { PRICE($level) } brach
reason-no-higher-bias = Die Struktur über { $timeframe } hat noch keine Richtung gewählt
reason-dealing-place = Der Einstieg { PRICE($entry) } liegt { $place ->
    [discount] im Discount
    [premium] im Premium
   *[other] am Equilibrium
}: { PERCENT($position) } der Range von { PRICE($bottom) } bis { PRICE($top) }
reason-outside-dealing-range = Der Einstieg { PRICE($entry) } liegt { $place ->
    [discount] im Discount, unter
   *[premium] im Premium, über
} der Range von { PRICE($bottom) } bis { PRICE($top) }, { PERCENT($distance) } ihrer Höhe entfernt
reason-no-dealing-range = Es gibt noch keine Dealing Range
reason-no-sweep = In den letzten { $candles } Kerzen wurde keine Liquidität geholt
reason-displacement = Ein Displacement lief von { PRICE($from) } bis { PRICE($to) }
reason-no-displacement = Kein Displacement in dieser Richtung
reason-gap-in-block = Gap und Order Block überdecken sich von { PRICE($bottom) } bis { PRICE($top) }
reason-no-gap-in-block = Kein offenes Gap in einem Order Block am Einstieg
reason-target = Das letzte Ziel { PRICE($price) } bringt { R($r) }
reason-volume = Das Volumen ist { $times }-mal so hoch wie üblich
reason-no-volume = Das übliche Volumen ist nicht bekannt
reason-manual = Vorgeschlagen von { $name }

## What each setup is (asked for by /help)

strategy-about-order-block-touch = Der Kurs kommt zum ersten Mal an einen Order Block zurück und schließt nicht durch ihn hindurch. Ich handle in Richtung des Blocks, mit dem Stop dahinter und einem festen Ziel.
strategy-about-sweep-reversal = Das 2022er Modell. Der Kurs holt die Liquidität unter einem Tief und schließt wieder darüber; dann dreht die Struktur mit Displacement nach oben. Ich warte auf die Rückkehr in das Gap, das die Drehung hinterließ, oder in den Block, von dem sie ausging, in der günstigeren Hälfte der Bewegung. Unter dem geholten Tief liege ich falsch, Gewinn nehme ich an der Liquidität darüber. Shorts sind das Spiegelbild.
strategy-about-silver-bullet = Drei Stunden des Tages, New Yorker Zeit: 03-04, 10-11 und 14-15. In jeder suche ich nur eines: das erste FVG, das der Kurs auf dem Weg zu einem Liquiditätspool hinterlässt. Ich warte am Rand des FVG, hinter den drei Kerzen, die es bildeten, liege ich falsch, und Gewinn nehme ich am Pool. Was bis zum Ende der Stunde nicht im Markt ist, verfällt.
strategy-about-breaker-retest = In einem Order Block, der Liquidität holte und dann nicht hielt, sitzen Trader in der Falle. Kommt der Kurs zum ersten Mal von der anderen Seite an ihn zurück und schließt wieder von ihm weg, handle ich mit dem Bruch. Jenseits des Blocks und des Dochts, der ihn testete, liege ich falsch, Gewinn nehme ich an der nächsten Liquidität.
strategy-about-structure-continuation = Der größere Timeframe zeigt nach oben, und der Kurs bricht in derselben Richtung ein Hoch des kleineren. Ich laufe dem Ausbruch nicht hinterher: Ich warte am Gap, das die Bewegung beim Bruch hinterließ und das noch niemand gefüllt hat. Unter dem Tief, von dem die Bewegung ausging, liege ich falsch, Gewinn nehme ich an der Liquidität darüber. Shorts sind das Spiegelbild.
strategy-about-continuation = 15:00 bis 15:15 New York: Der Tag hat seine Richtung, und der Kurs holt Luft. Kommt er an ein offenes Gap oder einen gültigen Order Block in dieser Richtung zurück und schließt die Kerze wieder davon weg, gehe ich mit dem Tag. Hinter der Zone liege ich falsch, und was bis zum Ende der Session nicht im Markt ist, verfällt.
strategy-about-reversal = 15:30 bis 15:50 New York: Der Kurs holt vor dem Schluss noch einen Pool und scheitert. Fallen der Sweep und die Drehung danach beide in das Fenster, handle ich den Weg zurück. Jenseits des Sweeps liege ich falsch, Gewinn nehme ich an der Liquidität auf der anderen Seite.
strategy-about-judas-swing = Die erste Bewegung des Morgens ist oft eine Lüge: Der Kurs läuft über das Midnight Open hinaus, räumt die Asian range oder den Vortag ab und kommt mit einer Drehung in Struktur oder Delivery durch das Open zurück. Ich handle die wahre Richtung. Jenseits des Raids liege ich falsch, Gewinn nehme ich an der Liquidität auf der anderen Seite.
strategy-about-smt-divergence = Zwei Märkte, die zusammen laufen, sind sich uneinig: Einer macht ein tieferes Tief, der andere nicht. Ich warte, bis der Kurs auch hier nach oben dreht, und handle mit. Unter dem Tief der Divergenz liege ich falsch, Gewinn nehme ich an der Liquidität darüber. Shorts sind das Spiegelbild. Das Setup braucht einen zweiten Markt.

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = Score { $score } von 100, Klasse { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = Einstieg
trade-entry-market = { PRICE($price) } zum Marktpreis
trade-entry-limit = { PRICE($price) } Limit
trade-entry-filled = { PRICE($price) }, geplant { PRICE($planned) }
trade-entry-as-planned = { PRICE($price) } wie geplant
trade-stop = Stop
trade-stop-distance = { PRICE($price) } ({ $distance })
trade-trailing = Trailing
trade-target = Ziel
trade-target-number = Ziel { $number }
trade-target-distance = { PRICE($price) } ({ R($r) })
trade-size = Größe
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-size-held = { PRICE($held) } von { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = Risiko
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-capped = Größe begrenzt durch die größte erlaubte Position, { PERCENT($percent) } des Kontostands
trade-expires = Läuft ab: { MOMENT($at) }
trade-ends-early = Vorher hinfällig: { $facts }
ends-on-gap-filled = Gap { PRICE($bottom) } bis { PRICE($top) } gefüllt
ends-on-block-invalidated = Schluss durch den Block { PRICE($bottom) } bis { PRICE($top) }
ends-on-swing-broken = Schluss jenseits von { PRICE($level) }
ends-on-kill-zone-over = { window-name } endet um { TIME($at) }
trade-id = Trade { $id }
trade-live = ECHTGELD, kein Paper-Trade
trade-line = { $direction } { $symbol }: { $state }

life-approved = Freigegeben von { $name } um { TIME($at) }, { $size }
life-approved-rule = Freigegeben von der Regel { $rule }, eingeschaltet von { $name }, um { TIME($at) }, { $size }
life-endorsed = Freigaben: { NUMBER($count) } von { NUMBER($needed) }, von { $names }
life-endorsed-before = Zuerst freigegeben von { $names }
life-repriced = Neu bepreist von { $name } um { TIME($at) }
life-replanned = { $name } hat den Plan um { TIME($at) } geändert: { $change ->
    [stop] Stop
    [targets] Ziele
   *[entry] Einstieg
}
life-approved-waiting = Der Einstieg ist noch nicht gesendet
life-submitting = Der Einstieg wird gesendet; die Börse hat noch nicht geantwortet
life-working = Die Einstiegsorder liegt an der Börse, noch nichts ausgeführt
life-partially-filled = Ausgeführt: { PRICE($filled) } von { PRICE($quantity) } zu { PRICE($price) }
life-open = Ausgeführt: { PRICE($filled) } zu { PRICE($price) }
life-left = Ausgestiegen: { PRICE($quantity) } zu { PRICE($price) }
life-entry-cancelled = { $name } hat den Rest des Einstiegs storniert
life-reduced = Davon schon geschlossen: { PRICE($quantity) }
life-targets-moved = Ziele geändert von { $name }
life-stop-moved = Stop auf { PRICE($price) } gesetzt ({ $why })
life-stop-moved-by = Stop auf { PRICE($price) } gesetzt von { $name }
life-trailing-on = { $name } hat das Trailing eingeschaltet
life-trailing-off = { $name } hat das Trailing ausgeschaltet
life-protected = Der Stop liegt an der Börse: { PRICE($stop) }
life-unprotected = ⚠ Der Stop ist an der Börse noch nicht bestätigt
life-unknown = ⚠ Die Börse hat die Order nicht bestätigt. Der Desk fragt weiter und sendet nichts doppelt
life-closing = Wird geschlossen ({ $reason })
life-closing-by = Wird geschlossen ({ $reason }, { $name })
life-closed = Geschlossen: { $reason }
life-closed-result = Ergebnis { R($r) } von geplanten { R($planned) } · { PROFIT($pnl) } { $quote } nach Gebühren
life-given-up = Der Einstieg wurde verworfen: { $why }
life-closed-unfilled = Es wurde nichts ausgeführt
life-price = Kurs { PRICE($price) }
life-open-result = Offen { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = Ausgelassen
life-skipped-by = Ausgelassen von { $name }
life-skipped-why = { $line }: { skip-reason }
life-expired = Abgelaufen
life-denied = Vom Risikolimit abgelehnt
life-rejected = Es wurde keine Order platziert
life-ended = { $state }: { $why }
life-ended-by = { $state } von { $name }: { $why }

stop-reason-break-even = Break-even
stop-reason-trailing = nachgezogen
stop-reason-manual = von Hand

close-reason-stop = Stop-Loss
close-reason-target = Ziel erreicht
close-reason-manual = von Hand
close-reason-panic = Panik
close-reason-time = Zeit-Stop
close-reason-session-end = Ende der Session
close-reason-entry-cancelled = Einstieg storniert

expired-time = niemand hat ihn rechtzeitig freigegeben
expired-superseded = ein neueres Setup trat an seine Stelle
expired-price-left = der Kurs lief vom Einstieg weg
expired-target-reached = der Kurs erreichte das Ziel { PRICE($price) } vor dem Einstieg
expired-stop-reached = der Kurs erreichte den Stop { PRICE($price) } vor dem Einstieg
expired-gap-filled = das Gap { PRICE($bottom) } bis { PRICE($top) } wurde gefüllt
expired-block-invalidated = eine Kerze schloss durch den Block { PRICE($bottom) } bis { PRICE($top) }
expired-swing-broken = eine Kerze schloss jenseits des Swings bei { PRICE($level) }
expired-kill-zone-over = { window-name } ist vorbei
expired-restart = der Desk lief nicht, als er ablief

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
    .measured = Die Größe wäre { PRICE($actual) }; die Börse verlangt mindestens { PRICE($limit) }
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
denied-short-impossible = Das ist ein Spotmarkt: Leerverkauf ist nicht möglich
denied-not-traded = Der Desk handelt dieses Symbol nicht: Es steht nicht unter den Symbolen seiner Konfiguration
denied-price-moved = Der Kurs lief seit dem Setup zu weit
    .measured = Der Kurs lief seit dem Setup { NUMBER($actual, maximumFractionDigits: 2) }R; das Limit ist { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = Der letzte bekannte Kurs ist zu alt
    .measured = Der letzte Kurs ist { NUMBER($actual, maximumFractionDigits: 0) } s alt; das Limit ist { NUMBER($limit, maximumFractionDigits: 0) } s
denied-paused = Der Desk pausiert; /resume setzt ihn fort
denied-kill-switch = Der Desk wurde mit /panic angehalten; /resume setzt ihn fort
denied-expired = Das Setup ist abgelaufen
denied-cool-down = Abkühlpause nach Verlusten
    .measured = { $actual } Verluste in Folge; ab { $limit } legt der Desk eine Abkühlpause ein
denied-drawdown = Der Kontostand lag zu weit unter seinem Höchststand; /resume setzt den Desk fort
    .measured = Der Kontostand lag { PERCENT($actual) } unter seinem Höchststand; das Limit ist { PERCENT($limit) }. /resume setzt den Desk fort
denied-session-trades = In dieser Session sind keine Trades mehr übrig
    .measured = { $actual } Trades in dieser Session; das Limit ist { $limit }
denied-group-risk = Das Risiko in Symbolen, die zusammen laufen, wäre zu hoch
    .measured = Das Risiko in Symbolen, die zusammen laufen, wäre { PERCENT($actual) }; das Limit ist { PERCENT($limit) }
denied-volatility = Der Markt schwankt zu stark
    .measured = Eine durchschnittliche Kerze misst { PERCENT($actual) } des Kurses; das Limit ist { PERCENT($limit) }
denied-spread = Der Spread ist zu groß
    .measured = Der Spread ist { PERCENT($actual) } des Kurses; das Limit ist { PERCENT($limit) }
denied-order-notional = Die Order ist größer als erlaubt
    .measured = Die Order wäre { NUMBER($actual, maximumFractionDigits: 2) }; das Limit ist { NUMBER($limit, maximumFractionDigits: 2) }
denied-daily-notional = Die Orders des Tages sind zusammen größer als erlaubt
    .measured = Die Orders des Tages wären { NUMBER($actual, maximumFractionDigits: 2) }; das Limit ist { NUMBER($limit, maximumFractionDigits: 2) }
denied-order-rate = Zu viele Orders in einer Minute
    .measured = { $actual } Orders in einer Minute; das Limit ist { $limit }
denied-leverage = Der Hebel wäre zu hoch
    .measured = Der Hebel wäre { NUMBER($actual, maximumFractionDigits: 2) }; das Limit ist { NUMBER($limit, maximumFractionDigits: 2) }
denied-live-locked = Der Echtgeldhandel ist gesperrt: Ein Admin sendet /live CODE in einem privaten Chat
denied-liquidation = Die Liquidation läge zu nah am Stop
    .measured = Die Liquidation läge { NUMBER($actual, maximumFractionDigits: 2) }-mal so weit weg wie der Stop; nötig ist { NUMBER($limit, maximumFractionDigits: 2) }-mal
denied-margin = Die Positionen bräuchten zu viel Margin
    .measured = Die Positionen bräuchten { PERCENT($actual) } des Kontostands als Margin; das Limit ist { PERCENT($limit) }
denied-until = { $text }. Bis { MOMENT($until) }
denied-second-person = Ein Einstieg dieser Größe braucht mehrere Personen, jede einmal
    .measured = Ein Einstieg dieser Größe braucht { NUMBER($limit) } Personen, jede einmal; Freigaben bisher: { NUMBER($actual) }
denied-trader-risk = Ein Trade mit diesem Risiko braucht einen Admin
    .measured = Das Risiko wäre { PERCENT($actual) }; Trader geben bis { PERCENT($limit) } frei, darüber nur ein Admin
denied-target-reached = Der Kurs ist schon über das Ziel hinaus
    .measured = Das Ziel { PRICE($limit) } ist schon überschritten; der Kurs ist { PRICE($actual) }

## Buttons

button-approve = Freigeben { $size }
button-size = { $size }
button-size-risk = { $size } · { MONEY($money) } { $quote }
button-other-size = Andere Größe
button-skip = Auslassen
button-custom = Eigene
button-why = Warum
button-entry-type = { $type ->
    [limit] Limit
   *[market] Market
}
button-stop = Anhalten
button-close = Schließen
button-close-number = { $number } schließen
button-scan = Scannen
button-cancel-entry = Einstieg stornieren
button-close-all = Alle { $count } schließen
button-close-all-confirm = { $count ->
    [one] Ja, { $count } Position schließen
   *[other] Ja, { $count } Positionen schließen
}
button-reprice = Neu bepreisen
button-rule-on = { $rule } einschalten
button-rule-off = { $rule } ausschalten
button-break-even = Break-even
button-move-stop = Stop verschieben
button-trail = Trailing
button-trail-by = { $by ->
    [structure] Struktur
    [percent] { NUMBER($distance) } %
   *[atr] { NUMBER($distance) } ATR
}
button-trail-off = Trailing aus
button-targets = Ziele
button-reduce = { NUMBER($percent) } % schließen
button-stop-at = Stop { R($r) }
button-stop-confirm = Ja, Stop auf { PRICE($stop) }
button-panic-confirm = Ja, alles glattstellen und anhalten
button-status = Status
button-signals = Signale
button-positions = Positionen
button-risk = Risiko
button-chart = Chart
button-help = Hilfe
button-invite = Einladen
button-roles = Personen
button-revoke = Zugang entziehen
button-admit = { $name } zulassen
button-refuse = Nein
button-verify = Prüfen
button-short = Kurze Karten
button-keyboard-on = Zeigen
button-keyboard-off = Ausblenden
button-full = Volle Karten
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
button-chart-beside = { $timeframe } daneben
button-chart-single = Nur ein Timeframe
button-overlay-hide = ✓ { overlay-name }
button-overlay-show = { overlay-name }
button-pnl = Gewinn und Verlust
button-month = Monat
button-stats = Statistik
button-next-page = Weiter ▶
button-previous-page = ◀ Zurück

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R
size-type = Wie groß? Geben Sie 0.3R, 30%, eine Menge wie 0.01BTC oder einen Betrag wie $500 ein: höchstens die vorgeschlagene Größe.
size-refused = { $text } ist keine Größe bis zur vorgeschlagenen Größe.
size-rounded = Die Order wird auf ein ganzes Lot abgerundet.

## Answers to taps

tap-invalid = Dieser Button funktioniert nicht mehr: schon benutzt, abgelaufen oder aus einem anderen Chat.
tap-forbidden = Dafür ist die Rolle { $needed } nötig; Ihre Rolle ist { $role }.
tap-approved = Freigegeben { $size }: { $direction } { $symbol }, { PRICE($quantity) }
tap-skipped = { $symbol } ausgelassen
tap-skip-explained = { $symbol } ausgelassen: { skip-reason }
skip-why = Warum? Ein Tipp genügt; /vetoes zeigt, was jeder Grund erspart oder gekostet hat.
skip-reason = { $reason ->
    [weak-setup] schwaches Setup
    [against-bias] gegen den Bias
    [news] News stehen an
    [too-late] zu spät
    [enough-risk] genug Risiko offen
   *[other] anderer Grund
}
tap-closing = { $symbol } wird geschlossen
tap-entry-cancelled = Der Einstieg in { $symbol } ist storniert
tap-endorsed = { $symbol }: { NUMBER($count) } von { NUMBER($needed) } Freigaben. Es muss noch eine andere Person freigeben.
tap-repriced = { $symbol } hat einen neuen Plan mit Einstieg bei { PRICE($entry) }. Er muss neu freigegeben werden.
tap-replanned = { $symbol } hat einen geänderten, neu geprüften Plan. Er wartet auf eine Freigabe.
tap-cancelling-entry = Der Einstieg in { $symbol } wird storniert
tap-stop-moved = Der Stop von { $symbol } geht auf { PRICE($stop) }
tap-trail = Der Stop von { $symbol } folgt dem Kurs: { $how }
tap-trail-off = Der Stop von { $symbol } folgt dem Kurs nicht mehr und bleibt, wo er ist
tap-targets-moved = Die Ziele von { $symbol } gehen auf { $targets }
tap-reducing = { NUMBER($percent) } % von { $symbol } werden geschlossen
tap-too-late = Zu spät: { $symbol }, { $state }
tap-not-found = Diesen Trade gibt es nicht.
tap-denied-title = Nicht freigegeben: { $symbol }
tap-stop-refused-title = Der Stop wurde nicht verschoben: { $symbol }
tap-targets-refused-title = Die Ziele wurden nicht verschoben: { $symbol }
tap-denied-open = Der Vorschlag steht weiter.
tap-unchanged = { $symbol }: { $state }
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
fault-act = Der Desk konnte es nicht bestätigen. Es kann geschehen sein oder nicht: Erst nachsehen, dann erneut versuchen.
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
fault-lease-lost = Ein anderer Prozess hat die Orders dieses Desks übernommen.
fault-market-unavailable = Der Markt ist gerade nicht lesbar.
fault-exchange-unavailable = Die Börse antwortet gerade nicht.
fault-exchange-key-refused = Die Börse lehnt den Schlüssel des Desks ab.
fault-exchange-key-unsafe = Der Börsenschlüssel darf Geld abheben; das darf kein Handelsschlüssel.
fault-exchange-clock-off = Die Uhr dieses Rechners weicht zu weit von der Börsenuhr ab.
fault-chat-rate-limited = Die Chat-Plattform bittet den Desk, langsamer zu schreiben.
fault-chat-unreachable = Die Chat-Plattform ist nicht erreichbar.
fault-chat-gone = Diesen Chat gibt es nicht mehr.
fault-chat-message-gone = Diese Nachricht gibt es nicht mehr.
fault-chat-refused = Die Chat-Plattform hat die Nachricht abgelehnt.
fault-chart-font-missing = Die Schriften für Charts fehlen.
fault-chart-timed-out = Ein Chart brauchte zu lange.
fault-chart-pool-closed = Charts werden nicht mehr gezeichnet: Der Desk wird beendet.
fault-judge-timed-out = Die Bewertung der Kerzen hat zu lange gedauert.
fault-judge-pool-closed = Der Desk wird beendet.
fault-web-password-required = Der Web-Chat braucht ein Passwort, um von anderen Rechnern erreichbar zu sein.
fault-web-port-taken = Der Port des Web-Chats ist belegt.
fault-paper-account-invalid = Das Paper-Konto ist falsch.
fault-trade-transition-impossible = Der Zustand des Trades lässt das nicht zu.

## Commands

command-start = Willkommen, und was der Desk kann
    .usage = /start
command-help = Alle Befehle, oder einer im Detail
    .usage = /help [Befehl]
command-status = Der Desk auf einen Blick
    .usage = /status
command-scan = Setups nach Rang, auf allen oder einigen Symbolen
    .usage = /scan [Symbole oder Watchlist] [Timeframe]
command-cancelscan = Einen laufenden Scan abbrechen
    .usage = /cancelscan ID
command-watchlist = Benannte Listen von Symbolen, oder was eine enthält
    .usage = /watchlist [Name]
command-signals = Offene Vorschläge
    .usage = /signals
command-positions = Offene Positionen mit Gewinn und Verlust
    .usage = /positions
command-trade = Ein Trade mit seinem Chart
    .usage = /trade ID
command-why = Woher jede Zahl auf der Karte eines Trades kommt
    .usage = /why ID
command-risk = Limits: was verbraucht und was übrig ist
    .usage = /risk
command-chart = Chart mit dem, was der Desk darin sieht, auf einem Timeframe oder zwei
    .usage = /chart SYMBOL [Timeframe] [zweite] [structure gaps blocks liquidity ranges sessions oder none]
command-pnl = Ergebnis nach Tag, Woche oder Monat, mit Equity-Kurve
    .usage = /pnl [day, week oder month] [wie viele]
command-month = Gewinn und Verlust eines Monats, Tag für Tag
    .usage = /month [1 ist dieser Monat, 2 der davor]
command-stats = Trefferquote, Erwartungswert, Drawdown; nach Strategie, Symbol, Session, Stunde, Ausstieg
    .usage = /stats [strategy, symbol, session, hour oder exit]
command-levels = Was über und unter dem Kurs liegt, und wie weit weg
    .usage = /levels SYMBOL [Timeframe]
command-sessions = Kill Zones, jetzt und als Nächstes
    .usage = /sessions
command-vetoes = Setups, die nicht gehandelt wurden, und was aus ihnen wurde
    .usage = /vetoes
command-replay = Spielt einen vergangenen Tag im Chat ab: seine Setups und was daraus wurde
    .usage = /replay JJJJ-MM-TT [Symbol]
command-stopreplay = Hält ein laufendes Replay an
    .usage = /stopreplay ID
command-close = Eine Position schließen, oder alle
    .usage = /close ID oder SYMBOL oder all
command-long = Einen eigenen Long vorschlagen
    .usage = /long SYMBOL [0.5%, 0.1BTC oder $500] [Einstieg] sl KURS tp KURS ...
command-short = Einen eigenen Short vorschlagen
    .usage = /short SYMBOL [0.5%, 0.1BTC oder $500] [Einstieg] sl KURS tp KURS ...
command-size = Einen Vorschlag in eigener Größe freigeben
    .usage = /size ID [0.3R, 30%, 0.01BTC oder $500]
command-sl = Den Stop einer Position verschieben
    .usage = /sl ID oder SYMBOL [Kurs, R, Prozent oder be]
command-breakeven = Den Stop dorthin setzen, wo nichts verloren geht
    .usage = /breakeven ID oder SYMBOL
command-trail = Den Stop einer Position dem Kurs nachziehen (Trailing)
    .usage = /trail ID oder SYMBOL [atr, structure, percent oder off] [Abstand]
command-tp = Die Ziele einer Position neu legen
    .usage = /tp ID oder SYMBOL [Kurse]
command-reduce = Einen Teil einer Position schließen
    .usage = /reduce ID oder SYMBOL [Prozent]
command-cancel = Stornieren, was von einem Einstieg noch nicht ausgeführt ist
    .usage = /cancel ID oder SYMBOL
command-pause = Eine Zeit lang keine neuen Trades
    .usage = /pause [Minuten] [Grund]
command-resume = Wieder neue Trades zulassen
    .usage = /resume
command-panic = Alles glattstellen und anhalten
    .usage = /panic
command-rules = Regeln, die ohne Antippen freigeben, und ihre Schalter
    .usage = /rules [on oder off] [Name]
command-live = Echtgeldhandel mit einem Einmalcode bestätigen
    .usage = /live CODE
command-settings = Jede Einstellung: was sie ist, was sie sein darf, wer sie änderte
    .usage = /settings [Pfad]
command-set = Eine Einstellung ändern; was sich ändert, wird vorher gezeigt
    .usage = /set PFAD [Wert]
command-mode = Paper oder live, und was ein Wechsel verlangt
    .usage = /mode [paper oder live]
command-export = Die Einstellungen als YAML
    .usage = /export
command-import = Einstellungen aus YAML übernehmen
    .usage = /import
command-orders = Aktive Orders an der Börse
    .usage = /orders
command-trades = Die neuesten Trades und was aus ihnen wurde
    .usage = /trades
command-balance = Kontostand, Equity und offenes Ergebnis
    .usage = /balance
command-health = Ob alle Teile des Desks laufen
    .usage = /health
command-logs = Die neuesten Warnungen und Fehler
    .usage = /logs
command-undo = Ihre letzte Aktion zurücknehmen, soweit das geht
    .usage = /undo
command-language = Die Sprache dieses Chats
    .usage = /language [Sprache]
command-timezone = Die Zeitzone dieses Chats
    .usage = /timezone [Zone]
command-notify = Was dieser Chat erfährt, und wie laut
    .usage = /notify [Ereignis] [on|silent|off]
command-filter = Welche Trades in diesen Chat kommen
    .usage = /filter [symbols|strategies|grade] [Werte|all]
command-mute = Kein Ton für eine Weile oder jede Nacht
    .usage = /mute [Minuten|22:00-07:00|off]
command-verbosity = Volle Karten oder kurze
    .usage = /verbosity [short|full]
command-keyboard = Tasten unter der Eingabezeile
    .usage = /keyboard [on|off]
command-roles = Wer den Desk benutzen darf
    .usage = /roles [Person]
command-invite = Jemanden mit einem einmaligen Link einladen
    .usage = /invite [viewer|trader|admin]
command-audit = Wer was tat, und ob das Protokoll unversehrt ist
    .usage = /audit [Seite|verify]
command-version = Was hier läuft
    .usage = /version
command-whoami = Wie der Desk Sie kennt
    .usage = /whoami

start-title = Killzone
start-text = Der Desk beobachtet den Markt auf ICT-Setups und stellt jedes als Chart mit Buttons hier ein. Ohne Freigabe wird nichts gehandelt.
start-hint = /help zeigt alle Befehle.
help-title = Befehle
help-group-look = Ansehen
help-group-act = Handeln
help-setups = Setups: /help { $names }
help-group-configure = Einrichten
help-aliases = Auch: { $aliases }
help-role = Braucht die Rolle { $role }.

unknown-command = Den Befehl { $text } gibt es nicht.
unknown-command-near = War einer von diesen gemeint?
unknown-command-hint = /help zeigt alle Befehle.
unknown-symbol = Das Symbol { $text } gibt es auf diesem Desk nicht.
unknown-symbol-near = Am ähnlichsten:
unknown-trade = Den Trade { $text } gibt es nicht.
unknown-timeframe = { $text } ist kein Timeframe. Bekannt: { $known }.
several-symbols = { $text } passt auf mehrere Symbole:
bad-minutes = Minuten sind eine ganze Zahl von 1 bis { $max }; erhalten: { $text }.
bad-price = { $text } ist kein Kurs. Möglich sind 61240, 61.2k, -1%, 1.5R oder be.
bad-percent = { $text } ist kein Prozentsatz von 1 bis 100.
bad-trailing = Ein Stop folgt atr, structure oder percent, mit off folgt er nichts; erhalten: { $text }.
bad-distance = Ein Abstand liegt über 0 und höchstens bei 100, etwa 2 oder 1.5; erhalten: { $text }.
bad-choice = { $text } ist keins von diesen: { $known }.
too-many-words = Das ist mehr, als der Befehl annimmt: { $text }
usage = Verwendung: { $usage }
pick-symbol = Welches Symbol?
pick-symbol-more = { $count } weitere: den Namen hinter den Befehl schreiben.
pick-date = Welcher Tag?
pick-date-more = Jeder andere Tag: hinter den Befehl schreiben, etwa 2026-11-20.
bad-date = { $text } ist kein Tag. Schreiben Sie ihn wie 2026-11-20 oder wählen Sie einen aus.
pick-trade = Welcher Trade?
pick-trade-none = Es gibt keinen Trade zur Auswahl.
pick-running = Was läuft, hält der Button an seiner eigenen Nachricht an.
pick-close = Was soll geschlossen werden?
forbidden = /{ $command } braucht die Rolle { $needed }; Ihre Rolle ist { $role }.
plain-text = Das ist kein Befehl. Alles am Desk beginnt mit einem Schrägstrich oder einem Button.
plain-text-near = Vielleicht einer von diesen:

## Moving stop and targets

move-stop-now = Der Stop liegt bei { PRICE($stop) }.
move-stop-hint = Jeder Kurs: /sl { $id } 61240, oder 61.2k, -1%, 0.5R, be. R und Prozent zählen ab dem Einstieg.
trail-now = Der Stop folgt: { $how }
trail-hint = Jeder Abstand: /trail { $id } atr 2.5, oder percent 0.8, structure 0.5, off. Nachgezogen wird bei jedem Kerzenschluss, nur in Richtung weniger Risiko.
trail-off = nichts
trail-atr = { NUMBER($distance) } ATR hinter dem Kurs
trail-structure = { NUMBER($distance) } ATR hinter dem letzten Swing ({ $layer })
trail-percent = { NUMBER($distance) } % hinter dem Kurs
trail-from = { $how }, ab { R($r) }
move-targets-now = Ziele: { $targets }
move-targets-hint = Beliebige Kurse: /tp { $id } 61240 62000, zu gleichen Teilen.
move-reduce-now = Offen: { PRICE($quantity) }. Die Ziele schrumpfen mit; der Stop bleibt.
move-not-open = { $symbol }: { $state }. Es gibt keine offene Position, die sich ändern ließe.
confirm-stop-title = Mehr Risiko in { $symbol }?
confirm-stop-text = Der Stop ginge von { PRICE($from) } auf { PRICE($to) }. Risiko jetzt: { $was }. Danach: { $will }.
confirm-stop-risk = { PERCENT($percent) }, { MONEY($money) } { $quote }

## Rules that approve

rules-title = Freigaberegeln
rules-none = Die Einstellungen enthalten keine Freigaberegel.
rules-unknown = Die Regel { $text } gibt es nicht.
rules-any = jedes Setup
rules-line = { $rule }: { $takes } · bis { MONEY($notional) } · { NUMBER($percent) } % der Größe
rules-on = Ein, eingeschaltet von { $name }, seit { MOMENT($at) }
rules-off = Aus
rules-note = Eine Regel gibt frei, was die Limits erlauben, und sonst nichts. Eine geänderte Regel ist aus.

## Look

status-title = Desk · { $mode }
status-running = Nimmt neue Trades an
status-paused = Pausiert von { $name } seit { TIME($since) }
status-paused-until = Pausiert von { $name } bis { MOMENT($until) }
status-paused-reason = Grund: { $reason }
status-live-locked = Der Echtgeldhandel ist gesperrt: Es wird keine Order gesendet, bis ein Admin /live CODE in einem privaten Chat sendet
status-market = Markt
market-simulated = simuliert
market-replay = Replay von { $symbol } { $timeframe }
status-symbols = Symbole
status-symbols-more = { $shown } und { $count } weitere
status-last-candle = Letzte Kerze
status-last-candle-ago = { TIME($at) }, vor { DURATION($ago) }
status-last-candle-none = noch keine
status-balance = Kontostand
status-equity = Equity
status-proposals = Offene Vorschläge
status-in-trades = In Trades
status-unknown = Unbestätigt
status-closed = Geschlossen
status-market-time = Marktzeit
status-up-since = Laufzeit in Marktzeit
signals-title = Offene Vorschläge
signals-none = Keine offenen Vorschläge.
positions-title = Offene Positionen
positions-none = Keine offenen Positionen.
position-head = { NUMBER($number) } · { $direction } { $symbol } · { $r } · { $pnl } · { $state }
position-line = { PRICE($quantity) } zu { $entry }, jetzt { $price }, Stop { $stop }
positions-open-total = Offenes Ergebnis: { PROFIT($pnl) }
column-number = #
column-symbol = Symbol
column-side = Seite
column-quantity = Menge
column-entry = Einstieg
column-price = Kurs
column-result = P&L
column-r = R
column-score = Score
column-setup = Setup
column-timeframe = TF
column-period = { $period ->
    [week] Woche ab
    [month] Monat ab
   *[day] Tag
}
column-trades = Trades
column-won = Gewonnen
column-factor = PF
column-expires = Läuft ab
column-state = Status
column-order = Order
column-when = Wann
column-limit = Limit
column-used = Genutzt
column-allowed = Erlaubt
column-left = Übrig
column-level = Level
column-away = Entfernt
no-value = –
scan-title = Scan
scan-none = Gerade kein Setup.
scan-summary = { $scanned ->
    [one] { $scanned } Symbol
   *[other] { $scanned } Symbole
} in { DURATION($elapsed) }
scan-more = { $count ->
    [one] { $count } weiteres Setup mit niedrigerem Score
   *[other] { $count } weitere Setups mit niedrigerem Score
}
scan-failed = Nicht gescannt: { $symbols }. { $why }
scan-failed-busy = Ein anderer Prozess hielt sie zu lange fest.
scan-failed-no-answer = Der Prozess, der sie hatte, brach ab oder brauchte zu lange.
breaker-until = ⛔ { $why }. Gilt bis { MOMENT($at) }
breaker-person = ⛔ { $why }. Ein Mensch muss entscheiden
scan-running = Scan läuft: { $scanned } von { $total } Symbolen
scan-cancelled = Abgebrochen nach { $scanned } von { $total } Symbolen
scan-budget = Anfragen an die Börse: { $used } von { $limit } in dieser Minute
scan-over = Dieser Scan läuft nicht mehr.
risk-title = Risiko
risk-balance = Kontostand
risk-resets = Die Tageszähler beginnen in { DURATION($left) } neu, { MOMENT($at) }
sessions-title = Kill Zones
sessions-now = Jetzt { TIME($now) }, New York { $newYork }
sessions-open = Aktiv
sessions-next = Als Nächstes
sessions-none = Kein Zeitfenster ist aktiv.
sessions-open-row = bis { TIME($at) } · New York { $newYork } · noch { DURATION($left) }
sessions-next-row = { TIME($at) } · New York { $newYork } · in { DURATION($left) }
watchlist-title = Watchlists
watchlist-named = { $name } · { $count ->
    [one] { $count } Symbol
   *[other] { $count } Symbole
}
watchlist-empty = Keines der verfolgten Symbole passt auf diese Liste.
watchlist-unknown = Die Liste { $name } gibt es nicht.
brief-opened = { $window } läuft
brief-closed = { $window } ist vorbei
brief-until = Bis
brief-until-value = { TIME($at) } · New York { $newYork } · { DURATION($left) }
brief-proposals = Vorschläge
brief-approved = Freigegeben
brief-result = Geschlossen
brief-result-value = { $closed ->
    [0] keiner
    [one] { $closed } Trade, { R($r) }
   *[other] { $closed } Trades, { R($r) }
}
brief-open-risk = Offenes Risiko
brief-trades-left = Trades übrig
brief-level = { PRICE($level) } ({ $away })
brief-more = { $count ->
    [one] und { $count } weiteres Symbol
   *[other] und { $count } weitere Symbole
}
bias-bullish = bullisch
bias-bearish = bärisch
column-bias = Bias
column-asian-high = Asia-Hoch
column-asian-low = Asia-Tief
column-day-high = Vortageshoch
column-day-low = Vortagestief
chart-title = { $symbol } { $timeframe }
chart-title-two = { $symbol } { $timeframe } und { $second }
chart-none = Von { $symbol } { $timeframe } gibt es noch keine Kerzen.
reason-left-aside = { $reason ->
    [skipped] Von Hand ausgelassen
    [expired-time] Niemand hat rechtzeitig freigegeben
    [expired-superseded] Ein neueres Setup trat an seine Stelle
    [expired-price-left] Der Kurs lief vom Einstieg weg
    [expired-target-reached] Das Ziel kam vor dem Einstieg
    [expired-stop-reached] Der Stop kam vor dem Einstieg
    [expired-gap-filled] Das Gap wurde gefüllt
    [expired-block-invalidated] Eine Kerze schloss durch den Block
    [expired-swing-broken] Der Swing wurde gebrochen
    [expired-kill-zone-over] Die Kill Zone war vorbei
   *[expired-restart] Der Desk lief nicht
}
reason-skipped = Ausgelassen: { skip-reason }
vetoes-title = Nicht gehandelt
vetoes-line = { $count ->
    [one] { $count } Setup
   *[other] { $count } Setups
} · gewonnen { $won }, verloren { $lost } · { R($r) } ohne uns
vetoes-none = Bisher wurde jedes Setup gehandelt oder ist noch offen.
vetoes-verdict = { $r ->
    [0] Sie auszulassen hat nichts gekostet und nichts erspart.
   *[other] Zusammen hätten sie { R($r) } ergeben, vor Kosten, jedes am ersten Ziel geschlossen.
}
vetoes-since = Setups seit { MOMENT($since) }; was noch läuft, zählt zum letzten Schlusskurs.
vetoes-unknown = { $count ->
    [one] { $count } Setup ist zu alt, um es zu verfolgen.
   *[other] { $count } Setups sind zu alt, um sie zu verfolgen.
}
replay-title = Replay
replay-title-day = Replay · { $symbol } · { $date }
replay-clock-running = ▶ { $time } · New York { $newYork }
replay-clock-stopped = Angehalten um { $time } · New York { $newYork }
replay-clock-done = Der Tag ist vorbei.
replay-no-setup = Bisher kein Setup.
replay-result = { $count ->
    [one] { $count } Setup
   *[other] { $count } Setups
} · Ziel { $won } · Stop { $lost } · { R($r) }
replay-left-out = { $count ->
    [one] { $count } schwächeres Setup dieses Tages fehlt hier.
   *[other] { $count } schwächere Setups dieses Tages fehlen hier.
}
replay-no-companion = Ohne Vergleich mit { $companion }: Dessen Kerzen sind gerade nicht lesbar. SMT-Divergenzen fehlen daher.
replay-how = Mit Ihren jetzigen Einstellungen, ohne Limits und Kosten, jedes am ersten Ziel geschlossen. Es zählt der Tag in New York.
replay-outcome = { $outcome ->
    [missed] Der Einstieg wurde nie erreicht
    [running] Läuft: { R($r) }
    [target] Ziel erreicht: { R($r) }
    [stop] Ausgestoppt: { R($r) }
   *[waiting] Wartet seit { $time } New York auf den Einstieg
}
replay-refused-no-candles = Für { $date } gibt es keine Kerzen von { $symbol }.
replay-refused-not-yet = { $date } hat noch nicht begonnen.
replay-refused-busy = Hier läuft schon ein Replay. Halten Sie es zuerst an.
replay-over = Dieses Replay läuft nicht mehr.
levels-title = Levels · { $symbol } { $timeframe }
levels-known = Stand der Kerze, die am { MOMENT($at) } schloss
levels-now = Kurs jetzt
levels-now-in-range = { $place ->
    [above] darüber
    [below] darunter
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
pnl-title = Gewinn und Verlust { pnl-by }
pnl-by = { $period ->
    [week] nach Wochen
    [month] nach Monaten
   *[day] nach Tagen
}
pnl-none = In dieser Zeit wurde kein Trade geschlossen.
month-title = { $month }
stats-title = Statistik { stats-by }
stats-by = { $by ->
    [symbol] nach Symbol
    [session] nach Session
    [hour] nach Stunde
    [exit] nach Ausstieg
   *[strategy] nach Strategie
}
stats-more = Nicht gezeigt: { $count } weitere.
stats-hours = Stunden in { $zone }
stats-result = Ergebnis nach Gebühren
stats-result-value = { PROFIT($pnl) } · { R($r) }
stats-trades = Trades
stats-trades-value = { $trades }: { $wins } gewonnen, { $losses } verloren
stats-win-rate = Trefferquote
stats-expectancy = Erwartungswert
stats-average-win = Durchschnittsgewinn
stats-average-loss = Durchschnittsverlust
stats-profit-factor = Profitfaktor
stats-drawdown = Größter Drawdown
stats-drawdown-value = { MONEY($money) } · { R($r) }
stats-streak = Längste Verlustserie
stats-fees = Gezahlte Gebühren
whoami-title = Sie
whoami-name = Name
whoami-id = ID
whoami-role = Rolle
whoami-chat = Chat
whoami-language = Sprache
whoami-zone = Zeitzone

## Act

close-all-title = Alle Positionen schließen?
close-all-none = Es gibt keine offene Position.
close-all-text = { $count ->
    [one] { $count } Position wird zum Marktpreis geschlossen.
   *[other] { $count } Positionen werden zum Marktpreis geschlossen.
}
close-all-soon = { $count ->
    [one] { $count } Position wird in 5 Sekunden zum Marktpreis geschlossen.
   *[other] { $count } Positionen werden in 5 Sekunden zum Marktpreis geschlossen.
}
close-all-kept = Zurückgenommen: Es wird nichts geschlossen.
close-all-begun = Zu spät: Es hat begonnen oder wurde schon zurückgenommen.
close-all-done-title = Alle schließen
panic-title = Alles glattstellen und anhalten?
panic-text = Jeder Einstieg wird storniert, jede Position zum Marktpreis geschlossen und kein neuer Trade eröffnet, bis jemand /resume sendet.
panic-done-title = Panik
confirm-hint = Der Button gilt { DURATION($ttl) } lang. Ohne Antippen geschieht nichts.
pause-title = Pausiert
pause-forever = Keine neuen Trades, bis jemand fortsetzt. Offene Positionen werden weiter geführt.
pause-until = Keine neuen Trades bis { MOMENT($until) }. Offene Positionen werden weiter geführt.
resume-title = Läuft
resume-done = Neue Trades sind wieder möglich.
resume-not-paused = Der Desk war nicht pausiert.

live-title = Echtgeldhandel
live-open = Bestätigt. Freigegebene Trades gehen an die Börse, bis der Desk neu gestartet wird.
live-already-open = Das war schon bestätigt.
live-not-live = Dieser Desk läuft im Paper-Modus. Es gibt nichts zu bestätigen.
live-not-private = Senden Sie den Code in einem privaten Chat mit dem Desk: Hier können andere ihn lesen. Er wird nicht angenommen.
live-wrong-code = Dieser Code ist falsch oder schon benutzt. { $left ->
    [one] Ein Versuch bleibt
   *[other] { $left } Versuche bleiben
}.
live-ledger-behind = Nicht angenommen: Im Journal fehlt, was dieser Desk gesendet hatte. Positionen werden geschützt und geschlossen, neu eingestiegen wird nicht.
live-locked-out = Gesperrt nach fünf falschen Codes. Geben Sie dem Desk ein anderes KILLZONE_TOTP_SECRET und starten Sie ihn neu.
mode-title = Modus
mode-now = Dieser Desk läuft im Modus { $mode }.
mode-already = Das ist schon so.
mode-unknown = Die Modi sind paper und live; erhalten: { $text }.
mode-to-live = Für den Echtgeldhandel: 1. mode: live in der Konfiguration, 2. KILLZONE_LIVE=yes, die Börsenschlüssel und KILLZONE_TOTP_SECRET in der Umgebung, 3. ein neuer Start, 4. ein Admin sendet /live CODE in einem privaten Chat.
mode-live-note = Kein Chat kann das umschalten: Jemand am Rechner muss es so wollen. Jeder Start verlangt einen neuen Code.
mode-to-paper = Für Paper-Trading: mode: paper in der Konfiguration und ein neuer Start, ohne die Börsenschlüssel.
mode-paper-note = Schließen Sie vorher, was offen ist: Ein Desk im Paper-Modus kümmert sich nicht um echte Positionen. Sofort anhalten: /pause oder /panic.

## Words inside of pictures (asked for by jobs); they are short

picture-entry = EINSTIEG
picture-exit = AUSSTIEG
picture-now = JETZT
picture-new-york = NY
picture-zone = { $name ->
    [asian] ASIA
    [london-open] LDN
    [new-york-am] NY AM
    [london-close] LDN close
    [new-york-lunch] NY lunch
    [new-york-pm] NY PM
   *[other] { $name }
}
picture-level = { $source ->
    [previous-day] { $side ->
        [low] PDL
       *[high] PDH
    }
    [previous-week] { $side ->
        [low] PWL
       *[high] PWH
    }
    [previous-month] { $side ->
        [low] PML
       *[high] PMH
    }
    [equal] { $side ->
        [low] EQL
       *[high] EQH
    }
    [older] { $side ->
        [low] Altes Tief
       *[high] Altes Hoch
    }
    [session] { picture-zone } { $side ->
        [low] Tief
       *[high] Hoch
    }
   *[other] { $side ->
        [low] Swing-Tief
       *[high] Swing-Hoch
    }
}
picture-equity = Equity
picture-drawdown = Drawdown
picture-week = Woche
picture-trades = Trades
picture-days-won = Gewinntage
picture-days-lost = Verlusttage
picture-performance = R { stats-by } und Stunde
picture-total = Summe
picture-scan = Scan
picture-found = { $count ->
    [one] { $count } Setup
   *[other] { $count } Setups
}
picture-found-best = { $count } Setups, die { $shown } besten
picture-exposure = Exposure
picture-long = Long
picture-short = Short
picture-net = Netto
picture-risk = Risiko aller offenen Stops

## Settings

settings-title = Einstellungen
settings-section = Einstellungen · { $path }
settings-marked = • weicht vom Standard ab.
settings-now = Jetzt
settings-default = Standard
settings-range = Erlaubt
settings-on = ein
settings-off = aus
settings-text = ein Text
settings-structure = eine Liste, als JSON geschrieben
settings-preview = Einstellungen ändern?
settings-unchanged = Es würde sich nichts ändern.
settings-dangerous = ⚠ Das lockert Limits, die das Konto schützen: { $paths }
settings-takes-effect = Es wirkt sofort, ohne Neustart. Was schon freigegeben ist, bleibt wie es ist.
settings-changed = Einstellungen geändert
settings-refused = Nicht möglich: { $path }
settings-everything = alle Einstellungen
settings-nothing-changed = Es wurde nichts geändert.
settings-allowed = Erlaubt: { $range }
settings-problem = { $rule ->
    [above-number] Der Wert muss über { $limit } liegen
    [least-number] Der Wert muss mindestens { $limit } sein
    [below-number] Der Wert muss unter { $limit } liegen
    [most-number] Der Wert darf höchstens { $limit } sein
    [least-array] Einträge: mindestens { $limit }
    [most-array] Einträge: höchstens { $limit }
    [least-string] Zeichen: mindestens { $limit }
    [most-string] Zeichen: höchstens { $limit }
    [whole-number] Der Wert muss eine ganze Zahl sein
    [kind] Ein Wert dieser Art gehört nicht hierher
    [option] Der Wert ist keine der Möglichkeiten
    [unknown] Eine solche Einstellung gibt es nicht
    [plain-name] Kleinbuchstaben, Ziffern und Bindestriche, zuerst ein Buchstabe
    [name-taken] Dieser Name ist vergeben
    [different-names] Jeder Name nur einmal
    [hierarchy-name] sth, ith und lth gehören zur Hierarchie
    [one-companion] Nur ein Vergleichssymbol je Symbol
    [time-of-day] Eine Uhrzeit wie 17:00
    [time-span] Zwei Uhrzeiten wie 20:00-00:00
    [different-times] Die beiden Uhrzeiten müssen sich unterscheiden
    [time-zone] Eine Zone der Zeitzonendatenbank wie America/New_York
    [cron] Fünf Felder wie 30 8 * * 1-5
    [symbol-pattern] Ein Symbol wie BTC/USDT oder ein Muster mit * und ?
    [shares] Zusammen dürfen es höchstens 100 Prozent sein
    [some-weight] Mindestens ein Wert muss über 0 liegen
   *[other] Dieser Wert passt hier nicht
}
settings-unknown = Die Einstellung { $path } gibt es nicht.
settings-type-value = Geben Sie den neuen Wert ein.
settings-history-title = Änderungen der Einstellungen
settings-history-none = Bisher wurde nichts geändert.
settings-history-row = { $version } · { $name } · { MOMENT($at) }
prompt-ends = Der Desk wartet { DURATION($ttl) } darauf; ein Befehl beendet das Warten.
code-title = Einmalcode
code-ask = Senden Sie die sechs Ziffern Ihrer Authenticator-App.
code-not-private = Dafür ist ein Einmalcode nötig. Tun Sie es in einem privaten Chat mit dem Desk: Hier könnten andere ihn lesen.
code-wrong = Dieser Code ist falsch oder schon benutzt. Versuchen Sie den nächsten.
code-locked = Es wird kein Code mehr angenommen: Es waren zu viele falsche.
export-title = Einstellungen, Version { $version }
export-none = Alles steht auf Standard.
export-hint = Nur was vom Standard abweicht. /import übernimmt es wieder.
import-title = Einstellungen übernehmen
import-ask = Fügen Sie die Einstellungen als YAML ein, wie /export sie zeigt. Was nicht genannt ist, bekommt seinen Standard. Sie sehen vorher, was sich ändert.
import-no-yaml = Zeile { $line } ist kein gültiges YAML.
import-no-settings = Jede Zeile braucht eine Einstellung und ihren Wert, wie /export sie zeigt.

undo-title = Rückgängig
undo-none = Zuletzt gab es nichts von Ihnen, was sich zurücknehmen lässt: keine Einstellung, kein Stop, keine Ziele, kein Trailing. Eine gesendete Order lässt sich nicht zurücknehmen: Schließen Sie stattdessen den Trade.
undo-nothing = Hier gibt es nichts zurückzunehmen: Jemand anderes hat es getan, oder es hat sich seither geändert.
order-stop-which = Wo liegt der Stop?
order-stop-hint = Ein Kurs oder ein Abstand vom Einstieg: { $command } sl 61240, oder 61.2k, 1%.
order-target-which = Wo liegen die Ziele?
order-target-hint = Kurse, Prozent oder R ab dem Einstieg: { $command } tp 62k 63k, oder 2R, 1.5%. Mehrere zu gleichen Teilen.
order-proposed = Vorgeschlagen. Die Karte kommt in jeden Chat, der solchen Trades folgt; gesendet wird nichts, bevor jemand den Trade dort freigibt.
order-refused-title = Nicht vorgeschlagen: { $opening }
order-limit-through-price = Einstieg: Ein Limit bei { PRICE($wanted) } liegt { $direction ->
    [short] unter
   *[long] über
} dem Kurs { PRICE($against) } und würde sofort ausgeführt. Lassen Sie den Einstieg weg, um zum Marktpreis einzusteigen.
order-stop-on-wrong-side = Stop: { PRICE($wanted) } muss { $direction ->
    [short] über
   *[long] unter
} dem Einstieg { PRICE($against) } liegen.
order-target-on-wrong-side = Ziel: { PRICE($wanted) } muss { $direction ->
    [short] unter
   *[long] über
} dem Einstieg { PRICE($against) } liegen.
order-field = { $field ->
    [entry] Einstieg
    [stop] Stop
    [target] Ziel
   *[size] Größe
}
order-needs-a-price = { order-field }: Hier braucht es einen Kurs über 0, etwa 61240, 61.2k oder einen Prozentsatz. R ist der Abstand zum Stop und taugt nur für Ziele.
order-no-price = Der letzte Kurs dieses Symbols ist zu alt oder unbekannt: Ohne ihn lässt sich keine Größe bestimmen. Versuchen Sie es erneut, wenn Kerzen kommen.
order-unreadable = { order-field }: { $text } wurde nicht verstanden.
order-twice = { order-field } ist zweimal genannt: { $text }.
order-too-many = Höchstens zehn Ziele; { $text } ist eins zu viel.
order-field-size = Eine Größe ist ein Risiko wie 0.5%, eine Menge wie 0.1BTC oder ein Betrag wie $500. Ohne Angabe gilt die Einstellung.
order-field-entry = Ein Einstieg ist ein Limit wie @61240 oder 61.2k, oder ein Abstand vom Kurs wie -1% (zum Stop hin). Ohne Angabe wird zum Marktpreis eingestiegen.
order-field-stop = Ein Stop ist ein Kurs wie 61240 oder 61.2k, oder ein Abstand vom Einstieg wie 1%.
order-field-target = Ziele sind Kurse wie 62k, Abstände wie 1.5% oder R wie 2R, höchstens zehn.
why-title = Warum diese Zahlen: { $trade }
why-rounding = Kurse liegen auf dem Raster der Börse; gerundet wird immer in Richtung weniger Risiko.
why-entry-market = { PRICE($entry) }: der Schlusskurs vom { MOMENT($at) }
why-entry-limit = { PRICE($entry) }: das Limit, das das Setup nennt
why-entry-filled = { PRICE($entry) } = { MONEY($notional) } ÷ { PRICE($quantity) } ausgeführt; geplant { PRICE($planned) }
why-one-r = { PRICE($distance) } = von { PRICE($entry) } zum ersten Stop { PRICE($stop) }
why-stop = { PRICE($stop) }: { $distance } ab { PRICE($entry) }
why-target = { R($r) } = ({ PRICE($price) } − { PRICE($entry) }) ÷ { PRICE($distance) }
why-size = { MONEY($notional) } { $quote } = { PRICE($quantity) } { $base } × { PRICE($entry) }
why-size-of = Geplante Größe
why-size-capped = { PRICE($quantity) } = { PERCENT($percent) } des Kontostands ÷ { PRICE($entry) }, die größte Position; das Risiko allein ließe mehr zu
why-size-wished = { PRICE($quantity) }: wie gewünscht
why-size-risk = { PRICE($quantity) } = { PERCENT($percent) } des Kontostands ÷ { PRICE($distance) }
why-risk = { MONEY($money) } { $quote } = { PRICE($quantity) } × { PRICE($distance) }; { PERCENT($percent) } des Kontostands
why-result = { PROFIT($pnl) } { $quote } = { MONEY($left) } − { MONEY($right) } − { MONEY($fees) } Gebühren
why-result-r = { R($r) } = { PROFIT($pnl) } ÷ { MONEY($risk) }
why-part = { $part }: { $why }

## People

roles-title = Personen
roles-owner = { $role }, Inhaber
roles-owner-fixed = In der Konfiguration genannt: nur dort änderbar.
roles-gone = Diese Person gibt es nicht mehr, oder die Konfiguration nennt sie.
roles-unknown = Niemand heißt hier { $text }.
roles-revoked = { $name } darf den Desk nicht mehr benutzen.
roles-set = { $name }: ab jetzt { $role }.
invite-title = Einladung
invite-which = Mit welcher Rolle?
invite-made = Wer diesen Link öffnet, bittet um Zugang als { $role }. Ein Admin muss noch zustimmen.
invite-without-link = Diese Zeile wird in Telegram an den Bot des Desks gesendet. Ein Desk ohne Bot bietet anderen noch keinen Zugang: Setzen Sie TELEGRAM_BOT_TOKEN, starten Sie den Desk neu und laden Sie dann ein.
invite-ends = Die Einladung gilt einmal und { DURATION($ttl) } lang.
newcomer-title = Zugang
newcomer-waits = { $name } ({ $id }) bittet um Zugang als { $role }.
newcomer-invited = Eingeladen von { $name }.
newcomer-asked = Ein Admin wurde gefragt. Der Desk meldet sich, sobald Sie Zugang haben.
newcomer-no-invitation = Diese Einladung ist schon benutzt oder zu alt. Bitten Sie um eine neue.
newcomer-decided = Darüber hat schon jemand entschieden.
newcomer-admitted = { $name } ist als { $role } dabei.
newcomer-refused = { $name } erhält keinen Zugang.
newcomer-refused-you = Ein Admin hat abgelehnt.
newcomer-welcome = Sie sind als { $role } dabei. /help zeigt alle Befehle; /start in diesem Chat bringt die Signale hierher.
language-title = Sprache
language-now = Die Sprache dieses Chats ist { $name }.
language-set = Die Sprache dieses Chats ist ab jetzt { $name }.
timezone-title = Zeitzone
timezone-now = { $zone }: Es ist { MOMENT($now) }.
timezone-unknown = Die Zeitzone { $zone } gibt es nicht.
timezone-hint = Schreiben Sie eine Stadt hinter den Befehl, etwa /timezone Europe/Madrid.
mute-title = Ruhezeit
mute-none = Nachrichten kommen jederzeit mit Ton.
mute-unknown = { $text } ist keine Ruhezeit.
mute-until = Ohne Ton bis { MOMENT($until) }.
mute-daily = Jeden Tag ohne Ton von { $from } bis { $to }.
mute-hint = Minuten, eine Tageszeit wie 22:00-07:00, oder off. Warnungen kommen trotzdem mit Ton.
notify-title = Benachrichtigungen
notify-hint = Warnungen können stumm sein, aber sie kommen immer.
event-signals = Setups
event-denied = Abgelehnte Setups
event-trades = Trades
event-sessions = Sessions
event-desk = Der Desk
event-warnings = Warnungen
loudness-on = ein
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
verbosity-short = Kurz: ohne Score und Gründe.
verbosity-full = Ausführlich: mit Score und Gründen.
keyboard-title = Tastatur
keyboard-about = Neun Befehle als Tasten unter der Eingabezeile dieses Chats.
keyboard-on = Die Tasten stehen jetzt unter der Eingabezeile.
keyboard-off = Die Tasten sind ausgeblendet.
keyboard-elsewhere = Nur ein privater Chat mit dem Bot in Telegram hat Tasten unter der Eingabezeile.

## The desk itself

audit-title = Protokoll
audit-none = Noch ist nichts aufgezeichnet.
audit-clocks = Trades tragen die Marktzeit, alles andere die Zeit dieses Rechners.
audit-row = { $number } · { $kind } · { $name } · { $when }
audit-command = Befehl
audit-tap = Antippen
audit-settings = Einstellung
audit-trade = Trade
audit-whole = Das Protokoll ist unversehrt: { $number } Einträge, keiner geändert, keiner fehlt.
audit-broken = ⚠ Das Protokoll ist bei Eintrag { $number } beschädigt: { $reason ->
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
health-title = Systemzustand
health-well = Alles läuft.
health-ill = ⚠ Etwas braucht Ihre Aufmerksamkeit.
health-ok = läuft
health-store = Datenspeicher
health-orders = Orders
health-unknown-orders = ⚠ { $count ->
    [one] { $count } ist unbestätigt
   *[other] { $count } sind unbestätigt
}
health-platform = { $platform ->
    [telegram] Telegram
    [discord] Discord
   *[other] { $platform }
}
health-rival = ⚠ Ein anderer Prozess holt die Nachrichten seit { MOMENT($since) }
health-warnings = Warnungen seit dem Start
version-title = Version
version-desk = Killzone
version-node = Node
version-settings = Einstellungen
orders-title = Orders
orders-none = Keine aktiven Orders.
orders-reduce-only = Stops und Ziele sind Reduce-only: jede Order schließt höchstens, was gehalten wird, egal wie groß sie aufgegeben wurde.
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
trades-none = Es gab noch keinen Trade.
balance-title = Kontostand · { $mode }
balance-open = Offenes Ergebnis

## Notices (asked for by jobs)

notice-desk-started = Der Desk läuft ({ $mode ->
    [live] ECHTGELD
   *[paper] Paper
}).
notice-session-opened = { window-name } läuft bis { TIME($closesAt) }.
notice-symbols-listed = Neu an der Börse: { $symbols }{ $count ->
    [1] .
   *[other] { " " }({ $count } insgesamt).
}
notice-symbols-delisted = Nicht mehr an der Börse: { $symbols }{ $count ->
    [1] .
   *[other] { " " }({ $count } insgesamt).
}
notice-session-soon = { window-name } beginnt um { TIME($opensAt) }.
notice-session-closed = { window-name } ist beendet.
notice-breaker-daily-loss = ⛔ Keine neuen Trades: Der Verlust heute ist { PERCENT($actual) }, das Limit { PERCENT($limit) }. Bis { MOMENT($until) }
notice-breaker-cool-down = ⛔ Keine neuen Trades: { $actual } Verluste in Folge, das Limit ist { $limit }. Bis { MOMENT($until) }
notice-breaker-drawdown = ⛔ Keine neuen Trades: Der Kontostand liegt { PERCENT($actual) } unter seinem Höchststand, das Limit ist { PERCENT($limit) }. /risk zeigt mehr, /resume setzt den Desk fort
notice-rule-on = { $name } hat die Freigaberegel { $rule } eingeschaltet: Sie gibt ohne Antippen frei
notice-rule-off = { $name } hat die Freigaberegel { $rule } ausgeschaltet
notice-paused = Pausiert von { $name }.
notice-resumed = Fortgesetzt von { $name }.
notice-panic = Panik, ausgelöst von { $name }: Alles wird geschlossen, neue Trades sind angehalten.
notice-market-lost = Der Marktdaten-Feed von { $market } ist unterbrochen; der Desk verbindet sich neu.
notice-market-back = Der Marktdaten-Feed von { $market } ist wieder da.
notice-order-unknown = ⚠ Die Börse hat eine Order in { $symbol } nicht bestätigt. Der Desk fragt weiter und sendet nichts doppelt.
notice-stray-fill = ⚠ Eine Order in { $symbol } wurde ausgeführt, als ihr Trade schon vorbei war. Der Desk schließt, was sie geöffnet hat.
notice-stray-fill-open = ⚠ Der Desk konnte nicht schließen, was eine Order in { $symbol } nach dem Ende ihres Trades geöffnet hat. Diese Position hat keinen Stop: Schließen Sie sie an der Börse.
notice-foreign-order = ⚠ Eine Order in { $symbol } ist nicht von diesem Desk. Der Desk rührt sie nicht an.
notice-position-differs = ⚠ Die Börse hält { $exchange } in { $symbol }, der Desk kennt { $ledger }. Der Desk rührt die Differenz nicht an.
notice-live-locked = ECHTGELD an { $exchange }: gesperrt. Es wird keine Order gesendet, bis ein Admin /live CODE in einem privaten Chat sendet.
notice-ledger-behind = ⚠ Im Journal fehlt, was dieser Desk an { $exchange } gesendet hatte: Es wurde gekürzt, geleert oder ersetzt. Positionen werden geschützt und geschlossen, neu eingestiegen wird nicht. Die Anleitung sagt, was zu tun ist.
notice-live-open = ECHTGELD: { $name } hat den Echtgeldhandel bestätigt. Freigegebene Trades gehen an die Börse.
notice-live-locked-out = ⚠ Fünf falsche Codes für den Echtgeldhandel, der letzte von { $name }. Er bleibt gesperrt.
notice-key-not-bound-to-address = ⚠ Der Schlüssel von { $exchange } gilt von jeder Adresse aus. Binden Sie ihn an die Adresse dieses Rechners.
notice-key-may-transfer = ⚠ Der Schlüssel von { $exchange } darf Geld auf andere Konten übertragen. Nehmen Sie ihm dieses Recht.
notice-clock-inexact = ⚠ Die Uhr dieses Rechners geht nicht genau. Abweichung von { $exchange }: { DURATION($offset) }.
notice-digest = Solange dieser Chat nicht erreichbar war, kamen { $count } Nachrichten nicht an. /status zeigt den Stand, /audit, was geschah.
notice-rival = ⚠ Ein anderer Prozess holt die Nachrichten dieses Bots in { health-platform }. Befehle und Klicks können dort statt hier landen. Beenden Sie ihn oder erzeugen Sie ein neues Token.
notice-rival-gone = Der andere Prozess in { health-platform } läuft nicht mehr: Alle Nachrichten kommen wieder hier an.
notice-unprotected = ⚠ Die Position in { $symbol } hat keinen bestätigten Stop.
notice-not-compared = ⚠ Ledger und Börse ließen sich nicht vergleichen, und ein neuer Versuch behebt das womöglich nicht. Bis dahin gibt es keine neuen Einstiege; Stops und Ausstiege laufen weiter. Die Ursache steht in /logs.

## Telegram

telegram-private = Dieser Desk ist privat. Ihre Telegram-ID ist { $id }: Der Inhaber kann sie in die Zugangsliste aufnehmen.
telegram-subscribed = Signale und Meldungen kommen ab jetzt in diesen Chat.
telegram-refused-tap = Dieser Desk kennt Sie nicht.

## The page of the web chat

web-title = Killzone
web-conversation = Gespräch mit dem Desk
web-compose = Nachricht an den Desk
web-compose-hint = Befehl eingeben; / zeigt alle
web-send = Senden
web-commands = Befehle
web-shortcuts = Schnellzugriff
web-today = Heute
web-yesterday = Gestern
web-edited = bearbeitet { $time }
web-earlier = Frühere Nachrichten
web-new-messages = { $count } neue
web-to-end = Zur neuesten Nachricht
web-busy = Der Desk arbeitet daran
web-chart = Chart: { $title }
web-enlarge = Chart vergrößern
web-close = Schließen
web-ok = OK
web-connecting = Verbinde
web-connected = Verbunden
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
web-sign-in-hint = Öffnen Sie den Link, den der Desk beim Start ausgab, oder fügen Sie ihn hier ein. Jeder Link gilt nur einmal.
web-sign-in-secret = Link oder Passwort
web-sign-in-refused = Dieser Link ist schon benutzt oder zu alt. Der Desk gibt bei jedem Start einen neuen aus.
web-sign-in-too-many = Zu viele Versuche. Warten Sie eine Minute.
web-sign-in-failed = Der Desk antwortet nicht. Läuft er?
web-sign-out = Abmelden
web-signed-out = Sie sind abgemeldet.
web-welcome = Hier ist noch nichts. Setups kommen von selbst; /help zeigt, was Sie fragen können.
