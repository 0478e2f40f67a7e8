# The source of all texts. Other languages have the same keys and the same variables.
# PRICE MONEY PROFIT PERCENT R TIME MOMENT DURATION write a value for the reader (src/bot/text-functions.ts).

## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [manual] by hand
    [order-block-touch] order block touch
    [sweep-reversal] sweep reversal
    [silver-bullet] silver bullet
    [breaker-retest] breaker retest
    [structure-continuation] structure continuation
    [continuation] afternoon continuation
    [reversal] afternoon reversal
    [judas-swing] Judas swing
    [smt-divergence] SMT divergence
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
    [order-block-touch] Touch
    [gap-overlap] Gap
    [kill-zone] Kill zone
    [structure-break] Structure
    [rejection] Rejection
    [higher-timeframe-bias] Bias
    [premium-discount] Place
    [sweep] Sweep
    [displacement] Displacement
    [gap-in-block] Gap in block
    [target-distance] Target
    [relative-volume] Volume
   *[other] { $name }
}

overlay-name = { $name ->
    [structure] Structure
    [gaps] Gaps
    [blocks] Blocks
    [liquidity] Liquidity
    [ranges] Ranges
    [sessions] Sessions
   *[other] { $name }
}
no-session = No session

limit-name = { $name ->
    [risk-per-trade] Risk per trade
    [position-size] Largest position
    [daily-loss] Loss today
    [trades-per-day] Trades today
    [open-positions] Open positions
    [open-risk] Open risk
    [drawdown] Below the highest balance
   *[other] { $name }
}

state-proposed = proposed
state-approved = approved
state-submitting = being sent
state-working = entry working
state-partially-filled = partly filled
state-open = open
state-closing = closing
state-closed = closed
state-skipped = skipped
state-expired = expired
state-denied = denied
state-rejected = rejected
state-unknown = unconfirmed

role-viewer = viewer
role-trader = trader
role-admin = admin

mode-paper = paper
mode-live = LIVE

## Why a setup is one (asked for by strategies)

reason-order-block-touch = Price came back to a fresh order block { PRICE($bottom) } to { PRICE($top) } on { $timeframe }
reason-bias = Structure is { bias-name }
reason-kill-zone = Inside the { window-name } kill zone
reason-structure-break = The block is where structure broke
reason-rejection = The candle closed outside the block again, at { PRICE($close) }
reason-no-kill-zone = Outside the kill zones

# Reasons of trades from before every setup had the same score.
reason-gap-overlap = A fair value gap { PRICE($bottom) } to { PRICE($top) } overlaps it ({ PERCENT($percent) } of price)
reason-no-order-block-touch = No order block was touched
reason-no-gap-overlap = No fair value gap overlaps the block
reason-no-structure-break = The block did not break structure
reason-no-rejection = The candle closed inside the block

bias-name = { $bias ->
    [bullish] bullish
    [bearish] bearish
   *[other] undecided
}
pool-name = { $source ->
    [previous-day] previous day
    [previous-week] previous week
    [previous-month] previous month
    [equal] equal
    [session] { window-name }
   *[other] swing
}
side-name = { $side ->
    [high] { $source ->
        [equal] highs
       *[other] high
    }
   *[low] { $source ->
        [equal] lows
       *[other] low
    }
}

reason-sweep = Swept the { pool-name } { side-name } at { PRICE($level) } and closed back
reason-structure-shift = Structure turned { bias-name } with displacement through { PRICE($level) }
reason-change-of-character = Structure turned { bias-name } through { PRICE($level) }
reason-break-of-structure = Structure broke { PRICE($level) }, { bias-name } as before
reason-change-in-delivery = Delivery changed to { bias-name } with the close at { PRICE($close) }
reason-entry-gap = Entry at the fair value gap { PRICE($bottom) } to { PRICE($top) }
reason-entry-block = Entry at the order block { PRICE($bottom) } to { PRICE($top) }
reason-window = In the window { window-name }
reason-breaker-retest = Came back to the breaker { PRICE($bottom) } to { PRICE($top) } and held
reason-mitigation-retest = Came back to the mitigation block { PRICE($bottom) } to { PRICE($top) } and held
reason-judas-swing = False move of the morning to { PRICE($level) }, then { bias-name } through the open
reason-smt-divergence = The second market did not confirm { PRICE($level) }: { bias-name } divergence
reason-higher-bias = Structure of { $timeframe } is { bias-name } since { PRICE($level) } broke
reason-wide-bias = The wide swings of { $timeframe } are { bias-name } since { PRICE($level) } broke
reason-no-higher-bias = Structure above { $timeframe } has not chosen a direction yet
reason-dealing-place = The entry { PRICE($entry) } is { $place ->
    [discount] in discount
    [premium] in premium
   *[other] at equilibrium
}: { PERCENT($position) } of the range { PRICE($bottom) } to { PRICE($top) }
reason-outside-dealing-range = The entry { PRICE($entry) } is { $place ->
    [discount] in discount, below
   *[premium] in premium, above
} the range { PRICE($bottom) } to { PRICE($top) } by { PERCENT($distance) } of its height
reason-no-dealing-range = There is no dealing range yet
reason-no-sweep = No liquidity was swept in the last { $candles } candles
reason-displacement = A displacement went from { PRICE($from) } to { PRICE($to) }
reason-no-displacement = No displacement in this direction
reason-gap-in-block = Gap and order block lie over each other at { PRICE($bottom) } to { PRICE($top) }
reason-no-gap-in-block = No unfilled gap inside an order block at the entry
reason-target = The last target { PRICE($price) } is { R($r) } away
reason-volume = Volume is { $times } times the usual
reason-no-volume = The usual volume is not known
reason-manual = { $name } wants it

## What each setup is (asked for by /help)

strategy-about-order-block-touch = Price comes back to an order block for the first time and does not close through it. I trade in the direction of the block, with the stop beyond it and a fixed target.
strategy-about-sweep-reversal = The 2022 model. Price takes the liquidity beyond a low and closes back above it; then structure turns up with displacement. I wait for the return into the gap that the turn left, or the block it came from, in the cheaper half of the leg. I am wrong below the swept low, and I take profit at the liquidity above. Shorts are the mirror image.
strategy-about-silver-bullet = Three hours of the day, New York time: 03-04, 10-11 and 14-15. In each I look for one thing: the first fair value gap that price leaves on its way to a pool of liquidity. I wait at the edge of the gap, I am wrong behind the three candles that made it, and I take profit at the pool. What is not entered when the hour ends is off.
strategy-about-breaker-retest = An order block that took liquidity and then failed holds trapped traders. When price comes back to it from the other side for the first time and closes away from it again, I trade with the break. I am wrong beyond the block and the wick that tested it, and I take profit at the next liquidity.
strategy-about-structure-continuation = The larger timeframe points up and price breaks a high of the smaller one in the same direction. I do not chase the break: I wait at the gap that the breaking leg left and nobody has filled. I am wrong below the low the leg came from, and I take profit at the liquidity above. Shorts are the mirror image.
strategy-about-continuation = 15:00 to 15:15 New York: the day has its direction, and price takes a breath. When it comes back to an open gap or a living order block in that direction and the candle closes away from it again, I go with the day. I am wrong behind the zone, and what is not entered when the session ends is off.
strategy-about-reversal = 15:30 to 15:50 New York: price runs one more pool before the close and fails. When the sweep and the turn after it both happen inside the window, I trade the way back. I am wrong beyond the sweep, and I take profit at the liquidity on the other side.
strategy-about-judas-swing = The first move of the morning is often a lie: price trades beyond the midnight open, raids the Asian range or the previous day and comes back through the open with a turn in structure or delivery. I trade the true direction. I am wrong beyond the raid, and I take profit at the liquidity on the other side.
strategy-about-smt-divergence = Two markets that move together disagree: one makes a lower low, the other does not. I wait until price turns up here too and trade with it. I am wrong below the low of the divergence, and I take profit at the liquidity above. Shorts are the mirror image. It needs a second market.

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = Score { $score } of 100, grade { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = Entry
trade-entry-market = { PRICE($price) } at the market
trade-entry-limit = { PRICE($price) } limit
trade-entry-filled = { PRICE($price) }, planned { PRICE($planned) }
trade-entry-as-planned = { PRICE($price) } as planned
trade-stop = Stop
trade-stop-distance = { PRICE($price) } ({ $distance })
trade-trailing = Trailing
trade-target = Target
trade-target-number = Target { $number }
trade-target-distance = { PRICE($price) } ({ R($r) })
trade-size = Size
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-size-held = { PRICE($held) } of { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = Risk
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-capped = Size capped by the largest position allowed, { PERCENT($percent) } of the balance
trade-expires = Expires { MOMENT($at) }
trade-ends-early = Off before that: { $facts }
ends-on-gap-filled = gap { PRICE($bottom) } to { PRICE($top) } filled
ends-on-block-invalidated = close through the block { PRICE($bottom) } to { PRICE($top) }
ends-on-swing-broken = close beyond { PRICE($level) }
ends-on-kill-zone-over = { window-name } over at { TIME($at) }
trade-id = Trade { $id }
trade-live = LIVE: real money
trade-line = { $direction } { $symbol }: { $state }

life-approved = Approved by { $name } at { TIME($at) }, { $size }
life-approved-rule = Approved by the rule { $rule }, switched on by { $name }, at { TIME($at) }, { $size }
life-endorsed = Approved by { NUMBER($count) } of { NUMBER($needed) }: { $names }
life-endorsed-before = Approved first by { $names }
life-repriced = Re-priced by { $name } at { TIME($at) }
life-replanned = { $name } changed the plan at { TIME($at) }: { $change ->
    [stop] stop
    [targets] targets
   *[entry] entry
}
life-approved-waiting = The entry has not been sent yet
life-submitting = The entry is being sent; the exchange has not answered yet
life-working = The entry order works at the exchange, nothing is filled yet
life-partially-filled = Filled { PRICE($filled) } of { PRICE($quantity) } at { PRICE($price) }
life-open = Filled { PRICE($filled) } at { PRICE($price) }
life-left = Out { PRICE($quantity) } at { PRICE($price) }
life-entry-cancelled = { $name } took back the rest of the entry
life-reduced = { PRICE($quantity) } of it is out already
life-targets-moved = Targets by { $name }
life-stop-moved = Stop moved to { PRICE($price) } ({ $why })
life-stop-moved-by = Stop moved to { PRICE($price) } by { $name }
life-trailing-on = { $name } lets the stop follow price
life-trailing-off = { $name } switched trailing off
life-protected = The stop is at the exchange: { PRICE($stop) }
life-unprotected = ⚠ The stop is not confirmed at the exchange yet
life-unknown = ⚠ The exchange has not confirmed the order. The desk keeps asking and sends nothing twice
life-closing = Closing ({ $reason })
life-closing-by = Closing ({ $reason }, { $name })
life-closed = Closed: { $reason }
life-closed-result = Result { R($r) } of { R($planned) } planned · { PROFIT($pnl) } { $quote } after fees
life-given-up = The entry was given up: { $why }
life-closed-unfilled = Nothing was filled
life-price = Price { PRICE($price) }
life-open-result = Open { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = Skipped
life-skipped-by = Skipped by { $name }
life-skipped-why = { $line }: { skip-reason }
life-expired = Expired
life-denied = Denied by risk
life-rejected = No order was placed
life-ended = { $state }: { $why }
life-ended-by = { $state } by { $name }: { $why }

stop-reason-break-even = break-even
stop-reason-trailing = trailing
stop-reason-manual = by hand

close-reason-stop = stop loss
close-reason-target = target reached
close-reason-manual = by hand
close-reason-panic = panic
close-reason-time = time stop
close-reason-session-end = end of the session
close-reason-entry-cancelled = entry cancelled

expired-time = nobody approved it in time
expired-superseded = a newer setup took its place
expired-price-left = price left the entry
expired-target-reached = price reached the target { PRICE($price) } before the entry
expired-stop-reached = price reached the stop { PRICE($price) } before the entry
expired-gap-filled = the gap { PRICE($bottom) } to { PRICE($top) } was filled
expired-block-invalidated = a candle closed through the block { PRICE($bottom) } to { PRICE($top) }
expired-swing-broken = a candle closed beyond the swing at { PRICE($level) }
expired-kill-zone-over = { window-name } is over
expired-restart = the desk was away when it ran out

rejected =
    { $code ->
        [never-arrived] it never reached the exchange
       *[other] the exchange rejected it ({ $code })
    }

## What risk says

denied-risk-per-trade = The risk of this trade is above the limit
    .measured = The risk of this trade would be { PERCENT($actual) }; the limit is { PERCENT($limit) }
denied-position-size = The position is larger than allowed
    .measured = The position would be { PERCENT($actual) } of the balance; the limit is { PERCENT($limit) }
denied-size-below-minimum = The size is below the exchange's minimum
    .measured = The size would be { PRICE($actual) }; the exchange takes at least { PRICE($limit) }
denied-daily-loss = The loss limit of the day is reached
    .measured = The loss today is { PERCENT($actual) }; the limit is { PERCENT($limit) }
denied-trades-per-day = No trades are left today
    .measured = { $actual } trades today; the limit is { $limit }
denied-open-positions = Too many positions are open
    .measured = { $actual } positions are open; the limit is { $limit }
denied-symbol-busy = This symbol already has a trade
denied-open-risk = The open risk would be too high
    .measured = The open risk would be { PERCENT($actual) }; the limit is { PERCENT($limit) }
denied-stop-on-wrong-side = Price is already beyond the stop
    .measured = The stop { PRICE($limit) } is on the wrong side of the price { PRICE($actual) }
denied-short-impossible = This market is spot: it cannot be sold short
denied-not-traded = The desk does not trade this symbol: it is not among the symbols of its configuration
denied-price-moved = Price moved too far since the setup
    .measured = Price moved { NUMBER($actual, maximumFractionDigits: 2) }R since the setup; the limit is { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = The last known price is too old
    .measured = The last price is { NUMBER($actual, maximumFractionDigits: 0) } s old; the limit is { NUMBER($limit, maximumFractionDigits: 0) } s
denied-paused = The desk is paused; /resume starts it again
denied-kill-switch = The desk was stopped by /panic; /resume starts it again
denied-expired = The setup has expired
denied-cool-down = The desk cools down after losses
    .measured = { $actual } losses in a row; the desk cools down after { $limit }
denied-drawdown = The balance was too far below its highest; /resume starts it again
    .measured = The balance was { PERCENT($actual) } below its highest; the limit is { PERCENT($limit) }. /resume starts the desk again
denied-session-trades = No trades are left in this session
    .measured = { $actual } trades in this session; the limit is { $limit }
denied-group-risk = The risk in symbols that move together would be too high
    .measured = The risk in symbols that move together would be { PERCENT($actual) }; the limit is { PERCENT($limit) }
denied-volatility = The market moves too much
    .measured = An average candle is { PERCENT($actual) } of price; the limit is { PERCENT($limit) }
denied-spread = The spread is too wide
    .measured = The spread is { PERCENT($actual) } of price; the limit is { PERCENT($limit) }
denied-order-notional = The order is larger than allowed
    .measured = The order would be { NUMBER($actual, maximumFractionDigits: 2) }; the limit is { NUMBER($limit, maximumFractionDigits: 2) }
denied-daily-notional = The orders of the day are larger than allowed
    .measured = The orders of the day would be { NUMBER($actual, maximumFractionDigits: 2) }; the limit is { NUMBER($limit, maximumFractionDigits: 2) }
denied-order-rate = Too many orders within a minute
    .measured = { $actual } orders within a minute; the limit is { $limit }
denied-leverage = The leverage would be too high
    .measured = The leverage would be { NUMBER($actual, maximumFractionDigits: 2) }; the limit is { NUMBER($limit, maximumFractionDigits: 2) }
denied-live-locked = Live trading is locked: an admin sends /live CODE in a private chat
denied-liquidation = The liquidation would be too near to the stop
    .measured = The liquidation would lie { NUMBER($actual, maximumFractionDigits: 2) } times as far as the stop; { NUMBER($limit, maximumFractionDigits: 2) } times are needed
denied-margin = The positions would need too much margin
    .measured = The positions would need { PERCENT($actual) } of the balance as margin; the limit is { PERCENT($limit) }
denied-until = { $text }. Until { MOMENT($until) }
denied-second-person = An entry of this size needs several people, each once
    .measured = An entry of this size needs { NUMBER($limit) } people, each once; { NUMBER($actual) } approved so far
denied-trader-risk = A trade of this risk takes an admin
    .measured = The risk would be { PERCENT($actual) }; traders approve up to { PERCENT($limit) }, above it takes an admin
denied-target-reached = Price has passed the target already
    .measured = The target { PRICE($limit) } is passed already; the price is { PRICE($actual) }

## Buttons

button-approve = Approve { $size }
button-size = { $size }
button-size-risk = { $size } · { MONEY($money) } { $quote }
button-other-size = Another size
button-skip = Skip
button-custom = Custom
button-why = Why
button-entry-type = { $type ->
    [limit] Limit
   *[market] Market
}
button-stop = Stop
button-close = Close
button-close-number = Close { $number }
button-scan = Scan
button-cancel = Cancel
button-cancel-entry = Cancel entry
button-close-all = Close all { $count }
button-close-all-confirm = { $count ->
    [one] Yes, close { $count } position
   *[other] Yes, close { $count } positions
}
button-reprice = Re-price
button-rule-on = Switch { $rule } on
button-rule-off = Switch { $rule } off
button-break-even = Break-even
button-move-stop = Move stop
button-trail = Trail
button-trail-by = { $by ->
    [structure] Structure
    [percent] { NUMBER($distance) }%
   *[atr] { NUMBER($distance) } ATR
}
button-trail-off = Trailing off
button-targets = Targets
button-reduce = Reduce { NUMBER($percent) }%
button-stop-at = Stop { R($r) }
button-stop-confirm = Yes, stop at { PRICE($stop) }
button-panic-confirm = Yes, flatten everything and stop
button-status = Status
button-signals = Signals
button-positions = Positions
button-risk = Risk
button-chart = Chart
button-help = Help
button-invite = Invite
button-roles = People
button-revoke = Revoke
button-admit = Let { $name } in
button-refuse = No
button-verify = Verify
button-short = Short cards
button-keyboard-on = Show
button-keyboard-off = Hide
button-full = Whole cards
button-all-strategies = All strategies
button-all-symbols = All symbols
button-settings = Settings
button-settings-history = Changes
button-apply = Apply
button-undo = Undo
button-undo-number = Undo { $version }
button-back = Back
button-type-value = Type a value
button-switch-on = Switch on
button-switch-off = Switch off
button-refresh = Refresh
button-resume = Resume
button-show = Show { $id }
button-chart-beside = { $timeframe } beside it
button-chart-single = Only one timeframe
button-overlay-hide = ✓ { overlay-name }
button-overlay-show = { overlay-name }
button-pnl = Profit and loss
button-month = Month
button-stats = Statistics
button-next-page = Next ▶
button-previous-page = ◀ Back

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R
size-type = How large? Type 0.3R, 30%, a quantity such as 0.01BTC, or money such as $500: at most the proposed size.
size-refused = { $text } is no size up to the proposed one.
size-rounded = The order is rounded down to a whole lot.

## Answers to taps

tap-invalid = This button no longer works: it was used, has expired, or is from another chat.
tap-forbidden = This needs the role { $needed }; you are { $role }.
tap-approved = Approved { $size }: { $direction } { $symbol }, { PRICE($quantity) }
tap-skipped = Skipped { $symbol }
tap-skip-explained = Skipped { $symbol }: { skip-reason }
skip-why = Why? One tap; /vetoes shows what each reason saved or cost.
skip-reason = { $reason ->
    [weak-setup] weak setup
    [against-bias] against the bias
    [news] news ahead
    [too-late] too late
    [enough-risk] enough risk on
   *[other] another reason
}
tap-closing = Closing { $symbol }
tap-entry-cancelled = The entry of { $symbol } is cancelled
tap-endorsed = { $symbol }: { NUMBER($count) } of { NUMBER($needed) } people have approved. Another person must approve too.
tap-repriced = { $symbol } has a new plan from { PRICE($entry) }. It must be approved anew.
tap-replanned = { $symbol } has a changed plan, judged anew. It waits for an approval.
tap-cancelling-entry = Cancelling the entry of { $symbol }
tap-stop-moved = The stop of { $symbol } goes to { PRICE($stop) }
tap-trail = The stop of { $symbol } follows price: { $how }
tap-trail-off = The stop of { $symbol } follows price no longer and stays where it is
tap-targets-moved = The targets of { $symbol } go to { $targets }
tap-reducing = Closing { NUMBER($percent) }% of { $symbol }
tap-too-late = Too late: { $symbol } is { $state }
tap-not-found = This trade does not exist.
tap-denied-title = Not approved: { $symbol }
tap-stop-refused-title = The stop was not moved: { $symbol }
tap-targets-refused-title = The targets were not moved: { $symbol }
tap-denied-open = The proposal still stands.
tap-unchanged = { $symbol } is { $state }
tap-closing-count = { $count ->
    [0] Nothing was open
    [one] Closing { $count } trade
   *[other] Closing { $count } trades
}
tap-panic = New trades are stopped. /resume starts the desk again.
tap-page = Page { $page } of { $pages }

## Faults

fault-title = That did not work
fault-unknown = Something went wrong on the desk's side. Check /status before you try again.
fault-act = The desk could not confirm it. It may or may not have happened: look before you try again.
fault-config-invalid = The configuration is wrong.
fault-desk-already-running = Another desk runs in the same folder.
fault-redis-missing = The desk found no Redis server.
fault-redis-failed = The Redis server failed.
fault-redis-unsafe = The Redis server is not set up safely.
fault-store-corrupt = What the store holds cannot be read.
fault-store-unavailable = The desk cannot reach its store at the moment.
fault-settings-invalid = The settings are wrong.
fault-settings-conflict = Somebody else changed the settings at the same time.
fault-file-unreadable = A file cannot be read.
fault-file-without-candles = A file holds no usable candles.
fault-lease-lost = Another process has taken over the orders of this desk.
fault-market-unavailable = The market cannot be read at the moment.
fault-exchange-unavailable = The exchange does not answer at the moment.
fault-exchange-key-refused = The exchange refuses the desk's key.
fault-exchange-key-unsafe = The exchange key may do what no trading key may: take money out.
fault-exchange-clock-off = The clock of this machine is too far from the exchange's clock.
fault-chat-rate-limited = The chat platform asks the desk to slow down.
fault-chat-unreachable = The chat platform cannot be reached.
fault-chat-gone = That chat is gone.
fault-chat-message-gone = That message is gone.
fault-chat-refused = The chat platform refused the message.
fault-chart-font-missing = The fonts for charts are missing.
fault-chart-timed-out = A chart took too long to draw.
fault-chart-pool-closed = Charts are no longer drawn: the desk is stopping.
fault-judge-timed-out = Judging the candles took too long.
fault-judge-pool-closed = The desk is closing.
fault-web-password-required = The web chat needs a password to be reached from other machines.
fault-web-port-taken = The port of the web chat is taken.
fault-paper-account-invalid = The paper account is wrong.
fault-trade-transition-impossible = The trade does not allow that in its state.

## Commands

command-start = Welcome, and what the desk can do
    .usage = /start
command-help = All commands, or one in detail
    .usage = /help [command]
command-status = The desk at one glance
    .usage = /status
command-scan = Ranked setups on all or some symbols
    .usage = /scan [symbols or watchlist] [timeframe]
command-cancelscan = Stop a scan that runs
    .usage = /cancelscan ID
command-watchlist = Named lists of symbols, or what one holds
    .usage = /watchlist [name]
command-signals = Open proposals
    .usage = /signals
command-positions = Open positions with profit and loss
    .usage = /positions
command-trade = One trade with its chart
    .usage = /trade ID
command-why = Where every number on a trade's card comes from
    .usage = /why ID
command-risk = Limits, what is used and what is left
    .usage = /risk
command-levels = What lies above and below the price, and how far away
    .usage = /levels SYMBOL [timeframe]
command-sessions = Kill zones, now and next
    .usage = /sessions
command-vetoes = Setups that were not traded, and what became of them
    .usage = /vetoes
command-replay = Play a past day in the chat: its setups and what became of them
    .usage = /replay YYYY-MM-DD [symbol]
command-stopreplay = Stop a replay that runs
    .usage = /stopreplay ID
command-chart = Chart with what the desk sees in it, on one timeframe or two
    .usage = /chart SYMBOL [timeframe] [timeframe] [structure gaps blocks liquidity ranges sessions, or none]
command-pnl = What was made by day, week or month, with the equity
    .usage = /pnl [day, week or month] [how many]
command-month = Profit and loss of a month, day by day
    .usage = /month [1 is this month, 2 the one before]
command-stats = Win rate, expectancy, drawdown; by strategy, symbol, session, hour or exit
    .usage = /stats [strategy, symbol, session, hour or exit]
command-close = Close one position, or all
    .usage = /close ID or SYMBOL or all
command-long = Propose a long of your own
    .usage = /long SYMBOL [0.5%, 0.1BTC or $500] [entry] sl PRICE tp PRICE ...
command-short = Propose a short of your own
    .usage = /short SYMBOL [0.5%, 0.1BTC or $500] [entry] sl PRICE tp PRICE ...
command-size = Approve a proposal at a size of your own
    .usage = /size ID [0.3R, 30%, 0.01BTC or $500]
command-sl = Move the stop of a position
    .usage = /sl ID or SYMBOL [price, R, percent or be]
command-breakeven = Move the stop to where nothing is lost
    .usage = /breakeven ID or SYMBOL
command-trail = Let the stop of a position follow price
    .usage = /trail ID or SYMBOL [atr, structure, percent or off] [distance]
command-tp = Lay the targets of a position anew
    .usage = /tp ID or SYMBOL [prices]
command-reduce = Close a part of a position
    .usage = /reduce ID or SYMBOL [percent]
command-cancel = Cancel what of an entry is not filled yet
    .usage = /cancel ID or SYMBOL
command-pause = Stop taking new trades for a while
    .usage = /pause [minutes] [reason]
command-resume = Take new trades again
    .usage = /resume
command-panic = Flatten everything and stop
    .usage = /panic
command-rules = Rules that approve without a tap, and their switches
    .usage = /rules [on or off] [name]
command-live = Confirm live trading with a one-time code
    .usage = /live CODE
command-settings = Every setting: what it is, what it may be, who changed it
    .usage = /settings [path]
command-set = Change one setting; what changes is shown first
    .usage = /set PATH [value]
command-mode = Paper or live, and what it takes to change it
    .usage = /mode [paper or live]
command-export = The settings as YAML
    .usage = /export
command-import = Take over settings from YAML
    .usage = /import
command-orders = Orders that are alive at the exchange
    .usage = /orders
command-trades = The newest trades, whatever became of them
    .usage = /trades
command-balance = Balance, equity and open result
    .usage = /balance
command-health = Whether each part of the desk works
    .usage = /health
command-logs = The newest warnings and errors
    .usage = /logs
command-undo = Take back your last act that can be taken back
    .usage = /undo
command-language = The language of this chat
    .usage = /language [language]
command-timezone = The time zone of this chat
    .usage = /timezone [zone]
command-notify = What this chat is told of, and how loud
    .usage = /notify [event] [on|silent|off]
command-filter = Which trades come to this chat
    .usage = /filter [symbols|strategies|grade] [values|all]
command-mute = No sound for a while, or every night
    .usage = /mute [minutes|22:00-07:00|off]
command-verbosity = Whole cards, or short ones
    .usage = /verbosity [short|full]
command-keyboard = Keys below the typing line
    .usage = /keyboard [on|off]
command-roles = Who may use the desk
    .usage = /roles [person]
command-invite = Let somebody in with a link that works once
    .usage = /invite [viewer|trader|admin]
command-audit = Who did what, and whether the record is whole
    .usage = /audit [page|verify]
command-version = What runs here
    .usage = /version
command-whoami = How the desk knows you
    .usage = /whoami

start-title = Killzone
start-text = The desk watches the market for ICT setups and brings each one here as a chart with buttons. Nothing trades without an approval.
start-hint = /help lists every command.
help-title = Commands
help-group-look = Look
help-group-act = Act
help-setups = Setups: /help { $names }
help-group-configure = Configure
help-aliases = Also: { $aliases }
help-role = Needs the role { $role }.

unknown-command = There is no command { $text }.
unknown-command-near = Did you mean one of these?
unknown-command-hint = /help lists every command.
unknown-symbol = There is no symbol { $text } on this desk.
unknown-symbol-near = Nearest:
unknown-trade = There is no trade { $text }.
unknown-timeframe = { $text } is no timeframe. Known: { $known }.
several-symbols = { $text } fits several symbols:
bad-minutes = Minutes are a whole number from 1 to { $max }; got { $text }.
bad-price = { $text } is no price. Take 61240, 61.2k, -1%, 1.5R or be.
bad-percent = { $text } is no percentage from 1 to 100.
bad-trailing = A stop follows atr, structure or percent, or nothing with off; got { $text }.
bad-distance = A distance is above 0 and at most 100, such as 2 or 1.5; got { $text }.
bad-choice = { $text } is none of these: { $known }.
too-many-words = This is more than the command takes: { $text }
usage = Usage: { $usage }
pick-symbol = Which symbol?
pick-symbol-more = { $count } more: type the name after the command.
pick-date = Which day?
pick-date-more = Any other day: type it after the command, as 2026-11-20.
bad-date = { $text } is not a day. Write it as 2026-11-20, or choose one.
pick-trade = Which trade?
pick-trade-none = There is no trade to choose.
pick-running = What runs is stopped by the button of its own message.
pick-close = What should be closed?
forbidden = /{ $command } needs the role { $needed }; you are { $role }.
plain-text = This is no command. Everything the desk does starts with a slash or a button.
plain-text-near = Perhaps one of these:

## Moving stop and targets

move-stop-now = The stop is at { PRICE($stop) }.
move-stop-hint = Any price: /sl { $id } 61240, or 61.2k, -1%, 0.5R, be. R and percent count from the entry.
trail-now = The stop follows: { $how }
trail-hint = Any distance: /trail { $id } atr 2.5, or percent 0.8, structure 0.5, off. It moves at each close, toward less risk only.
trail-off = nothing
trail-atr = { NUMBER($distance) } ATR behind price
trail-structure = { NUMBER($distance) } ATR behind the last { $layer } swing
trail-percent = { NUMBER($distance) }% behind price
trail-from = { $how }, from { R($r) } on
move-targets-now = Targets: { $targets }
move-targets-hint = Any prices: /tp { $id } 61240 62000, in even shares.
move-reduce-now = Open: { PRICE($quantity) }. The targets shrink with it; the stop stays.
move-not-open = { $symbol } is { $state }: there is no open position to change.
confirm-stop-title = More risk on { $symbol }?
confirm-stop-text = The stop would move from { PRICE($from) } to { PRICE($to) }. At risk now: { $was }. Then: { $will }.
confirm-stop-risk = { PERCENT($percent) }, { MONEY($money) } { $quote }

## Rules that approve

rules-title = Approval rules
rules-none = The settings have no approval rule.
rules-unknown = There is no rule { $text }.
rules-any = any setup
rules-line = { $rule }: { $takes } · up to { MONEY($notional) } · { NUMBER($percent) }% of the size
rules-on = On, switched on by { $name } since { MOMENT($at) }
rules-off = Off
rules-note = A rule approves what limits allow and nothing else. A rule that is changed is off.

## Look

status-title = Desk · { $mode }
status-running = Taking new trades
status-paused = Paused by { $name } since { TIME($since) }
status-paused-until = Paused by { $name } until { MOMENT($until) }
status-paused-reason = Reason: { $reason }
status-live-locked = Live trading is locked: no order is sent until an admin sends /live CODE in a private chat
status-market = Market
market-simulated = simulated
market-replay = replay of { $symbol } { $timeframe }
status-symbols = Symbols
status-symbols-more = { $shown } and { $count } more
status-last-candle = Last candle
status-last-candle-ago = { TIME($at) }, { DURATION($ago) } ago
status-last-candle-none = none yet
status-balance = Balance
status-equity = Equity
status-proposals = Open proposals
status-in-trades = In trades
status-unknown = Unconfirmed
status-closed = Closed
status-market-time = Market time
status-up-since = Running for, in market time
signals-title = Open proposals
signals-none = No proposal is open.
positions-title = Open positions
positions-none = No position is open.
position-head = { NUMBER($number) } · { $direction } { $symbol } · { $r } · { $pnl } · { $state }
position-line = { PRICE($quantity) } from { $entry }, now { $price }, stop { $stop }
positions-open-total = Open profit and loss: { PROFIT($pnl) }
column-number = #
column-symbol = Symbol
column-side = Side
column-quantity = Quantity
column-entry = Entry
column-price = Price
column-result = P&L
column-r = R
column-score = Score
column-setup = Setup
column-timeframe = TF
column-period = { $period ->
    [week] Week from
    [month] Month from
   *[day] Day
}
column-trades = Trades
column-won = Won
column-factor = PF
column-expires = Expires
column-state = State
column-order = Order
column-when = When
column-limit = Limit
column-used = Used
column-allowed = Allowed
column-left = Left
column-level = Level
column-away = Away
no-value = –
scan-title = Scan
scan-none = No setup right now.
scan-summary = { $scanned ->
    [one] { $scanned } symbol
   *[other] { $scanned } symbols
} in { DURATION($elapsed) }
scan-more = { $count ->
    [one] { $count } more setup with a lower score
   *[other] { $count } more setups with lower scores
}
scan-failed = Could not be scanned: { $symbols }. { $why }
scan-failed-busy = Another worker held them for too long.
scan-failed-no-answer = The worker that had them broke or took too long.
breaker-until = ⛔ { $why }. It ends at { MOMENT($at) }
breaker-person = ⛔ { $why }. A person must decide
scan-running = Scanning: { $scanned } of { $total } symbols
scan-cancelled = Cancelled after { $scanned } of { $total } symbols
scan-budget = Asked the exchange: { $used } of { $limit } requests this minute
scan-over = This scan does not run any more.
risk-title = Risk
risk-balance = Balance
risk-resets = Daily counters start again in { DURATION($left) }, { MOMENT($at) }
sessions-title = Kill zones
sessions-now = Now { TIME($now) }, New York { $newYork }
sessions-open = Open
sessions-next = Next
sessions-none = No window is open.
sessions-open-row = until { TIME($at) } · New York { $newYork } · { DURATION($left) } left
sessions-next-row = { TIME($at) } · New York { $newYork } · in { DURATION($left) }
watchlist-title = Watchlists
watchlist-named = { $name } · { $count ->
    [one] { $count } symbol
   *[other] { $count } symbols
}
watchlist-empty = Nothing that is followed fits this list.
watchlist-unknown = There is no list { $name }.
brief-opened = { $window } is open
brief-closed = { $window } is over
brief-until = Until
brief-until-value = { TIME($at) } · New York { $newYork } · { DURATION($left) }
brief-proposals = Proposals
brief-approved = Approved
brief-result = Closed
brief-result-value = { $closed ->
    [0] none
    [one] { $closed } trade, { R($r) }
   *[other] { $closed } trades, { R($r) }
}
brief-open-risk = Open risk
brief-trades-left = Trades left
brief-level = { PRICE($level) } ({ $away })
brief-more = { $count ->
    [one] and { $count } more symbol
   *[other] and { $count } more symbols
}
bias-bullish = bullish
bias-bearish = bearish
column-bias = Bias
column-asian-high = Asian high
column-asian-low = Asian low
column-day-high = Prev. day high
column-day-low = Prev. day low
chart-title = { $symbol } { $timeframe }
chart-title-two = { $symbol } { $timeframe } and { $second }
chart-none = There are no candles of { $symbol } { $timeframe } yet.
reason-left-aside = { $reason ->
    [skipped] Skipped by hand
    [expired-time] Nobody approved it in time
    [expired-superseded] A newer setup took its place
    [expired-price-left] Price left the entry
    [expired-target-reached] The target came before the entry
    [expired-stop-reached] The stop came before the entry
    [expired-gap-filled] The gap was filled
    [expired-block-invalidated] The block was closed through
    [expired-swing-broken] The swing was broken
    [expired-kill-zone-over] The kill zone was over
   *[expired-restart] The desk was away
}
reason-skipped = Skipped: { skip-reason }
vetoes-title = Not traded
vetoes-line = { $count ->
    [one] { $count } setup
   *[other] { $count } setups
} · won { $won }, lost { $lost } · { R($r) } without us
vetoes-none = Every setup so far was traded or is still open.
vetoes-verdict = { $r ->
    [0] Leaving them aside cost nothing and saved nothing.
   *[other] Together they would have made { R($r) }, before costs, each closed at its first target.
}
vetoes-since = Setups since { MOMENT($since) }; what still runs counts at the last close.
vetoes-unknown = { $count ->
    [one] { $count } setup is too old to be followed.
   *[other] { $count } setups are too old to be followed.
}
replay-title = Replay
replay-title-day = Replay · { $symbol } · { $date }
replay-clock-running = ▶ { $time } · New York { $newYork }
replay-clock-stopped = Stopped at { $time } · New York { $newYork }
replay-clock-done = The day is over.
replay-no-setup = No setup so far.
replay-result = { $count ->
    [one] { $count } setup
   *[other] { $count } setups
} · target { $won } · stop { $lost } · { R($r) }
replay-left-out = { $count ->
    [one] { $count } weaker setup of this day is left out.
   *[other] { $count } weaker setups of this day are left out.
}
replay-no-companion = Not compared with { $companion }: its candles cannot be read at the moment. There are no SMT divergences.
replay-how = With your settings of now, without limits and costs, each closed at its first target. New York counts as the day.
replay-outcome = { $outcome ->
    [missed] The entry was never reached
    [running] Running: { R($r) }
    [target] Target reached: { R($r) }
    [stop] Stopped: { R($r) }
   *[waiting] Waits for its entry since { $time } New York
}
replay-refused-no-candles = There are no candles of { $symbol } for { $date }.
replay-refused-not-yet = { $date } has not begun yet.
replay-refused-busy = A replay runs here already. Stop it first.
replay-over = This replay does not run any more.
levels-title = Levels · { $symbol } { $timeframe }
levels-known = As of the candle that closed at { MOMENT($at) }
levels-now = price now
levels-now-in-range = { $place ->
    [above] above
    [below] below
    [premium] in premium
    [discount] in discount
   *[equilibrium] at equilibrium
}, { NUMBER($percent, maximumFractionDigits: 0) }% of the range
levels-at = inside
levels-away = { $percent } · { NUMBER($atr, minimumFractionDigits: 1, maximumFractionDigits: 1) } ATR
level-zone = { $bias ->
    [bullish] Bullish
   *[bearish] Bearish
} { $kind ->
    [order-block] order block
    [breaker-block] breaker
    [mitigation-block] mitigation block
    [fair-value-gap] FVG
    [inverse-fair-value-gap] inverse FVG
    [balanced-price-range] BPR
    [volume-imbalance] volume imbalance
    [opening-gap] opening gap
    [new-day-opening-gap] NDOG
    [new-week-opening-gap] NWOG
   *[other] { $kind }
}
level-session = { $window } { $side ->
    [high] high
   *[low] low
}
level-edge = { $source ->
    [equal] { $side ->
        [high] Equal highs
       *[low] Equal lows
    }
    [swing] { $side ->
        [high] Swing high
       *[low] Swing low
    }
    [previous-day] { $side ->
        [high] Previous day high
       *[low] Previous day low
    }
    [previous-week] { $side ->
        [high] Previous week high
       *[low] Previous week low
    }
    [previous-month] { $side ->
        [high] Previous month high
       *[low] Previous month low
    }
   *[other] { $source } { $side }
}
level-dealing-range = { $part ->
    [high] Range high
    [low] Range low
    [equilibrium] Equilibrium
   *[optimal-trade-entry] { $direction ->
        [long] OTE long
       *[short] OTE short
    }
}
pnl-title = Profit and loss { pnl-by }
pnl-by = { $period ->
    [week] by week
    [month] by month
   *[day] by day
}
pnl-none = No trade was closed in this time.
month-title = { $month }
stats-title = Statistics { stats-by }
stats-by = { $by ->
    [symbol] by symbol
    [session] by session
    [hour] by hour
    [exit] by exit
   *[strategy] by strategy
}
stats-more = { $count } more are not shown.
stats-hours = Hours of { $zone }
stats-result = Result after fees
stats-result-value = { PROFIT($pnl) } · { R($r) }
stats-trades = Trades
stats-trades-value = { $trades }: { $wins } won, { $losses } lost
stats-win-rate = Win rate
stats-expectancy = Expectancy
stats-average-win = Average win
stats-average-loss = Average loss
stats-profit-factor = Profit factor
stats-drawdown = Deepest drawdown
stats-drawdown-value = { MONEY($money) } · { R($r) }
stats-streak = Longest losing streak
stats-fees = Fees paid
whoami-title = You
whoami-name = Name
whoami-id = Id
whoami-role = Role
whoami-chat = Chat
whoami-language = Language
whoami-zone = Time zone

## Act

close-all-title = Close all positions?
close-all-none = There is no open position.
close-all-text = { $count ->
    [one] { $count } position will be closed at the market.
   *[other] { $count } positions will be closed at the market.
}
close-all-soon = { $count ->
    [one] { $count } position closes at the market in 5 seconds.
   *[other] { $count } positions close at the market in 5 seconds.
}
close-all-kept = Taken back: nothing is closed.
close-all-begun = Too late: it has begun, or was taken back before.
close-all-done-title = Close all
panic-title = Flatten everything and stop?
panic-text = Every entry is cancelled, every position is closed at the market, and no new trade is taken until somebody sends /resume.
panic-done-title = Panic
confirm-hint = The button works for { DURATION($ttl) }. Without a tap nothing happens.
pause-title = Paused
pause-forever = No new trades until somebody resumes. Open positions are managed as before.
pause-until = No new trades until { MOMENT($until) }. Open positions are managed as before.
resume-title = Running
resume-done = New trades are taken again.
resume-not-paused = The desk was not paused.

## Words inside of pictures (asked for by jobs); they are short

picture-entry = ENTRY
picture-exit = EXIT
picture-now = NOW
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
        [low] Old low
       *[high] Old high
    }
    [session] { picture-zone } { $side ->
        [low] low
       *[high] high
    }
   *[other] { $side ->
        [low] Swing low
       *[high] Swing high
    }
}
picture-equity = Equity
picture-drawdown = Drawdown
picture-week = Week
picture-trades = Trades
picture-days-won = Days won
picture-days-lost = lost
picture-performance = R { stats-by } and hour
picture-total = Total
picture-scan = Scan
picture-found = { $count ->
    [one] { $count } setup
   *[other] { $count } setups
}
picture-found-best = { $count } setups, the best { $shown }
picture-exposure = Exposure
picture-long = Long
picture-short = Short
picture-net = Net
picture-risk = Risk of all open stops
live-title = Live trading
live-open = Confirmed. Approved trades go to the exchange until the desk is started again.
live-already-open = It was confirmed already.
live-not-live = This desk trades on paper. There is nothing to confirm.
live-not-private = Send the code in a private chat with the desk: here others can read it. It is not taken.
live-wrong-code = This code is wrong or was used. { $left ->
    [one] One try is left
   *[other] { $left } tries are left
}.
live-ledger-behind = Not taken: the ledger lacks what this desk had sent. Positions are protected and closed, nothing new is entered.
live-locked-out = Locked after five wrong codes. Give the desk another KILLZONE_TOTP_SECRET and start it again.
mode-title = Mode
mode-now = This desk is in the mode { $mode }.
mode-already = It is so already.
mode-unknown = The modes are paper and live; got { $text }.
mode-to-live = To trade live: 1. mode: live in the configuration, 2. KILLZONE_LIVE=yes, the exchange keys and KILLZONE_TOTP_SECRET in the environment, 3. a new start, 4. an admin sends /live CODE in a private chat.
mode-live-note = No chat can switch it: somebody at the machine must mean it. Each start asks for a new code.
mode-to-paper = To trade on paper: mode: paper in the configuration and a new start, without the exchange keys.
mode-paper-note = Close what is open first: a paper desk does not look after live positions. To stop at once, /pause or /panic.
## Settings

settings-title = Settings
settings-section = Settings · { $path }
settings-marked = • is not as by default.
settings-now = Now
settings-default = Default
settings-range = Allowed
settings-on = on
settings-off = off
settings-text = a text
settings-structure = a list, written as JSON
settings-preview = Change the settings?
settings-unchanged = Nothing would change.
settings-dangerous = ⚠ This loosens limits that protect the account: { $paths }
settings-takes-effect = It takes effect at once, without a restart. What is already approved stays as it is.
settings-changed = Settings changed
settings-refused = Not possible: { $path }
settings-everything = all settings
settings-nothing-changed = Nothing was changed.
settings-allowed = Allowed: { $range }
settings-problem = { $rule ->
    [above-number] It must be above { $limit }
    [least-number] It must be at least { $limit }
    [below-number] It must be below { $limit }
    [most-number] It must be at most { $limit }
    [least-array] Entries: at least { $limit }
    [most-array] Entries: at most { $limit }
    [least-string] Characters: at least { $limit }
    [most-string] Characters: at most { $limit }
    [whole-number] It must be a whole number
    [kind] This kind of value does not belong here
    [option] It is not one of the options
    [unknown] There is no such setting
    [plain-name] Lower-case letters, digits and dashes, a letter first
    [name-taken] This name is taken
    [different-names] Each name only once
    [hierarchy-name] sth, ith and lth belong to the hierarchy
    [one-companion] One companion for each symbol
    [time-of-day] A time of day such as 17:00
    [time-span] Two times of day such as 20:00-00:00
    [different-times] The two times must differ
    [time-zone] A zone of the time-zone database such as America/New_York
    [cron] Five fields such as 30 8 * * 1-5
    [symbol-pattern] A symbol such as BTC/USDT, or a pattern with * and ?
    [shares] Together they may be at most 100 percent
    [some-weight] At least one must be above 0
   *[other] This value does not fit here
}
settings-unknown = There is no setting { $path }.
settings-type-value = Type the new value.
settings-history-title = Changes of the settings
settings-history-none = Nothing was changed yet.
settings-history-row = { $version } · { $name } · { MOMENT($at) }
prompt-ends = The desk waits { DURATION($ttl) } for it; a command ends the wait.
code-title = One-time code
code-ask = Send the six digits of your authenticator app.
code-not-private = This needs a one-time code. Do it in a private chat with the desk: here others could read the code.
code-wrong = This code is wrong or was used. Try the next one.
code-locked = No code is taken any more: there were too many wrong ones.
export-title = Settings, version { $version }
export-none = Everything is as by default.
export-hint = Only what is not as by default. /import takes it again.
import-title = Import settings
import-ask = Paste the settings as YAML, as /export shows them. What they do not name gets its default. You see what changes before it does.
import-no-yaml = Line { $line } is no valid YAML.
import-no-settings = Each line needs a setting and its value, as /export shows them.

undo-title = Undo
undo-none = You have done nothing lately that can be taken back: a setting, a stop, targets or trailing. An order that was sent cannot be undone: close the trade instead.
undo-nothing = There is nothing to take back here: it was done by somebody else, or has changed since.
order-stop-which = Where is the stop?
order-stop-hint = A price or a distance from the entry: { $command } sl 61240, or 61.2k, 1%.
order-target-which = Where are the targets?
order-target-hint = Prices, percent or R from the entry: { $command } tp 62k 63k, or 2R, 1.5%. Several are taken in even shares.
order-proposed = Proposed. Its card comes to every chat that follows such trades; nothing is sent before somebody approves it there.
order-refused-title = Not proposed: { $opening }
order-limit-through-price = Entry: a limit at { PRICE($wanted) } is { $direction ->
    [short] below
   *[long] above
} the price { PRICE($against) } and would fill at once. Leave the entry out to enter at the market.
order-stop-on-wrong-side = Stop: { PRICE($wanted) } must lie { $direction ->
    [short] above
   *[long] below
} the entry { PRICE($against) }.
order-target-on-wrong-side = Target: { PRICE($wanted) } must lie { $direction ->
    [short] below
   *[long] above
} the entry { PRICE($against) }.
order-field = { $field ->
    [entry] Entry
    [stop] Stop
    [target] Target
   *[size] Size
}
order-needs-a-price = { order-field }: this needs a price above 0, such as 61240, 61.2k or a percentage. R is the distance to the stop and only says where targets are.
order-no-price = The last price of this symbol is too old or not known: without it nothing can be sized. Try again when candles come.
order-unreadable = { order-field }: { $text } is not understood.
order-twice = { order-field } is named twice: { $text }.
order-too-many = Ten targets are the most; { $text } is one too many.
order-field-size = A size is a risk such as 0.5%, a quantity such as 0.1BTC, or money such as $500. Left out, the settings say how much.
order-field-entry = An entry is a limit price such as @61240 or 61.2k, or a distance from the price such as -1% (toward the stop). Left out, it is the market.
order-field-stop = A stop is one price such as 61240 or 61.2k, or a distance from the entry such as 1%.
order-field-target = Targets are prices such as 62k, distances such as 1.5%, or R such as 2R, at most ten.
why-title = Why these numbers: { $trade }
why-rounding = Prices lie on the exchange's grid; every rounding goes toward less risk.
why-entry-market = { PRICE($entry) }: the price at the close of { MOMENT($at) }
why-entry-limit = { PRICE($entry) }: the limit that the setup names
why-entry-filled = { PRICE($entry) } = { MONEY($notional) } ÷ { PRICE($quantity) } filled; planned { PRICE($planned) }
why-one-r = { PRICE($distance) } = { PRICE($entry) } to the first stop { PRICE($stop) }
why-stop = { PRICE($stop) }: { $distance } from { PRICE($entry) }
why-target = { R($r) } = ({ PRICE($price) } − { PRICE($entry) }) ÷ { PRICE($distance) }
why-size = { MONEY($notional) } { $quote } = { PRICE($quantity) } { $base } × { PRICE($entry) }
why-size-of = Planned size
why-size-capped = { PRICE($quantity) } = { PERCENT($percent) } of the balance ÷ { PRICE($entry) }, the largest position; the risk alone would allow more
why-size-wished = { PRICE($quantity) }: as it was asked for
why-size-risk = { PRICE($quantity) } = { PERCENT($percent) } of the balance ÷ { PRICE($distance) }
why-risk = { MONEY($money) } { $quote } = { PRICE($quantity) } × { PRICE($distance) }; { PERCENT($percent) } of the balance
why-result = { PROFIT($pnl) } { $quote } = { MONEY($left) } − { MONEY($right) } − { MONEY($fees) } fees
why-result-r = { R($r) } = { PROFIT($pnl) } ÷ { MONEY($risk) }
why-part = { $part }: { $why }

## People

roles-title = People
roles-owner = { $role }, owner
roles-owner-fixed = Named in the configuration: only there can it be changed.
roles-gone = There is nobody like that any more, or the configuration names them.
roles-unknown = Nobody here is called { $text }.
roles-revoked = { $name } may not use the desk any more.
roles-set = { $name }: { $role } from now on.
invite-title = Invitation
invite-which = With which role?
invite-made = Whoever opens this link asks to come in as { $role }. An admin still has to agree.
invite-without-link = They send this line to the desk's bot in Telegram. A desk without a bot has no way in for others yet: set TELEGRAM_BOT_TOKEN and start it again, then invite.
invite-ends = It works once, and for { DURATION($ttl) }.
newcomer-title = Coming in
newcomer-waits = { $name } ({ $id }) asks to come in as { $role }.
newcomer-invited = Invited by { $name }.
newcomer-asked = An admin has been asked. You hear from the desk when you may come in.
newcomer-no-invitation = This invitation was used or is too old. Ask for another one.
newcomer-decided = Somebody has decided on this already.
newcomer-admitted = { $name } is in as { $role }.
newcomer-refused = { $name } stays out.
newcomer-refused-you = An admin has said no.
newcomer-welcome = You are in as { $role }. /help lists every command; /start in this chat brings signals here.
language-title = Language
language-now = This chat reads { $name }.
language-set = This chat reads { $name } from now on.
timezone-title = Time zone
timezone-now = { $zone }: it is { MOMENT($now) }.
timezone-unknown = There is no time zone { $zone }.
timezone-hint = Type the name of a city after the command, such as /timezone Europe/Madrid.
mute-title = Quiet
mute-none = Messages ring at any time.
mute-unknown = { $text } is no time to be quiet.
mute-until = Without a sound until { MOMENT($until) }.
mute-daily = Every day without a sound from { $from } to { $to }.
mute-hint = Minutes, a time of the day such as 22:00-07:00, or off. Warnings ring all the same.
notify-title = Notifications
notify-hint = Warnings can be silent, but they always come.
event-signals = Setups
event-denied = Denied setups
event-trades = Trades
event-sessions = Sessions
event-desk = The desk
event-warnings = Warnings
loudness-on = on
loudness-silent = silent
loudness-off = off
filter-title = What comes to this chat
filter-all = all
filter-symbols = Symbols
filter-strategies = Strategies
filter-grade = Grade
filter-grade-from = { $grade } and better
filter-hint = /filter symbols BTC ETH takes only these. Cards that are here already are kept up to date.
verbosity-title = Cards
verbosity-short = Short: without scores and reasons.
verbosity-full = Whole: with scores and reasons.
keyboard-title = Keyboard
keyboard-about = Nine commands as keys below the typing line of this chat.
keyboard-on = The keys are below the typing line now.
keyboard-off = The keys are gone.
keyboard-elsewhere = Only a private chat with the bot in Telegram has keys below the typing line.

## The desk itself

audit-title = Audit
audit-none = Nothing is recorded yet.
audit-clocks = Trades have the time of the market, everything else that of this machine.
audit-row = { $number } · { $kind } · { $name } · { $when }
audit-command = command
audit-tap = tap
audit-settings = setting
audit-trade = trade
audit-whole = The record is whole: { $number } entries, none changed, none missing.
audit-broken = ⚠ The record is broken at entry { $number }: { $reason ->
    [entry-missing] an entry is missing
    [entry-changed] an entry was changed
    [end-cut] its end was cut off
    [anchor-differs] it is not the record that it was
   *[trade-changed] a trade differs from what was recorded of it
}.
audit-anchor = This hash stands for the whole record. Kept elsewhere, it shows later whether all of it was written anew.
logs-title = Warnings and errors
logs-none = There are none since the start.
logs-row = { $mark } { MOMENT($at) } { $said }
health-title = Health
health-well = Everything works.
health-ill = ⚠ Something needs a look.
health-ok = works
health-store = Store
health-orders = Orders
health-unknown-orders = ⚠ { $count ->
    [one] { $count } is unconfirmed
   *[other] { $count } are unconfirmed
}
health-platform = { $platform ->
    [telegram] Telegram
    [discord] Discord
   *[other] { $platform }
}
health-rival = ⚠ Another process fetches updates since { MOMENT($since) }
health-warnings = Warnings since the start
version-title = Version
version-desk = Killzone
version-node = Node
version-settings = Settings
orders-title = Orders
orders-none = No order is alive.
orders-reduce-only = Stops and targets only reduce: each closes at most what is held, whatever it was placed for.
order-leg = { $leg ->
    [entry] entry
    [stop] stop
    [target] target
   *[exit] exit
}
order-status = { $status ->
    [intended] being sent
    [working] working
   *[unknown] unconfirmed
}
trades-title = Trades
trades-none = There was no trade yet.
balance-title = Balance · { $mode }
balance-open = Open result

## Notices (asked for by jobs)

notice-desk-started = The desk is running ({ $mode ->
    [live] LIVE
   *[paper] paper
}).
notice-session-opened = { window-name } is open until { TIME($closesAt) }.
notice-symbols-listed = New on the exchange: { $symbols }{ $count ->
    [1] .
   *[other] { " " }({ $count } in all).
}
notice-symbols-delisted = No longer on the exchange: { $symbols }{ $count ->
    [1] .
   *[other] { " " }({ $count } in all).
}
notice-session-soon = { window-name } opens at { TIME($opensAt) }.
notice-session-closed = { window-name } is closed.
notice-breaker-daily-loss = ⛔ No new trades: the loss today is { PERCENT($actual) }, the limit { PERCENT($limit) }. Until { MOMENT($until) }
notice-breaker-cool-down = ⛔ No new trades: { $actual } losses in a row, the limit is { $limit }. Until { MOMENT($until) }
notice-breaker-drawdown = ⛔ No new trades: the balance is { PERCENT($actual) } below its highest, the limit is { PERCENT($limit) }. /risk shows more, /resume starts the desk again
notice-rule-on = { $name } switched the approval rule { $rule } on: it approves without a tap
notice-rule-off = { $name } switched the approval rule { $rule } off
notice-paused = Paused by { $name }.
notice-resumed = Resumed by { $name }.
notice-panic = Panic by { $name }: everything is being closed, new trades are stopped.
notice-market-lost = The market feed of { $market } is lost; the desk reconnects.
notice-market-back = The market feed of { $market } is back.
notice-order-unknown = ⚠ The exchange has not confirmed an order of { $symbol }. The desk keeps asking and sends nothing twice.
notice-stray-fill = ⚠ An order in { $symbol } was filled after its trade was over. The desk closes what it opened.
notice-stray-fill-open = ⚠ The desk could not close what an order in { $symbol } opened after its trade was over. That position has no stop: close it at the exchange.
notice-foreign-order = ⚠ An order in { $symbol } is not from this desk. The desk leaves it alone.
notice-position-differs = ⚠ The exchange holds { $exchange } in { $symbol }, the desk knows of { $ledger }. The desk leaves the difference alone.
notice-live-locked = LIVE at { $exchange }: locked. No order is sent until an admin sends /live CODE in a private chat.
notice-ledger-behind = ⚠ The ledger lacks what this desk had sent to { $exchange }: it was cut, emptied or replaced. Positions are protected and closed, nothing new is entered. The guide says what to do.
notice-live-open = LIVE: { $name } confirmed live trading. Approved trades go to the exchange.
notice-live-locked-out = ⚠ Five wrong codes for live trading, the last one by { $name }. It stays locked.
notice-key-not-bound-to-address = ⚠ The key of { $exchange } works from every address. Bind it to the address of this machine.
notice-key-may-transfer = ⚠ The key of { $exchange } may move money to other accounts. Take that right away from it.
notice-clock-inexact = ⚠ The clock of this machine is not exact. { $exchange } is { DURATION($offset) } away.
notice-digest = While this chat could not be reached, { $count } messages were missed. /status shows how the desk stands, /audit what happened.
notice-rival = ⚠ Another process takes the messages of this bot in { health-platform }. Commands and taps may reach it instead of this desk. Stop it, or make a new token.
notice-rival-gone = The other process in { health-platform } is gone: every message reaches this desk again.
notice-unprotected = ⚠ The position in { $symbol } has no confirmed stop.
notice-not-compared = ⚠ Ledger and exchange could not be compared, and a new try may not mend it. Nothing new is entered until they can; stops and exits go on. The cause is in /logs.

## Telegram

telegram-private = This desk is private. Your Telegram id is { $id }: its owner can add it to the allow-list.
telegram-subscribed = Signals and alerts come to this chat from now on.
telegram-refused-tap = This desk does not know you.

## The page of the web chat

web-title = Killzone
web-conversation = Conversation with the desk
web-compose = Message to the desk
web-compose-hint = Type a command, / shows them all
web-send = Send
web-commands = Commands
web-shortcuts = Shortcuts
web-today = Today
web-yesterday = Yesterday
web-edited = edited { $time }
web-earlier = Earlier messages
web-new-messages = { $count } new
web-to-end = Go to the newest message
web-busy = The desk is working on it
web-chart = Chart: { $title }
web-enlarge = Enlarge the chart
web-close = Close
web-ok = OK
web-connecting = Connecting
web-connected = Connected
web-reconnecting = Reconnecting
web-connection-lost = The connection broke before the desk answered. Look at the card before you tap again.
web-card-changed = Card changed: { $title }
web-sending = sending
web-not-sent = Not sent
web-send-again = Send again
web-malformed = The desk did not understand this message.
web-too-fast = Too fast. Wait a moment.
web-failed = The desk could not answer. Look at /status before you try again.
web-sign-in = Sign in
web-sign-in-hint = Open the link that the desk printed when it started, or paste it here. Each link works once.
web-sign-in-secret = Link or password
web-sign-in-refused = This link was used already or is too old. The desk prints a new one at each start.
web-sign-in-too-many = Too many tries. Wait a minute.
web-sign-in-failed = The desk does not answer. Is it running?
web-sign-out = Sign out
web-signed-out = You are signed out.
web-welcome = Nothing here yet. Setups arrive here by themselves; /help shows what you can ask.
