## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [manual] вручную
    [order-block-touch] касание order block
    [sweep-reversal] разворот после снятия
    [silver-bullet] silver bullet
    [breaker-retest] ретест breaker
    [structure-continuation] продолжение структуры
    [continuation] послеобеденное продолжение
    [reversal] послеобеденный разворот
    [judas-swing] Judas swing
    [smt-divergence] SMT-дивергенция
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
    [higher-timeframe-bias] Bias
    [premium-discount] Зона
    [sweep] Снятие
    [displacement] Displacement
    [gap-in-block] Гэп в блоке
    [target-distance] Цель
    [relative-volume] Объём
   *[other] { $name }
}

overlay-name = { $name ->
    [structure] Структура
    [gaps] Гэпы
    [blocks] Блоки
    [liquidity] Ликвидность
    [ranges] Диапазоны
    [sessions] Сессии
   *[other] { $name }
}
no-session = Вне сессий

limit-name = { $name ->
    [risk-per-trade] Риск на сделку
    [position-size] Макс. позиция
    [daily-loss] Убыток за день
    [trades-per-day] Сделок за день
    [open-positions] Открытых позиций
    [open-risk] Открытый риск
    [drawdown] Ниже максимума баланса
   *[other] { $name }
}

state-proposed = предложена
state-approved = одобрена
state-submitting = отправляется
state-working = ордер на вход стоит
state-partially-filled = исполнена частично
state-open = открыта
state-closing = закрывается
state-closed = закрыта
state-skipped = пропущена
state-expired = истекла
state-denied = отклонена по риску
state-rejected = отклонена биржей
state-unknown = не подтверждена

role-viewer = наблюдатель
role-trader = трейдер
role-admin = администратор

mode-paper = демо-счёт
mode-live = РЕАЛЬНЫЙ СЧЁТ

## Why a setup is one (asked for by strategies)

reason-order-block-touch = Цена вернулась к свежему order block от { PRICE($bottom) } до { PRICE($top) } на { $timeframe }
reason-bias = Структура { bias-name }
reason-kill-zone = Внутри kill zone { window-name }
reason-structure-break = На этом блоке сломалась структура
reason-rejection = Свеча снова закрылась вне блока, на { PRICE($close) }
reason-no-kill-zone = Вне kill zone

# Reasons of trades from before every setup had the same score.
reason-gap-overlap = С ним перекрывается FVG от { PRICE($bottom) } до { PRICE($top) } ({ PERCENT($percent) } цены)
reason-no-order-block-touch = Касания order block не было
reason-no-gap-overlap = Ни один FVG не перекрывает блок
reason-no-structure-break = Блок не сломал структуру
reason-no-rejection = Свеча закрылась внутри блока

bias-name = { $bias ->
    [bullish] бычья
    [bearish] медвежья
   *[other] не определена
}
pool-name = { $source ->
    [previous-day] { " " }прошлого дня
    [previous-week] { " " }прошлой недели
    [previous-month] { " " }прошлого месяца
    [equal] { "" }
    [session] { " " }{ window-name }
   *[other] { " " }свинга
}
side-name = { $side ->
    [high] { $source ->
        [equal] равные хаи
       *[other] хай
    }
   *[low] { $source ->
        [equal] равные лои
       *[other] лой
    }
}

reason-sweep = Цена сняла { side-name }{ pool-name } на { PRICE($level) } и закрылась обратно
reason-structure-shift = Структура теперь { bias-name }: слом { PRICE($level) } с displacement
reason-change-of-character = Структура теперь { bias-name }: слом { PRICE($level) }
reason-break-of-structure = Пробит { PRICE($level) }, структура { bias-name }, как и прежде
reason-change-in-delivery = Доставка цены теперь { bias-name }: закрытие на { PRICE($close) }
reason-entry-gap = Вход в FVG от { PRICE($bottom) } до { PRICE($top) }
reason-entry-block = Вход в order block от { PRICE($bottom) } до { PRICE($top) }
reason-window = Внутри окна { window-name }
reason-breaker-retest = Цена вернулась к breaker от { PRICE($bottom) } до { PRICE($top) }, и он устоял
reason-mitigation-retest = Цена вернулась к mitigation block от { PRICE($bottom) } до { PRICE($top) }, и он устоял
reason-judas-swing = Ложное утреннее движение до { PRICE($level) }, затем { bias-name } волна через открытие
reason-smt-divergence = Второй рынок не подтвердил { PRICE($level) }: { bias-name } дивергенция
reason-higher-bias = Структура на { $timeframe } { bias-name } со слома { PRICE($level) }
reason-wide-bias = Структура крупных свингов на { $timeframe } { bias-name } со слома { PRICE($level) }
reason-no-higher-bias = Структура старше { $timeframe } ещё не выбрала направление
reason-dealing-place = Вход { PRICE($entry) } { $place ->
    [discount] в discount
    [premium] в premium
   *[other] на equilibrium
}: { PERCENT($position) } диапазона от { PRICE($bottom) } до { PRICE($top) }
reason-outside-dealing-range = Вход { PRICE($entry) } { $place ->
    [discount] в discount, ниже
   *[premium] в premium, выше
} диапазона от { PRICE($bottom) } до { PRICE($top) } на { PERCENT($distance) } его высоты
reason-no-dealing-range = Dealing range ещё нет
reason-no-sweep = За { $candles ->
    [one] последнюю { $candles } свечу
    [few] последние { $candles } свечи
   *[many] последние { $candles } свечей
} ликвидность не снимали
reason-displacement = Displacement от { PRICE($from) } до { PRICE($to) }
reason-no-displacement = В эту сторону displacement не было
reason-gap-in-block = FVG и order block накладываются от { PRICE($bottom) } до { PRICE($top) }
reason-no-gap-in-block = У входа нет незакрытого FVG внутри order block
reason-target = Последняя цель { PRICE($price) } даёт { R($r) }
reason-volume = Объём { $times }× от обычного
reason-no-volume = Обычный объём неизвестен
reason-manual = Предложение от { $name }

## What each setup is (asked for by /help)

strategy-about-order-block-touch = Цена впервые возвращается к order block и не закрывается за ним. Торгую в сторону блока: стоп за ним, цель фиксированная.
strategy-about-sweep-reversal = Модель 2022 года. Цена снимает ликвидность под лоем и снова закрывается выше него; затем структура разворачивается вверх с displacement. Жду возврата в гэп, который оставил разворот, или в блок, из которого он вышел, — в дешёвой половине хода. Идея неверна ниже снятого лоя, прибыль беру на ликвидности сверху. Шорты — зеркально.
strategy-about-silver-bullet = Три часа в день по времени Нью-Йорка: 03–04, 10–11 и 14–15. В каждом ищу одно: первый FVG, который цена оставляет по пути к пулу ликвидности. Жду у края гэпа; идея неверна за тремя свечами, которые его создали; прибыль беру на пуле. Если входа не было до конца часа, сетап отменяется.
strategy-about-breaker-retest = В order block, который снял ликвидность и затем не устоял, остались пойманные трейдеры. Когда цена впервые возвращается к нему с другой стороны и снова закрывается в стороне от него, торгую в сторону слома. Идея неверна за блоком и за тенью, которая его протестировала; прибыль беру на ближайшей ликвидности.
strategy-about-structure-continuation = Старший таймфрейм смотрит вверх, и цена пробивает хай младшего в ту же сторону. За пробоем не гонюсь: жду у гэпа, который оставил ход пробоя и который ещё никто не закрыл. Идея неверна ниже лоя, из которого вышел ход, прибыль беру на ликвидности сверху. Шорты — зеркально.
strategy-about-continuation = С 15:00 до 15:15 по Нью-Йорку: у дня есть направление, и цена берёт передышку. Когда она возвращается к открытому гэпу или действующему order block в эту сторону и свеча снова закрывается в стороне от него, иду вместе с днём. Идея неверна за зоной; если входа не было до конца сессии, сетап отменяется.
strategy-about-reversal = С 15:30 до 15:50 по Нью-Йорку: перед закрытием цена снимает ещё один пул и не удерживается. Если и снятие, и разворот после него случились внутри окна, торгую обратный ход. Идея неверна за снятием, прибыль беру на ликвидности с другой стороны.
strategy-about-judas-swing = Первое движение утра часто ложное: цена уходит за midnight open, снимает Asian range или прошлый день и возвращается через открытие с разворотом структуры или доставки цены. Торгую истинное направление. Идея неверна за снятием, прибыль беру на ликвидности с другой стороны.
strategy-about-smt-divergence = Два рынка, которые ходят вместе, расходятся: один делает лой ниже, другой нет. Жду, пока цена и здесь развернётся вверх, и торгую в ту же сторону. Идея неверна ниже лоя дивергенции, прибыль беру на ликвидности сверху. Шорты — зеркально. Нужен второй рынок.

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = Оценка { $score } из 100, класс { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = Вход
trade-entry-market = { PRICE($price) } по рынку
trade-entry-limit = { PRICE($price) } лимитом
trade-entry-filled = { PRICE($price) }, план { PRICE($planned) }
trade-entry-as-planned = { PRICE($price) }, как в плане
trade-stop = Стоп
trade-stop-distance = { PRICE($price) } ({ $distance })
trade-trailing = Трейлинг
trade-target = Цель
trade-target-number = Цель { $number }
trade-target-distance = { PRICE($price) } ({ R($r) })
trade-size = Размер
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-size-held = { PRICE($held) } из { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = Риск
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-capped = Размер ограничен наибольшей допустимой позицией, { PERCENT($percent) } баланса
trade-expires = Истекает { MOMENT($at) }
trade-ends-early = Отменится раньше: { $facts }
ends-on-gap-filled = гэп от { PRICE($bottom) } до { PRICE($top) } закрыт
ends-on-block-invalidated = закрытие сквозь блок от { PRICE($bottom) } до { PRICE($top) }
ends-on-swing-broken = закрытие за { PRICE($level) }
ends-on-kill-zone-over = конец { window-name } в { TIME($at) }
trade-id = Сделка { $id }
trade-live = РЕАЛЬНЫЙ СЧЁТ: настоящие деньги
trade-line = { $direction } { $symbol }: { $state }

life-approved = Одобрена в { TIME($at) } ({ $name }), { $size }
life-approved-rule = Одобрена правилом { $rule } (включено: { $name }) в { TIME($at) }, { $size }
life-endorsed = Одобрений { NUMBER($count) } из { NUMBER($needed) }: { $names }
life-endorsed-before = Раньше одобрили: { $names }
life-repriced = Пересчитана в { TIME($at) } ({ $name })
life-replanned = План изменён в { TIME($at) } ({ $name }): { $change ->
    [stop] стоп
    [targets] цели
   *[entry] вход
}
life-approved-waiting = Вход ещё не отправлен
life-submitting = Вход отправляется, биржа ещё не ответила
life-working = Ордер на вход стоит на бирже, исполнений нет
life-partially-filled = Исполнено { PRICE($filled) } из { PRICE($quantity) } по { PRICE($price) }
life-open = Исполнено { PRICE($filled) } по { PRICE($price) }
life-left = Выход { PRICE($quantity) } по { PRICE($price) }
life-entry-cancelled = Остаток входа отменён ({ $name })
life-reduced = Уже закрыто { PRICE($quantity) }
life-targets-moved = Цели переставлены ({ $name })
life-stop-moved = Стоп переставлен на { PRICE($price) } ({ $why })
life-stop-moved-by = Стоп переставлен на { PRICE($price) } ({ $name })
life-trailing-on = Трейлинг-стоп включён ({ $name })
life-trailing-off = Трейлинг-стоп выключен ({ $name })
life-protected = Стоп выставлен на бирже: { PRICE($stop) }
life-unprotected = ⚠ Стоп ещё не подтверждён биржей
life-unknown = ⚠ Биржа не подтвердила ордер. Деск продолжает спрашивать и ничего не отправляет дважды
life-closing = Закрывается ({ $reason })
life-closing-by = Закрывается ({ $reason }, { $name })
life-closed = Закрыта: { $reason }
life-closed-result = Итог { R($r) } при плане { R($planned) } · { PROFIT($pnl) } { $quote } после комиссий
life-given-up = От входа отказались: { $why }
life-closed-unfilled = Ничего не исполнилось
life-price = Цена { PRICE($price) }
life-open-result = Плавающий результат { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = Пропущена
life-skipped-by = Пропущена ({ $name })
life-skipped-why = { $line }: { skip-reason }
life-expired = Истекла
life-denied = Отклонена по риску
life-rejected = Ордер не выставлен
life-ended = { $state }: { $why }
life-ended-by = { $state } ({ $name }): { $why }

stop-reason-break-even = безубыток
stop-reason-trailing = трейлинг
stop-reason-manual = вручную

close-reason-stop = стоп-лосс
close-reason-target = цель достигнута
close-reason-manual = вручную
close-reason-panic = паника
close-reason-time = стоп по времени
close-reason-session-end = конец сессии
close-reason-entry-cancelled = вход отменён

expired-time = никто не одобрил вовремя
expired-superseded = её место занял более новый сетап
expired-price-left = цена ушла от входа
expired-target-reached = цена дошла до цели { PRICE($price) } раньше входа
expired-stop-reached = цена дошла до стопа { PRICE($price) } раньше входа
expired-gap-filled = гэп от { PRICE($bottom) } до { PRICE($top) } закрыт
expired-block-invalidated = свеча закрылась сквозь блок от { PRICE($bottom) } до { PRICE($top) }
expired-swing-broken = свеча закрылась за свингом { PRICE($level) }
expired-kill-zone-over = окно { window-name } закончилось
expired-restart = деск не работал, когда вышел срок

rejected =
    { $code ->
        [never-arrived] до биржи он не дошёл
       *[other] биржа его отклонила ({ $code })
    }

## What risk says

denied-risk-per-trade = Риск этой сделки выше лимита
    .measured = Риск этой сделки был бы { PERCENT($actual) }; лимит { PERCENT($limit) }
denied-position-size = Позиция больше допустимой
    .measured = Позиция составила бы { PERCENT($actual) } баланса; лимит { PERCENT($limit) }
denied-size-below-minimum = Размер меньше минимума биржи
    .measured = Размер был бы { PRICE($actual) }; биржа принимает не меньше { PRICE($limit) }
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
denied-short-impossible = Это спотовый рынок: шорт здесь невозможен
denied-not-traded = Деск не торгует этим символом: его нет среди символов в конфигурации
denied-price-moved = Цена ушла слишком далеко с момента сетапа
    .measured = Цена прошла { NUMBER($actual, maximumFractionDigits: 2) }R с момента сетапа; лимит { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = Последняя известная цена слишком старая
    .measured = Последней цене { NUMBER($actual, maximumFractionDigits: 0) } с; лимит { NUMBER($limit, maximumFractionDigits: 0) } с
denied-paused = Деск на паузе; продолжить: /resume
denied-kill-switch = Деск остановлен командой /panic; продолжить: /resume
denied-expired = Сетап истёк
denied-cool-down = Пауза после серии убытков
    .measured = Убытков подряд: { $actual }; пауза — после { $limit }
denied-drawdown = Баланс был слишком далеко от своего максимума; продолжить: /resume
    .measured = Баланс был на { PERCENT($actual) } ниже максимума; лимит { PERCENT($limit) }. Продолжить: /resume
denied-session-trades = В этой сессии сделок не осталось
    .measured = Сделок в этой сессии: { $actual }; лимит { $limit }
denied-group-risk = Риск по связанным символам был бы слишком велик
    .measured = Риск по связанным символам был бы { PERCENT($actual) }; лимит { PERCENT($limit) }
denied-volatility = Рынок слишком волатилен
    .measured = Средняя свеча — { PERCENT($actual) } от цены; лимит { PERCENT($limit) }
denied-spread = Спред слишком широкий
    .measured = Спред — { PERCENT($actual) } от цены; лимит { PERCENT($limit) }
denied-order-notional = Ордер больше допустимого
    .measured = Ордер был бы на { NUMBER($actual, maximumFractionDigits: 2) }; лимит { NUMBER($limit, maximumFractionDigits: 2) }
denied-daily-notional = Сумма ордеров за день больше допустимой
    .measured = Ордеров за день было бы на { NUMBER($actual, maximumFractionDigits: 2) }; лимит { NUMBER($limit, maximumFractionDigits: 2) }
denied-order-rate = Слишком много ордеров за минуту
    .measured = Ордеров за минуту: { $actual }; лимит { $limit }
denied-leverage = Плечо было бы слишком велико
    .measured = Плечо было бы { NUMBER($actual, maximumFractionDigits: 2) }; лимит { NUMBER($limit, maximumFractionDigits: 2) }
denied-live-locked = Реальная торговля заблокирована: администратор должен отправить /live КОД в личном чате
denied-liquidation = Ликвидация была бы слишком близко к стопу
    .measured = До ликвидации было бы { NUMBER($actual, maximumFractionDigits: 2) }× расстояния до стопа; нужно { NUMBER($limit, maximumFractionDigits: 2) }×
denied-margin = Позициям понадобилось бы слишком много маржи
    .measured = Под маржу позиций понадобилось бы { PERCENT($actual) } баланса; лимит { PERCENT($limit) }
denied-until = { $text }. До { MOMENT($until) }
denied-second-person = Вход такого размера должны одобрить несколько человек, каждый по разу
    .measured = Для входа такого размера нужно одобрений от разных людей: { NUMBER($limit) }; пока { NUMBER($actual) }
denied-trader-risk = Сделку с таким риском одобряет администратор
    .measured = Риск был бы { PERCENT($actual) }; трейдеры одобряют до { PERCENT($limit) }, выше — только администратор
denied-target-reached = Цена уже прошла цель
    .measured = Цель { PRICE($limit) } уже пройдена; цена { PRICE($actual) }

## Buttons

button-approve = Одобрить { $size }
button-size = { $size }
button-size-risk = { $size } · { MONEY($money) } { $quote }
button-other-size = Другой размер
button-skip = Пропустить
button-custom = Свой
button-why = Почему
button-entry-type = { $type ->
    [limit] Лимит
   *[market] По рынку
}
button-stop = Остановить
button-close = Закрыть
button-close-number = Закрыть { $number }
button-scan = Сканировать
button-cancel-entry = Отменить вход
button-close-all = Закрыть все { $count }
button-close-all-confirm = { $count ->
    [one] Да, закрыть { $count } позицию
    [few] Да, закрыть { $count } позиции
   *[many] Да, закрыть { $count } позиций
}
button-reprice = Пересчитать
button-rule-on = Включить { $rule }
button-rule-off = Выключить { $rule }
button-break-even = Безубыток
button-move-stop = Переставить стоп
button-trail = Трейлинг
button-trail-by = { $by ->
    [structure] Структура
    [percent] { NUMBER($distance) } %
   *[atr] { NUMBER($distance) } ATR
}
button-trail-off = Выключить трейлинг
button-targets = Цели
button-reduce = Сократить на { NUMBER($percent) } %
button-stop-at = Стоп { R($r) }
button-stop-confirm = Да, стоп на { PRICE($stop) }
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
button-admit = Дать доступ: { $name }
button-refuse = Нет
button-verify = Проверить
button-short = Краткие карточки
button-keyboard-on = Показать
button-keyboard-off = Скрыть
button-full = Полные карточки
button-all-strategies = Все стратегии
button-all-symbols = Все символы
button-settings = Настройки
button-settings-history = Изменения
button-apply = Применить
button-cancel = Отмена
button-undo = Отменить
button-undo-number = Отменить { $version }
button-back = Назад
button-type-value = Ввести значение
button-switch-on = Включить
button-switch-off = Выключить
button-refresh = Обновить
button-resume = Продолжить
button-show = Показать { $id }
button-chart-beside = Рядом { $timeframe }
button-chart-single = Только один таймфрейм
button-overlay-hide = ✓ { overlay-name }
button-overlay-show = { overlay-name }
button-pnl = Прибыль и убыток
button-month = Месяц
button-stats = Статистика
button-next-page = Далее ▶
button-previous-page = ◀ Назад

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R
size-type = Какой размер? Введите 0.3R, 30%, количество, например 0.01BTC, или сумму, например $500: не больше предложенного.
size-refused = { $text } не подходит: размер должен быть не больше предложенного.
size-rounded = Ордер округляется вниз до целого лота.

## Answers to taps

tap-invalid = Эта кнопка больше не работает: она использована, истекла или из другого чата.
tap-forbidden = Нужна роль «{ $needed }»; ваша роль — { $role }.
tap-approved = Одобрено { $size }: { $direction } { $symbol }, { PRICE($quantity) }
tap-skipped = { $symbol }: пропущено
tap-skip-explained = { $symbol }: пропущено — { skip-reason }
skip-why = Почему? Достаточно одного нажатия; /vetoes покажет, сколько каждая причина сберегла или стоила.
skip-reason = { $reason ->
    [weak-setup] слабый сетап
    [against-bias] против bias
    [news] впереди новости
    [too-late] слишком поздно
    [enough-risk] риска уже достаточно
   *[other] другая причина
}
tap-closing = { $symbol }: закрывается
tap-entry-cancelled = { $symbol }: вход отменён
tap-endorsed = { $symbol }: одобрений { NUMBER($count) } из { NUMBER($needed) }. Должен одобрить ещё один человек.
tap-repriced = { $symbol }: новый план, вход { PRICE($entry) }. Его нужно одобрить заново.
tap-replanned = { $symbol }: план изменён и оценён заново. Ждёт одобрения.
tap-cancelling-entry = { $symbol }: вход отменяется
tap-stop-moved = { $symbol }: стоп переставляется на { PRICE($stop) }
tap-trail = { $symbol }: стоп следует за ценой: { $how }
tap-trail-off = { $symbol }: стоп больше не следует за ценой и остаётся на месте
tap-targets-moved = { $symbol }: цели переставляются на { $targets }
tap-reducing = { $symbol }: закрывается { NUMBER($percent) } %
tap-too-late = Поздно: { $symbol } — { $state }
tap-not-found = Такой сделки нет.
tap-denied-title = Не одобрено: { $symbol }
tap-stop-refused-title = Стоп не перенесён: { $symbol }
tap-targets-refused-title = Цели не перенесены: { $symbol }
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
fault-lease-lost = Ордерами этого деска теперь управляет другой процесс.
fault-market-unavailable = Данные рынка сейчас недоступны.
fault-exchange-unavailable = Биржа сейчас не отвечает.
fault-exchange-key-refused = Биржа не принимает ключ деска.
fault-exchange-key-unsafe = Ключ биржи разрешает вывод средств; торговый ключ этого права иметь не должен.
fault-exchange-clock-off = Часы этого компьютера слишком расходятся с часами биржи.
fault-chat-rate-limited = Платформа чата просит деск писать реже.
fault-chat-unreachable = Платформа чата недоступна.
fault-chat-gone = Этого чата больше нет.
fault-chat-message-gone = Этого сообщения больше нет.
fault-chat-refused = Платформа чата отклонила сообщение.
fault-chart-font-missing = Нет шрифтов для графиков.
fault-chart-timed-out = График рисовался слишком долго.
fault-chart-pool-closed = Графики больше не рисуются: деск останавливается.
fault-judge-timed-out = Оценка свечей заняла слишком много времени.
fault-judge-pool-closed = Деск завершает работу.
fault-web-password-required = Веб-чату нужен пароль, чтобы работать с других компьютеров.
fault-web-port-taken = Порт веб-чата занят.
fault-paper-account-invalid = Ошибка в настройках демо-счёта.
fault-trade-transition-impossible = В этом состоянии сделки это невозможно.

## Commands

command-start = Приветствие и что умеет деск
    .usage = /start
command-help = Все команды или одна подробно
    .usage = /help [команда]
command-status = Деск с одного взгляда
    .usage = /status
command-scan = Сетапы по убыванию оценки, по всем или некоторым символам
    .usage = /scan [символы или список] [таймфрейм]
command-cancelscan = Остановить идущее сканирование
    .usage = /cancelscan ID
command-watchlist = Списки символов или содержимое одного
    .usage = /watchlist [имя]
command-signals = Открытые предложения
    .usage = /signals
command-positions = Открытые позиции с прибылью и убытком
    .usage = /positions
command-trade = Одна сделка с графиком
    .usage = /trade ID
command-why = Откуда взялось каждое число на карточке сделки
    .usage = /why ID
command-risk = Лимиты: сколько занято и осталось
    .usage = /risk
command-chart = График с тем, что видит деск, на одном таймфрейме или двух
    .usage = /chart СИМВОЛ [таймфрейм] [таймфрейм] [structure gaps blocks liquidity ranges sessions или none]
command-pnl = Результат по дням, неделям или месяцам и кривая эквити
    .usage = /pnl [day, week или month] [сколько]
command-month = Прибыль и убыток за месяц по дням
    .usage = /month [1 — этот месяц, 2 — прошлый]
command-stats = Винрейт, матожидание, просадка; по стратегиям, символам, сессиям, часам, выходам
    .usage = /stats [strategy, symbol, session, hour или exit]
command-levels = Что выше и ниже цены и как далеко
    .usage = /levels СИМВОЛ [таймфрейм]
command-sessions = Kill zones: сейчас и дальше
    .usage = /sessions
command-vetoes = Сетапы, которые не торговали, и что с ними стало
    .usage = /vetoes
command-replay = Проиграть прошедший день в чате: его сетапы и чем они кончились
    .usage = /replay ГГГГ-ММ-ДД [символ]
command-stopreplay = Остановить идущий повтор
    .usage = /stopreplay ID
command-close = Закрыть одну позицию или все
    .usage = /close ID или СИМВОЛ или all
command-long = Предложить свой лонг
    .usage = /long СИМВОЛ [0.5%, 0.1BTC или $500] [вход] sl ЦЕНА tp ЦЕНА ...
command-short = Предложить свой шорт
    .usage = /short СИМВОЛ [0.5%, 0.1BTC или $500] [вход] sl ЦЕНА tp ЦЕНА ...
command-size = Одобрить предложение со своим размером
    .usage = /size ID [0.3R, 30%, 0.01BTC или $500]
command-sl = Переставить стоп позиции
    .usage = /sl ID или СИМВОЛ [цена, R, процент или be]
command-breakeven = Переставить стоп в безубыток
    .usage = /breakeven ID или СИМВОЛ
command-trail = Трейлинг-стоп для позиции
    .usage = /trail ID или СИМВОЛ [atr, structure, percent или off] [расстояние]
command-tp = Переставить цели позиции
    .usage = /tp ID или СИМВОЛ [цены]
command-reduce = Закрыть часть позиции
    .usage = /reduce ID или СИМВОЛ [процент]
command-cancel = Отменить неисполненный остаток входа
    .usage = /cancel ID или СИМВОЛ
command-pause = Какое-то время не открывать новых сделок
    .usage = /pause [минуты] [причина]
command-resume = Снова открывать сделки
    .usage = /resume
command-panic = Закрыть всё и остановиться
    .usage = /panic
command-rules = Правила, одобряющие без нажатия, и как их включить
    .usage = /rules [on или off] [имя]
command-live = Подтвердить реальную торговлю одноразовым кодом
    .usage = /live КОД
command-settings = Каждая настройка: что это, что допустимо, кто менял
    .usage = /settings [путь]
command-set = Изменить настройку; сначала видно, что изменится
    .usage = /set ПУТЬ [значение]
command-mode = Демо-счёт или реальный и как его сменить
    .usage = /mode [paper или live]
command-export = Настройки в YAML
    .usage = /export
command-import = Загрузить настройки из YAML
    .usage = /import
command-orders = Активные ордера на бирже
    .usage = /orders
command-trades = Последние сделки и чем они кончились
    .usage = /trades
command-balance = Баланс, эквити и плавающий результат
    .usage = /balance
command-health = Работает ли каждая часть деска
    .usage = /health
command-logs = Последние предупреждения и ошибки
    .usage = /logs
command-undo = Отменить своё последнее действие, если его можно отменить
    .usage = /undo
command-language = Язык этого чата
    .usage = /language [язык]
command-timezone = Часовой пояс этого чата
    .usage = /timezone [зона]
command-notify = О чём сообщать в этот чат и как громко
    .usage = /notify [событие] [on|silent|off]
command-filter = Какие сделки приходят в этот чат
    .usage = /filter [symbols|strategies|grade] [значения|all]
command-mute = Без звука на время или каждую ночь
    .usage = /mute [минуты|22:00-07:00|off]
command-verbosity = Полные карточки или краткие
    .usage = /verbosity [short|full]
command-keyboard = Клавиши под строкой ввода
    .usage = /keyboard [on|off]
command-roles = Кто может пользоваться деском
    .usage = /roles [человек]
command-invite = Пригласить одноразовой ссылкой
    .usage = /invite [viewer|trader|admin]
command-audit = Кто что сделал и цел ли журнал
    .usage = /audit [страница|verify]
command-version = Какая версия работает
    .usage = /version
command-whoami = Что деск знает о вас
    .usage = /whoami

start-title = Killzone
start-text = Деск следит за рынком, ищет сетапы ICT и присылает каждый сюда графиком с кнопками. Без одобрения ничего не торгуется.
start-hint = Все команды: /help
help-title = Команды
help-group-look = Просмотр
help-group-act = Действия
help-setups = Сетапы: /help { $names }
help-group-configure = Настройка
help-aliases = Также: { $aliases }
help-role = Нужна роль «{ $role }».

unknown-command = Команды { $text } нет.
unknown-command-near = Возможно, одна из этих?
unknown-command-hint = Все команды: /help
unknown-symbol = Символа { $text } на этом деске нет.
unknown-symbol-near = Похожие:
unknown-trade = Сделки { $text } нет.
unknown-timeframe = { $text } — не таймфрейм. Есть: { $known }.
several-symbols = { $text } подходит к нескольким символам:
bad-minutes = Минуты — целое число от 1 до { $max }; получено { $text }.
bad-price = { $text } — не цена. Подойдёт 61240, 61.2k, -1%, 1.5R или be.
bad-percent = { $text } — не процент от 1 до 100.
bad-trailing = Стоп следует за atr, structure или percent, с off — ни за чем; получено { $text }.
bad-distance = Расстояние — больше 0 и не больше 100, например 2 или 1.5; получено { $text }.
bad-choice = { $text } — не из списка: { $known }.
too-many-words = Команда столько не принимает: { $text }
usage = Формат: { $usage }
pick-symbol = Какой символ?
pick-symbol-more = Ещё { $count }: напишите символ после команды.
pick-date = Какой день?
pick-date-more = Другой день наберите после команды, например 2026-11-20.
bad-date = { $text } — не дата. Напишите, например, 2026-11-20 или выберите день.
pick-trade = Какая сделка?
pick-trade-none = Выбирать не из чего.
pick-running = То, что запущено, останавливает кнопка под его собственным сообщением.
pick-close = Что закрыть?
forbidden = Для /{ $command } нужна роль «{ $needed }»; ваша роль — { $role }.
plain-text = Это не команда. Всё на деске начинается с косой черты или кнопки.
plain-text-near = Возможно, одно из этого:

## Moving stop and targets

move-stop-now = Стоп на { PRICE($stop) }.
move-stop-hint = Любая цена: /sl { $id } 61240 или 61.2k, -1%, 0.5R, be. R и проценты — от входа.
trail-now = Стоп следует: { $how }
trail-hint = Любое расстояние: /trail { $id } atr 2.5 или percent 0.8, structure 0.5, off. Двигается на каждом закрытии свечи и только в сторону меньшего риска.
trail-off = ни за чем
trail-atr = в { NUMBER($distance) } ATR позади цены
trail-structure = в { NUMBER($distance) } ATR за последним свингом ({ $layer })
trail-percent = в { NUMBER($distance) } % от цены
trail-from = { $how }, начиная с { R($r) }
move-targets-now = Цели: { $targets }
move-targets-hint = Любые цены: /tp { $id } 61240 62000, равными долями.
move-reduce-now = Открыто: { PRICE($quantity) }. Цели уменьшаются вместе с позицией; стоп остаётся.
move-not-open = { $symbol } — { $state }: нет открытой позиции, менять нечего.
confirm-stop-title = Больше риска по { $symbol }?
confirm-stop-text = Стоп переставится с { PRICE($from) } на { PRICE($to) }. Риск сейчас: { $was }. Станет: { $will }.
confirm-stop-risk = { PERCENT($percent) }, { MONEY($money) } { $quote }

## Rules that approve

rules-title = Правила одобрения
rules-none = В настройках нет правил одобрения.
rules-unknown = Правила { $text } нет.
rules-any = любой сетап
rules-line = { $rule }: { $takes } · до { MONEY($notional) } · { NUMBER($percent) } % размера
rules-on = Включено с { MOMENT($at) } ({ $name })
rules-off = Выключено
rules-note = Правило одобряет только то, что допускают лимиты. Изменённое правило выключается.

## Look

status-title = Деск · { $mode }
status-running = Новые сделки принимаются
status-paused = На паузе с { TIME($since) } ({ $name })
status-paused-until = На паузе до { MOMENT($until) } ({ $name })
status-paused-reason = Причина: { $reason }
status-live-locked = Реальная торговля заблокирована: ордера не отправляются, пока администратор не отправит /live КОД в личном чате
status-market = Рынок
market-simulated = симуляция
market-replay = повтор { $symbol } { $timeframe }
status-symbols = Символы
status-symbols-more = { $shown } и ещё { $count }
status-last-candle = Последняя свеча
status-last-candle-ago = { TIME($at) }, { DURATION($ago) } назад
status-last-candle-none = пока нет
status-balance = Баланс
status-equity = Эквити
status-proposals = Открытых предложений
status-in-trades = В сделках
status-unknown = Не подтверждено
status-closed = Закрыто
status-market-time = Время рынка
status-up-since = Время работы, по рынку
signals-title = Открытые предложения
signals-none = Открытых предложений нет.
positions-title = Открытые позиции
positions-none = Открытых позиций нет.
position-head = { NUMBER($number) } · { $direction } { $symbol } · { $r } · { $pnl } · { $state }
position-line = { PRICE($quantity) } от { $entry }, сейчас { $price }, стоп { $stop }
positions-open-total = Плавающий результат: { PROFIT($pnl) }
column-number = #
column-symbol = Символ
column-side = Сторона
column-quantity = Кол-во
column-entry = Вход
column-price = Цена
column-result = P&L
column-r = R
column-score = Оценка
column-setup = Сетап
column-timeframe = ТФ
column-period = { $period ->
    [week] Неделя с
    [month] Месяц с
   *[day] День
}
column-trades = Сделки
column-won = В плюс
column-factor = PF
column-expires = Истекает
column-state = Статус
column-order = Ордер
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
scan-failed = Не удалось просканировать: { $symbols }. { $why }
scan-failed-busy = Их слишком долго удерживал другой процесс.
scan-failed-no-answer = Процесс, который их сканировал, упал или не уложился в срок.
breaker-until = ⛔ { $why }. Действует до { MOMENT($at) }
breaker-person = ⛔ { $why }. Решение за человеком
scan-running = Сканирование: { $scanned } из { $total } символов
scan-cancelled = Отменено, проверено { $scanned } из { $total } символов
scan-budget = Запросов к бирже за эту минуту: { $used } из { $limit }
scan-over = Это сканирование уже не идёт.
risk-title = Риск
risk-balance = Баланс
risk-resets = Дневные счётчики обнулятся через { DURATION($left) }, { MOMENT($at) }
sessions-title = Kill zones
sessions-now = Сейчас { TIME($now) }, Нью-Йорк { $newYork }
sessions-open = Идут сейчас
sessions-next = Следующие
sessions-none = Сейчас открытых окон нет.
sessions-open-row = до { TIME($at) } · Нью-Йорк { $newYork } · осталось { DURATION($left) }
sessions-next-row = { TIME($at) } · Нью-Йорк { $newYork } · через { DURATION($left) }
watchlist-title = Списки символов
watchlist-named = { $name } · { $count ->
    [one] { $count } символ
    [few] { $count } символа
   *[many] { $count } символов
}
watchlist-empty = Из того, за чем следит деск, в этот список ничего не входит.
watchlist-unknown = Списка { $name } нет.
brief-opened = Окно { $window } открыто
brief-closed = Окно { $window } закрыто
brief-until = До
brief-until-value = { TIME($at) } · Нью-Йорк { $newYork } · { DURATION($left) }
brief-proposals = Предложений
brief-approved = Одобрено
brief-result = Закрыто
brief-result-value = { $closed ->
    [0] нет
    [one] { $closed } сделка, { R($r) }
    [few] { $closed } сделки, { R($r) }
   *[many] { $closed } сделок, { R($r) }
}
brief-open-risk = Открытый риск
brief-trades-left = Осталось сделок
brief-level = { PRICE($level) } ({ $away })
brief-more = { $count ->
    [one] и ещё { $count } символ
    [few] и ещё { $count } символа
   *[many] и ещё { $count } символов
}
bias-bullish = бычий
bias-bearish = медвежий
column-bias = Bias
column-asian-high = Хай Азии
column-asian-low = Лой Азии
column-day-high = Хай пред. дня
column-day-low = Лой пред. дня
chart-title = { $symbol } { $timeframe }
chart-title-two = { $symbol } { $timeframe } и { $second }
chart-none = Свечей { $symbol } { $timeframe } пока нет.
reason-left-aside = { $reason ->
    [skipped] Пропущен вручную
    [expired-time] Никто не одобрил вовремя
    [expired-superseded] Его сменил более новый сетап
    [expired-price-left] Цена ушла от входа
    [expired-target-reached] Цель раньше входа
    [expired-stop-reached] Стоп раньше входа
    [expired-gap-filled] Гэп закрыт
    [expired-block-invalidated] Свеча закрылась сквозь блок
    [expired-swing-broken] Свинг сломан
    [expired-kill-zone-over] Kill zone закончилась
   *[expired-restart] Деск не работал
}
reason-skipped = Пропущено: { skip-reason }
vetoes-title = Не торговали
vetoes-line = { $count ->
    [one] { $count } сетап
    [few] { $count } сетапа
    [many] { $count } сетапов
   *[other] { $count } сетапа
} · в плюс { $won }, в минус { $lost } · { R($r) } без нас
vetoes-none = Пока все сетапы либо отторгованы, либо ещё открыты.
vetoes-verdict = { $r ->
    [0] Отказ от них ничего не стоил и ничего не сберёг.
   *[other] Вместе они дали бы { R($r) } до издержек, каждый с закрытием на первой цели.
}
vetoes-since = Сетапы с { MOMENT($since) }; те, что ещё идут, считаются по последнему закрытию.
vetoes-unknown = { $count ->
    [one] Не проследить { $count } сетап: слишком старый.
    [few] Не проследить { $count } сетапа: слишком старые.
   *[many] Не проследить { $count } сетапов: слишком старые.
}
replay-title = Повтор дня
replay-title-day = Повтор · { $symbol } · { $date }
replay-clock-running = ▶ { $time } · Нью-Йорк { $newYork }
replay-clock-stopped = Остановлено в { $time } · Нью-Йорк { $newYork }
replay-clock-done = День закончился.
replay-no-setup = Сетапов пока нет.
replay-result = { $count ->
    [one] { $count } сетап
    [few] { $count } сетапа
   *[many] { $count } сетапов
} · цель { $won } · стоп { $lost } · { R($r) }
replay-left-out = { $count ->
    [one] Не показан { $count } более слабый сетап этого дня.
    [few] Не показаны { $count } более слабых сетапа этого дня.
   *[many] Не показано { $count } более слабых сетапов этого дня.
}
replay-no-companion = Без сравнения с { $companion }: его свечи сейчас не читаются. SMT-дивергенций поэтому нет.
replay-how = С вашими нынешними настройками, без лимитов и издержек, выход на первой цели. День считается по Нью-Йорку.
replay-outcome = { $outcome ->
    [missed] До входа цена не дошла
    [running] В работе: { R($r) }
    [target] Цель достигнута: { R($r) }
    [stop] Стоп: { R($r) }
   *[waiting] Ждёт входа с { $time } по Нью-Йорку
}
replay-refused-no-candles = Нет свечей { $symbol } за { $date }.
replay-refused-not-yet = { $date } ещё не начался.
replay-refused-busy = Здесь уже идёт повтор. Сначала остановите его.
replay-over = Этот повтор уже не идёт.
levels-title = Уровни · { $symbol } { $timeframe }
levels-known = По свече, закрывшейся { MOMENT($at) }
levels-now = цена сейчас
levels-now-in-range = { $place ->
    [above] выше
    [below] ниже
    [premium] в premium
    [discount] в discount
   *[equilibrium] на equilibrium
}, { NUMBER($percent, maximumFractionDigits: 0) } % диапазона
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
pnl-title = Прибыль и убыток { pnl-by }
pnl-by = { $period ->
    [week] по неделям
    [month] по месяцам
   *[day] по дням
}
pnl-none = За это время не закрыто ни одной сделки.
month-title = { $month }
stats-title = Статистика { stats-by }
stats-by = { $by ->
    [symbol] по символам
    [session] по сессиям
    [hour] по часам
    [exit] по выходам
   *[strategy] по стратегиям
}
stats-more = Не показано ещё: { $count }.
stats-hours = Часы: { $zone }
stats-result = Итог после комиссий
stats-result-value = { PROFIT($pnl) } · { R($r) }
stats-trades = Сделки
stats-trades-value = { $trades }: в плюс { $wins }, в минус { $losses }
stats-win-rate = Винрейт
stats-expectancy = Матожидание
stats-average-win = Средняя прибыль
stats-average-loss = Средний убыток
stats-profit-factor = Профит-фактор
stats-drawdown = Макс. просадка
stats-drawdown-value = { MONEY($money) } · { R($r) }
stats-streak = Макс. серия убытков
stats-fees = Уплачено комиссий
whoami-title = Вы
whoami-name = Имя
whoami-id = ID
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
close-all-soon = { $count ->
    [one] Через 5 секунд по рынку закроется { $count } позиция.
    [few] Через 5 секунд по рынку закроются { $count } позиции.
    [many] Через 5 секунд по рынку закроется { $count } позиций.
   *[other] Через 5 секунд по рынку закроется { $count } позиции.
}
close-all-kept = Отменено: ничего не закрывается.
close-all-begun = Поздно: закрытие уже началось или было отменено раньше.
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

## Words inside of pictures (asked for by jobs); they are short

picture-entry = ВХОД
picture-exit = ВЫХОД
picture-now = СЕЙЧАС
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
        [low] Старый лой
       *[high] Старый хай
    }
    [session] { $side ->
        [low] Лой
       *[high] Хай
    } { picture-zone }
   *[other] { $side ->
        [low] Swing low
       *[high] Swing high
    }
}
picture-equity = Эквити
picture-drawdown = Просадка
picture-week = Неделя
picture-trades = Сделки
picture-days-won = Дней в плюс
picture-days-lost = в минус
picture-performance = R { stats-by } и часам
picture-total = Всего
picture-scan = Сканирование
picture-found = { $count ->
    [one] { $count } сетап
    [few] { $count } сетапа
   *[many] { $count } сетапов
}
picture-found-best = { $count ->
    [one] { $count } сетап
    [few] { $count } сетапа
   *[many] { $count } сетапов
}, лучшие { $shown }
picture-exposure = Экспозиция
picture-long = Long
picture-short = Short
picture-net = Нетто
picture-risk = Риск всех стопов
live-title = Реальная торговля
live-open = Подтверждено. До следующего запуска деска одобренные сделки идут на биржу.
live-already-open = Уже было подтверждено.
live-not-live = Этот деск торгует на демо-счёте. Подтверждать нечего.
live-not-private = Отправьте код в личном чате с деском: тут его могут прочитать другие. Код не принят.
live-wrong-code = Код неверный или уже использован. { $left ->
    [one] Осталась { $left } попытка
    [few] Осталось { $left } попытки
   *[many] Осталось { $left } попыток
}.
live-ledger-behind = Не принято: в журнале ордеров нет того, что этот деск отправлял. Позиции защищаются и закрываются, новых входов нет.
live-locked-out = Заблокировано после пяти неверных кодов. Задайте деску другой KILLZONE_TOTP_SECRET и запустите его снова.
mode-title = Режим
mode-now = Этот деск в режиме: { $mode }.
mode-already = Так и есть.
mode-unknown = Режимы — paper и live; получено { $text }.
mode-to-live = Чтобы торговать на реальном счёте: 1. mode: live в конфигурации, 2. KILLZONE_LIVE=yes, ключи биржи и KILLZONE_TOTP_SECRET в окружении, 3. перезапуск, 4. администратор отправляет /live КОД в личном чате.
mode-live-note = Из чата его не переключить: это делает человек за самим компьютером. Каждый запуск требует новый код.
mode-to-paper = Чтобы торговать на демо-счёте: mode: paper в конфигурации и перезапуск, без ключей биржи.
mode-paper-note = Сначала закройте открытое: деск на демо-счёте не следит за реальными позициями. Остановиться сразу: /pause или /panic.

## Settings

settings-title = Настройки
settings-section = Настройки · { $path }
settings-marked = • отличается от значения по умолчанию.
settings-now = Сейчас
settings-default = По умолчанию
settings-range = Допустимо
settings-on = вкл.
settings-off = выкл.
settings-text = текст
settings-structure = список в виде JSON
settings-preview = Изменить настройки?
settings-unchanged = Ничего не изменится.
settings-dangerous = ⚠ Это ослабляет лимиты, которые защищают счёт: { $paths }
settings-takes-effect = Действует сразу, без перезапуска. Уже одобренное остаётся как есть.
settings-changed = Настройки изменены
settings-refused = Нельзя: { $path }
settings-everything = все настройки
settings-nothing-changed = Ничего не изменено.
settings-allowed = Допустимо: { $range }
settings-problem = { $rule ->
    [above-number] Значение должно быть больше { $limit }
    [least-number] Значение должно быть не меньше { $limit }
    [below-number] Значение должно быть меньше { $limit }
    [most-number] Значение должно быть не больше { $limit }
    [least-array] Число элементов должно быть не меньше { $limit }
    [most-array] Число элементов должно быть не больше { $limit }
    [least-string] Число символов должно быть не меньше { $limit }
    [most-string] Число символов должно быть не больше { $limit }
    [whole-number] Значение должно быть целым числом
    [kind] Значение такого вида сюда не подходит
    [option] Такого варианта нет
    [unknown] Такой настройки нет
    [plain-name] Строчные латинские буквы, цифры и дефисы, первой буква
    [name-taken] Это имя занято
    [different-names] Каждое имя только один раз
    [hierarchy-name] sth, ith и lth относятся к иерархии
    [one-companion] У каждого символа только один парный символ
    [time-of-day] Время суток, например 17:00
    [time-span] Два времени суток, например 20:00-00:00
    [different-times] Начало и конец должны различаться
    [time-zone] Пояс из базы часовых поясов, например America/New_York
    [cron] Пять полей, например 30 8 * * 1-5
    [symbol-pattern] Символ вроде BTC/USDT или шаблон с * и ?
    [shares] В сумме не больше 100 процентов
    [some-weight] Хотя бы одно значение должно быть больше 0
   *[other] Такое значение сюда не подходит
}
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
import-no-yaml = Строка { $line }: это не YAML.
import-no-settings = В каждой строке нужны настройка и её значение, как их показывает /export.

undo-title = Отмена действия
undo-none = За последнее время нет ваших действий, которые можно отменить: с настройкой, стопом, целями или трейлингом. Отправленный ордер так не отменить: вместо этого закройте сделку.
undo-nothing = Здесь нечего отменять: это сделал кто-то другой или с тех пор всё изменилось.
order-stop-which = Где стоп?
order-stop-hint = Цена или расстояние от входа: { $command } sl 61240 или 61.2k, 1%.
order-target-which = Где цели?
order-target-hint = Цены, проценты или R от входа: { $command } tp 62k 63k или 2R, 1.5%. Несколько целей — равными долями.
order-proposed = Предложено. Карточка придёт во все чаты, которые следят за такими сделками; до одобрения ничего не отправляется.
order-refused-title = Не предложено: { $opening }
order-limit-through-price = Вход: лимитный ордер { PRICE($wanted) } { $direction ->
    [short] ниже
   *[long] выше
} цены { PRICE($against) } и исполнится сразу. Чтобы войти по рынку, не указывайте вход.
order-stop-on-wrong-side = Стоп: { PRICE($wanted) } должен быть { $direction ->
    [short] выше
   *[long] ниже
} входа { PRICE($against) }.
order-target-on-wrong-side = Цель: { PRICE($wanted) } должна быть { $direction ->
    [short] ниже
   *[long] выше
} входа { PRICE($against) }.
order-field = { $field ->
    [entry] Вход
    [stop] Стоп
    [target] Цель
   *[size] Размер
}
order-needs-a-price = { order-field }: нужна цена больше 0, например 61240, 61.2k или процент. R — это расстояние до стопа, в нём задают только цели.
order-no-price = Последняя цена этого символа устарела или неизвестна: без неё размер не посчитать. Повторите, когда пойдут свечи.
order-unreadable = { order-field }: непонятно, что такое { $text }.
order-twice = { order-field }: указано дважды: { $text }.
order-too-many = Не больше десяти целей; { $text } — лишняя.
order-field-size = Размер — это риск, например 0.5%, количество, например 0.1BTC, или сумма, например $500. Без него размер берётся из настроек.
order-field-entry = Вход — лимитная цена, например @61240 или 61.2k, или отступ от цены, например -1% (в сторону стопа). Без него — по рынку.
order-field-stop = Стоп — одна цена, например 61240 или 61.2k, или расстояние от входа, например 1%.
order-field-target = Цели — цены, например 62k, расстояния, например 1.5%, или R, например 2R; не больше десяти.
why-title = Откуда эти числа: { $trade }
why-rounding = Цены кратны шагу цены на бирже; любое округление — в сторону меньшего риска.
why-entry-market = { PRICE($entry) }: цена на закрытии { MOMENT($at) }
why-entry-limit = { PRICE($entry) }: лимитная цена из сетапа
why-entry-filled = { PRICE($entry) } = { MONEY($notional) } ÷ { PRICE($quantity) } исполнено; план { PRICE($planned) }
why-one-r = { PRICE($distance) } = от { PRICE($entry) } до первого стопа { PRICE($stop) }
why-stop = { PRICE($stop) }: { $distance } от { PRICE($entry) }
why-target = { R($r) } = ({ PRICE($price) } − { PRICE($entry) }) ÷ { PRICE($distance) }
why-size = { MONEY($notional) } { $quote } = { PRICE($quantity) } { $base } × { PRICE($entry) }
why-size-of = Плановый размер
why-size-capped = { PRICE($quantity) } = { PERCENT($percent) } баланса ÷ { PRICE($entry) }, наибольшая допустимая позиция; по риску можно было бы больше
why-size-wished = { PRICE($quantity) }: как запрошено
why-size-risk = { PRICE($quantity) } = { PERCENT($percent) } баланса ÷ { PRICE($distance) }
why-risk = { MONEY($money) } { $quote } = { PRICE($quantity) } × { PRICE($distance) }; { PERCENT($percent) } баланса
why-result = { PROFIT($pnl) } { $quote } = { MONEY($left) } − { MONEY($right) } − { MONEY($fees) } комиссий
why-result-r = { R($r) } = { PROFIT($pnl) } ÷ { MONEY($risk) }
why-part = { $part }: { $why }

## People

roles-title = Люди
roles-owner = { $role }, владелец
roles-owner-fixed = Указан в конфигурации: изменить можно только там.
roles-gone = Такого человека уже нет, или он указан в конфигурации.
roles-unknown = Никого с именем { $text } здесь нет.
roles-revoked = { $name }: доступа к деску больше нет.
roles-set = { $name }: теперь { $role }.
invite-title = Приглашение
invite-which = С какой ролью?
invite-made = Кто откроет эту ссылку, запросит доступ с ролью «{ $role }». Администратор ещё должен согласиться.
invite-without-link = Эту строку отправляют боту деска в Telegram. Без бота других впустить пока нельзя: задайте TELEGRAM_BOT_TOKEN, перезапустите деск и пригласите снова.
invite-ends = Работает один раз, в течение { DURATION($ttl) }.
newcomer-title = Доступ
newcomer-waits = { $name } ({ $id }) запрашивает доступ с ролью «{ $role }».
newcomer-invited = Приглашение от { $name }.
newcomer-asked = Запрос передан администратору. Деск сообщит, когда доступ откроют.
newcomer-no-invitation = Это приглашение использовано или устарело. Попросите новое.
newcomer-decided = Это уже кто-то решил.
newcomer-admitted = { $name }: доступ открыт, роль «{ $role }».
newcomer-refused = { $name }: в доступе отказано.
newcomer-refused-you = Администратор отказал.
newcomer-welcome = Доступ открыт, ваша роль — { $role }. Все команды: /help; /start в этом чате включает сигналы здесь.
language-title = Язык
language-now = Язык этого чата: { $name }.
language-set = Теперь язык этого чата: { $name }.
timezone-title = Часовой пояс
timezone-now = { $zone }: сейчас { MOMENT($now) }.
timezone-unknown = Часового пояса { $zone } нет.
timezone-hint = Напишите город после команды, например /timezone Europe/Madrid.
mute-title = Тишина
mute-none = Сообщения приходят со звуком в любое время.
mute-unknown = { $text } — не подходит как время тишины.
mute-until = Без звука до { MOMENT($until) }.
mute-daily = Каждый день без звука с { $from } до { $to }.
mute-hint = Минуты, время суток, например 22:00-07:00, или off. Предупреждения всё равно приходят со звуком.
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
keyboard-title = Клавиатура
keyboard-about = Девять команд клавишами под строкой ввода этого чата.
keyboard-on = Клавиши теперь под строкой ввода.
keyboard-off = Клавиши убраны.
keyboard-elsewhere = Клавиши под строкой ввода есть только в личном чате с ботом в Telegram.

## The desk itself

audit-title = Журнал
audit-none = Пока ничего не записано.
audit-clocks = У сделок — время рынка, у остального — время этого компьютера.
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
health-orders = Ордера
health-unknown-orders = ⚠ { $count ->
    [one] не подтверждён { $count }
    [few] не подтверждены { $count }
   *[many] не подтверждено { $count }
}
health-platform = { $platform ->
    [telegram] Telegram
    [discord] Discord
   *[other] { $platform }
}
health-rival = ⚠ Другой процесс забирает сообщения с { MOMENT($since) }
health-warnings = Предупреждений с запуска
version-title = Версия
version-desk = Killzone
version-node = Node
version-settings = Настройки
orders-title = Ордера
orders-none = Активных ордеров нет.
orders-reduce-only = Стопы и цели только сокращают позицию: каждый ордер закроет не больше того, что открыто, на какой бы объём он ни был выставлен.
order-leg = { $leg ->
    [entry] вход
    [stop] стоп
    [target] цель
   *[exit] выход
}
order-status = { $status ->
    [intended] отправляется
    [working] стоит
   *[unknown] не подтверждён
}
trades-title = Сделки
trades-none = Сделок ещё не было.
balance-title = Баланс · { $mode }
balance-open = Плавающий результат

## Notices (asked for by jobs)

notice-desk-started = Деск работает ({ $mode ->
    [live] РЕАЛЬНЫЙ СЧЁТ
   *[paper] демо-счёт
}).
notice-session-opened = Окно { window-name } открыто до { TIME($closesAt) }.
notice-symbols-listed = Новые на бирже: { $symbols }{ $count ->
    [1] .
   *[other] { " " }(всего { $count }).
}
notice-symbols-delisted = Больше нет на бирже: { $symbols }{ $count ->
    [1] .
   *[other] { " " }(всего { $count }).
}
notice-session-soon = Окно { window-name } откроется в { TIME($opensAt) }.
notice-session-closed = Окно { window-name } закрыто.
notice-breaker-daily-loss = ⛔ Новых сделок нет: убыток за день { PERCENT($actual) }, лимит { PERCENT($limit) }. До { MOMENT($until) }
notice-breaker-cool-down = ⛔ Новых сделок нет: убытков подряд { $actual }, лимит { $limit }. До { MOMENT($until) }
notice-breaker-drawdown = ⛔ Новых сделок нет: баланс на { PERCENT($actual) } ниже максимума, лимит { PERCENT($limit) }. Подробнее: /risk, продолжить: /resume
notice-rule-on = Правило одобрения { $rule } включено ({ $name }): оно одобряет без нажатия
notice-rule-off = Правило одобрения { $rule } выключено ({ $name })
notice-paused = Деск поставлен на паузу ({ $name }).
notice-resumed = Работа деска продолжена ({ $name }).
notice-panic = Паника ({ $name }): всё закрывается, новые сделки остановлены.
notice-market-lost = Поток данных { $market } потерян; деск переподключается.
notice-market-back = Поток данных { $market } восстановлен.
notice-order-unknown = ⚠ Биржа не подтвердила ордер по { $symbol }. Деск продолжает спрашивать и ничего не отправляет дважды.
notice-stray-fill = ⚠ Ордер по { $symbol } исполнился, когда его сделка уже закончилась. Деск закрывает то, что открылось.
notice-stray-fill-open = ⚠ Деск не смог закрыть то, что открыл ордер по { $symbol } после конца своей сделки. У этой позиции нет стопа: закройте её на бирже.
notice-foreign-order = ⚠ Ордер по { $symbol } — не этого деска. Деск его не трогает.
notice-position-differs = ⚠ На бирже { $exchange } по { $symbol }, деск знает о { $ledger }. Разницу деск не трогает.
notice-live-locked = РЕАЛЬНЫЙ СЧЁТ на { $exchange }: заблокировано. Ордера не отправляются, пока администратор не отправит /live КОД в личном чате.
notice-ledger-behind = ⚠ В журнале ордеров нет того, что этот деск отправлял на { $exchange }: журнал обрезан, очищен или подменён. Позиции защищаются и закрываются, новых входов нет. Что делать, сказано в руководстве.
notice-live-open = РЕАЛЬНЫЙ СЧЁТ: реальная торговля подтверждена ({ $name }). Одобренные сделки идут на биржу.
notice-live-locked-out = ⚠ Пять неверных кодов для реальной торговли, последний — от { $name }. Торговля остаётся заблокированной.
notice-key-not-bound-to-address = ⚠ Ключ { $exchange } работает с любого IP-адреса. Привяжите его к адресу этого компьютера.
notice-key-may-transfer = ⚠ Ключ { $exchange } может переводить деньги на другие счета. Отберите у него это право.
notice-clock-inexact = ⚠ Часы этого компьютера неточны. Расхождение с { $exchange } — { DURATION($offset) }.
notice-digest = Пока этот чат был недоступен, пропущено сообщений: { $count }. Состояние деска — /status, что произошло — /audit.
notice-rival = ⚠ Другой процесс забирает сообщения этого бота в { health-platform }. Команды и нажатия могут попасть к нему, а не на этот деск. Остановите его или создайте новый токен.
notice-rival-gone = Другого процесса в { health-platform } больше нет: все сообщения снова приходят сюда.
notice-unprotected = ⚠ У позиции по { $symbol } нет подтверждённого стопа.
notice-not-compared = ⚠ Не удалось сверить журнал сделок с биржей, и новая попытка может не помочь. До тех пор новых входов нет; стопы и выходы работают. Причина — в /logs.

## Telegram

telegram-private = Это закрытый деск. Ваш ID в Telegram: { $id }. Владелец может добавить его в список доступа.
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
