## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [manual] 手动
    [order-block-touch] 触及 Order Block
    [sweep-reversal] Sweep 反转
    [silver-bullet] Silver bullet
    [breaker-retest] Breaker 回踩
    [structure-continuation] 结构延续
    [continuation] 午后延续
    [reversal] 午后反转
    [judas-swing] Judas swing
    [smt-divergence] SMT 背离
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
    [rejection] 受阻
    [higher-timeframe-bias] 偏向
    [premium-discount] 位置
    [sweep] Sweep
    [displacement] Displacement
    [gap-in-block] 区块内缺口
    [target-distance] 目标
    [relative-volume] 成交量
   *[other] { $name }
}

overlay-name = { $name ->
    [structure] 结构
    [gaps] 缺口
    [blocks] 区块
    [liquidity] 流动性
    [ranges] 区间
    [sessions] 时段
   *[other] { $name }
}
no-session = 时段之外

limit-name = { $name ->
    [risk-per-trade] 单笔风险
    [position-size] 最大仓位
    [daily-loss] 今日亏损
    [trades-per-day] 今日交易数
    [open-positions] 持仓数
    [open-risk] 持仓风险
    [drawdown] 距最高余额回撤
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
reason-bias = 结构{ bias-name }
reason-kill-zone = 处于 { window-name } Kill Zone 内
reason-structure-break = 结构在该区块处被突破
reason-rejection = K 线重新收在区块之外：{ PRICE($close) }
reason-no-kill-zone = 不在 Kill Zone 内

# Reasons of trades from before every setup had the same score.
reason-gap-overlap = 与 FVG { PRICE($bottom) } 至 { PRICE($top) } 重叠（价格的 { PERCENT($percent) }）
reason-no-order-block-touch = 没有触及 Order Block
reason-no-gap-overlap = 没有 FVG 与区块重叠
reason-no-structure-break = 该区块没有突破结构
reason-no-rejection = K 线收在区块之内

bias-name = { $bias ->
    [bullish] 看涨
    [bearish] 看跌
   *[other] 未定
}
pool-name = { $source ->
    [previous-day] 前一日
    [previous-week] 上周
    [previous-month] 上月
    [equal] 等
    [session] { " " }{ window-name }{ " " }
   *[other] 摆动
}
side-name = { $side ->
    [high] { $source ->
        [equal] 高点
       *[other] 高点
    }
   *[low] { $source ->
        [equal] 低点
       *[other] 低点
    }
}

reason-sweep = 扫掉{ pool-name }{ side-name } { PRICE($level) } 后收回
reason-structure-shift = 结构以 Displacement 突破 { PRICE($level) }，转为{ bias-name }
reason-change-of-character = 结构突破 { PRICE($level) }，转为{ bias-name }
reason-break-of-structure = 结构突破 { PRICE($level) }，延续{ bias-name }
reason-change-in-delivery = K 线收在 { PRICE($close) }，Delivery 转为{ bias-name }
reason-entry-gap = 在 FVG { PRICE($bottom) } 至 { PRICE($top) } 入场
reason-entry-block = 在 Order Block { PRICE($bottom) } 至 { PRICE($top) } 入场
reason-window = 处于 { window-name } 窗口内
reason-breaker-retest = 价格回到 Breaker { PRICE($bottom) } 至 { PRICE($top) } 并守住
reason-mitigation-retest = 价格回到 Mitigation Block { PRICE($bottom) } 至 { PRICE($top) } 并守住
reason-judas-swing = 早盘假动作至 { PRICE($level) }，随后穿越开盘价转为{ bias-name }
reason-smt-divergence = 第二个市场未确认 { PRICE($level) }：{ bias-name }背离
reason-higher-bias = { $timeframe } 结构自突破 { PRICE($level) } 起{ bias-name }
reason-wide-bias = { $timeframe } 大级别摆动自突破 { PRICE($level) } 起{ bias-name }
reason-no-higher-bias = { $timeframe } 以上周期的结构尚未选择方向
reason-dealing-place = 入场 { PRICE($entry) } { $place ->
    [discount] 处于 Discount
    [premium] 处于 Premium
   *[other] 处于 Equilibrium
}：区间 { PRICE($bottom) } 至 { PRICE($top) } 的 { PERCENT($position) }
reason-outside-dealing-range = 入场 { PRICE($entry) } { $place ->
    [discount] 处于 Discount，低于
   *[premium] 处于 Premium，高于
}区间 { PRICE($bottom) } 至 { PRICE($top) }，距离为区间高度的 { PERCENT($distance) }
reason-no-dealing-range = 尚无 Dealing Range
reason-no-sweep = 最近 { $candles } 根 K 线内没有扫过流动性
reason-displacement = Displacement 从 { PRICE($from) } 到 { PRICE($to) }
reason-no-displacement = 该方向没有 Displacement
reason-gap-in-block = 缺口与 Order Block 在 { PRICE($bottom) } 至 { PRICE($top) } 重叠
reason-no-gap-in-block = 入场位没有位于 Order Block 内的未回补缺口
reason-target = 最后目标 { PRICE($price) }，{ R($r) }
reason-volume = 成交量为平时的 { $times } 倍
reason-no-volume = 平时的成交量未知
reason-manual = 由 { $name } 提出

## What each setup is (asked for by /help)

strategy-about-order-block-touch = 价格首次回到 Order Block，且没有收盘穿越它。我顺着区块的方向交易，止损放在区块之外，目标固定。
strategy-about-sweep-reversal = 2022 模型。价格取走低点下方的流动性后收回其上，随后结构以 Displacement 转为向上。我等待价格回到转向留下的缺口，或转向起点的区块，且位于该波段较便宜的一半。跌破被扫的低点即判断错误；在上方流动性处止盈。做空则完全镜像。
strategy-about-silver-bullet = 每天三个小时，纽约时间 03-04、10-11 和 14-15。每个小时我只找一样东西：价格奔向流动性池途中留下的第一个 FVG。我在缺口边缘等待；越过形成缺口的三根 K 线即判断错误；在流动性池止盈。该小时结束时仍未入场的作废。
strategy-about-breaker-retest = 取走过流动性、随后失效的 Order Block 里有被套的交易者。当价格首次从另一侧回到它，并重新收在其外，我顺着突破方向交易。越过该区块及测试它的影线即判断错误；在下一处流动性止盈。
strategy-about-structure-continuation = 大周期指向上方，价格同向突破小周期的高点。我不追突破：在突破波段留下、尚未被填补的缺口处等待。跌破该波段起点的低点即判断错误；在上方流动性处止盈。做空则完全镜像。
strategy-about-continuation = 纽约 15:00 至 15:15：当天方向已定，价格稍作喘息。当价格回到同方向未填补的缺口或仍然有效的 Order Block，且 K 线重新收在其外，我顺着当天的方向交易。越过该区域即判断错误；时段结束时仍未入场的作废。
strategy-about-reversal = 纽约 15:30 至 15:50：价格在收盘前再冲一处流动性池，然后失败。当 Sweep 与其后的转向都发生在窗口内，我交易回程。越过 Sweep 的极值即判断错误；在另一侧的流动性处止盈。
strategy-about-judas-swing = 早盘的第一波往往是假的：价格越过午夜开盘价，扫掉 Asian range 或前一日的高低点，再伴随结构或 Delivery 的转向穿回开盘价。我交易真正的方向。越过被扫的极值即判断错误；在另一侧的流动性处止盈。
strategy-about-smt-divergence = 两个联动的市场出现分歧：一个创出更低的低点，另一个没有。我等这里的价格也转为向上，再顺势交易。跌破背离的低点即判断错误；在上方流动性处止盈。做空则完全镜像。需要第二个市场。

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = 评分 { $score }/100，等级 { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = 入场
trade-entry-market = { PRICE($price) } 市价
trade-entry-limit = { PRICE($price) } 限价
trade-entry-filled = { PRICE($price) }，计划 { PRICE($planned) }
trade-entry-as-planned = { PRICE($price) }，与计划一致
trade-stop = 止损
trade-stop-distance = { PRICE($price) }（{ $distance }）
trade-trailing = 跟踪止损
trade-target = 目标
trade-target-number = 目标 { $number }
trade-target-distance = { PRICE($price) }（{ R($r) }）
trade-size = 仓位
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-size-held = { PRICE($held) } / { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = 风险
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-capped = 仓位受最大持仓限制：余额的 { PERCENT($percent) }
trade-expires = { MOMENT($at) } 过期
trade-ends-early = 提前失效：{ $facts }
ends-on-gap-filled = 缺口 { PRICE($bottom) } 至 { PRICE($top) } 被填补
ends-on-block-invalidated = 收盘穿越区块 { PRICE($bottom) } 至 { PRICE($top) }
ends-on-swing-broken = 收盘越过 { PRICE($level) }
ends-on-kill-zone-over = { window-name } 于 { TIME($at) } 结束
trade-id = 交易 { $id }
trade-live = 实盘：真实资金
trade-line = { $direction } { $symbol }：{ $state }

life-approved = { $name } 于 { TIME($at) } 批准，{ $size }
life-approved-rule = 规则 { $rule }（由 { $name } 开启）于 { TIME($at) } 批准，{ $size }
life-endorsed = 已有 { NUMBER($count) }/{ NUMBER($needed) } 人批准：{ $names }
life-endorsed-before = 先行批准：{ $names }
life-repriced = { $name } 于 { TIME($at) } 重新定价
life-replanned = { $name } 于 { TIME($at) } 修改了计划：{ $change ->
    [stop] 止损
    [targets] 目标
   *[entry] 入场方式
}
life-approved-waiting = 入场单尚未发送
life-submitting = 入场单发送中，交易所尚未答复
life-working = 入场单已在交易所挂单，尚无成交
life-partially-filled = 已成交 { PRICE($filled) } / { PRICE($quantity) }，均价 { PRICE($price) }
life-open = 已成交 { PRICE($filled) }，均价 { PRICE($price) }
life-left = 已离场 { PRICE($quantity) }，均价 { PRICE($price) }
life-entry-cancelled = { $name } 取消了剩余的入场单
life-reduced = 其中 { PRICE($quantity) } 已离场
life-targets-moved = { $name } 修改了目标
life-stop-moved = 止损移至 { PRICE($price) }（{ $why }）
life-stop-moved-by = { $name } 将止损移至 { PRICE($price) }
life-trailing-on = { $name } 开启了跟踪止损
life-trailing-off = { $name } 关闭了跟踪止损
life-protected = 止损单已挂在交易所：{ PRICE($stop) }
life-unprotected = ⚠ 交易所尚未确认止损
life-unknown = ⚠ 交易所尚未确认该订单。交易台会继续查询，绝不重复发送
life-closing = 平仓中（{ $reason }）
life-closing-by = { $name } 正在平仓（{ $reason }）
life-closed = 已平仓：{ $reason }
life-closed-result = 结果 { R($r) }，计划 { R($planned) } · 扣费后 { PROFIT($pnl) } { $quote }
life-given-up = 已放弃入场：{ $why }
life-closed-unfilled = 没有成交
life-price = 价格 { PRICE($price) }
life-open-result = 浮动 { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = 已跳过
life-skipped-by = { $name } 跳过
life-skipped-why = { $line }：{ skip-reason }
life-expired = 已过期
life-denied = 被风控拒绝
life-rejected = 没有下单
life-ended = { $state }：{ $why }
life-ended-by = { $state }（{ $name }）：{ $why }

stop-reason-break-even = 保本
stop-reason-trailing = 跟踪止损
stop-reason-manual = 手动

close-reason-stop = 止损
close-reason-target = 到达目标
close-reason-manual = 手动
close-reason-panic = 紧急平仓
close-reason-time = 时间止损
close-reason-session-end = 时段结束
close-reason-entry-cancelled = 入场已取消

expired-time = 无人及时批准
expired-superseded = 已被更新的形态取代
expired-price-left = 价格已离开入场位
expired-target-reached = 价格在入场前已到达目标 { PRICE($price) }
expired-stop-reached = 价格在入场前已到达止损 { PRICE($price) }
expired-gap-filled = 缺口 { PRICE($bottom) } 至 { PRICE($top) } 已被填补
expired-block-invalidated = K 线收盘穿越区块 { PRICE($bottom) } 至 { PRICE($top) }
expired-swing-broken = K 线收盘越过摆动点 { PRICE($level) }
expired-kill-zone-over = { window-name } 已结束
expired-restart = 到期时交易台未运行

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
denied-size-below-minimum = 仓位低于交易所最小值
    .measured = 仓位将为 { PRICE($actual) }，交易所至少要求 { PRICE($limit) }
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
denied-short-impossible = 这是现货市场，无法做空
denied-not-traded = 交易台不交易该品种：它不在配置的品种列表中
denied-price-moved = 形态出现后价格移动过多
    .measured = 形态出现后价格移动了 { NUMBER($actual, maximumFractionDigits: 2) }R，上限 { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = 最新已知价格过旧
    .measured = 最新价格已是 { NUMBER($actual, maximumFractionDigits: 0) } 秒前，上限 { NUMBER($limit, maximumFractionDigits: 0) } 秒
denied-paused = 交易台已暂停；用 /resume 恢复
denied-kill-switch = 交易台已被 /panic 停止；用 /resume 恢复
denied-expired = 该形态已过期
denied-cool-down = 亏损后交易台正在冷静期
    .measured = 已连续亏损 { $actual } 次，{ $limit } 次后进入冷静期
denied-drawdown = 余额距最高点回撤过大；用 /resume 恢复
    .measured = 余额曾比最高点低 { PERCENT($actual) }，上限 { PERCENT($limit) }。用 /resume 恢复交易台
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
denied-live-locked = 实盘交易已锁定：需管理员在私聊中发送 /live 验证码
denied-liquidation = 强平价将离止损过近
    .measured = 强平距离将为止损距离的 { NUMBER($actual, maximumFractionDigits: 2) } 倍，需要 { NUMBER($limit, maximumFractionDigits: 2) } 倍
denied-margin = 持仓所需保证金将过高
    .measured = 持仓所需保证金将为余额的 { PERCENT($actual) }，上限 { PERCENT($limit) }
denied-until = { $text }。持续至 { MOMENT($until) }
denied-second-person = 这种规模的入场需要多人批准，每人一次
    .measured = 这种规模的入场需要 { NUMBER($limit) } 人批准，每人一次；目前已有 { NUMBER($actual) } 人
denied-trader-risk = 这种风险的交易需要管理员批准
    .measured = 风险将为 { PERCENT($actual) }；交易员最多可批准 { PERCENT($limit) }，超过须由管理员批准
denied-target-reached = 价格已越过目标
    .measured = 目标 { PRICE($limit) } 已被越过，当前价格 { PRICE($actual) }

## Buttons

button-approve = 批准 { $size }
button-size = { $size }
button-size-risk = { $size } · { MONEY($money) } { $quote }
button-other-size = 其他仓位
button-skip = 跳过
button-custom = 自定义
button-why = 依据
button-entry-type = { $type ->
    [limit] 限价
   *[market] 市价
}
button-stop = 停止
button-close = 平仓
button-close-number = 平仓 { $number }
button-scan = 扫描
button-cancel-entry = 取消入场
button-close-all = 全部平仓 { $count }
button-close-all-confirm = { $count ->
   *[other] 是，平掉 { $count } 个持仓
}
button-reprice = 重新定价
button-rule-on = 开启 { $rule }
button-rule-off = 关闭 { $rule }
button-break-even = 保本
button-move-stop = 调整止损
button-trail = 跟踪止损
button-trail-by = { $by ->
    [structure] 结构
    [percent] { NUMBER($distance) }%
   *[atr] { NUMBER($distance) } ATR
}
button-trail-off = 关闭跟踪止损
button-targets = 目标
button-reduce = 减仓 { NUMBER($percent) }%
button-stop-at = 止损 { R($r) }
button-stop-confirm = 是，止损设在 { PRICE($stop) }
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
button-refuse = 拒绝
button-verify = 校验
button-short = 简短卡片
button-keyboard-on = 显示
button-keyboard-off = 隐藏
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
button-chart-beside = 并排 { $timeframe }
button-chart-single = 仅一个周期
button-overlay-hide = ✓ { overlay-name }
button-overlay-show = { overlay-name }
button-pnl = 盈亏
button-month = 月份
button-stats = 统计
button-next-page = 下一页 ▶
button-previous-page = ◀ 上一页

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R
size-type = 要多大？输入 0.3R、30%、数量（如 0.01BTC）或金额（如 $500）：不超过提案的仓位。
size-refused = { $text } 无效：仓位不能超过提案。
size-rounded = 订单会向下取整到最小单位。

## Answers to taps

tap-invalid = 该按钮已失效：已使用、已过期，或属于其他聊天。
tap-forbidden = 需要角色“{ $needed }”；您的角色是{ $role }。
tap-approved = 已批准 { $size }：{ $direction } { $symbol }，{ PRICE($quantity) }
tap-skipped = 已跳过 { $symbol }
tap-skip-explained = 已跳过 { $symbol }：{ skip-reason }
skip-why = 为什么？点一下即可；/vetoes 会显示每个理由省下或错过了多少。
skip-reason = { $reason ->
    [weak-setup] 形态偏弱
    [against-bias] 逆势
    [news] 即将有消息
    [too-late] 太迟
    [enough-risk] 风险已足够
   *[other] 其他理由
}
tap-closing = 正在平仓 { $symbol }
tap-entry-cancelled = { $symbol } 的入场已取消
tap-endorsed = { $symbol }：{ NUMBER($needed) } 人中已有 { NUMBER($count) } 人批准，还须另一人批准。
tap-repriced = { $symbol } 有了从 { PRICE($entry) } 入场的新计划，须重新批准。
tap-replanned = { $symbol } 的计划已修改并重新评估，等待批准。
tap-cancelling-entry = 正在取消 { $symbol } 的入场
tap-stop-moved = { $symbol } 的止损移至 { PRICE($stop) }
tap-trail = { $symbol } 的止损跟随价格：{ $how }
tap-trail-off = { $symbol } 的止损不再跟随价格，保持原位
tap-targets-moved = { $symbol } 的目标改为 { $targets }
tap-reducing = 正在平掉 { $symbol } 的 { NUMBER($percent) }%
tap-too-late = 太迟了：{ $symbol } { $state }
tap-not-found = 没有这笔交易。
tap-denied-title = 未批准：{ $symbol }
tap-stop-refused-title = 止损未调整：{ $symbol }
tap-targets-refused-title = 目标未调整：{ $symbol }
tap-denied-open = 该提案仍然有效。
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
fault-store-corrupt = 数据存储中的内容无法读取。
fault-store-unavailable = 交易台目前无法访问数据存储。
fault-settings-invalid = 设置有误。
fault-settings-conflict = 有人同时修改了设置。
fault-file-unreadable = 文件无法读取。
fault-file-without-candles = 文件中没有可用的 K 线。
fault-lease-lost = 另一个进程已接管本交易台的订单。
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
fault-judge-timed-out = K 线评估耗时过长。
fault-judge-pool-closed = 交易台正在关闭。
fault-web-password-required = 从其他电脑访问网页聊天需要密码。
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
command-scan = 全部或部分品种的形态，按评分排名
    .usage = /scan [品种 或 自选列表] [周期]
command-cancelscan = 停止正在进行的扫描
    .usage = /cancelscan ID
command-watchlist = 自选列表，或某个列表的内容
    .usage = /watchlist [名称]
command-signals = 待批准的提案
    .usage = /signals
command-positions = 持仓与盈亏
    .usage = /positions
command-trade = 单笔交易与图表
    .usage = /trade ID
command-why = 交易卡片上每个数字的由来
    .usage = /why ID
command-risk = 限额：已用与剩余
    .usage = /risk
command-chart = 标出交易台所见内容的图表，一个或两个周期
    .usage = /chart 品种 [周期] [周期] [structure gaps blocks liquidity ranges sessions 或 none]
command-pnl = 按日、周或月的盈亏，附净值曲线
    .usage = /pnl [day、week 或 month] [数量]
command-month = 某个月的每日盈亏
    .usage = /month [1 为本月，2 为上月]
command-stats = 胜率、期望值、回撤；按策略、品种、时段、小时或离场方式
    .usage = /stats [strategy、symbol、session、hour 或 exit]
command-levels = 价格上下方有什么，距离多远
    .usage = /levels 品种 [周期]
command-sessions = 当前与接下来的 Kill Zone
    .usage = /sessions
command-vetoes = 未交易的形态及其后来的结果
    .usage = /vetoes
command-replay = 在聊天中回放过去的一天：当天的形态及其结果
    .usage = /replay YYYY-MM-DD [品种]
command-stopreplay = 停止正在进行的回放
    .usage = /stopreplay ID
command-close = 平掉一个或全部持仓
    .usage = /close ID 或 品种 或 all
command-long = 自行提出做多
    .usage = /long 品种 [0.5%、0.1BTC 或 $500] [入场价] sl 价格 tp 价格 ...
command-short = 自行提出做空
    .usage = /short 品种 [0.5%、0.1BTC 或 $500] [入场价] sl 价格 tp 价格 ...
command-size = 以自定义仓位批准提案
    .usage = /size ID [0.3R、30%、0.01BTC 或 $500]
command-sl = 调整持仓的止损
    .usage = /sl ID 或 品种 [价格、R、百分比 或 be]
command-breakeven = 将止损移至保本位
    .usage = /breakeven ID 或 品种
command-trail = 让持仓的止损跟随价格
    .usage = /trail ID 或 品种 [atr、structure、percent 或 off] [距离]
command-tp = 重新设置持仓的目标
    .usage = /tp ID 或 品种 [价格]
command-reduce = 平掉部分持仓
    .usage = /reduce ID 或 品种 [百分比]
command-cancel = 取消入场单中尚未成交的部分
    .usage = /cancel ID 或 品种
command-pause = 暂时不开新交易
    .usage = /pause [分钟] [原因]
command-resume = 重新开始新交易
    .usage = /resume
command-panic = 全部平仓并停止
    .usage = /panic
command-rules = 无需点击即批准的规则及其开关
    .usage = /rules [on 或 off] [名称]
command-live = 用一次性验证码确认实盘交易
    .usage = /live 验证码
command-settings = 每项设置：含义、取值、谁改过
    .usage = /settings [路径]
command-set = 修改一项设置；先显示变化
    .usage = /set 路径 [值]
command-mode = 模拟或实盘，以及如何切换
    .usage = /mode [paper 或 live]
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
command-undo = 撤销您最近一次可撤销的操作
    .usage = /undo
command-language = 本聊天的语言
    .usage = /language [语言]
command-timezone = 本聊天的时区
    .usage = /timezone [时区]
command-notify = 本聊天接收哪些通知，是否有声
    .usage = /notify [事件] [on|silent|off]
command-filter = 哪些交易会发到本聊天
    .usage = /filter [symbols|strategies|grade] [值|all]
command-mute = 一段时间或每晚静音
    .usage = /mute [分钟|22:00-07:00|off]
command-verbosity = 完整卡片或简短卡片
    .usage = /verbosity [short|full]
command-keyboard = 输入框下方的按键
    .usage = /keyboard [on|off]
command-roles = 谁可以使用交易台
    .usage = /roles [人]
command-invite = 用一次性链接邀请他人
    .usage = /invite [viewer|trader|admin]
command-audit = 谁做了什么，记录是否完整
    .usage = /audit [页码|verify]
command-version = 这里运行的版本
    .usage = /version
command-whoami = 交易台对您的了解
    .usage = /whoami

start-title = Killzone
start-text = 交易台在市场中寻找 ICT 形态，并把每个形态以带按钮的图表发到这里。未经批准绝不交易。
start-hint = /help 列出全部命令。
help-title = 命令
help-group-look = 查看
help-group-act = 操作
help-setups = 形态：/help { $names }
help-group-configure = 设置
help-aliases = 别名：{ $aliases }
help-role = 需要角色“{ $role }”。

unknown-command = 没有命令 { $text }。
unknown-command-near = 您是指其中之一吗？
unknown-command-hint = /help 列出全部命令。
unknown-symbol = 本交易台没有品种 { $text }。
unknown-symbol-near = 最接近的：
unknown-trade = 没有交易 { $text }。
unknown-timeframe = { $text } 不是周期。可用：{ $known }。
several-symbols = { $text } 符合多个品种：
bad-minutes = 分钟为 1 到 { $max } 的整数；收到 { $text }。
bad-price = { $text } 不是价格。可用 61240、61.2k、-1%、1.5R 或 be。
bad-percent = { $text } 不是 1 到 100 的百分比。
bad-trailing = 止损可跟随 atr、structure 或 percent，off 表示不跟随；收到的是 { $text }。
bad-distance = 距离须大于 0 且不超过 100，例如 2 或 1.5；收到的是 { $text }。
bad-choice = { $text } 不在可选项中：{ $known }。
too-many-words = 超出命令可接受的内容：{ $text }
usage = 用法：{ $usage }
pick-symbol = 哪个品种？
pick-symbol-more = 还有 { $count } 个：请在命令后输入名称。
pick-date = 哪一天？
pick-date-more = 其他日期：在命令后输入，例如 2026-11-20。
bad-date = { $text } 不是日期。请按 2026-11-20 的格式输入，或选择一天。
pick-trade = 哪笔交易？
pick-trade-none = 没有可选的交易。
pick-running = 正在运行的任务，请用它自己那条消息里的按钮停止。
pick-close = 平掉哪个？
forbidden = /{ $command } 需要角色“{ $needed }”；您的角色是{ $role }。
plain-text = 这不是命令。交易台的一切都以斜杠或按钮开始。
plain-text-near = 也许是其中之一：

## Moving stop and targets

move-stop-now = 止损位于 { PRICE($stop) }。
move-stop-hint = 任意价格：/sl { $id } 61240，或 61.2k、-1%、0.5R、be。R 与百分比从入场价算起。
trail-now = 止损跟随：{ $how }
trail-hint = 任意距离：/trail { $id } atr 2.5，或 percent 0.8、structure 0.5、off。每根 K 线收盘时移动，只会降低风险。
trail-off = 不跟随
trail-atr = 价格后方 { NUMBER($distance) } ATR
trail-structure = 最近 { $layer } 摆动点后方 { NUMBER($distance) } ATR
trail-percent = 价格后方 { NUMBER($distance) }%
trail-from = { $how }，从 { R($r) } 起
move-targets-now = 目标：{ $targets }
move-targets-hint = 任意价格：/tp { $id } 61240 62000，按份额均分。
move-reduce-now = 持仓：{ PRICE($quantity) }。目标数量随之减少，止损不变。
move-not-open = { $symbol } { $state }：没有可修改的持仓。
confirm-stop-title = 增加 { $symbol } 的风险？
confirm-stop-text = 止损将从 { PRICE($from) } 移至 { PRICE($to) }。当前风险：{ $was }。之后：{ $will }。
confirm-stop-risk = { PERCENT($percent) }，{ MONEY($money) } { $quote }

## Rules that approve

rules-title = 批准规则
rules-none = 设置中没有批准规则。
rules-unknown = 没有规则 { $text }。
rules-any = 任何形态
rules-line = { $rule }：{ $takes } · 最多 { MONEY($notional) } · 仓位的 { NUMBER($percent) }%
rules-on = 开，{ $name } 自 { MOMENT($at) } 起开启
rules-off = 关
rules-note = 规则只批准限额允许的交易，别无其他。规则一经修改即关闭。

## Look

status-title = 交易台 · { $mode }
status-running = 正在接受新交易
status-paused = { $name } 自 { TIME($since) } 起暂停
status-paused-until = { $name } 暂停至 { MOMENT($until) }
status-paused-reason = 原因：{ $reason }
status-live-locked = 实盘交易已锁定：管理员在私聊中发送 /live 验证码之前不发送任何订单
status-market = 行情
market-simulated = 模拟
market-replay = { $symbol } { $timeframe } 回放
status-symbols = 品种
status-symbols-more = { $shown } 及其他 { $count } 个
status-last-candle = 最新 K 线
status-last-candle-ago = { TIME($at) }，{ DURATION($ago) }前
status-last-candle-none = 暂无
status-balance = 余额
status-equity = 净值
status-proposals = 待批准提案
status-in-trades = 交易中
status-unknown = 未确认
status-closed = 已平仓
status-market-time = 市场时间
status-up-since = 已运行（市场时间）
signals-title = 待批准的提案
signals-none = 没有待批准的提案。
positions-title = 持仓
positions-none = 没有持仓。
position-head = { NUMBER($number) } · { $direction } { $symbol } · { $r } · { $pnl } · { $state }
position-line = { PRICE($quantity) }，入场 { $entry }，现价 { $price }，止损 { $stop }
positions-open-total = 浮动盈亏：{ PROFIT($pnl) }
column-number = #
column-symbol = 品种
column-side = 方向
column-quantity = 数量
column-entry = 入场
column-price = 价格
column-result = 盈亏
column-r = R
column-score = 评分
column-setup = 形态
column-timeframe = 周期
column-period = { $period ->
    [week] 周起始
    [month] 月起始
   *[day] 日期
}
column-trades = 交易数
column-won = 盈利
column-factor = PF
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
scan-failed = 未能扫描：{ $symbols }。{ $why }
scan-failed-busy = 另一个进程占用它们太久。
scan-failed-no-answer = 负责扫描它们的进程出错或超时。
breaker-until = ⛔ { $why }。持续至 { MOMENT($at) }
breaker-person = ⛔ { $why }。须由人工决定
scan-running = 扫描中：{ $scanned }/{ $total } 个品种
scan-cancelled = 已取消，完成 { $scanned }/{ $total } 个品种
scan-budget = 交易所请求：本分钟 { $used }/{ $limit } 次
scan-over = 该扫描已结束。
risk-title = 风险
risk-balance = 余额
risk-resets = 每日计数将在 { DURATION($left) }后重置，{ MOMENT($at) }
sessions-title = Kill Zone
sessions-now = 现在 { TIME($now) }，纽约 { $newYork }
sessions-open = 进行中
sessions-next = 接下来
sessions-none = 目前没有进行中的时段。
sessions-open-row = 至 { TIME($at) } · 纽约 { $newYork } · 还剩 { DURATION($left) }
sessions-next-row = { TIME($at) } · 纽约 { $newYork } · { DURATION($left) }后
watchlist-title = 自选列表
watchlist-named = { $name } · { $count ->
   *[other] { $count } 个品种
}
watchlist-empty = 所关注的品种中没有符合此列表的。
watchlist-unknown = 没有列表 { $name }。
brief-opened = { $window } 已开始
brief-closed = { $window } 已结束
brief-until = 截至
brief-until-value = { TIME($at) } · 纽约 { $newYork } · { DURATION($left) }
brief-proposals = 提案
brief-approved = 已批准
brief-result = 已平仓
brief-result-value = { $closed ->
    [0] 无
   *[other] { $closed } 笔交易，{ R($r) }
}
brief-open-risk = 持仓风险
brief-trades-left = 剩余交易次数
brief-level = { PRICE($level) }（{ $away }）
brief-more = { $count ->
   *[other] 及其他 { $count } 个品种
}
bias-bullish = 看涨
bias-bearish = 看跌
column-bias = 偏向
column-asian-high = 亚洲高点
column-asian-low = 亚洲低点
column-day-high = 前一日高点
column-day-low = 前一日低点
chart-title = { $symbol } { $timeframe }
chart-title-two = { $symbol } { $timeframe } 与 { $second }
chart-none = 还没有 { $symbol } { $timeframe } 的 K 线。
reason-left-aside = { $reason ->
    [skipped] 手动跳过
    [expired-time] 无人及时批准
    [expired-superseded] 被更新的形态取代
    [expired-price-left] 价格离开入场位
    [expired-target-reached] 先到目标，未入场
    [expired-stop-reached] 先到止损，未入场
    [expired-gap-filled] 缺口已被填补
    [expired-block-invalidated] 收盘穿越区块
    [expired-swing-broken] 摆动点被突破
    [expired-kill-zone-over] Kill Zone 已结束
   *[expired-restart] 交易台当时未运行
}
reason-skipped = 跳过：{ skip-reason }
vetoes-title = 未交易
vetoes-line = { $count ->
   *[other] { $count } 个形态
} · 盈 { $won }，亏 { $lost } · 未参与结果 { R($r) }
vetoes-none = 至今每个形态都已交易或仍然有效。
vetoes-verdict = { $r ->
    [0] 放弃它们既无损失，也无节省。
   *[other] 若全部交易，合计 { R($r) }（未计成本，均在第一目标平仓）。
}
vetoes-since = { MOMENT($since) } 以来的形态；仍在进行的按最新收盘价计算。
vetoes-unknown = { $count ->
   *[other] { $count } 个形态过旧，无法追踪。
}
replay-title = 回放
replay-title-day = 回放 · { $symbol } · { $date }
replay-clock-running = ▶ { $time } · 纽约 { $newYork }
replay-clock-stopped = 已停在 { $time } · 纽约 { $newYork }
replay-clock-done = 当天已结束。
replay-no-setup = 目前没有形态。
replay-result = { $count ->
   *[other] { $count } 个形态
} · 止盈 { $won } · 止损 { $lost } · { R($r) }
replay-left-out = { $count ->
   *[other] 当天另有 { $count } 个较弱的形态未显示。
}
replay-no-companion = 未与 { $companion } 对照：目前读不到它的 K 线，因此没有 SMT 背离。
replay-how = 按您现在的设置，不计限制与成本，均在第一目标平仓。以纽约的一天为准。
replay-outcome = { $outcome ->
    [missed] 始终未到入场价
    [running] 进行中：{ R($r) }
    [target] 到达目标：{ R($r) }
    [stop] 止损：{ R($r) }
   *[waiting] 自纽约 { $time } 起等待入场
}
replay-refused-no-candles = 没有 { $symbol } 在 { $date } 的 K 线。
replay-refused-not-yet = { $date } 还没有开始。
replay-refused-busy = 这里已有回放在进行，请先停止它。
replay-over = 该回放已结束。
levels-title = 价位 · { $symbol } { $timeframe }
levels-known = 截至 { MOMENT($at) } 收盘的 K 线
levels-now = 当前价格
levels-now-in-range = { $place ->
    [above] 高于区间
    [below] 低于区间
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
        [high] 前一日高点
       *[low] 前一日低点
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
pnl-title = 盈亏 · { pnl-by }
pnl-by = { $period ->
    [week] 按周
    [month] 按月
   *[day] 按日
}
pnl-none = 这段时间没有平仓的交易。
month-title = { $month }
stats-title = 统计 · { stats-by }
stats-by = { $by ->
    [symbol] 按品种
    [session] 按时段
    [hour] 按小时
    [exit] 按离场方式
   *[strategy] 按策略
}
stats-more = 另有 { $count } 项未显示。
stats-hours = 小时按 { $zone } 时间
stats-result = 扣费后结果
stats-result-value = { PROFIT($pnl) } · { R($r) }
stats-trades = 交易数
stats-trades-value = { $trades }：{ $wins } 盈，{ $losses } 亏
stats-win-rate = 胜率
stats-expectancy = 期望值
stats-average-win = 平均盈利
stats-average-loss = 平均亏损
stats-profit-factor = 盈利因子
stats-drawdown = 最大回撤
stats-drawdown-value = { MONEY($money) } · { R($r) }
stats-streak = 最长连亏
stats-fees = 已付手续费
whoami-title = 您
whoami-name = 名称
whoami-id = ID
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
close-all-soon = { $count ->
   *[other] { $count } 个持仓将在 5 秒后市价平仓。
}
close-all-kept = 已撤销：不会平仓。
close-all-begun = 太迟了：已经开始，或此前已撤销。
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

## Words inside of pictures (asked for by jobs); they are short

picture-entry = 入场
picture-exit = 离场
picture-now = 现价
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
        [low] 旧低点
       *[high] 旧高点
    }
    [session] { picture-zone } { $side ->
        [low] 低点
       *[high] 高点
    }
   *[other] { $side ->
        [low] 摆动低点
       *[high] 摆动高点
    }
}
picture-equity = 净值
picture-drawdown = 回撤
picture-week = 周
picture-trades = 交易
picture-days-won = 盈利天数
picture-days-lost = 亏损
picture-performance = R { stats-by }与小时
picture-total = 合计
picture-scan = 扫描
picture-found = { $count ->
   *[other] { $count } 个形态
}
picture-found-best = { $count } 个形态，显示最佳 { $shown } 个
picture-exposure = 敞口
picture-long = 多头
picture-short = 空头
picture-net = 净额
picture-risk = 全部止损的风险
live-title = 实盘交易
live-open = 已确认。在交易台重新启动之前，批准的交易会发到交易所。
live-already-open = 此前已确认。
live-not-live = 本交易台为模拟交易，无需确认。
live-not-private = 请在与交易台的私聊中发送验证码：在这里别人可能看到。此验证码不予接受。
live-wrong-code = 验证码错误或已使用。{ $left ->
   *[other] 还可尝试 { $left } 次
}。
live-ledger-behind = 未接受：账本缺少本交易台已发送的内容。现有持仓照常保护和平仓，不再开新仓。
live-locked-out = 五次验证码错误，已锁定。请为交易台更换 KILLZONE_TOTP_SECRET 并重新启动。
mode-title = 模式
mode-now = 本交易台当前模式：{ $mode }。
mode-already = 已经是该模式。
mode-unknown = 模式只有 paper 和 live；收到的是 { $text }。
mode-to-live = 切换到实盘：1. 配置中设置 mode: live，2. 环境变量设置 KILLZONE_LIVE=yes、交易所密钥和 KILLZONE_TOTP_SECRET，3. 重新启动，4. 管理员在私聊中发送 /live 验证码。
mode-live-note = 聊天无法切换：必须由能操作这台电脑的人决定。每次启动都需要新的验证码。
mode-to-paper = 切换到模拟：配置中设置 mode: paper 并重新启动，且不提供交易所密钥。
mode-paper-note = 请先平掉持仓：模拟模式的交易台不会管理实盘仓位。要立即停止请用 /pause 或 /panic。

## Settings

settings-title = 设置
settings-section = 设置 · { $path }
settings-marked = • 表示与默认值不同。
settings-now = 当前
settings-default = 默认
settings-range = 允许
settings-on = 开
settings-off = 关
settings-text = 文本
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
settings-problem = { $rule ->
    [above-number] 必须大于 { $limit }
    [least-number] 不能小于 { $limit }
    [below-number] 必须小于 { $limit }
    [most-number] 不能大于 { $limit }
    [least-array] 至少需要 { $limit } 项
    [most-array] 最多 { $limit } 项
    [least-string] 至少需要 { $limit } 个字符
    [most-string] 最多 { $limit } 个字符
    [whole-number] 必须是整数
    [kind] 这里不接受这种类型的值
    [option] 不在可选项之内
    [unknown] 没有这个设置
    [plain-name] 只能用小写字母、数字和连字符，且以字母开头
    [name-taken] 这个名称已被占用
    [different-names] 名称不能重复
    [hierarchy-name] sth、ith 和 lth 属于层级
    [one-companion] 每个品种只能有一个对照品种
    [time-of-day] 一个时刻，例如 17:00
    [time-span] 两个时刻，例如 20:00-00:00
    [different-times] 两个时刻不能相同
    [time-zone] 时区数据库中的时区，例如 America/New_York
    [cron] 五个字段，例如 30 8 * * 1-5
    [symbol-pattern] 品种（例如 BTC/USDT）或带 * 和 ? 的模式
    [shares] 合计不能超过百分之百
    [some-weight] 至少有一项必须大于 0
   *[other] 这个值在这里不适用
}
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
import-no-yaml = 第 { $line } 行不是有效的 YAML。
import-no-settings = 每行都要写一个设置和它的值，格式与 /export 显示的相同。

undo-title = 撤销
undo-none = 您最近没有可撤销的操作（设置、止损、目标或跟踪止损）。已发出的订单无法撤销：请改为平仓。
undo-nothing = 这里没有可撤销的内容：是他人所为，或之后已发生变化。
order-stop-which = 止损放在哪里？
order-stop-hint = 价格或距入场的幅度：{ $command } sl 61240，或 61.2k、1%。
order-target-which = 目标放在哪里？
order-target-hint = 价格、百分比或从入场算起的 R：{ $command } tp 62k 63k，或 2R、1.5%。多个目标平均分配。
order-proposed = 已提出。卡片会发送到关注此类交易的每个聊天；在有人批准之前不会发出任何订单。
order-refused-title = 未提出：{ $opening }
order-limit-through-price = 入场：限价 { PRICE($wanted) } { $direction ->
    [short] 低于
   *[long] 高于
}现价 { PRICE($against) }，会立即成交。若要市价入场，请省略入场价。
order-stop-on-wrong-side = 止损：{ PRICE($wanted) } 必须{ $direction ->
    [short] 高于
   *[long] 低于
}入场价 { PRICE($against) }。
order-target-on-wrong-side = 目标：{ PRICE($wanted) } 必须{ $direction ->
    [short] 低于
   *[long] 高于
}入场价 { PRICE($against) }。
order-field = { $field ->
    [entry] 入场
    [stop] 止损
    [target] 目标
   *[size] 仓位
}
order-needs-a-price = { order-field }：需要大于 0 的价格，例如 61240、61.2k 或百分比。R 是到止损的距离，只能用于目标。
order-no-price = 该品种的最新价格过旧或未知，无法计算仓位。请等行情恢复后再试。
order-unreadable = { order-field }：无法识别 { $text }。
order-twice = { order-field }重复：{ $text }。
order-too-many = 最多十个目标；{ $text } 超出。
order-field-size = 仓位可以是风险（如 0.5%）、数量（如 0.1BTC）或金额（如 $500）。省略则按设置计算。
order-field-entry = 入场可以是限价（如 @61240 或 61.2k），或距现价的幅度（如 -1%，朝止损方向）。省略则为市价。
order-field-stop = 止损是一个价格（如 61240 或 61.2k），或距入场的幅度（如 1%）。
order-field-target = 目标可以是价格（如 62k）、幅度（如 1.5%）或 R（如 2R），最多十个。
why-title = 这些数字的由来：{ $trade }
why-rounding = 价格符合交易所最小变动单位；所有取整都朝降低风险的方向。
why-entry-market = { PRICE($entry) }：{ MOMENT($at) } 收盘时的价格
why-entry-limit = { PRICE($entry) }：形态给出的限价
why-entry-filled = { PRICE($entry) } = { MONEY($notional) } ÷ 已成交 { PRICE($quantity) }；计划 { PRICE($planned) }
why-one-r = { PRICE($distance) } = { PRICE($entry) } 到初始止损 { PRICE($stop) }
why-stop = { PRICE($stop) }：距 { PRICE($entry) } { $distance }
why-target = { R($r) } = ({ PRICE($price) } − { PRICE($entry) }) ÷ { PRICE($distance) }
why-size = { MONEY($notional) } { $quote } = { PRICE($quantity) } { $base } × { PRICE($entry) }
why-size-of = 计划仓位
why-size-capped = { PRICE($quantity) } = 余额的 { PERCENT($percent) } ÷ { PRICE($entry) }，即最大持仓；仅按风险可更大
why-size-wished = { PRICE($quantity) }：按要求
why-size-risk = { PRICE($quantity) } = 余额的 { PERCENT($percent) } ÷ { PRICE($distance) }
why-risk = { MONEY($money) } { $quote } = { PRICE($quantity) } × { PRICE($distance) }；余额的 { PERCENT($percent) }
why-result = { PROFIT($pnl) } { $quote } = { MONEY($left) } − { MONEY($right) } − 手续费 { MONEY($fees) }
why-result-r = { R($r) } = { PROFIT($pnl) } ÷ { MONEY($risk) }
why-part = { $part }：{ $why }

## People

roles-title = 人员
roles-owner = { $role }，所有者
roles-owner-fixed = 在配置中指定：只能在那里修改。
roles-gone = 此人已不在，或在配置中指定。
roles-unknown = 这里没有名为 { $text } 的人。
roles-revoked = { $name } 不能再使用交易台。
roles-set = { $name }：从现在起为{ $role }。
invite-title = 邀请
invite-which = 以什么角色？
invite-made = 打开此链接的人将申请以{ $role }身份加入，仍需管理员同意。
invite-without-link = 请对方在 Telegram 中把这行发给交易台的机器人。没有机器人的交易台暂时无法让他人加入：请设置 TELEGRAM_BOT_TOKEN 并重启后再邀请。
invite-ends = 仅可使用一次，{ DURATION($ttl) }内有效。
newcomer-title = 加入
newcomer-waits = { $name }（{ $id }）申请以{ $role }身份加入。
newcomer-invited = 邀请人：{ $name }。
newcomer-asked = 已通知管理员。可以加入时交易台会通知您。
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
mute-unknown = { $text } 不是有效的静音时间。
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
keyboard-title = 键盘
keyboard-about = 在此聊天的输入框下方显示九个命令按键。
keyboard-on = 按键已显示在输入框下方。
keyboard-off = 按键已移除。
keyboard-elsewhere = 只有 Telegram 中与机器人的私聊才有输入框下方的按键。

## The desk itself

audit-title = 审计记录
audit-none = 尚无记录。
audit-clocks = 交易采用市场时间，其余采用本机时间。
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
health-title = 运行状况
health-well = 一切正常。
health-ill = ⚠ 有问题需要查看。
health-ok = 正常
health-store = 数据存储
health-orders = 订单
health-unknown-orders = ⚠ { $count ->
   *[other] { $count } 笔未确认
}
health-platform = { $platform ->
    [telegram] Telegram
    [discord] Discord
   *[other] { $platform }
}
health-rival = ⚠ 另一个进程自 { MOMENT($since) } 起在接收消息
health-warnings = 启动以来的警告
version-title = 版本
version-desk = Killzone
version-node = Node
version-settings = 设置
orders-title = 订单
orders-none = 没有有效订单。
orders-reduce-only = 止损和目标单均为只减仓：无论下单数量多少，每一单最多只平掉当前持有的部分。
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
notice-session-opened = { window-name } 已开始，持续至 { TIME($closesAt) }。
notice-symbols-listed = 交易所新上线：{ $symbols }{ $count ->
    [1] 。
   *[other] （共 { $count } 个）。
}
notice-symbols-delisted = 交易所已下线：{ $symbols }{ $count ->
    [1] 。
   *[other] （共 { $count } 个）。
}
notice-session-soon = { window-name } 将于 { TIME($opensAt) } 开始。
notice-session-closed = { window-name } 已结束。
notice-breaker-daily-loss = ⛔ 不开新交易：今日亏损 { PERCENT($actual) }，上限 { PERCENT($limit) }。持续至 { MOMENT($until) }
notice-breaker-cool-down = ⛔ 不开新交易：已连续亏损 { $actual } 次，上限 { $limit }。持续至 { MOMENT($until) }
notice-breaker-drawdown = ⛔ 不开新交易：余额比最高点低 { PERCENT($actual) }，上限 { PERCENT($limit) }。/risk 查看详情，用 /resume 恢复交易台
notice-rule-on = { $name } 开启了批准规则 { $rule }：无需点击即批准
notice-rule-off = { $name } 关闭了批准规则 { $rule }
notice-paused = { $name } 暂停了交易台。
notice-resumed = { $name } 恢复了交易台。
notice-panic = { $name } 触发紧急平仓：正在全部平仓，已停止新交易。
notice-market-lost = { $market } 的行情中断；交易台正在重连。
notice-market-back = { $market } 的行情已恢复。
notice-order-unknown = ⚠ 交易所尚未确认 { $symbol } 的一笔订单。交易台会继续查询，绝不重复发送。
notice-stray-fill = ⚠ { $symbol } 的一笔订单在交易结束后成交。交易台会平掉由此产生的仓位。
notice-stray-fill-open = ⚠ { $symbol } 的一笔订单在交易结束后开出仓位，交易台未能将其平掉。该仓位没有止损，请到交易所手动平仓。
notice-foreign-order = ⚠ { $symbol } 有一笔订单不属于本交易台。交易台不会动它。
notice-position-differs = ⚠ 交易所持有 { $symbol } { $exchange }，交易台记录为 { $ledger }。交易台不会处理差额。
notice-live-locked = { $exchange } 实盘：已锁定。管理员在私聊中发送 /live 验证码之前不发送任何订单。
notice-ledger-behind = ⚠ 账本缺少本交易台已发送到 { $exchange } 的内容：账本被截断、清空或替换。现有持仓照常保护和平仓，不再开新仓。处理方法见指南。
notice-live-open = 实盘：{ $name } 已确认实盘交易。批准的交易会发到交易所。
notice-live-locked-out = ⚠ 实盘交易验证码五次错误，最后一次来自 { $name }。保持锁定。
notice-key-not-bound-to-address = ⚠ { $exchange } 的密钥可从任何 IP 地址使用。请将其绑定到本机的 IP 地址。
notice-key-may-transfer = ⚠ { $exchange } 的密钥可以向其他账户转账。请取消该权限。
notice-clock-inexact = ⚠ 本机时钟不准，与 { $exchange } 相差 { DURATION($offset) }。
notice-digest = 本聊天无法连接期间错过了 { $count } 条消息。/status 显示交易台现状，/audit 显示发生了什么。
notice-rival = ⚠ 另一个进程正在接收此机器人在 { health-platform } 的消息。命令和点击可能会到达它那里，而不是本交易台。请停止它，或创建新的令牌。
notice-rival-gone = { health-platform } 的另一个进程已停止：所有消息重新到达本交易台。
notice-unprotected = ⚠ { $symbol } 的持仓没有已确认的止损。
notice-not-compared = ⚠ 账本与交易所无法核对，重试也可能无法解决。在此之前不会有新的入场；止损和平仓照常进行。原因见 /logs。

## Telegram

telegram-private = 这是私人交易台。您的 Telegram ID 为 { $id }：所有者可将其加入白名单。
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
web-ok = 确定
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
