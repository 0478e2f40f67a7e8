## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [order-block-touch] касание order block
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
    [order-block-touch] Касание
    [gap-overlap] Гэп
    [kill-zone] Kill zone
    [structure-break] Структура
    [rejection] Отбой
   *[other] { $name }
}

limit-name = { $name ->
    [risk-per-trade] Риск на сделку
    [position-size] Макс. позиция
    [daily-loss] Убыток за день
    [trades-per-day] Сделок за день
    [open-positions] Открытых позиций
    [open-risk] Открытый риск
   *[other] { $name }
}

state-proposed = предложена
state-approved = одобрена
state-submitting = отправляется
state-working = заявка на вход стоит
state-partially-filled = исполнена частично
state-open = открыта
state-closing = закрывается
state-closed = закрыта
state-skipped = пропущена
state-expired = истекла
state-denied = отклонена риском
state-rejected = отклонена биржей
state-unknown = не подтверждена

role-viewer = наблюдатель
role-trader = трейдер
role-admin = администратор

mode-paper = бумажный счёт
mode-live = РЕАЛЬНЫЙ СЧЁТ

## Why a setup is one (asked for by strategies)

reason-order-block-touch = Цена вернулась к свежему order block от { PRICE($bottom) } до { PRICE($top) } на { $timeframe }
reason-gap-overlap = С ним перекрывается FVG от { PRICE($bottom) } до { PRICE($top) } ({ PERCENT($percent) } цены)
reason-bias = Структура { $bias ->
    [bullish] бычья
    [bearish] медвежья
   *[other] не определена
}
reason-kill-zone = Внутри kill zone { window-name }
reason-structure-break = На этом блоке сломалась структура
reason-rejection = Свеча снова закрылась вне блока, на { PRICE($close) }
reason-no-order-block-touch = Касания order block не было
reason-no-gap-overlap = Ни один FVG не перекрывает блок
reason-no-kill-zone = Вне kill zone
reason-no-structure-break = Блок не сломал структуру
reason-no-rejection = Свеча закрылась внутри блока

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = Оценка { $score } из 100, класс { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = Вход
trade-entry-market = { PRICE($price) } по рынку
trade-entry-limit = { PRICE($price) } лимитом
trade-stop = Стоп
trade-stop-distance = { PRICE($price) } ({ $distance })
trade-target = Цель
trade-target-number = Цель { $number }
trade-target-distance = { PRICE($price) } ({ R($r) })
trade-size = Объём
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = Риск
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-expires = Истекает { MOMENT($at) }
trade-id = Сделка { $id }
trade-line = { $direction } { $symbol }: { $state }

life-approved = Одобрил { $name } в { TIME($at) }, { $size }
life-approved-waiting = Вход ещё не отправлен
life-submitting = Вход отправляется, биржа ещё не ответила
life-working = Заявка на вход стоит на бирже, исполнений нет
life-partially-filled = Исполнено { PRICE($filled) } из { PRICE($quantity) } по { PRICE($price) }
life-open = Исполнено { PRICE($filled) } по { PRICE($price) }
life-protected = Стоп стоит на бирже: { PRICE($stop) }
life-unprotected = ⚠ Стоп ещё не подтверждён биржей
life-unknown = ⚠ Биржа не подтвердила заявку. Деск продолжает спрашивать и ничего не отправляет дважды
life-closing = Закрывается ({ $reason })
life-closing-by = Закрывает { $name } ({ $reason })
life-closed = Закрыта: { $reason }
life-closed-result = Итог { R($r) } из { R($planned) } по плану · { PROFIT($pnl) } { $quote } после комиссий
life-closed-unfilled = Ничего не исполнилось
life-price = Цена { PRICE($price) }
life-open-result = Открыто { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = Пропущена
life-skipped-by = Пропустил { $name }
life-expired = Истекла
life-denied = Отклонена риск-контролем
life-rejected = Заявка не выставлена
life-ended = { $state }: { $why }
life-ended-by = { $state }, { $name }: { $why }

close-reason-stop = стоп-лосс
close-reason-target = цель достигнута
close-reason-manual = вручную
close-reason-panic = паника
close-reason-time = стоп по времени
close-reason-entry-cancelled = вход отменён

expired-time = никто не одобрил вовремя
expired-superseded = её место занял более новый сетап
expired-price-left = цена ушла от входа
expired-restart = деск не работал, когда вышел срок

rejected =
    { $code ->
        [never-arrived] до биржи она не дошла
       *[other] биржа её отклонила ({ $code })
    }

## What risk says

denied-risk-per-trade = Риск этой сделки выше лимита
    .measured = Риск этой сделки был бы { PERCENT($actual) }; лимит { PERCENT($limit) }
denied-position-size = Позиция больше допустимой
    .measured = Позиция составила бы { PERCENT($actual) } баланса; лимит { PERCENT($limit) }
denied-size-below-minimum = Объём меньше минимума биржи
    .measured = Объём был бы { PRICE($actual) }; биржа принимает не меньше { PRICE($limit) }
denied-daily-loss = Достигнут дневной лимит убытка
    .measured = Убыток за день { PERCENT($actual) }; лимит { PERCENT($limit) }
denied-trades-per-day = На сегодня сделок не осталось
    .measured = Сделок за день: { $actual }; лимит { $limit }
denied-open-positions = Открыто слишком много позиций
    .measured = Открытых позиций: { $actual }; лимит { $limit }
denied-symbol-busy = По этому символу уже есть сделка
denied-open-risk = Открытый риск был бы слишком велик
    .measured = Открытый риск был бы { PERCENT($actual) }; лимит { PERCENT($limit) }
denied-stop-on-wrong-side = Цена уже за стопом
    .measured = Стоп { PRICE($limit) } не с той стороны от цены { PRICE($actual) }
denied-price-moved = Цена ушла слишком далеко с момента сетапа
    .measured = Цена прошла { NUMBER($actual, maximumFractionDigits: 2) }R с момента сетапа; лимит { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = Последняя известная цена слишком старая
    .measured = Последней цене { NUMBER($actual, maximumFractionDigits: 0) } с; лимит { NUMBER($limit, maximumFractionDigits: 0) } с
denied-paused = Деск на паузе; продолжить: /resume
denied-kill-switch = Деск остановлен командой /panic; продолжить: /resume
denied-expired = Сетап истёк
denied-cool-down = Деск остывает после убытков
    .measured = Убытков подряд: { $actual }; деск остывает после { $limit }
denied-drawdown = Баланс слишком далеко от своего максимума
    .measured = Баланс на { PERCENT($actual) } ниже максимума; лимит { PERCENT($limit) }
denied-session-trades = В этой сессии сделок не осталось
    .measured = Сделок в этой сессии: { $actual }; лимит { $limit }
denied-group-risk = Риск по связанным символам был бы слишком велик
    .measured = Риск по связанным символам был бы { PERCENT($actual) }; лимит { PERCENT($limit) }
denied-volatility = Рынок слишком волатилен
    .measured = Средняя свеча { PERCENT($actual) } цены; лимит { PERCENT($limit) }
denied-spread = Спред слишком широк
    .measured = Спред { PERCENT($actual) } цены; лимит { PERCENT($limit) }
denied-order-notional = Заявка больше допустимой
    .measured = Заявка была бы на { NUMBER($actual, maximumFractionDigits: 2) }; лимит { NUMBER($limit, maximumFractionDigits: 2) }
denied-daily-notional = Заявок за день больше допустимого
    .measured = Заявок за день было бы на { NUMBER($actual, maximumFractionDigits: 2) }; лимит { NUMBER($limit, maximumFractionDigits: 2) }
denied-order-rate = Слишком много заявок за минуту
    .measured = Заявок за минуту: { $actual }; лимит { $limit }
denied-leverage = Плечо было бы слишком велико
    .measured = Плечо было бы { NUMBER($actual, maximumFractionDigits: 2) }; лимит { NUMBER($limit, maximumFractionDigits: 2) }
denied-liquidation = Ликвидация была бы слишком близко к стопу
    .measured = Ликвидация была бы в { NUMBER($actual, maximumFractionDigits: 2) } раза дальше стопа; нужно в { NUMBER($limit, maximumFractionDigits: 2) }

## Buttons

button-approve = Одобрить { $size }
button-size = { $size }
button-skip = Пропустить
button-close = Закрыть
button-close-number = Закрыть { $number }
button-cancel-entry = Отменить вход
button-close-all = Закрыть все { $count }
button-close-all-confirm = { $count ->
    [one] Да, закрыть { $count } позицию
    [few] Да, закрыть { $count } позиции
   *[many] Да, закрыть { $count } позиций
}
button-panic-confirm = Да, закрыть всё и остановить
button-status = Статус
button-signals = Сигналы
button-positions = Позиции
button-risk = Риск
button-chart = График
button-help = Помощь
button-invite = Пригласить
button-roles = Люди
button-revoke = Отозвать доступ
button-admit = Впустить { $name }
button-refuse = Нет
button-verify = Проверить
button-short = Краткие карточки
button-full = Полные карточки
button-all-strategies = Все стратегии
button-all-symbols = Все символы
button-settings = Настройки
button-settings-history = Изменения
button-apply = Применить
button-cancel = Отмена
button-undo = Вернуть
button-undo-number = Вернуть { $version }
button-back = Назад
button-type-value = Ввести значение
button-switch-on = Включить
button-switch-off = Выключить
button-refresh = Обновить
button-resume = Продолжить
button-show = Показать { $id }
button-next-page = Далее ▶
button-previous-page = ◀ Назад

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R

## Answers to taps

tap-invalid = Эта кнопка больше не работает: она использована, истекла или из другого чата.
tap-forbidden = Нужна роль «{ $needed }»; ваша роль — { $role }.
tap-approved = Одобрено { $size }: { $direction } { $symbol }, { PRICE($quantity) }
tap-skipped = { $symbol }: пропущено
tap-closing = { $symbol }: закрывается
tap-entry-cancelled = { $symbol }: вход отменён
tap-too-late = Поздно: { $symbol } — { $state }
tap-not-found = Такой сделки нет.
tap-denied-title = Не одобрено: { $symbol }
tap-denied-open = Предложение остаётся в силе.
tap-unchanged = { $symbol } — { $state }
tap-closing-count = { $count ->
    [0] Открытых сделок не было
    [one] Закрывается { $count } сделка
    [few] Закрываются { $count } сделки
   *[many] Закрываются { $count } сделок
}
tap-panic = Новые сделки остановлены. Продолжить: /resume
tap-page = Страница { $page } из { $pages }

## Faults

fault-title = Не получилось
fault-unknown = Сбой на стороне деска. Посмотрите /status, прежде чем повторять.
fault-act = Деск не смог это подтвердить. Возможно, это произошло, а возможно, нет: проверьте, прежде чем повторять.
fault-config-invalid = Ошибка в конфигурации.
fault-desk-already-running = В этой папке уже работает другой деск.
fault-redis-missing = Деск не нашёл сервер Redis.
fault-redis-failed = Сбой сервера Redis.
fault-redis-unsafe = Сервер Redis настроен небезопасно.
fault-store-corrupt = Содержимое хранилища не читается.
fault-store-unavailable = Хранилище сейчас недоступно.
fault-settings-invalid = Ошибка в настройках.
fault-settings-conflict = Кто-то одновременно изменил настройки.
fault-file-unreadable = Файл не читается.
fault-file-without-candles = В файле нет пригодных свечей.
fault-market-unavailable = Рынок сейчас не читается.
fault-exchange-unavailable = Биржа сейчас не отвечает.
fault-exchange-key-refused = Биржа не принимает ключ деска.
fault-exchange-key-unsafe = Ключ биржи разрешает вывод средств; торговому ключу этого нельзя.
fault-exchange-clock-off = Часы этой машины слишком расходятся с часами биржи.
fault-chat-rate-limited = Платформа чата просит деск писать реже.
fault-chat-unreachable = Платформа чата недоступна.
fault-chat-gone = Этого чата больше нет.
fault-chat-message-gone = Этого сообщения больше нет.
fault-chat-refused = Платформа чата отклонила сообщение.
fault-chart-font-missing = Нет шрифтов для графиков.
fault-chart-timed-out = График рисовался слишком долго.
fault-chart-pool-closed = Графики больше не рисуются: деск останавливается.
fault-web-password-required = Веб-чату нужен пароль, чтобы работать с других машин.
fault-web-port-taken = Порт веб-чата занят.
fault-paper-account-invalid = Ошибка в бумажном счёте.
fault-trade-transition-impossible = В этом состоянии сделки это невозможно.

## Commands

command-start = Приветствие и что умеет деск
    .usage = /start
command-help = Все команды или одна подробно
    .usage = /help [команда]
command-status = Деск одним взглядом
    .usage = /status
command-scan = Лучшие сетапы по всем или некоторым символам
    .usage = /scan [символы] [таймфрейм]
command-signals = Открытые предложения
    .usage = /signals
command-positions = Открытые позиции с прибылью и убытком
    .usage = /positions
command-trade = Одна сделка с графиком
    .usage = /trade ID
command-risk = Лимиты: сколько занято и осталось
    .usage = /risk
command-chart = График с тем, что видит деск
    .usage = /chart СИМВОЛ [таймфрейм]
command-levels = Что выше и ниже цены и как далеко
    .usage = /levels СИМВОЛ [таймфрейм]
command-sessions = Kill zones: сейчас и дальше
    .usage = /sessions
command-close = Закрыть одну позицию или все
    .usage = /close ID или СИМВОЛ или all
command-pause = Какое-то время не брать новых сделок
    .usage = /pause [минуты] [причина]
command-resume = Снова брать сделки
    .usage = /resume
command-panic = Закрыть всё и остановиться
    .usage = /panic
command-settings = Каждая настройка: что это, что допустимо, кто менял
    .usage = /settings [путь]
command-set = Изменить настройку; сначала видно, что изменится
    .usage = /set ПУТЬ [значение]
command-export = Настройки в YAML
    .usage = /export
command-import = Загрузить настройки из YAML
    .usage = /import
command-orders = Живые заявки на бирже
    .usage = /orders
command-trades = Последние сделки и чем они кончились
    .usage = /trades
command-balance = Баланс, капитал и открытый результат
    .usage = /balance
command-health = Работает ли каждая часть деска
    .usage = /health
command-logs = Последние предупреждения и ошибки
    .usage = /logs
command-undo = Вернуть своё последнее изменение настроек
    .usage = /undo
command-language = Язык этого чата
    .usage = /language [язык]
command-timezone = Часовой пояс этого чата
    .usage = /timezone [зона]
command-notify = О чём сообщать в этот чат и как громко
    .usage = /notify [событие] [on|silent|off]
command-filter = Какие сделки приходят в этот чат
    .usage = /filter [symbols|strategies|grade] [values|all]
command-mute = Без звука на время или каждую ночь
    .usage = /mute [minutes|22:00-07:00|off]
command-verbosity = Полные карточки или краткие
    .usage = /verbosity [short|full]
command-roles = Кто может пользоваться деском
    .usage = /roles [человек]
command-invite = Пригласить одноразовой ссылкой
    .usage = /invite [viewer|trader|admin]
command-audit = Кто что сделал и цела ли запись
    .usage = /audit [page|verify]
command-version = Какая версия работает
    .usage = /version
command-whoami = Каким вас знает деск
    .usage = /whoami

start-title = Killzone
start-text = Деск следит за рынком, ищет сетапы ICT и приносит каждый сюда графиком с кнопками. Без одобрения не торгуется ничего.
start-hint = Все команды: /help
help-title = Команды
help-group-look = Смотреть
help-group-act = Действовать
help-group-configure = Настраивать
help-aliases = Также: { $aliases }
help-role = Нужна роль «{ $role }».

unknown-command = Команды { $text } нет.
unknown-command-near = Возможно, одна из этих?
unknown-command-hint = Все команды: /help
unknown-symbol = Символа { $text } на этом деске нет.
unknown-symbol-near = Ближайшие:
unknown-trade = Сделки { $text } нет.
unknown-timeframe = { $text } — не таймфрейм. Есть: { $known }.
several-symbols = { $text } подходит к нескольким символам:
bad-minutes = Минуты — целое число от 1 до { $max }; получено { $text }.
too-many-words = Команда столько не принимает: { $text }
usage = Как писать: { $usage }
pick-symbol = Какой символ?
pick-symbol-more = Ещё { $count }: напишите имя после команды.
pick-trade = Какая сделка?
pick-trade-none = Выбирать не из чего.
pick-close = Что закрыть?
forbidden = Для /{ $command } нужна роль «{ $needed }»; ваша роль — { $role }.
plain-text = Это не команда. Всё на деске начинается с косой черты или кнопки.
plain-text-near = Возможно, одно из этого:

## Look

status-title = Деск · { $mode }
status-running = Новые сделки принимаются
status-paused = На паузе с { TIME($since) }, поставил { $name }
status-paused-until = На паузе до { MOMENT($until) }, поставил { $name }
status-paused-reason = Причина: { $reason }
status-market = Рынок
status-symbols = Символы
status-symbols-more = { $shown } и ещё { $count }
status-last-candle = Последняя свеча
status-last-candle-ago = { TIME($at) }, { DURATION($ago) } назад
status-last-candle-none = пока нет
status-balance = Баланс
status-equity = Капитал
status-proposals = Открытых предложений
status-in-trades = В сделках
status-unknown = Не подтверждено
status-closed = Закрыто
status-up-since = Работает
signals-title = Открытые предложения
signals-none = Открытых предложений нет.
positions-title = Открытые позиции
positions-none = Открытых позиций нет.
positions-open-total = Открытый результат: { PROFIT($pnl) }
column-number = #
column-symbol = Символ
column-side = Сторона
column-quantity = Объём
column-entry = Вход
column-price = Цена
column-stop = Стоп
column-result = P&L
column-r = R
column-score = Оценка
column-setup = Сетап
column-timeframe = ТФ
column-expires = Истекает
column-state = Статус
column-order = Заявка
column-when = Когда
column-limit = Лимит
column-used = Занято
column-allowed = Можно
column-left = Осталось
column-level = Уровень
column-away = До него
no-value = –
scan-title = Сканирование
scan-none = Сейчас сетапов нет.
scan-summary = { $scanned ->
    [one] { $scanned } символ
    [few] { $scanned } символа
   *[many] { $scanned } символов
} за { DURATION($elapsed) }
scan-more = { $count ->
    [one] Ещё { $count } сетап с меньшей оценкой
    [few] Ещё { $count } сетапа с меньшей оценкой
   *[many] Ещё { $count } сетапов с меньшей оценкой
}
scan-failed = Не удалось просканировать: { $symbols }
risk-title = Риск
risk-balance = Баланс
risk-resets = Дневные счётчики начнутся заново через { DURATION($left) }, { MOMENT($at) }
sessions-title = Kill zones
sessions-now = Сейчас { TIME($now) }, Нью-Йорк { $newYork }
sessions-open = Открыты
sessions-next = Следующие
sessions-none = Открытых окон нет.
sessions-open-row = до { TIME($at) } · Нью-Йорк { $newYork } · осталось { DURATION($left) }
sessions-next-row = { TIME($at) } · Нью-Йорк { $newYork } · через { DURATION($left) }
chart-title = { $symbol } { $timeframe }
chart-none = Свечей { $symbol } { $timeframe } пока нет.
levels-title = Уровни · { $symbol } { $timeframe }
levels-known = По свече, закрывшейся { MOMENT($at) }
levels-now = цена сейчас
levels-now-in-range = { $place ->
    [premium] в premium
    [discount] в discount
   *[equilibrium] на equilibrium
}, { NUMBER($percent, maximumFractionDigits: 0) }% диапазона
levels-at = внутри
levels-away = { $percent } · { NUMBER($atr, minimumFractionDigits: 1, maximumFractionDigits: 1) } ATR
level-zone = { $bias ->
    [bullish] Бычий
   *[bearish] Медвежий
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
level-session = { $side ->
    [high] Хай
   *[low] Лой
} { $window }
level-edge = { $source ->
    [equal] { $side ->
        [high] Равные хаи
       *[low] Равные лои
    }
    [swing] { $side ->
        [high] Swing high
       *[low] Swing low
    }
    [previous-day] { $side ->
        [high] Хай прошлого дня
       *[low] Лой прошлого дня
    }
    [previous-week] { $side ->
        [high] Хай прошлой недели
       *[low] Лой прошлой недели
    }
    [previous-month] { $side ->
        [high] Хай прошлого месяца
       *[low] Лой прошлого месяца
    }
   *[other] { $source } { $side }
}
level-dealing-range = { $part ->
    [high] Хай диапазона
    [low] Лой диапазона
    [equilibrium] Equilibrium
   *[optimal-trade-entry] { $direction ->
        [long] OTE long
       *[short] OTE short
    }
}
whoami-title = Вы
whoami-name = Имя
whoami-id = Id
whoami-role = Роль
whoami-chat = Чат
whoami-language = Язык
whoami-zone = Часовой пояс

## Act

close-all-title = Закрыть все позиции?
close-all-none = Открытых позиций нет.
close-all-text = { $count ->
    [one] { $count } позиция будет закрыта по рынку.
    [few] { $count } позиции будут закрыты по рынку.
   *[many] { $count } позиций будут закрыты по рынку.
}
close-all-done-title = Закрыть всё
panic-title = Закрыть всё и остановить?
panic-text = Все входы отменяются, все позиции закрываются по рынку, новых сделок не будет, пока кто-нибудь не отправит /resume.
panic-done-title = Паника
confirm-hint = Кнопка работает { DURATION($ttl) }. Без нажатия ничего не произойдёт.
pause-title = Пауза
pause-forever = Новых сделок нет, пока кто-нибудь не продолжит. Открытые позиции ведутся как прежде.
pause-until = Новых сделок нет до { MOMENT($until) }. Открытые позиции ведутся как прежде.
resume-title = Работает
resume-done = Новые сделки снова принимаются.
resume-not-paused = Деск не стоял на паузе.

## Settings

settings-title = Настройки
settings-section = Настройки · { $path }
settings-marked = • отличается от значения по умолчанию.
settings-now = Сейчас
settings-default = По умолчанию
settings-range = Допустимо
settings-on = вкл.
settings-off = выкл.
settings-structure = список в виде JSON
settings-preview = Изменить настройки?
settings-unchanged = Ничего не изменилось бы.
settings-dangerous = ⚠ Это ослабляет лимиты, которые защищают счёт: { $paths }
settings-takes-effect = Действует сразу, без перезапуска. Уже одобренное остаётся как есть.
settings-changed = Настройки изменены
settings-refused = Нельзя: { $path }
settings-everything = все настройки
settings-nothing-changed = Ничего не изменено.
settings-allowed = Допустимо: { $range }
settings-unknown = Настройки { $path } нет.
settings-type-value = Введите новое значение.
settings-history-title = Изменения настроек
settings-history-none = Пока ничего не меняли.
settings-history-row = { $version } · { $name } · { MOMENT($at) }
prompt-ends = Деск ждёт { DURATION($ttl) }; команда прекращает ожидание.
code-title = Одноразовый код
code-ask = Отправьте шесть цифр из приложения-аутентификатора.
code-not-private = Здесь нужен одноразовый код. Сделайте это в личном чате с деском: тут код могут прочитать другие.
code-wrong = Код неверный или уже использован. Попробуйте следующий.
code-locked = Коды больше не принимаются: было слишком много неверных.
export-title = Настройки, версия { $version }
export-none = Всё по умолчанию.
export-hint = Только то, что отличается от значений по умолчанию. /import загрузит это обратно.
import-title = Загрузка настроек
import-ask = Вставьте настройки в YAML, как их показывает /export. Неназванное вернётся к значению по умолчанию. Изменения видны до применения.

undo-title = Вернуть
undo-none = Вы не меняли настроек. То, что произошло со сделкой, не вернуть: закройте её или переставьте стоп.

## People

roles-title = Люди
roles-owner = { $role }, владелец
roles-owner-fixed = Назван в конфигурации: изменить можно только там.
roles-gone = Такого человека уже нет, или он назван в конфигурации.
roles-revoked = У { $name } больше нет доступа к деску.
roles-set = { $name }: теперь { $role }.
invite-title = Приглашение
invite-which = С какой ролью?
invite-made = Кто откроет эту ссылку, попросится с ролью «{ $role }». Администратор ещё должен согласиться.
invite-ends = Работает один раз, в течение { DURATION($ttl) }.
newcomer-title = Доступ
newcomer-waits = { $name } ({ $id }) просится с ролью «{ $role }».
newcomer-invited = Пригласил { $name }.
newcomer-asked = Администратора спросили. Деск сообщит, когда можно войти.
newcomer-no-invitation = Это приглашение использовано или устарело. Попросите новое.
newcomer-decided = Это уже кто-то решил.
newcomer-admitted = { $name } теперь на деске, роль «{ $role }».
newcomer-refused = { $name } остаётся снаружи.
newcomer-refused-you = Администратор отказал.
newcomer-welcome = Вы на деске, ваша роль — { $role }. Все команды: /help; /start в этом чате приводит сюда сигналы.
language-title = Язык
language-now = Язык этого чата: { $name }.
language-set = Теперь язык этого чата: { $name }.
timezone-title = Часовой пояс
timezone-now = { $zone }: сейчас { MOMENT($now) }.
timezone-unknown = Часового пояса { $zone } нет.
timezone-hint = Напишите город после команды, например /timezone Europe/Madrid.
mute-title = Тишина
mute-none = Сообщения звучат в любое время.
mute-until = Без звука до { MOMENT($until) }.
mute-daily = Каждый день без звука с { $from } до { $to }.
mute-hint = Минуты, время суток, например 22:00-07:00, или off. Предупреждения звучат всё равно.
notify-title = Уведомления
notify-hint = Предупреждения могут быть без звука, но приходят всегда.
event-signals = Сетапы
event-denied = Отклонённые сетапы
event-trades = Сделки
event-sessions = Сессии
event-desk = Деск
event-warnings = Предупреждения
loudness-on = со звуком
loudness-silent = без звука
loudness-off = выкл.
filter-title = Что приходит в этот чат
filter-all = всё
filter-symbols = Символы
filter-strategies = Стратегии
filter-grade = Класс
filter-grade-from = { $grade } и лучше
filter-hint = /filter symbols BTC ETH оставляет только их. Карточки, которые уже здесь, обновляются и дальше.
verbosity-title = Карточки
verbosity-short = Краткие: без оценки и причин.
verbosity-full = Полные: с оценкой и причинами.

## The desk itself

audit-title = Журнал
audit-none = Пока ничего не записано.
audit-row = { $number } · { $kind } · { $name } · { $when }
audit-command = команда
audit-tap = нажатие
audit-settings = настройка
audit-trade = сделка
audit-whole = Журнал цел: записей { $number }, ни одна не изменена и не пропала.
audit-broken = ⚠ Журнал нарушен на записи { $number }: { $reason ->
    [entry-missing] записи не хватает
    [entry-changed] запись изменена
    [end-cut] конец отрезан
    [anchor-differs] это не тот журнал, что был
   *[trade-changed] сделка расходится с записанным о ней
}.
audit-anchor = Этот хеш — отпечаток всего журнала. Сохранённый в другом месте, он покажет, не переписан ли журнал целиком.
logs-title = Предупреждения и ошибки
logs-none = С момента запуска их нет.
logs-row = { $mark } { MOMENT($at) } { $said }
health-title = Состояние
health-well = Всё работает.
health-ill = ⚠ Что-то требует внимания.
health-ok = работает
health-store = Хранилище
health-orders = Заявки
health-unknown-orders = ⚠ { $count ->
    [one] не подтверждена { $count }
    [few] не подтверждены { $count }
   *[many] не подтверждено { $count }
}
health-warnings = Предупреждений с запуска
version-title = Версия
version-desk = Killzone
version-node = Node
version-settings = Настройки
orders-title = Заявки
orders-none = Живых заявок нет.
order-leg = { $leg ->
    [entry] вход
    [stop] стоп
    [target] цель
   *[exit] выход
}
order-status = { $status ->
    [intended] отправляется
    [working] стоит
   *[unknown] не подтверждена
}
trades-title = Сделки
trades-none = Сделок ещё не было.
balance-title = Баланс · { $mode }
balance-open = Открытый результат

## Notices (asked for by jobs)

notice-desk-started = Деск работает ({ $mode ->
    [live] РЕАЛЬНЫЙ СЧЁТ
   *[paper] бумажный счёт
}).
notice-session-opened = { window-name }: открыто до { TIME($closesAt) }.
notice-session-closed = { window-name }: закрыто.
notice-paused = Пауза, поставил { $name }.
notice-resumed = Работа продолжена, { $name }.
notice-panic = Паника, { $name }: всё закрывается, новые сделки остановлены.
notice-market-lost = Поток рынка { $market } потерян; деск переподключается.
notice-market-back = Поток рынка { $market } вернулся.
notice-order-unknown = ⚠ Биржа не подтвердила заявку по { $symbol }. Деск продолжает спрашивать и ничего не отправляет дважды.
notice-stray-fill = ⚠ Заявка по { $symbol } исполнилась, когда её сделка уже закончилась. Деск закрывает то, что открылось.
notice-foreign-order = ⚠ Заявка по { $symbol } не от этого деска. Деск её не трогает.
notice-position-differs = ⚠ На бирже { $exchange } по { $symbol }, деск знает о { $ledger }. Разницу деск не трогает.
notice-digest = Пока этот чат был недоступен, пропущено сообщений: { $count }. Как дела у деска — /status, что было — /audit.
notice-unprotected = ⚠ У позиции по { $symbol } нет подтверждённого стопа.

## Telegram

telegram-private = Это закрытый деск. Ваш id в Telegram: { $id }. Владелец может добавить его в список.
telegram-subscribed = Теперь сигналы и оповещения приходят в этот чат.
telegram-refused-tap = Деск вас не знает.

## The page of the web chat

web-title = Killzone
web-conversation = Разговор с деском
web-compose = Сообщение деску
web-compose-hint = Введите команду; / покажет все
web-send = Отправить
web-commands = Команды
web-shortcuts = Быстрые команды
web-today = Сегодня
web-yesterday = Вчера
web-edited = изменено в { $time }
web-earlier = Более ранние сообщения
web-new-messages = Новых: { $count }
web-to-end = К последнему сообщению
web-busy = Деск работает над ответом
web-chart = График: { $title }
web-enlarge = Увеличить график
web-close = Закрыть
web-ok = ОК
web-connecting = Подключение
web-connected = На связи
web-reconnecting = Переподключение
web-connection-lost = Связь оборвалась до ответа деска. Посмотрите на карточку, прежде чем нажимать снова.
web-card-changed = Карточка изменилась: { $title }
web-sending = отправляется
web-not-sent = Не отправлено
web-send-again = Отправить снова
web-malformed = Деск не понял это сообщение.
web-too-fast = Слишком быстро. Подождите немного.
web-failed = Деск не смог ответить. Посмотрите /status, прежде чем повторять.
web-sign-in = Войти
web-sign-in-hint = Откройте ссылку, которую деск вывел при запуске, или вставьте её сюда. Каждая ссылка работает один раз.
web-sign-in-secret = Ссылка или пароль
web-sign-in-refused = Эта ссылка использована или устарела. При каждом запуске деск выводит новую.
web-sign-in-too-many = Слишком много попыток. Подождите минуту.
web-sign-in-failed = Деск не отвечает. Он запущен?
web-sign-out = Выйти
web-signed-out = Вы вышли.
web-welcome = Пока ничего нет. Сетапы приходят сами; /help покажет, о чём можно спросить.
