## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [order-block-touch] 触及 Order Block
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
    [order-block-touch] 触及
    [gap-overlap] 缺口
    [kill-zone] Kill Zone
    [structure-break] 结构
    [rejection] 拒绝
   *[other] { $name }
}

limit-name = { $name ->
    [risk-per-trade] 单笔风险
    [position-size] 最大仓位
    [daily-loss] 今日亏损
    [trades-per-day] 今日交易数
    [open-positions] 持仓数
    [open-risk] 持仓风险
   *[other] { $name }
}

state-proposed = 待批准
state-approved = 已批准
state-submitting = 发送中
state-working = 入场单挂单中
state-partially-filled = 部分成交
state-open = 持仓中
state-closing = 平仓中
state-closed = 已平仓
state-skipped = 已跳过
state-expired = 已过期
state-denied = 风控拒绝
state-rejected = 交易所拒绝
state-unknown = 未确认

role-viewer = 观察者
role-trader = 交易员
role-admin = 管理员

mode-paper = 模拟
mode-live = 实盘

## Why a setup is one (asked for by strategies)

reason-order-block-touch = 价格回到 { $timeframe } 上未触及过的 Order Block：{ PRICE($bottom) } 至 { PRICE($top) }
reason-gap-overlap = 与 FVG { PRICE($bottom) } 至 { PRICE($top) } 重叠（价格的 { PERCENT($percent) }）
reason-bias = 结构{ $bias ->
    [bullish] 看涨
    [bearish] 看跌
   *[other] 未定
}
reason-kill-zone = 处于 { window-name } Kill Zone 内
reason-structure-break = 结构在该区块处被突破
reason-rejection = K 线重新收在区块之外：{ PRICE($close) }
reason-no-order-block-touch = 没有触及 Order Block
reason-no-gap-overlap = 没有 FVG 与区块重叠
reason-no-kill-zone = 不在 Kill Zone 内
reason-no-structure-break = 该区块没有突破结构
reason-no-rejection = K 线收在区块之内

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = 评分 { $score }/100，等级 { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = 入场
trade-entry-market = { PRICE($price) } 市价
trade-entry-limit = { PRICE($price) } 限价
trade-stop = 止损
trade-stop-distance = { PRICE($price) } ({ $distance })
trade-target = 目标
trade-target-number = 目标 { $number }
trade-target-distance = { PRICE($price) } ({ R($r) })
trade-size = 仓位
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = 风险
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-expires = { MOMENT($at) } 过期
trade-id = 交易 { $id }
trade-line = { $direction } { $symbol }: { $state }

life-approved = { $name } 于 { TIME($at) } 批准，{ $size }
life-approved-waiting = 入场单尚未发送
life-submitting = 入场单发送中，交易所尚未答复
life-working = 入场单已在交易所挂单，尚无成交
life-partially-filled = 已成交 { PRICE($filled) } / { PRICE($quantity) }，均价 { PRICE($price) }
life-open = 已成交 { PRICE($filled) }，均价 { PRICE($price) }
life-protected = 止损已在交易所：{ PRICE($stop) }
life-unprotected = ⚠ 交易所尚未确认止损
life-unknown = ⚠ 交易所尚未确认该订单。交易台会继续查询，绝不重复发送
life-closing = 平仓中（{ $reason }）
life-closing-by = { $name } 正在平仓（{ $reason }）
life-closed = 已平仓：{ $reason }
life-closed-result = 结果 { R($r) }，计划 { R($planned) } · 扣费后 { PROFIT($pnl) } { $quote }
life-closed-unfilled = 没有成交
life-price = 价格 { PRICE($price) }
life-open-result = 浮动 { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = 已跳过
life-skipped-by = { $name } 跳过
life-expired = 已过期
life-denied = 风控拒绝
life-rejected = 没有下单
life-ended = { $state }：{ $why }
life-ended-by = { $state }（{ $name }）：{ $why }

close-reason-stop = 止损
close-reason-target = 到达目标
close-reason-manual = 手动
close-reason-panic = 紧急平仓
close-reason-time = 时间止损
close-reason-entry-cancelled = 入场已取消

expired-time = 无人及时批准
expired-superseded = 已被更新的形态取代
expired-price-left = 价格已离开入场位
expired-restart = 到期时交易台不在线

rejected =
    { $code ->
        [never-arrived] 订单从未到达交易所
       *[other] 交易所拒绝（{ $code }）
    }

## What risk says

denied-risk-per-trade = 该笔交易的风险超过上限
    .measured = 该笔交易的风险将为 { PERCENT($actual) }，上限 { PERCENT($limit) }
denied-position-size = 仓位超过允许值
    .measured = 仓位将为余额的 { PERCENT($actual) }，上限 { PERCENT($limit) }
denied-size-below-minimum = 数量低于交易所最小值
    .measured = 数量将为 { PRICE($actual) }，交易所至少要求 { PRICE($limit) }
denied-daily-loss = 已达到当日亏损上限
    .measured = 今日亏损 { PERCENT($actual) }，上限 { PERCENT($limit) }
denied-trades-per-day = 今日交易次数已用完
    .measured = 今日已交易 { $actual } 次，上限 { $limit }
denied-open-positions = 持仓过多
    .measured = 当前持仓 { $actual } 个，上限 { $limit }
denied-symbol-busy = 该品种已有交易
denied-open-risk = 持仓风险将过高
    .measured = 持仓风险将为 { PERCENT($actual) }，上限 { PERCENT($limit) }
denied-stop-on-wrong-side = 价格已越过止损
    .measured = 止损 { PRICE($limit) } 在价格 { PRICE($actual) } 的错误一侧
denied-price-moved = 形态出现后价格移动过多
    .measured = 形态出现后价格移动了 { NUMBER($actual, maximumFractionDigits: 2) }R，上限 { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = 最新已知价格过旧
    .measured = 最新价格已是 { NUMBER($actual, maximumFractionDigits: 0) } 秒前，上限 { NUMBER($limit, maximumFractionDigits: 0) } 秒
denied-paused = 交易台已暂停；用 /resume 恢复
denied-kill-switch = 交易台已被 /panic 停止；用 /resume 恢复
denied-expired = 该形态已过期
denied-cool-down = 亏损后交易台正在冷静期
    .measured = 已连续亏损 { $actual } 次，{ $limit } 次后进入冷静期
denied-drawdown = 余额距最高点回撤过大
    .measured = 余额比最高点低 { PERCENT($actual) }，上限 { PERCENT($limit) }
denied-session-trades = 本时段交易次数已用完
    .measured = 本时段已交易 { $actual } 次，上限 { $limit }
denied-group-risk = 相关品种的风险将过高
    .measured = 相关品种的风险将为 { PERCENT($actual) }，上限 { PERCENT($limit) }
denied-volatility = 市场波动过大
    .measured = 平均 K 线为价格的 { PERCENT($actual) }，上限 { PERCENT($limit) }
denied-spread = 点差过大
    .measured = 点差为价格的 { PERCENT($actual) }，上限 { PERCENT($limit) }
denied-order-notional = 订单金额超过允许值
    .measured = 订单金额将为 { NUMBER($actual, maximumFractionDigits: 2) }，上限 { NUMBER($limit, maximumFractionDigits: 2) }
denied-daily-notional = 当日订单总额超过允许值
    .measured = 当日订单总额将为 { NUMBER($actual, maximumFractionDigits: 2) }，上限 { NUMBER($limit, maximumFractionDigits: 2) }
denied-order-rate = 一分钟内订单过多
    .measured = 一分钟内 { $actual } 笔订单，上限 { $limit }
denied-leverage = 杠杆将过高
    .measured = 杠杆将为 { NUMBER($actual, maximumFractionDigits: 2) }，上限 { NUMBER($limit, maximumFractionDigits: 2) }
denied-liquidation = 强平价将离止损过近
    .measured = 强平距离将为止损距离的 { NUMBER($actual, maximumFractionDigits: 2) } 倍，需要 { NUMBER($limit, maximumFractionDigits: 2) } 倍

## Buttons

button-approve = 批准 { $size }
button-size = { $size }
button-skip = 跳过
button-close = 平仓
button-close-number = 平仓 { $number }
button-cancel-entry = 取消入场
button-close-all = 全部平仓 { $count }
button-close-all-confirm = { $count ->
   *[other] 是，平掉 { $count } 个持仓
}
button-panic-confirm = 是，全部平仓并停止
button-status = 状态
button-signals = 信号
button-positions = 持仓
button-risk = 风险
button-chart = 图表
button-help = 帮助
button-invite = 邀请
button-roles = 人员
button-revoke = 撤销权限
button-admit = 允许 { $name } 加入
button-refuse = 不
button-verify = 校验
button-short = 简短卡片
button-full = 完整卡片
button-all-strategies = 全部策略
button-all-symbols = 全部品种
button-settings = 设置
button-settings-history = 变更
button-apply = 应用
button-cancel = 取消
button-undo = 撤销
button-undo-number = 撤销 { $version }
button-back = 返回
button-type-value = 输入值
button-switch-on = 开启
button-switch-off = 关闭
button-refresh = 刷新
button-resume = 恢复
button-show = 查看 { $id }
button-next-page = 下一页 ▶
button-previous-page = ◀ 上一页

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R

## Answers to taps

tap-invalid = 该按钮已失效：已使用、已过期，或属于其他聊天。
tap-forbidden = 需要角色“{ $needed }”；您的角色是{ $role }。
tap-approved = 已批准 { $size }：{ $direction } { $symbol }，{ PRICE($quantity) }
tap-skipped = 已跳过 { $symbol }
tap-closing = 正在平仓 { $symbol }
tap-entry-cancelled = { $symbol } 的入场已取消
tap-too-late = 太迟了：{ $symbol } { $state }
tap-not-found = 没有这笔交易。
tap-denied-title = 未批准：{ $symbol }
tap-denied-open = 该提议仍然有效。
tap-unchanged = { $symbol } { $state }
tap-closing-count = { $count ->
    [0] 没有持仓
   *[other] 正在平掉 { $count } 笔交易
}
tap-panic = 已停止新交易。用 /resume 恢复交易台。
tap-page = 第 { $page } 页，共 { $pages } 页

## Faults

fault-title = 没有成功
fault-unknown = 交易台出了问题。重试之前请先看 /status。
fault-act = 交易台无法确认。可能已发生，也可能没有：请先查看再重试。
fault-config-invalid = 配置有误。
fault-desk-already-running = 同一文件夹中已有另一个交易台在运行。
fault-redis-missing = 交易台没有找到 Redis 服务器。
fault-redis-failed = Redis 服务器出现故障。
fault-redis-unsafe = Redis 服务器的设置不安全。
fault-store-corrupt = 存储中的内容无法读取。
fault-store-unavailable = 交易台目前无法访问存储。
fault-settings-invalid = 设置有误。
fault-settings-conflict = 有人同时修改了设置。
fault-file-unreadable = 文件无法读取。
fault-file-without-candles = 文件中没有可用的 K 线。
fault-market-unavailable = 目前无法读取行情。
fault-exchange-unavailable = 交易所目前没有响应。
fault-exchange-key-refused = 交易所拒绝交易台的密钥。
fault-exchange-key-unsafe = 该密钥可以提现，交易密钥不得有此权限。
fault-exchange-clock-off = 本机时钟与交易所相差过大。
fault-chat-rate-limited = 聊天平台要求交易台放慢速度。
fault-chat-unreachable = 无法连接聊天平台。
fault-chat-gone = 该聊天已不存在。
fault-chat-message-gone = 该消息已不存在。
fault-chat-refused = 聊天平台拒绝了该消息。
fault-chart-font-missing = 缺少图表字体。
fault-chart-timed-out = 图表绘制时间过长。
fault-chart-pool-closed = 不再绘制图表：交易台正在停止。
fault-web-password-required = 从其他机器访问网页聊天需要密码。
fault-web-port-taken = 网页聊天的端口已被占用。
fault-paper-account-invalid = 模拟账户有误。
fault-trade-transition-impossible = 交易在当前状态下不允许此操作。

## Commands

command-start = 欢迎，以及交易台能做什么
    .usage = /start
command-help = 全部命令，或某个命令的说明
    .usage = /help [命令]
command-status = 交易台概览
    .usage = /status
command-scan = 全部或部分品种的形态排名
    .usage = /scan [品种] [周期]
command-signals = 待批准的提议
    .usage = /signals
command-positions = 持仓与盈亏
    .usage = /positions
command-trade = 单笔交易与图表
    .usage = /trade ID
command-risk = 限额：已用与剩余
    .usage = /risk
command-chart = 带有交易台所见的图表
    .usage = /chart 品种 [周期]
command-levels = 价格上下方有什么，距离多远
    .usage = /levels 品种 [周期]
command-sessions = 当前与接下来的 Kill Zone
    .usage = /sessions
command-close = 平掉一个或全部持仓
    .usage = /close ID 或 品种 或 all
command-pause = 暂时不开新交易
    .usage = /pause [分钟] [原因]
command-resume = 重新开始新交易
    .usage = /resume
command-panic = 全部平仓并停止
    .usage = /panic
command-settings = 每项设置：含义、取值、谁改过
    .usage = /settings [路径]
command-set = 修改一项设置；先显示变化
    .usage = /set 路径 [值]
command-export = 以 YAML 导出设置
    .usage = /export
command-import = 从 YAML 导入设置
    .usage = /import
command-orders = 交易所中有效的订单
    .usage = /orders
command-trades = 最近的交易及其结果
    .usage = /trades
command-balance = 余额、净值与浮动盈亏
    .usage = /balance
command-health = 交易台各部分是否正常
    .usage = /health
command-logs = 最近的警告与错误
    .usage = /logs
command-undo = 撤销您最近一次设置变更
    .usage = /undo
command-language = 本聊天的语言
    .usage = /language [语言]
command-timezone = 本聊天的时区
    .usage = /timezone [时区]
command-notify = 通知哪些内容，是否有声
    .usage = /notify [事件] [on|silent|off]
command-filter = 哪些交易会发到本聊天
    .usage = /filter [symbols|strategies|grade] [values|all]
command-mute = 一段时间或每晚静音
    .usage = /mute [minutes|22:00-07:00|off]
command-verbosity = 完整卡片或简短卡片
    .usage = /verbosity [short|full]
command-roles = 谁可以使用交易台
    .usage = /roles [人]
command-invite = 用一次性链接邀请他人
    .usage = /invite [viewer|trader|admin]
command-audit = 谁做了什么，记录是否完整
    .usage = /audit [page|verify]
command-version = 这里运行的版本
    .usage = /version
command-whoami = 交易台如何识别您
    .usage = /whoami

start-title = Killzone
start-text = 交易台监视市场中的 ICT 形态，并把每个形态以带按钮的图表发到这里。未经批准绝不交易。
start-hint = /help 列出全部命令。
help-title = 命令
help-group-look = 查看
help-group-act = 操作
help-group-configure = 设置
help-aliases = 别名：{ $aliases }
help-role = 需要角色“{ $role }”。

unknown-command = 没有命令 { $text }。
unknown-command-near = 您是指其中之一吗？
unknown-command-hint = /help 列出全部命令。
unknown-symbol = 交易台没有品种 { $text }。
unknown-symbol-near = 最接近的：
unknown-trade = 没有交易 { $text }。
unknown-timeframe = { $text } 不是周期。可用：{ $known }。
several-symbols = { $text } 符合多个品种：
bad-minutes = 分钟为 1 到 { $max } 的整数；收到 { $text }。
too-many-words = 超出命令可接受的内容：{ $text }
usage = 用法：{ $usage }
pick-symbol = 哪个品种？
pick-symbol-more = 还有 { $count } 个：请在命令后输入名称。
pick-trade = 哪笔交易？
pick-trade-none = 没有可选的交易。
pick-close = 平掉哪个？
forbidden = /{ $command } 需要角色“{ $needed }”；您的角色是{ $role }。
plain-text = 这不是命令。交易台的一切都以斜杠或按钮开始。
plain-text-near = 也许是其中之一：

## Look

status-title = 交易台 · { $mode }
status-running = 正在接受新交易
status-paused = { $name } 自 { TIME($since) } 起暂停
status-paused-until = { $name } 暂停至 { MOMENT($until) }
status-paused-reason = 原因：{ $reason }
status-market = 行情
status-symbols = 品种
status-symbols-more = { $shown } 及其他 { $count } 个
status-last-candle = 最新 K 线
status-last-candle-ago = { TIME($at) }，{ DURATION($ago) }前
status-last-candle-none = 暂无
status-balance = 余额
status-equity = 净值
status-proposals = 待批准提议
status-in-trades = 交易中
status-unknown = 未确认
status-closed = 已平仓
status-up-since = 已运行
signals-title = 待批准的提议
signals-none = 没有待批准的提议。
positions-title = 持仓
positions-none = 没有持仓。
positions-open-total = 浮动盈亏：{ PROFIT($pnl) }
column-number = #
column-symbol = 品种
column-side = 方向
column-quantity = 数量
column-entry = 入场
column-price = 价格
column-stop = 止损
column-result = 盈亏
column-r = R
column-score = 评分
column-setup = 形态
column-timeframe = 周期
column-expires = 过期
column-state = 状态
column-order = 订单
column-when = 时间
column-limit = 限额
column-used = 已用
column-allowed = 允许
column-left = 剩余
column-level = 价位
column-away = 距离
no-value = –
scan-title = 扫描
scan-none = 目前没有形态。
scan-summary = { $scanned ->
   *[other] { $scanned } 个品种
}，用时 { DURATION($elapsed) }
scan-more = { $count ->
   *[other] 另有 { $count } 个评分较低的形态
}
scan-failed = 未能扫描：{ $symbols }
risk-title = 风险
risk-balance = 余额
risk-resets = 每日计数将在 { DURATION($left) }后重置，{ MOMENT($at) }
sessions-title = Kill Zone
sessions-now = 现在 { TIME($now) }，纽约 { $newYork }
sessions-open = 进行中
sessions-next = 接下来
sessions-none = 目前没有时段开启。
sessions-open-row = 至 { TIME($at) } · 纽约 { $newYork } · 还剩 { DURATION($left) }
sessions-next-row = { TIME($at) } · 纽约 { $newYork } · { DURATION($left) }后
chart-title = { $symbol } { $timeframe }
chart-none = 还没有 { $symbol } { $timeframe } 的 K 线。
levels-title = 价位 · { $symbol } { $timeframe }
levels-known = 截至 { MOMENT($at) } 收盘的 K 线
levels-now = 当前价格
levels-now-in-range = { $place ->
    [premium] 处于 Premium
    [discount] 处于 Discount
   *[equilibrium] 处于 Equilibrium
}，区间的 { NUMBER($percent, maximumFractionDigits: 0) }%
levels-at = 区内
levels-away = { $percent } · { NUMBER($atr, minimumFractionDigits: 1, maximumFractionDigits: 1) } ATR
level-zone = { $bias ->
    [bullish] 看涨
   *[bearish] 看跌
} { $kind ->
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
}
level-session = { $window } { $side ->
    [high] 高点
   *[low] 低点
}
level-edge = { $source ->
    [equal] { $side ->
        [high] 等高点
       *[low] 等低点
    }
    [swing] { $side ->
        [high] 摆动高点
       *[low] 摆动低点
    }
    [previous-day] { $side ->
        [high] 前日高点
       *[low] 前日低点
    }
    [previous-week] { $side ->
        [high] 上周高点
       *[low] 上周低点
    }
    [previous-month] { $side ->
        [high] 上月高点
       *[low] 上月低点
    }
   *[other] { $source } { $side }
}
level-dealing-range = { $part ->
    [high] 区间高点
    [low] 区间低点
    [equilibrium] Equilibrium
   *[optimal-trade-entry] { $direction ->
        [long] OTE long
       *[short] OTE short
    }
}
whoami-title = 您
whoami-name = 名称
whoami-id = Id
whoami-role = 角色
whoami-chat = 聊天
whoami-language = 语言
whoami-zone = 时区

## Act

close-all-title = 平掉全部持仓？
close-all-none = 没有持仓。
close-all-text = { $count ->
   *[other] 将以市价平掉 { $count } 个持仓。
}
close-all-done-title = 全部平仓
panic-title = 全部平仓并停止？
panic-text = 所有入场单将取消，所有持仓以市价平掉，在有人发送 /resume 之前不再开新交易。
panic-done-title = 紧急平仓
confirm-hint = 按钮在 { DURATION($ttl) }内有效。不点击则什么都不会发生。
pause-title = 已暂停
pause-forever = 在有人恢复之前不开新交易。现有持仓照常管理。
pause-until = { MOMENT($until) } 之前不开新交易。现有持仓照常管理。
resume-title = 运行中
resume-done = 重新接受新交易。
resume-not-paused = 交易台并未暂停。

## Settings

settings-title = 设置
settings-section = 设置 · { $path }
settings-marked = • 表示与默认值不同。
settings-now = 当前
settings-default = 默认
settings-range = 允许
settings-on = 开
settings-off = 关
settings-structure = 列表，以 JSON 书写
settings-preview = 修改设置？
settings-unchanged = 不会有任何变化。
settings-dangerous = ⚠ 这会放宽保护账户的限额：{ $paths }
settings-takes-effect = 立即生效，无需重启。已批准的保持不变。
settings-changed = 设置已修改
settings-refused = 不可行：{ $path }
settings-everything = 全部设置
settings-nothing-changed = 没有任何修改。
settings-allowed = 允许：{ $range }
settings-unknown = 没有设置 { $path }。
settings-type-value = 请输入新的值。
settings-history-title = 设置变更
settings-history-none = 尚无修改。
settings-history-row = { $version } · { $name } · { MOMENT($at) }
prompt-ends = 交易台等待 { DURATION($ttl) }；发送命令则结束等待。
code-title = 一次性验证码
code-ask = 请发送验证器应用中的六位数字。
code-not-private = 此操作需要一次性验证码。请在与交易台的私聊中进行：在这里别人可能看到。
code-wrong = 验证码错误或已使用。请试下一个。
code-locked = 错误次数过多，不再接受验证码。
export-title = 设置，版本 { $version }
export-none = 一切均为默认值。
export-hint = 仅含与默认值不同的项。/import 可重新导入。
import-title = 导入设置
import-ask = 请粘贴 /export 所示的 YAML 设置。未列出的将恢复默认值。生效前会显示变化。

undo-title = 撤销
undo-none = 您没有修改过设置。交易中已发生的无法撤销：请平仓或修改止损。

## People

roles-title = 人员
roles-owner = { $role }，所有者
roles-owner-fixed = 在配置中指定：只能在那里修改。
roles-gone = 此人已不在，或在配置中指定。
roles-revoked = { $name } 不能再使用交易台。
roles-set = { $name }：从现在起为{ $role }。
invite-title = 邀请
invite-which = 以什么角色？
invite-made = 打开此链接的人将申请以{ $role }身份加入，仍需管理员同意。
invite-ends = 仅可使用一次，{ DURATION($ttl) }内有效。
newcomer-title = 加入
newcomer-waits = { $name }（{ $id }）申请以{ $role }身份加入。
newcomer-invited = 邀请人：{ $name }。
newcomer-asked = 已询问管理员。可以加入时交易台会通知您。
newcomer-no-invitation = 该邀请已使用或已过期。请索取新的邀请。
newcomer-decided = 已有人作出决定。
newcomer-admitted = { $name } 已以{ $role }身份加入。
newcomer-refused = { $name } 未获准加入。
newcomer-refused-you = 管理员拒绝了申请。
newcomer-welcome = 您已以{ $role }身份加入。/help 列出全部命令；在此聊天发送 /start 可接收信号。
language-title = 语言
language-now = 本聊天使用{ $name }。
language-set = 本聊天从现在起使用{ $name }。
timezone-title = 时区
timezone-now = { $zone }：现在是 { MOMENT($now) }。
timezone-unknown = 没有时区 { $zone }。
timezone-hint = 请在命令后输入城市，例如 /timezone Europe/Madrid。
mute-title = 静音
mute-none = 消息随时有声。
mute-until = 静音至 { MOMENT($until) }。
mute-daily = 每天 { $from } 至 { $to } 静音。
mute-hint = 分钟数、时间段（如 22:00-07:00）或 off。警告仍会有声。
notify-title = 通知
notify-hint = 警告可以静音，但总会送达。
event-signals = 形态
event-denied = 被拒绝的形态
event-trades = 交易
event-sessions = 时段
event-desk = 交易台
event-warnings = 警告
loudness-on = 有声
loudness-silent = 静音
loudness-off = 关闭
filter-title = 本聊天接收的内容
filter-all = 全部
filter-symbols = 品种
filter-strategies = 策略
filter-grade = 等级
filter-grade-from = { $grade } 及以上
filter-hint = /filter symbols BTC ETH 只接收这些。已在此处的卡片会继续更新。
verbosity-title = 卡片
verbosity-short = 简短：不含评分与理由。
verbosity-full = 完整：含评分与理由。

## The desk itself

audit-title = 审计
audit-none = 尚无记录。
audit-row = { $number } · { $kind } · { $name } · { $when }
audit-command = 命令
audit-tap = 点击
audit-settings = 设置
audit-trade = 交易
audit-whole = 记录完整：{ $number } 条，无修改，无缺失。
audit-broken = ⚠ 记录在第 { $number } 条处损坏：{ $reason ->
    [entry-missing] 缺少一条
    [entry-changed] 一条被修改
    [end-cut] 末尾被截断
    [anchor-differs] 已不是原来的记录
   *[trade-changed] 一笔交易与记录不符
}。
audit-anchor = 此哈希代表整份记录。另存一处，日后可看出记录是否被整体改写。
logs-title = 警告与错误
logs-none = 启动以来没有。
logs-row = { $mark } { MOMENT($at) } { $said }
health-title = 健康状况
health-well = 一切正常。
health-ill = ⚠ 有问题需要查看。
health-ok = 正常
health-store = 存储
health-orders = 订单
health-unknown-orders = ⚠ { $count ->
   *[other] { $count } 笔未确认
}
health-warnings = 启动以来的警告
version-title = 版本
version-desk = Killzone
version-node = Node
version-settings = 设置
orders-title = 订单
orders-none = 没有有效订单。
order-leg = { $leg ->
    [entry] 入场
    [stop] 止损
    [target] 目标
   *[exit] 离场
}
order-status = { $status ->
    [intended] 发送中
    [working] 挂单中
   *[unknown] 未确认
}
trades-title = 交易
trades-none = 还没有交易。
balance-title = 余额 · { $mode }
balance-open = 浮动盈亏

## Notices (asked for by jobs)

notice-desk-started = 交易台正在运行（{ $mode ->
    [live] 实盘
   *[paper] 模拟
}）。
notice-session-opened = { window-name } 已开启，至 { TIME($closesAt) }。
notice-session-closed = { window-name } 已结束。
notice-paused = { $name } 暂停了交易台。
notice-resumed = { $name } 恢复了交易台。
notice-panic = { $name } 触发紧急平仓：正在全部平仓，已停止新交易。
notice-market-lost = { $market } 的行情中断；交易台正在重连。
notice-market-back = { $market } 的行情已恢复。
notice-order-unknown = ⚠ 交易所尚未确认 { $symbol } 的一笔订单。交易台会继续查询，绝不重复发送。
notice-stray-fill = ⚠ { $symbol } 的一笔订单在交易结束后成交。交易台会平掉由此产生的仓位。
notice-foreign-order = ⚠ { $symbol } 有一笔订单不属于本交易台。交易台不会动它。
notice-position-differs = ⚠ 交易所持有 { $symbol } { $exchange }，交易台记录为 { $ledger }。交易台不会处理差额。
notice-digest = 本聊天无法连接期间错过了 { $count } 条消息。/status 显示交易台现状，/audit 显示发生了什么。
notice-unprotected = ⚠ { $symbol } 的持仓没有已确认的止损。

## Telegram

telegram-private = 这是私人交易台。您的 Telegram id 为 { $id }：所有者可将其加入名单。
telegram-subscribed = 从现在起，信号与提醒会发到本聊天。
telegram-refused-tap = 交易台不认识您。

## The page of the web chat

web-title = Killzone
web-conversation = 与交易台的对话
web-compose = 给交易台的消息
web-compose-hint = 输入命令，/ 显示全部
web-send = 发送
web-commands = 命令
web-shortcuts = 快捷方式
web-today = 今天
web-yesterday = 昨天
web-edited = 已编辑 { $time }
web-earlier = 更早的消息
web-new-messages = { $count } 条新消息
web-to-end = 跳到最新消息
web-busy = 交易台正在处理
web-chart = 图表：{ $title }
web-enlarge = 放大图表
web-close = 关闭
web-ok = 好
web-connecting = 连接中
web-connected = 在线
web-reconnecting = 重新连接中
web-connection-lost = 交易台答复前连接中断。再次点击前请先查看卡片。
web-card-changed = 卡片已更新：{ $title }
web-sending = 发送中
web-not-sent = 未发送
web-send-again = 重新发送
web-malformed = 交易台不明白这条消息。
web-too-fast = 太快了，请稍候。
web-failed = 交易台无法答复。重试之前请先看 /status。
web-sign-in = 登录
web-sign-in-hint = 请打开交易台启动时显示的链接，或粘贴到这里。每个链接只能使用一次。
web-sign-in-secret = 链接或密码
web-sign-in-refused = 该链接已使用或已过期。交易台每次启动都会显示新链接。
web-sign-in-too-many = 尝试次数过多。请等一分钟。
web-sign-in-failed = 交易台没有响应。它在运行吗？
web-sign-out = 退出
web-signed-out = 您已退出。
web-welcome = 这里还没有内容。形态会自动出现；/help 显示可以询问什么。
