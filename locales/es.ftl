## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [manual] a mano
    [order-block-touch] toque de order block
    [sweep-reversal] reversión tras barrido
    [silver-bullet] silver bullet
    [breaker-retest] retest de breaker
    [structure-continuation] continuación de estructura
    [continuation] continuación de la tarde
    [reversal] reversión de la tarde
    [judas-swing] Judas swing
    [smt-divergence] divergencia SMT
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
    [order-block-touch] Toque
    [gap-overlap] Gap
    [kill-zone] Kill zone
    [structure-break] Estructura
    [rejection] Rechazo
    [higher-timeframe-bias] Sesgo
    [premium-discount] Ubicación
    [sweep] Barrido
    [displacement] Desplazamiento
    [gap-in-block] Gap en el bloque
    [target-distance] Objetivo
    [relative-volume] Volumen
   *[other] { $name }
}

overlay-name = { $name ->
    [structure] Estructura
    [gaps] Gaps
    [blocks] Bloques
    [liquidity] Liquidez
    [ranges] Rangos
    [sessions] Sesiones
   *[other] { $name }
}
no-session = Sin sesión

limit-name = { $name ->
    [risk-per-trade] Riesgo por operación
    [position-size] Posición máxima
    [daily-loss] Pérdida de hoy
    [trades-per-day] Operaciones de hoy
    [open-positions] Posiciones abiertas
    [open-risk] Riesgo abierto
    [drawdown] Por debajo del saldo máximo
   *[other] { $name }
}

state-proposed = propuesta
state-approved = aprobada
state-submitting = enviándose
state-working = entrada en el mercado
state-partially-filled = ejecutada en parte
state-open = abierta
state-closing = cerrándose
state-closed = cerrada
state-skipped = omitida
state-expired = caducada
state-denied = denegada
state-rejected = rechazada
state-unknown = sin confirmar

role-viewer = observador
role-trader = trader
role-admin = administrador

mode-paper = simulación
mode-live = REAL

## Why a setup is one (asked for by strategies)

reason-order-block-touch = El precio volvió a un order block sin tocar de { PRICE($bottom) } a { PRICE($top) } en { $timeframe }
reason-bias = La estructura es { bias-name }
reason-kill-zone = Dentro de la kill zone { window-name }
reason-structure-break = En ese bloque se rompió la estructura
reason-rejection = La vela volvió a cerrar fuera del bloque, en { PRICE($close) }
reason-no-kill-zone = Fuera de las kill zones

# Reasons of trades from before every setup had the same score.
reason-gap-overlap = Lo cubre un FVG de { PRICE($bottom) } a { PRICE($top) } ({ PERCENT($percent) } del precio)
reason-no-order-block-touch = No se tocó ningún order block
reason-no-gap-overlap = Ningún FVG cubre el bloque
reason-no-structure-break = El bloque no rompió la estructura
reason-no-rejection = La vela cerró dentro del bloque

bias-name = { $bias ->
    [bullish] alcista
    [bearish] bajista
   *[other] indecisa
}
pool-name = { $source ->
    [previous-day] del día anterior
    [previous-week] de la semana anterior
    [previous-month] del mes anterior
    [equal] iguales
    [session] de { window-name }
   *[other] del swing
}
side-name = { $side ->
    [high] { $source ->
        [equal] los máximos
       *[other] el máximo
    }
   *[low] { $source ->
        [equal] los mínimos
       *[other] el mínimo
    }
}

reason-sweep = Barrió { side-name } { pool-name } en { PRICE($level) } y volvió a cerrar dentro
reason-structure-shift = La estructura giró a { bias-name } con desplazamiento a través de { PRICE($level) }
reason-change-of-character = La estructura giró a { bias-name } a través de { PRICE($level) }
reason-break-of-structure = Ruptura de estructura en { PRICE($level) }, sigue { bias-name }
reason-change-in-delivery = La entrega del precio cambió a { bias-name } con el cierre en { PRICE($close) }
reason-entry-gap = Entrada en el FVG de { PRICE($bottom) } a { PRICE($top) }
reason-entry-block = Entrada en el order block de { PRICE($bottom) } a { PRICE($top) }
reason-window = En la ventana { window-name }
reason-breaker-retest = El precio volvió al breaker de { PRICE($bottom) } a { PRICE($top) } y este aguantó
reason-mitigation-retest = El precio volvió al mitigation block de { PRICE($bottom) } a { PRICE($top) } y este aguantó
reason-judas-swing = Movimiento falso de la mañana hasta { PRICE($level) }; después, dirección { bias-name } a través de la apertura
reason-smt-divergence = El segundo mercado no confirmó { PRICE($level) }: divergencia { bias-name }
reason-higher-bias = La estructura de { $timeframe } es { bias-name } desde que se rompió { PRICE($level) }
reason-wide-bias = La estructura de los swings grandes de { $timeframe } es { bias-name } desde que se rompió { PRICE($level) }
reason-no-higher-bias = La estructura por encima de { $timeframe } aún no ha elegido dirección
reason-dealing-place = La entrada { PRICE($entry) } está { $place ->
    [discount] en discount
    [premium] en premium
   *[other] en equilibrium
}: { PERCENT($position) } del rango de { PRICE($bottom) } a { PRICE($top) }
reason-outside-dealing-range = La entrada { PRICE($entry) } está { $place ->
    [discount] en discount, por debajo
   *[premium] en premium, por encima
} del rango de { PRICE($bottom) } a { PRICE($top) }, a una distancia del { PERCENT($distance) } de su altura
reason-no-dealing-range = Aún no hay dealing range
reason-no-sweep = No se barrió liquidez en las últimas { $candles } velas
reason-displacement = Hubo un desplazamiento de { PRICE($from) } a { PRICE($to) }
reason-no-displacement = Sin desplazamiento en esta dirección
reason-gap-in-block = Gap y order block se superponen de { PRICE($bottom) } a { PRICE($top) }
reason-no-gap-in-block = Ningún gap sin rellenar dentro de un order block en la entrada
reason-target = El último objetivo { PRICE($price) } da { R($r) }
reason-volume = El volumen es { $times } veces el habitual
reason-no-volume = No se conoce el volumen habitual
reason-manual = La propone { $name }

## What each setup is (asked for by /help)

strategy-about-order-block-touch = El precio vuelve a un order block por primera vez y no cierra a través de él. Opero en la dirección del bloque, con el stop más allá y un objetivo fijo.
strategy-about-sweep-reversal = El modelo 2022. El precio toma la liquidez bajo un mínimo y vuelve a cerrar por encima; después la estructura gira al alza con desplazamiento. Espero el retorno al gap que dejó el giro, o al bloque del que salió, en la mitad barata del tramo. Mi invalidación está por debajo del mínimo barrido y tomo beneficios en la liquidez de arriba. Los cortos son el espejo.
strategy-about-silver-bullet = Tres horas del día, hora de Nueva York: 03-04, 10-11 y 14-15. En cada una busco una sola cosa: el primer FVG que deja el precio camino de un pool de liquidez. Espero en el borde del gap, mi invalidación está detrás de las tres velas que lo formaron y tomo beneficios en ese pool. Lo que no ha entrado al terminar la hora se anula.
strategy-about-breaker-retest = Un order block que tomó liquidez y luego falló deja traders atrapados. Cuando el precio vuelve a él por primera vez desde el otro lado y cierra alejándose de nuevo, opero a favor de la ruptura. Mi invalidación está más allá del bloque y de la mecha que lo probó, y tomo beneficios en la siguiente liquidez.
strategy-about-structure-continuation = La temporalidad mayor apunta al alza y el precio rompe un máximo de la menor en la misma dirección. No persigo la ruptura: espero en el gap que dejó el tramo de ruptura y que nadie ha rellenado. Mi invalidación está por debajo del mínimo del que salió el tramo y tomo beneficios en la liquidez de arriba. Los cortos son el espejo.
strategy-about-continuation = De 15:00 a 15:15 de Nueva York: el día ya tiene dirección y el precio toma aire. Cuando vuelve a un gap abierto o a un order block vigente en esa dirección y la vela cierra alejándose de nuevo, voy con el día. Mi invalidación está detrás de la zona, y lo que no ha entrado al terminar la sesión se anula.
strategy-about-reversal = De 15:30 a 15:50 de Nueva York: el precio va a por un último pool de liquidez antes del cierre y falla. Cuando el barrido y el giro posterior ocurren dentro de la ventana, opero el camino de vuelta. Mi invalidación está más allá del barrido y tomo beneficios en la liquidez del otro lado.
strategy-about-judas-swing = El primer movimiento de la mañana suele ser mentira: el precio pasa al otro lado de la apertura de medianoche, asalta el Asian range o el día anterior y vuelve a través de la apertura con un giro de la estructura o de la entrega del precio. Opero la dirección verdadera. Mi invalidación está más allá del asalto y tomo beneficios en la liquidez del otro lado.
strategy-about-smt-divergence = Dos mercados que se mueven juntos no coinciden: uno marca un mínimo más bajo y el otro no. Espero a que el precio gire al alza también aquí y opero a favor. Mi invalidación está por debajo del mínimo de la divergencia y tomo beneficios en la liquidez de arriba. Los cortos son el espejo. Necesita un segundo mercado.

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = Puntuación { $score } de 100, grado { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = Entrada
trade-entry-market = { PRICE($price) } a mercado
trade-entry-limit = { PRICE($price) } límite
trade-entry-filled = { PRICE($price) }, prevista { PRICE($planned) }
trade-entry-as-planned = { PRICE($price) }, según el plan
trade-stop = Stop
trade-stop-distance = { PRICE($price) } ({ $distance })
trade-trailing = Trailing
trade-target = Objetivo
trade-target-number = Objetivo { $number }
trade-target-distance = { PRICE($price) } ({ R($r) })
trade-size = Tamaño
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-size-held = { PRICE($held) } de { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = Riesgo
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-capped = Tamaño limitado por la posición máxima permitida, { PERCENT($percent) } del saldo
trade-expires = Caduca el { MOMENT($at) }
trade-ends-early = Se anula antes por: { $facts }
ends-on-gap-filled = gap de { PRICE($bottom) } a { PRICE($top) } rellenado
ends-on-block-invalidated = cierre a través del bloque de { PRICE($bottom) } a { PRICE($top) }
ends-on-swing-broken = cierre más allá de { PRICE($level) }
ends-on-kill-zone-over = fin de { window-name } a las { TIME($at) }
trade-id = Operación { $id }
trade-live = REAL: dinero de verdad
trade-line = { $direction } { $symbol }: { $state }

life-approved = Aprobada por { $name } a las { TIME($at) }, { $size }
life-approved-rule = Aprobada por la regla { $rule }, activada por { $name }, a las { TIME($at) }, { $size }
life-endorsed = Aprobada por { NUMBER($count) } de { NUMBER($needed) }: { $names }
life-endorsed-before = Aprobada primero por { $names }
life-repriced = Recalculada por { $name } a las { TIME($at) }
life-replanned = { $name } cambió el plan a las { TIME($at) }: { $change ->
    [stop] stop
    [targets] objetivos
   *[entry] entrada
}
life-approved-waiting = La entrada aún no se ha enviado
life-submitting = Se está enviando la entrada; el exchange aún no ha respondido
life-working = La orden de entrada está en el exchange, sin ejecuciones todavía
life-partially-filled = Ejecutado { PRICE($filled) } de { PRICE($quantity) } a { PRICE($price) }
life-open = Ejecutado { PRICE($filled) } a { PRICE($price) }
life-left = Salida { PRICE($quantity) } a { PRICE($price) }
life-entry-cancelled = { $name } canceló el resto de la entrada
life-reduced = Ya cerrado: { PRICE($quantity) }
life-targets-moved = Objetivos cambiados por { $name }
life-stop-moved = Stop movido a { PRICE($price) } ({ $why })
life-stop-moved-by = Stop movido a { PRICE($price) } por { $name }
life-trailing-on = { $name } activó el trailing del stop
life-trailing-off = { $name } desactivó el trailing
life-protected = El stop está en el exchange: { PRICE($stop) }
life-unprotected = ⚠ El stop aún no está confirmado en el exchange
life-unknown = ⚠ El exchange no ha confirmado la orden. La mesa sigue preguntando y no envía nada dos veces
life-closing = Cerrando ({ $reason })
life-closing-by = Cerrando ({ $reason }, { $name })
life-closed = Cerrada: { $reason }
life-closed-result = Resultado { R($r) } de { R($planned) } previstos · { PROFIT($pnl) } { $quote } tras comisiones
life-given-up = Se renunció a la entrada: { $why }
life-closed-unfilled = No se ejecutó nada
life-price = Precio { PRICE($price) }
life-open-result = Abierto { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = Omitida
life-skipped-by = Omitida por { $name }
life-skipped-why = { $line }: { skip-reason }
life-expired = Caducada
life-denied = Denegada por un límite de riesgo
life-rejected = No se colocó ninguna orden
life-ended = { $state }: { $why }
life-ended-by = { $state } por { $name }: { $why }

stop-reason-break-even = break-even
stop-reason-trailing = trailing
stop-reason-manual = a mano

close-reason-stop = stop loss
close-reason-target = objetivo alcanzado
close-reason-manual = a mano
close-reason-panic = pánico
close-reason-time = stop por tiempo
close-reason-session-end = fin de la sesión
close-reason-entry-cancelled = entrada cancelada

expired-time = nadie la aprobó a tiempo
expired-superseded = la sustituyó un setup más reciente
expired-price-left = el precio se alejó de la entrada
expired-target-reached = el precio alcanzó el objetivo { PRICE($price) } antes de la entrada
expired-stop-reached = el precio alcanzó el stop { PRICE($price) } antes de la entrada
expired-gap-filled = se rellenó el gap de { PRICE($bottom) } a { PRICE($top) }
expired-block-invalidated = una vela cerró a través del bloque de { PRICE($bottom) } a { PRICE($top) }
expired-swing-broken = una vela cerró más allá del swing en { PRICE($level) }
expired-kill-zone-over = { window-name } ha terminado
expired-restart = la mesa no estaba en marcha cuando caducó

rejected =
    { $code ->
        [never-arrived] nunca llegó al exchange
       *[other] el exchange la rechazó ({ $code })
    }

## What risk says

denied-risk-per-trade = El riesgo de esta operación supera el límite
    .measured = El riesgo de esta operación sería { PERCENT($actual) }; el límite es { PERCENT($limit) }
denied-position-size = La posición es mayor de lo permitido
    .measured = La posición sería el { PERCENT($actual) } del saldo; el límite es { PERCENT($limit) }
denied-size-below-minimum = El tamaño está por debajo del mínimo del exchange
    .measured = El tamaño sería { PRICE($actual) }; el exchange acepta al menos { PRICE($limit) }
denied-daily-loss = Se alcanzó el límite de pérdida del día
    .measured = La pérdida de hoy es { PERCENT($actual) }; el límite es { PERCENT($limit) }
denied-trades-per-day = Hoy no quedan operaciones
    .measured = { $actual } operaciones hoy; el límite es { $limit }
denied-open-positions = Hay demasiadas posiciones abiertas
    .measured = Hay { $actual } posiciones abiertas; el límite es { $limit }
denied-symbol-busy = Este símbolo ya tiene una operación
denied-open-risk = El riesgo abierto sería demasiado alto
    .measured = El riesgo abierto sería { PERCENT($actual) }; el límite es { PERCENT($limit) }
denied-stop-on-wrong-side = El precio ya está más allá del stop
    .measured = El stop { PRICE($limit) } está en el lado equivocado del precio { PRICE($actual) }
denied-short-impossible = Este mercado es al contado: no se puede operar en corto
denied-not-traded = La mesa no opera este símbolo: no está entre los símbolos de su configuración
denied-price-moved = El precio se movió demasiado desde el setup
    .measured = El precio se movió { NUMBER($actual, maximumFractionDigits: 2) }R desde el setup; el límite es { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = El último precio conocido es demasiado antiguo
    .measured = El último precio tiene { NUMBER($actual, maximumFractionDigits: 0) } s de antigüedad; el límite es { NUMBER($limit, maximumFractionDigits: 0) } s
denied-paused = La mesa está en pausa; /resume la reanuda
denied-kill-switch = La mesa se detuvo con /panic; /resume la reanuda
denied-expired = El setup ha caducado
denied-cool-down = La mesa hace una pausa tras varias pérdidas
    .measured = { $actual } pérdidas seguidas; la mesa hace una pausa tras { $limit }
denied-drawdown = El saldo cayó demasiado por debajo de su máximo; /resume reanuda la mesa
    .measured = El saldo estaba { PERCENT($actual) } por debajo de su máximo; el límite es { PERCENT($limit) }. /resume reanuda la mesa
denied-session-trades = No quedan operaciones en esta sesión
    .measured = { $actual } operaciones en esta sesión; el límite es { $limit }
denied-group-risk = El riesgo en símbolos correlacionados sería demasiado alto
    .measured = El riesgo en símbolos correlacionados sería { PERCENT($actual) }; el límite es { PERCENT($limit) }
denied-volatility = El mercado se mueve demasiado
    .measured = Una vela media es el { PERCENT($actual) } del precio; el límite es { PERCENT($limit) }
denied-spread = El spread es demasiado amplio
    .measured = El spread es el { PERCENT($actual) } del precio; el límite es { PERCENT($limit) }
denied-order-notional = La orden es mayor de lo permitido
    .measured = La orden sería de { NUMBER($actual, maximumFractionDigits: 2) }; el límite es { NUMBER($limit, maximumFractionDigits: 2) }
denied-daily-notional = Las órdenes del día superan lo permitido
    .measured = Las órdenes del día sumarían { NUMBER($actual, maximumFractionDigits: 2) }; el límite es { NUMBER($limit, maximumFractionDigits: 2) }
denied-order-rate = Demasiadas órdenes en un minuto
    .measured = { $actual } órdenes en un minuto; el límite es { $limit }
denied-leverage = El apalancamiento sería demasiado alto
    .measured = El apalancamiento sería { NUMBER($actual, maximumFractionDigits: 2) }; el límite es { NUMBER($limit, maximumFractionDigits: 2) }
denied-live-locked = La operativa real está bloqueada: un administrador envía /live CÓDIGO en un chat privado
denied-liquidation = La liquidación quedaría demasiado cerca del stop
    .measured = La liquidación quedaría a { NUMBER($actual, maximumFractionDigits: 2) } veces la distancia del stop; hacen falta { NUMBER($limit, maximumFractionDigits: 2) }
denied-margin = Las posiciones necesitarían demasiado margen
    .measured = Las posiciones necesitarían el { PERCENT($actual) } del saldo como margen; el límite es { PERCENT($limit) }
denied-until = { $text }. Hasta el { MOMENT($until) }
denied-second-person = Una entrada de este tamaño necesita varias personas, una vez cada una
    .measured = Una entrada de este tamaño necesita { NUMBER($limit) } personas, una vez cada una; aprobaciones hasta ahora: { NUMBER($actual) }
denied-trader-risk = Una operación con este riesgo requiere un administrador
    .measured = El riesgo sería { PERCENT($actual) }; los traders aprueban hasta { PERCENT($limit) }, por encima hace falta un administrador
denied-target-reached = El precio ya ha pasado el objetivo
    .measured = El objetivo { PRICE($limit) } ya quedó atrás; el precio es { PRICE($actual) }

## Buttons

button-approve = Aprobar { $size }
button-size = { $size }
button-size-risk = { $size } · { MONEY($money) } { $quote }
button-other-size = Otro tamaño
button-skip = Omitir
button-custom = Otro
button-why = Por qué
button-entry-type = { $type ->
    [limit] Límite
   *[market] Mercado
}
button-stop = Detener
button-close = Cerrar
button-close-number = Cerrar { $number }
button-scan = Escanear
button-cancel-entry = Cancelar entrada
button-close-all = Cerrar las { $count }
button-close-all-confirm = { $count ->
    [one] Sí, cerrar { $count } posición
   *[other] Sí, cerrar { $count } posiciones
}
button-reprice = Recalcular
button-rule-on = Activar { $rule }
button-rule-off = Desactivar { $rule }
button-break-even = Break-even
button-move-stop = Mover stop
button-trail = Trailing
button-trail-by = { $by ->
    [structure] Estructura
    [percent] { NUMBER($distance) } %
   *[atr] { NUMBER($distance) } ATR
}
button-trail-off = Quitar trailing
button-targets = Objetivos
button-reduce = Reducir { NUMBER($percent) } %
button-stop-at = Stop { R($r) }
button-stop-confirm = Sí, stop en { PRICE($stop) }
button-panic-confirm = Sí, cerrar todo y parar
button-status = Estado
button-signals = Señales
button-positions = Posiciones
button-risk = Riesgo
button-chart = Gráfico
button-help = Ayuda
button-invite = Invitar
button-roles = Personas
button-revoke = Revocar
button-admit = Dejar entrar a { $name }
button-refuse = No
button-verify = Verificar
button-short = Tarjetas cortas
button-keyboard-on = Mostrar
button-keyboard-off = Ocultar
button-full = Tarjetas completas
button-all-strategies = Todas las estrategias
button-all-symbols = Todos los símbolos
button-settings = Ajustes
button-settings-history = Cambios
button-apply = Aplicar
button-cancel = Cancelar
button-undo = Deshacer
button-undo-number = Deshacer { $version }
button-back = Atrás
button-type-value = Escribir un valor
button-switch-on = Activar
button-switch-off = Desactivar
button-refresh = Actualizar
button-resume = Reanudar
button-show = Ver { $id }
button-chart-beside = { $timeframe } al lado
button-chart-single = Solo una temporalidad
button-overlay-hide = ✓ { overlay-name }
button-overlay-show = { overlay-name }
button-pnl = Ganancias y pérdidas
button-month = Mes
button-stats = Estadísticas
button-next-page = Siguiente ▶
button-previous-page = ◀ Atrás

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R
size-type = ¿De qué tamaño? Escriba 0.3R, 30%, una cantidad como 0.01BTC o un importe como $500: como mucho el tamaño propuesto.
size-refused = { $text } no es un tamaño válido: el propuesto es el máximo.
size-rounded = La orden se redondea hacia abajo al lote entero.

## Answers to taps

tap-invalid = Este botón ya no funciona: se usó, caducó o es de otro chat.
tap-forbidden = Hace falta el rol { $needed }; usted es { $role }.
tap-approved = Aprobado { $size }: { $direction } { $symbol }, { PRICE($quantity) }
tap-skipped = { $symbol } omitido
tap-skip-explained = { $symbol } omitido: { skip-reason }
skip-why = ¿Por qué? Basta un toque; /vetoes muestra lo que cada motivo ahorró o costó.
skip-reason = { $reason ->
    [weak-setup] setup débil
    [against-bias] contra el sesgo
    [news] noticias próximas
    [too-late] demasiado tarde
    [enough-risk] ya hay riesgo suficiente
   *[other] otro motivo
}
tap-closing = Cerrando { $symbol }
tap-entry-cancelled = La entrada de { $symbol } está cancelada
tap-endorsed = { $symbol }: han aprobado { NUMBER($count) } de { NUMBER($needed) } personas. Debe aprobar también otra persona.
tap-repriced = { $symbol } tiene un plan nuevo con entrada en { PRICE($entry) }. Hay que aprobarlo de nuevo.
tap-replanned = El plan de { $symbol } cambió y se evaluó de nuevo. Espera una aprobación.
tap-cancelling-entry = Cancelando la entrada de { $symbol }
tap-stop-moved = El stop de { $symbol } pasa a { PRICE($stop) }
tap-trail = El stop de { $symbol } sigue al precio: { $how }
tap-trail-off = El stop de { $symbol } ya no sigue al precio y se queda donde está
tap-targets-moved = Los objetivos de { $symbol } pasan a { $targets }
tap-reducing = Cerrando el { NUMBER($percent) } % de { $symbol }
tap-too-late = Demasiado tarde: { $symbol }, { $state }
tap-not-found = Esta operación no existe.
tap-denied-title = No aprobada: { $symbol }
tap-stop-refused-title = El stop no se movió: { $symbol }
tap-targets-refused-title = Los objetivos no se movieron: { $symbol }
tap-denied-open = La propuesta sigue en pie.
tap-unchanged = { $symbol }: { $state }
tap-closing-count = { $count ->
    [0] No había nada abierto
    [one] Cerrando { $count } operación
   *[other] Cerrando { $count } operaciones
}
tap-panic = Las operaciones nuevas están detenidas. /resume reanuda la mesa.
tap-page = Página { $page } de { $pages }

## Faults

fault-title = No ha funcionado
fault-unknown = Algo falló en la mesa. Mire /status antes de intentarlo de nuevo.
fault-act = La mesa no pudo confirmarlo. Puede que haya ocurrido o no: mire antes de intentarlo de nuevo.
fault-config-invalid = La configuración es incorrecta.
fault-desk-already-running = Ya hay otra mesa en marcha en la misma carpeta.
fault-redis-missing = La mesa no encontró ningún servidor Redis.
fault-redis-failed = El servidor Redis falló.
fault-redis-unsafe = El servidor Redis no está configurado de forma segura.
fault-store-corrupt = No se puede leer lo que guarda el almacén de datos.
fault-store-unavailable = La mesa no puede acceder a su almacén de datos en este momento.
fault-settings-invalid = Los ajustes son incorrectos.
fault-settings-conflict = Otra persona cambió los ajustes al mismo tiempo.
fault-file-unreadable = No se puede leer un archivo.
fault-file-without-candles = Un archivo no contiene velas utilizables.
fault-lease-lost = Otro proceso se ha hecho cargo de las órdenes de esta mesa.
fault-market-unavailable = No se puede leer el mercado en este momento.
fault-exchange-unavailable = El exchange no responde en este momento.
fault-exchange-key-refused = El exchange rechaza la clave de la mesa.
fault-exchange-key-unsafe = La clave del exchange puede retirar dinero, y ninguna clave de trading debe poder hacerlo.
fault-exchange-clock-off = El reloj de este equipo difiere demasiado del reloj del exchange.
fault-chat-rate-limited = La plataforma de chat pide a la mesa que vaya más despacio.
fault-chat-unreachable = No se puede conectar con la plataforma de chat.
fault-chat-gone = Ese chat ya no existe.
fault-chat-message-gone = Ese mensaje ya no existe.
fault-chat-refused = La plataforma de chat rechazó el mensaje.
fault-chart-font-missing = Faltan las fuentes de los gráficos.
fault-chart-timed-out = Un gráfico tardó demasiado.
fault-chart-pool-closed = Ya no se dibujan gráficos: la mesa se está deteniendo.
fault-judge-timed-out = La evaluación de las velas tardó demasiado.
fault-judge-pool-closed = La mesa se está cerrando.
fault-web-password-required = El chat web necesita una contraseña para usarse desde otros equipos.
fault-web-port-taken = El puerto del chat web está ocupado.
fault-paper-account-invalid = La cuenta de simulación es incorrecta.
fault-trade-transition-impossible = El estado de la operación no lo permite.

## Commands

command-start = Bienvenida, y lo que la mesa puede hacer
    .usage = /start
command-help = Todos los comandos, o uno en detalle
    .usage = /help [comando]
command-status = La mesa de un vistazo
    .usage = /status
command-scan = Setups ordenados por puntuación, de todos los símbolos o de algunos
    .usage = /scan [símbolos o lista] [temporalidad]
command-cancelscan = Parar un escaneo en marcha
    .usage = /cancelscan ID
command-watchlist = Listas de símbolos con nombre, o qué contiene una
    .usage = /watchlist [nombre]
command-signals = Propuestas abiertas
    .usage = /signals
command-positions = Posiciones abiertas con ganancias y pérdidas
    .usage = /positions
command-trade = Una operación con su gráfico
    .usage = /trade ID
command-why = De dónde sale cada número de la tarjeta de una operación
    .usage = /why ID
command-risk = Límites: lo usado y lo que queda
    .usage = /risk
command-chart = Gráfico con lo que la mesa ve en él, en una temporalidad o dos
    .usage = /chart SÍMBOLO [temporalidad] [temporalidad] [structure gaps blocks liquidity ranges sessions, o none]
command-pnl = Resultado por día, semana o mes, con la curva de equity
    .usage = /pnl [day, week o month] [cuántos]
command-month = Ganancias y pérdidas de un mes, día a día
    .usage = /month [1 es este mes, 2 el anterior]
command-stats = Tasa de acierto, esperanza matemática, drawdown; por estrategia, símbolo, sesión, hora o salida
    .usage = /stats [strategy, symbol, session, hour o exit]
command-levels = Qué hay por encima y por debajo del precio, y a qué distancia
    .usage = /levels SÍMBOLO [temporalidad]
command-sessions = Kill zones, la actual y las próximas
    .usage = /sessions
command-vetoes = Setups que no se operaron, y en qué quedaron
    .usage = /vetoes
command-replay = Reproduce un día pasado en el chat: sus setups y qué fue de ellos
    .usage = /replay AAAA-MM-DD [símbolo]
command-stopreplay = Detiene un replay en marcha
    .usage = /stopreplay ID
command-close = Cerrar una posición, o todas
    .usage = /close ID o SÍMBOLO o all
command-long = Proponer un largo propio
    .usage = /long SÍMBOLO [0.5%, 0.1BTC o $500] [entrada] sl PRECIO tp PRECIO ...
command-short = Proponer un corto propio
    .usage = /short SÍMBOLO [0.5%, 0.1BTC o $500] [entrada] sl PRECIO tp PRECIO ...
command-size = Aprobar una propuesta con otro tamaño
    .usage = /size ID [0.3R, 30%, 0.01BTC o $500]
command-sl = Mover el stop de una posición
    .usage = /sl ID o SÍMBOLO [precio, R, porcentaje o be]
command-breakeven = Mover el stop a donde no se pierde nada
    .usage = /breakeven ID o SÍMBOLO
command-trail = Hacer que el stop de una posición siga al precio
    .usage = /trail ID o SÍMBOLO [atr, structure, percent u off] [distancia]
command-tp = Cambiar los objetivos de una posición
    .usage = /tp ID o SÍMBOLO [precios]
command-reduce = Cerrar una parte de una posición
    .usage = /reduce ID o SÍMBOLO [porcentaje]
command-cancel = Cancelar lo que aún no se ejecutó de una entrada
    .usage = /cancel ID o SÍMBOLO
command-pause = No abrir operaciones nuevas durante un tiempo
    .usage = /pause [minutos] [motivo]
command-resume = Volver a aceptar operaciones nuevas
    .usage = /resume
command-panic = Cerrar todo y parar
    .usage = /panic
command-rules = Reglas que aprueban sin un toque, y cómo activarlas
    .usage = /rules [on u off] [nombre]
command-live = Confirmar la operativa real con un código de un solo uso
    .usage = /live CÓDIGO
command-settings = Cada ajuste: qué es, qué valores admite, quién lo cambió
    .usage = /settings [ruta]
command-set = Cambiar un ajuste; antes se muestra qué cambia
    .usage = /set RUTA [valor]
command-mode = Simulación o real, y qué hace falta para cambiarlo
    .usage = /mode [paper o live]
command-export = Los ajustes en YAML
    .usage = /export
command-import = Cargar ajustes desde YAML
    .usage = /import
command-orders = Órdenes activas en el exchange
    .usage = /orders
command-trades = Las últimas operaciones y en qué quedaron
    .usage = /trades
command-balance = Saldo, equity y resultado abierto
    .usage = /balance
command-health = Si cada parte de la mesa funciona
    .usage = /health
command-logs = Últimas advertencias y errores
    .usage = /logs
command-undo = Deshacer su última acción, si se puede deshacer
    .usage = /undo
command-language = El idioma de este chat
    .usage = /language [idioma]
command-timezone = La zona horaria de este chat
    .usage = /timezone [zona]
command-notify = De qué se avisa en este chat, y con qué sonido
    .usage = /notify [evento] [on|silent|off]
command-filter = Qué operaciones llegan a este chat
    .usage = /filter [symbols|strategies|grade] [valores|all]
command-mute = Sin sonido un rato, o cada noche
    .usage = /mute [minutos|22:00-07:00|off]
command-verbosity = Tarjetas completas o cortas
    .usage = /verbosity [short|full]
command-keyboard = Teclas bajo la línea de escritura
    .usage = /keyboard [on|off]
command-roles = Quién puede usar la mesa
    .usage = /roles [persona]
command-invite = Dejar entrar a alguien con un enlace de un solo uso
    .usage = /invite [viewer|trader|admin]
command-audit = Quién hizo qué, y si el registro está íntegro
    .usage = /audit [página|verify]
command-version = Qué versión está en marcha
    .usage = /version
command-whoami = Cómo le conoce la mesa
    .usage = /whoami

start-title = Killzone
start-text = La mesa vigila el mercado en busca de setups ICT y trae cada uno aquí como gráfico con botones. Nada se opera sin aprobación.
start-hint = /help muestra todos los comandos.
help-title = Comandos
help-group-look = Ver
help-group-act = Actuar
help-setups = Setups: /help { $names }
help-group-configure = Configurar
help-aliases = También: { $aliases }
help-role = Requiere el rol { $role }.

unknown-command = No existe el comando { $text }.
unknown-command-near = ¿Quería decir uno de estos?
unknown-command-hint = /help muestra todos los comandos.
unknown-symbol = No hay ningún símbolo { $text } en esta mesa.
unknown-symbol-near = Los más parecidos:
unknown-trade = No hay ninguna operación { $text }.
unknown-timeframe = { $text } no es una temporalidad. Conocidas: { $known }.
several-symbols = { $text } coincide con varios símbolos:
bad-minutes = Los minutos son un número entero de 1 a { $max }; se recibió { $text }.
bad-price = { $text } no es un precio. Sirven 61240, 61.2k, -1%, 1.5R o be.
bad-percent = { $text } no es un porcentaje de 1 a 100.
bad-trailing = Un stop sigue atr, structure o percent, o nada con off; se recibió { $text }.
bad-distance = Una distancia es mayor que 0 y como mucho 100, por ejemplo 2 o 1.5; se recibió { $text }.
bad-choice = { $text } no está entre las opciones: { $known }.
too-many-words = El comando no admite tanto: { $text }
usage = Uso: { $usage }
pick-symbol = ¿Qué símbolo?
pick-symbol-more = { $count } más: escriba el nombre tras el comando.
pick-date = ¿Qué día?
pick-date-more = Para otro día, escríbalo tras el comando, como 2026-11-20.
bad-date = { $text } no es un día. Escríbalo como 2026-11-20 o elija uno.
pick-trade = ¿Qué operación?
pick-trade-none = No hay operaciones que elegir.
pick-running = Lo que está en marcha se detiene con el botón de su propio mensaje.
pick-close = ¿Qué se cierra?
forbidden = /{ $command } requiere el rol { $needed }; usted es { $role }.
plain-text = Esto no es un comando. Todo en la mesa empieza con una barra o un botón.
plain-text-near = Quizá uno de estos:

## Moving stop and targets

move-stop-now = El stop está en { PRICE($stop) }.
move-stop-hint = Cualquier precio: /sl { $id } 61240, o 61.2k, -1%, 0.5R, be. R y porcentaje cuentan desde la entrada.
trail-now = El stop sigue: { $how }
trail-hint = Cualquier distancia: /trail { $id } atr 2.5, o percent 0.8, structure 0.5, off. Se mueve en cada cierre, solo hacia menos riesgo.
trail-off = nada
trail-atr = { NUMBER($distance) } ATR por detrás del precio
trail-structure = { NUMBER($distance) } ATR por detrás del último swing ({ $layer })
trail-percent = { NUMBER($distance) } % por detrás del precio
trail-from = { $how }, desde { R($r) }
move-targets-now = Objetivos: { $targets }
move-targets-hint = Cualquier precio: /tp { $id } 61240 62000, a partes iguales.
move-reduce-now = Cantidad abierta: { PRICE($quantity) }. Los objetivos se reducen con ella; el stop se queda.
move-not-open = { $symbol }: { $state }. No hay ninguna posición abierta que cambiar.
confirm-stop-title = ¿Más riesgo en { $symbol }?
confirm-stop-text = El stop pasaría de { PRICE($from) } a { PRICE($to) }. En riesgo ahora: { $was }. Después: { $will }.
confirm-stop-risk = { PERCENT($percent) }, { MONEY($money) } { $quote }

## Rules that approve

rules-title = Reglas de aprobación
rules-none = Los ajustes no tienen ninguna regla de aprobación.
rules-unknown = No existe la regla { $text }.
rules-any = cualquier setup
rules-line = { $rule }: { $takes } · hasta { MONEY($notional) } · { NUMBER($percent) } % del tamaño
rules-on = Activa: la activó { $name } el { MOMENT($at) }
rules-off = Inactiva
rules-note = Una regla aprueba lo que permiten los límites y nada más. Una regla que se cambia queda inactiva.

## Look

status-title = Mesa · { $mode }
status-running = Acepta operaciones nuevas
status-paused = En pausa por { $name } desde las { TIME($since) }
status-paused-until = En pausa por { $name } hasta el { MOMENT($until) }
status-paused-reason = Motivo: { $reason }
status-live-locked = La operativa real está bloqueada: no se envía ninguna orden hasta que un administrador envíe /live CÓDIGO en un chat privado
status-market = Mercado
market-simulated = simulado
market-replay = replay de { $symbol } { $timeframe }
status-symbols = Símbolos
status-symbols-more = { $shown } y { $count } más
status-last-candle = Última vela
status-last-candle-ago = { TIME($at) }, hace { DURATION($ago) }
status-last-candle-none = aún ninguna
status-balance = Saldo
status-equity = Equity
status-proposals = Propuestas abiertas
status-in-trades = En operaciones
status-unknown = Sin confirmar
status-closed = Cerradas
status-market-time = Hora del mercado
status-up-since = En marcha, en tiempo de mercado
signals-title = Propuestas abiertas
signals-none = No hay propuestas abiertas.
positions-title = Posiciones abiertas
positions-none = No hay posiciones abiertas.
position-head = { NUMBER($number) } · { $direction } { $symbol } · { $r } · { $pnl } · { $state }
position-line = { PRICE($quantity) } desde { $entry }, ahora { $price }, stop { $stop }
positions-open-total = Resultado abierto: { PROFIT($pnl) }
column-number = #
column-symbol = Símbolo
column-side = Lado
column-quantity = Cantidad
column-entry = Entrada
column-price = Precio
column-result = P&L
column-r = R
column-score = Puntos
column-setup = Setup
column-timeframe = TF
column-period = { $period ->
    [week] Semana del
    [month] Mes desde
   *[day] Día
}
column-trades = Operaciones
column-won = Ganadas
column-factor = PF
column-expires = Caduca
column-state = Estado
column-order = Orden
column-when = Cuándo
column-limit = Límite
column-used = Usado
column-allowed = Permitido
column-left = Queda
column-level = Nivel
column-away = Distancia
no-value = –
scan-title = Escaneo
scan-none = Ningún setup ahora mismo.
scan-summary = { $scanned ->
    [one] { $scanned } símbolo
   *[other] { $scanned } símbolos
} en { DURATION($elapsed) }
scan-more = { $count ->
    [one] { $count } setup más con menor puntuación
   *[other] { $count } setups más con menor puntuación
}
scan-failed = No se pudieron escanear: { $symbols }. { $why }
scan-failed-busy = Otro proceso los retuvo demasiado tiempo.
scan-failed-no-answer = El proceso que los tenía falló o tardó demasiado.
breaker-until = ⛔ { $why }. Termina el { MOMENT($at) }
breaker-person = ⛔ { $why }. Debe decidir una persona
scan-running = Escaneando: { $scanned } de { $total } símbolos
scan-cancelled = Cancelado tras { $scanned } de { $total } símbolos
scan-budget = Peticiones al exchange en este minuto: { $used } de { $limit }
scan-over = Este escaneo ya no está en marcha.
risk-title = Riesgo
risk-balance = Saldo
risk-resets = Los contadores diarios se reinician en { DURATION($left) }, el { MOMENT($at) }
sessions-title = Kill zones
sessions-now = Ahora { TIME($now) }, Nueva York { $newYork }
sessions-open = En curso
sessions-next = Próximas
sessions-none = No hay ninguna ventana en curso.
sessions-open-row = hasta las { TIME($at) } · Nueva York { $newYork } · quedan { DURATION($left) }
sessions-next-row = { TIME($at) } · Nueva York { $newYork } · en { DURATION($left) }
watchlist-title = Listas de seguimiento
watchlist-named = { $name } · { $count ->
    [one] { $count } símbolo
   *[other] { $count } símbolos
}
watchlist-empty = Nada de lo que se sigue encaja en esta lista.
watchlist-unknown = No existe la lista { $name }.
brief-opened = { $window } ha empezado
brief-closed = { $window } ha terminado
brief-until = Hasta
brief-until-value = { TIME($at) } · Nueva York { $newYork } · { DURATION($left) }
brief-proposals = Propuestas
brief-approved = Aprobadas
brief-result = Cerradas
brief-result-value = { $closed ->
    [0] ninguna
    [one] { $closed } operación, { R($r) }
   *[other] { $closed } operaciones, { R($r) }
}
brief-open-risk = Riesgo abierto
brief-trades-left = Operaciones restantes
brief-level = { PRICE($level) } ({ $away })
brief-more = { $count ->
    [one] y { $count } símbolo más
   *[other] y { $count } símbolos más
}
bias-bullish = alcista
bias-bearish = bajista
column-bias = Sesgo
column-asian-high = Máx. Asia
column-asian-low = Mín. Asia
column-day-high = Máx. día ant.
column-day-low = Mín. día ant.
chart-title = { $symbol } { $timeframe }
chart-title-two = { $symbol } { $timeframe } y { $second }
chart-none = Aún no hay velas de { $symbol } { $timeframe }.
reason-left-aside = { $reason ->
    [skipped] Omitido a mano
    [expired-time] Nadie lo aprobó a tiempo
    [expired-superseded] Lo sustituyó un setup más reciente
    [expired-price-left] El precio se alejó de la entrada
    [expired-target-reached] El objetivo llegó antes que la entrada
    [expired-stop-reached] El stop llegó antes que la entrada
    [expired-gap-filled] Se rellenó el gap
    [expired-block-invalidated] Una vela cerró a través del bloque
    [expired-swing-broken] Se rompió el swing
    [expired-kill-zone-over] La kill zone terminó
   *[expired-restart] La mesa no estaba en marcha
}
reason-skipped = Omitido: { skip-reason }
vetoes-title = No operados
vetoes-line = { $count ->
    [one] { $count } setup
   *[other] { $count } setups
} · ganados { $won }, perdidos { $lost } · { R($r) } sin nosotros
vetoes-none = Todos los setups hasta ahora se operaron o siguen abiertos.
vetoes-verdict = { $r ->
    [0] Dejarlos de lado no costó ni ahorró nada.
   *[other] Juntos habrían dado { R($r) }, antes de costes, cada uno cerrado en su primer objetivo.
}
vetoes-since = Setups desde el { MOMENT($since) }; lo que sigue en curso cuenta al último cierre.
vetoes-unknown = { $count ->
    [one] { $count } setup es demasiado antiguo para seguirlo.
   *[other] { $count } setups son demasiado antiguos para seguirlos.
}
replay-title = Replay
replay-title-day = Replay · { $symbol } · { $date }
replay-clock-running = ▶ { $time } · Nueva York { $newYork }
replay-clock-stopped = Detenido a las { $time } · Nueva York { $newYork }
replay-clock-done = El día ha terminado.
replay-no-setup = Ningún setup por ahora.
replay-result = { $count ->
    [one] { $count } setup
   *[other] { $count } setups
} · objetivo { $won } · stop { $lost } · { R($r) }
replay-left-out = { $count ->
    [one] Se omite { $count } setup más débil de ese día.
   *[other] Se omiten { $count } setups más débiles de ese día.
}
replay-no-companion = Sin comparar con { $companion }: sus velas no se pueden leer en este momento. Faltan, por tanto, las divergencias SMT.
replay-how = Con sus ajustes actuales, sin límites ni costes, cada uno cerrado en su primer objetivo. El día es el de Nueva York.
replay-outcome = { $outcome ->
    [missed] No se llegó a la entrada
    [running] En curso: { R($r) }
    [target] Objetivo alcanzado: { R($r) }
    [stop] Saltó el stop: { R($r) }
   *[waiting] Espera su entrada desde las { $time } de Nueva York
}
replay-refused-no-candles = No hay velas de { $symbol } para { $date }.
replay-refused-not-yet = { $date } aún no ha empezado.
replay-refused-busy = Aquí ya hay un replay en marcha. Deténgalo primero.
replay-over = Este replay ya no está en marcha.
levels-title = Niveles · { $symbol } { $timeframe }
levels-known = Según la vela que cerró el { MOMENT($at) }
levels-now = precio actual
levels-now-in-range = { $place ->
    [above] por encima
    [below] por debajo
    [premium] en premium
    [discount] en discount
   *[equilibrium] en equilibrium
}, { NUMBER($percent, maximumFractionDigits: 0) } % del rango
levels-at = dentro
levels-away = { $percent } · { NUMBER($atr, minimumFractionDigits: 1, maximumFractionDigits: 1) } ATR
level-zone = { $kind ->
    [order-block] Order block
    [breaker-block] Breaker
    [mitigation-block] Mitigation block
    [fair-value-gap] FVG
    [inverse-fair-value-gap] FVG inverso
    [balanced-price-range] BPR
    [volume-imbalance] Volume imbalance
    [opening-gap] Opening gap
    [new-day-opening-gap] NDOG
    [new-week-opening-gap] NWOG
   *[other] { $kind }
} { $bias ->
    [bullish] alcista
   *[bearish] bajista
}
level-session = { $side ->
    [high] Máximo
   *[low] Mínimo
} { $window }
level-edge = { $source ->
    [equal] { $side ->
        [high] Máximos iguales
       *[low] Mínimos iguales
    }
    [swing] { $side ->
        [high] Swing high
       *[low] Swing low
    }
    [previous-day] { $side ->
        [high] Máximo del día anterior
       *[low] Mínimo del día anterior
    }
    [previous-week] { $side ->
        [high] Máximo de la semana anterior
       *[low] Mínimo de la semana anterior
    }
    [previous-month] { $side ->
        [high] Máximo del mes anterior
       *[low] Mínimo del mes anterior
    }
   *[other] { $source } { $side }
}
level-dealing-range = { $part ->
    [high] Máximo del rango
    [low] Mínimo del rango
    [equilibrium] Equilibrium
   *[optimal-trade-entry] { $direction ->
        [long] OTE long
       *[short] OTE short
    }
}
pnl-title = Ganancias y pérdidas { pnl-by }
pnl-by = { $period ->
    [week] por semana
    [month] por mes
   *[day] por día
}
pnl-none = En este periodo no se cerró ninguna operación.
month-title = { $month }
stats-title = Estadísticas { stats-by }
stats-by = { $by ->
    [symbol] por símbolo
    [session] por sesión
    [hour] por hora
    [exit] por salida
   *[strategy] por estrategia
}
stats-more = Sin mostrar: { $count } más.
stats-hours = Horas de { $zone }
stats-result = Resultado tras comisiones
stats-result-value = { PROFIT($pnl) } · { R($r) }
stats-trades = Operaciones
stats-trades-value = { $trades }: { $wins } ganadas, { $losses } perdidas
stats-win-rate = Tasa de acierto
stats-expectancy = Esperanza matemática
stats-average-win = Ganancia media
stats-average-loss = Pérdida media
stats-profit-factor = Profit factor
stats-drawdown = Drawdown máximo
stats-drawdown-value = { MONEY($money) } · { R($r) }
stats-streak = Racha de pérdidas más larga
stats-fees = Comisiones pagadas
whoami-title = Usted
whoami-name = Nombre
whoami-id = ID
whoami-role = Rol
whoami-chat = Chat
whoami-language = Idioma
whoami-zone = Zona horaria

## Act

close-all-title = ¿Cerrar todas las posiciones?
close-all-none = No hay posiciones abiertas.
close-all-text = { $count ->
    [one] Se cerrará { $count } posición a mercado.
   *[other] Se cerrarán { $count } posiciones a mercado.
}
close-all-soon = { $count ->
    [one] { $count } posición se cierra a mercado en 5 segundos.
   *[other] { $count } posiciones se cierran a mercado en 5 segundos.
}
close-all-kept = Deshecho: no se cierra nada.
close-all-begun = Demasiado tarde: ya empezó o se deshizo antes.
close-all-done-title = Cerrar todo
panic-title = ¿Cerrar todo y parar?
panic-text = Se cancelan todas las entradas, se cierran todas las posiciones a mercado y no se abre ninguna operación nueva hasta que alguien envíe /resume.
panic-done-title = Pánico
confirm-hint = El botón funciona durante { DURATION($ttl) }. Si no lo toca, no ocurre nada.
pause-title = En pausa
pause-forever = Sin operaciones nuevas hasta que alguien reanude. Las posiciones abiertas se gestionan como antes.
pause-until = Sin operaciones nuevas hasta el { MOMENT($until) }. Las posiciones abiertas se gestionan como antes.
resume-title = En marcha
resume-done = Se aceptan de nuevo operaciones nuevas.
resume-not-paused = La mesa no estaba en pausa.

live-title = Operativa real
live-open = Confirmada. Las operaciones aprobadas van al exchange hasta que la mesa se reinicie.
live-already-open = Ya estaba confirmada.
live-not-live = Esta mesa opera en simulación. No hay nada que confirmar.
live-not-private = Envíe el código en un chat privado con la mesa: aquí otros pueden leerlo. No se acepta.
live-wrong-code = El código es incorrecto o ya se usó. { $left ->
    [one] Queda un intento
   *[other] Quedan { $left } intentos
}.
live-ledger-behind = No se acepta: al libro de operaciones le falta lo que esta mesa había enviado. Las posiciones se protegen y se cierran; no se abre nada nuevo.
live-locked-out = Bloqueada tras cinco códigos incorrectos. Dé a la mesa otro KILLZONE_TOTP_SECRET y reiníciela.
mode-title = Modo
mode-now = Esta mesa está en modo { $mode }.
mode-already = Ya es así.
mode-unknown = Los modos son paper y live; se recibió { $text }.
mode-to-live = Para operar en real: 1. mode: live en la configuración, 2. KILLZONE_LIVE=yes, las claves del exchange y KILLZONE_TOTP_SECRET en el entorno, 3. un reinicio, 4. un administrador envía /live CÓDIGO en un chat privado.
mode-live-note = Ningún chat puede cambiarlo: alguien tiene que hacerlo en el propio equipo. Cada arranque pide un código nuevo.
mode-to-paper = Para operar en simulación: mode: paper en la configuración y un reinicio, sin las claves del exchange.
mode-paper-note = Cierre antes lo que esté abierto: una mesa en simulación no gestiona posiciones reales. Para parar ya: /pause o /panic.

## Words inside of pictures (asked for by jobs); they are short

picture-entry = ENTRADA
picture-exit = SALIDA
picture-now = AHORA
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
        [low] Mín. previo
       *[high] Máx. previo
    }
    [session] { picture-zone } { $side ->
        [low] mín.
       *[high] máx.
    }
   *[other] { $side ->
        [low] Swing low
       *[high] Swing high
    }
}
picture-equity = Equity
picture-drawdown = Drawdown
picture-week = Semana
picture-trades = Ops
picture-days-won = Días ganados
picture-days-lost = perdidos
picture-performance = R { stats-by } y hora
picture-total = Total
picture-scan = Escaneo
picture-found = { $count ->
    [one] { $count } setup
   *[other] { $count } setups
}
picture-found-best = { $count } setups, los { $shown } mejores
picture-exposure = Exposición
picture-long = Long
picture-short = Short
picture-net = Neto
picture-risk = Riesgo de todos los stops

## Settings

settings-title = Ajustes
settings-section = Ajustes · { $path }
settings-marked = • distinto del valor por defecto.
settings-now = Ahora
settings-default = Por defecto
settings-range = Permitido
settings-on = sí
settings-off = no
settings-text = un texto
settings-structure = una lista, escrita en JSON
settings-preview = ¿Cambiar los ajustes?
settings-unchanged = No cambiaría nada.
settings-dangerous = ⚠ Esto relaja límites que protegen la cuenta: { $paths }
settings-takes-effect = Surte efecto al momento, sin reiniciar. Lo ya aprobado queda como está.
settings-changed = Ajustes cambiados
settings-refused = No es posible: { $path }
settings-everything = todos los ajustes
settings-nothing-changed = No se cambió nada.
settings-allowed = Permitido: { $range }
settings-problem = { $rule ->
    [above-number] Debe ser mayor que { $limit }
    [least-number] Debe ser como mínimo { $limit }
    [below-number] Debe ser menor que { $limit }
    [most-number] Debe ser como máximo { $limit }
    [least-array] Elementos: al menos { $limit }
    [most-array] Elementos: como máximo { $limit }
    [least-string] Caracteres: al menos { $limit }
    [most-string] Caracteres: como máximo { $limit }
    [whole-number] Debe ser un número entero
    [kind] Aquí no va un valor de este tipo
    [option] No es una de las opciones
    [unknown] No existe ese ajuste
    [plain-name] Minúsculas sin acentos, cifras y guiones; primero una letra
    [name-taken] Ese nombre ya está ocupado
    [different-names] Cada nombre solo una vez
    [hierarchy-name] sth, ith y lth pertenecen a la jerarquía
    [one-companion] Un solo símbolo de comparación por símbolo
    [time-of-day] Una hora como 17:00
    [time-span] Dos horas como 20:00-00:00
    [different-times] Las dos horas deben ser distintas
    [time-zone] Una zona de la base de datos de zonas horarias, como America/New_York
    [cron] Cinco campos como 30 8 * * 1-5
    [symbol-pattern] Un símbolo como BTC/USDT o un patrón con * y ?
    [shares] En total, como máximo el 100 por ciento
    [some-weight] Al menos uno debe ser mayor que 0
   *[other] Ese valor no sirve aquí
}
settings-unknown = No existe el ajuste { $path }.
settings-type-value = Escriba el valor nuevo.
settings-history-title = Cambios de los ajustes
settings-history-none = Aún no se ha cambiado nada.
settings-history-row = { $version } · { $name } · { MOMENT($at) }
prompt-ends = La mesa espera { DURATION($ttl) }; un comando termina la espera.
code-title = Código de un solo uso
code-ask = Envíe los seis dígitos de su aplicación de autenticación.
code-not-private = Esto necesita un código de un solo uso. Hágalo en un chat privado con la mesa: aquí otros podrían leerlo.
code-wrong = El código es incorrecto o ya se usó. Pruebe el siguiente.
code-locked = Ya no se acepta ningún código: hubo demasiados incorrectos.
export-title = Ajustes, versión { $version }
export-none = Todo tiene su valor por defecto.
export-hint = Solo lo que difiere del valor por defecto. /import lo vuelve a cargar.
import-title = Importar ajustes
import-ask = Pegue los ajustes en YAML, como los muestra /export. Lo que no nombren vuelve a su valor por defecto. Verá los cambios antes de aplicarlos.
import-no-yaml = La línea { $line } no es YAML válido.
import-no-settings = Cada línea necesita un ajuste y su valor, como los muestra /export.

undo-title = Deshacer
undo-none = Últimamente no ha hecho nada que se pueda deshacer, como cambiar un ajuste, un stop, objetivos o trailing. Una orden enviada no se puede deshacer: cierre la operación en su lugar.
undo-nothing = Aquí no hay nada que deshacer: lo hizo otra persona o ha cambiado desde entonces.
order-stop-which = ¿Dónde va el stop?
order-stop-hint = Un precio o una distancia desde la entrada: { $command } sl 61240, o 61.2k, 1%.
order-target-which = ¿Dónde van los objetivos?
order-target-hint = Precios, porcentaje o R desde la entrada: { $command } tp 62k 63k, o 2R, 1.5%. Varios se reparten por igual.
order-proposed = Propuesta. Su tarjeta llega a cada chat que sigue estas operaciones; no se envía nada hasta que alguien la apruebe allí.
order-refused-title = No propuesta: { $opening }
order-limit-through-price = Entrada: una orden límite en { PRICE($wanted) } está { $direction ->
    [short] por debajo
   *[long] por encima
} del precio { PRICE($against) } y se ejecutaría al instante. Omita la entrada para entrar a mercado.
order-stop-on-wrong-side = Stop: { PRICE($wanted) } debe estar { $direction ->
    [short] por encima
   *[long] por debajo
} de la entrada { PRICE($against) }.
order-target-on-wrong-side = Objetivo: { PRICE($wanted) } debe estar { $direction ->
    [short] por debajo
   *[long] por encima
} de la entrada { PRICE($against) }.
order-field = { $field ->
    [entry] Entrada
    [stop] Stop
    [target] Objetivo
   *[size] Tamaño
}
order-needs-a-price = { order-field }: hace falta un precio mayor que 0, por ejemplo 61240, 61.2k o un porcentaje. R es la distancia al stop y solo sirve para los objetivos.
order-no-price = El último precio de este símbolo es demasiado antiguo o no se conoce: sin él no se puede calcular el tamaño. Inténtelo de nuevo cuando lleguen velas.
order-unreadable = { order-field }: no se entiende { $text }.
order-twice = { order-field } se indicó dos veces: { $text }.
order-too-many = Diez objetivos como máximo; { $text } sobra.
order-field-size = Un tamaño es un riesgo como 0.5%, una cantidad como 0.1BTC o un importe como $500. Si se omite, lo dicen los ajustes.
order-field-entry = Una entrada es un precio límite como @61240 o 61.2k, o una distancia del precio como -1% (hacia el stop). Si se omite, es a mercado.
order-field-stop = Un stop es un precio como 61240 o 61.2k, o una distancia de la entrada como 1%.
order-field-target = Los objetivos son precios como 62k, distancias como 1.5% o R como 2R, diez como máximo.
why-title = Por qué estos números: { $trade }
why-rounding = Los precios se ajustan al tick del exchange; todo redondeo va hacia menos riesgo.
why-entry-market = { PRICE($entry) }: el precio al cierre del { MOMENT($at) }
why-entry-limit = { PRICE($entry) }: el precio límite que indica el setup
why-entry-filled = { PRICE($entry) } = { MONEY($notional) } ÷ { PRICE($quantity) } ejecutado; previsto { PRICE($planned) }
why-one-r = { PRICE($distance) } = de { PRICE($entry) } al primer stop { PRICE($stop) }
why-stop = { PRICE($stop) }: { $distance } desde { PRICE($entry) }
why-target = { R($r) } = ({ PRICE($price) } − { PRICE($entry) }) ÷ { PRICE($distance) }
why-size = { MONEY($notional) } { $quote } = { PRICE($quantity) } { $base } × { PRICE($entry) }
why-size-of = Tamaño previsto
why-size-capped = { PRICE($quantity) } = { PERCENT($percent) } del saldo ÷ { PRICE($entry) }, la posición máxima; el riesgo por sí solo permitiría más
why-size-wished = { PRICE($quantity) }: tal como se pidió
why-size-risk = { PRICE($quantity) } = { PERCENT($percent) } del saldo ÷ { PRICE($distance) }
why-risk = { MONEY($money) } { $quote } = { PRICE($quantity) } × { PRICE($distance) }; { PERCENT($percent) } del saldo
why-result = { PROFIT($pnl) } { $quote } = { MONEY($left) } − { MONEY($right) } − { MONEY($fees) } de comisiones
why-result-r = { R($r) } = { PROFIT($pnl) } ÷ { MONEY($risk) }
why-part = { $part }: { $why }

## People

roles-title = Personas
roles-owner = { $role }, propietario
roles-owner-fixed = Figura en la configuración: solo allí se puede cambiar.
roles-gone = Esa persona ya no está, o figura en la configuración.
roles-unknown = Nadie aquí se llama { $text }.
roles-revoked = { $name } ya no puede usar la mesa.
roles-set = { $name }: { $role } desde ahora.
invite-title = Invitación
invite-which = ¿Con qué rol?
invite-made = Quien abra este enlace pide entrar como { $role }. Un administrador aún debe aceptar.
invite-without-link = Se envía esta línea al bot de la mesa en Telegram. Una mesa sin bot aún no tiene entrada para otros: defina TELEGRAM_BOT_TOKEN, reinicie y vuelva a invitar.
invite-ends = Sirve una vez, durante { DURATION($ttl) }.
newcomer-title = Acceso
newcomer-waits = { $name } ({ $id }) pide entrar como { $role }.
newcomer-invited = Invitado por { $name }.
newcomer-asked = Se ha avisado a un administrador. La mesa le avisará cuando pueda entrar.
newcomer-no-invitation = Esta invitación ya se usó o caducó. Pida otra.
newcomer-decided = Ya lo decidió otra persona.
newcomer-admitted = { $name } ha entrado como { $role }.
newcomer-refused = { $name } se queda sin acceso.
newcomer-refused-you = Un administrador ha dicho que no.
newcomer-welcome = Ha entrado como { $role }. /help muestra todos los comandos; /start en este chat trae aquí las señales.
language-title = Idioma
language-now = Este chat está en { $name }.
language-set = Desde ahora este chat está en { $name }.
timezone-title = Zona horaria
timezone-now = { $zone }: ahora es { MOMENT($now) }.
timezone-unknown = No existe la zona horaria { $zone }.
timezone-hint = Escriba el nombre de una ciudad tras el comando, como /timezone Europe/Madrid.
mute-title = Silencio
mute-none = Los mensajes suenan a cualquier hora.
mute-unknown = { $text } no es un periodo de silencio.
mute-until = Sin sonido hasta el { MOMENT($until) }.
mute-daily = Cada día sin sonido de { $from } a { $to }.
mute-hint = Minutos, un horario como 22:00-07:00, u off. Las advertencias suenan igualmente.
notify-title = Notificaciones
notify-hint = Las advertencias pueden llegar sin sonido, pero siempre llegan.
event-signals = Setups
event-denied = Setups denegados
event-trades = Operaciones
event-sessions = Sesiones
event-desk = La mesa
event-warnings = Advertencias
loudness-on = con sonido
loudness-silent = sin sonido
loudness-off = no
filter-title = Qué llega a este chat
filter-all = todo
filter-symbols = Símbolos
filter-strategies = Estrategias
filter-grade = Grado
filter-grade-from = { $grade } y mejores
filter-hint = /filter symbols BTC ETH deja pasar solo estos. Las tarjetas que ya están aquí se mantienen al día.
verbosity-title = Tarjetas
verbosity-short = Cortas: sin puntuación ni motivos.
verbosity-full = Completas: con puntuación y motivos.
keyboard-title = Teclado
keyboard-about = Nueve comandos como teclas bajo la línea de escritura de este chat.
keyboard-on = Las teclas ya están bajo la línea de escritura.
keyboard-off = Las teclas se han quitado.
keyboard-elsewhere = Solo un chat privado con el bot en Telegram tiene teclas bajo la línea de escritura.

## The desk itself

audit-title = Registro
audit-none = Aún no hay nada registrado.
audit-clocks = Las operaciones llevan la hora del mercado, todo lo demás la de este equipo.
audit-row = { $number } · { $kind } · { $name } · { $when }
audit-command = comando
audit-tap = toque
audit-settings = ajuste
audit-trade = operación
audit-whole = El registro está íntegro: { $number } apuntes, ninguno cambiado, ninguno ausente.
audit-broken = ⚠ El registro está dañado en el apunte { $number }: { $reason ->
    [entry-missing] falta un apunte
    [entry-changed] se cambió un apunte
    [end-cut] se cortó el final
    [anchor-differs] no es el registro que era
   *[trade-changed] una operación difiere de lo registrado
}.
audit-anchor = Este hash representa todo el registro. Guardado en otro lugar, muestra más tarde si se reescribió por completo.
logs-title = Advertencias y errores
logs-none = No hay ninguna desde el arranque.
logs-row = { $mark } { MOMENT($at) } { $said }
health-title = Estado del sistema
health-well = Todo funciona.
health-ill = ⚠ Algo necesita atención.
health-ok = funciona
health-store = Almacén de datos
health-orders = Órdenes
health-unknown-orders = ⚠ { $count ->
    [one] { $count } sin confirmar
   *[other] { $count } sin confirmar
}
health-platform = { $platform ->
    [telegram] Telegram
    [discord] Discord
   *[other] { $platform }
}
health-rival = ⚠ Otro proceso recibe los mensajes desde el { MOMENT($since) }
health-warnings = Advertencias desde el arranque
version-title = Versión
version-desk = Killzone
version-node = Node
version-settings = Ajustes
orders-title = Órdenes
orders-none = No hay órdenes activas.
orders-reduce-only = Los stops y objetivos son reduce-only: cada uno cierra como máximo lo que queda abierto, sea cual sea la cantidad con que se envió.
order-leg = { $leg ->
    [entry] entrada
    [stop] stop
    [target] objetivo
   *[exit] salida
}
order-status = { $status ->
    [intended] enviándose
    [working] activa
   *[unknown] sin confirmar
}
trades-title = Operaciones
trades-none = Aún no hubo ninguna operación.
balance-title = Saldo · { $mode }
balance-open = Resultado abierto

## Notices (asked for by jobs)

notice-desk-started = La mesa está en marcha ({ $mode ->
    [live] REAL
   *[paper] simulación
}).
notice-session-opened = { window-name } ha empezado y dura hasta las { TIME($closesAt) }.
notice-symbols-listed = Nuevo en el exchange: { $symbols }{ $count ->
    [1] .
   *[other] { " " }({ $count } en total).
}
notice-symbols-delisted = Ya no está en el exchange: { $symbols }{ $count ->
    [1] .
   *[other] { " " }({ $count } en total).
}
notice-session-soon = { window-name } empieza a las { TIME($opensAt) }.
notice-session-closed = { window-name } ha terminado.
notice-breaker-daily-loss = ⛔ Sin operaciones nuevas: la pérdida de hoy es { PERCENT($actual) }, el límite { PERCENT($limit) }. Hasta el { MOMENT($until) }
notice-breaker-cool-down = ⛔ Sin operaciones nuevas: { $actual } pérdidas seguidas, el límite es { $limit }. Hasta el { MOMENT($until) }
notice-breaker-drawdown = ⛔ Sin operaciones nuevas: el saldo está { PERCENT($actual) } por debajo de su máximo, el límite es { PERCENT($limit) }. /risk muestra más, /resume reanuda la mesa
notice-rule-on = { $name } activó la regla de aprobación { $rule }: aprueba sin un toque
notice-rule-off = { $name } desactivó la regla de aprobación { $rule }
notice-paused = En pausa por { $name }.
notice-resumed = Reanudada por { $name }.
notice-panic = Pánico activado por { $name }: se cierra todo y no se abren operaciones nuevas.
notice-market-lost = Se perdió el flujo de datos de { $market }; la mesa se reconecta.
notice-market-back = El flujo de datos de { $market } ha vuelto.
notice-order-unknown = ⚠ El exchange no ha confirmado una orden de { $symbol }. La mesa sigue preguntando y no envía nada dos veces.
notice-stray-fill = ⚠ Una orden de { $symbol } se ejecutó después de terminar su operación. La mesa cierra lo que se abrió.
notice-stray-fill-open = ⚠ La mesa no pudo cerrar lo que una orden de { $symbol } abrió después de terminar su operación. Esa posición no tiene stop: ciérrela en el exchange.
notice-foreign-order = ⚠ Una orden de { $symbol } no es de esta mesa. La mesa no la toca.
notice-position-differs = ⚠ El exchange tiene { $exchange } en { $symbol }; la mesa conoce { $ledger }. La mesa no toca la diferencia.
notice-live-locked = REAL en { $exchange }: bloqueado. No se envía ninguna orden hasta que un administrador envíe /live CÓDIGO en un chat privado.
notice-ledger-behind = ⚠ Al libro de operaciones le falta lo que esta mesa había enviado a { $exchange }: se cortó, se vació o se sustituyó. Las posiciones se protegen y se cierran; no se abre nada nuevo. La guía dice qué hacer.
notice-live-open = REAL: { $name } confirmó la operativa real. Las operaciones aprobadas van al exchange.
notice-live-locked-out = ⚠ Cinco códigos incorrectos para la operativa real, el último de { $name }. Sigue bloqueada.
notice-key-not-bound-to-address = ⚠ La clave de { $exchange } funciona desde cualquier dirección IP. Vincúlela a la dirección de este equipo.
notice-key-may-transfer = ⚠ La clave de { $exchange } puede mover dinero a otras cuentas. Quítele ese permiso.
notice-clock-inexact = ⚠ El reloj de este equipo no es exacto. La diferencia con { $exchange } es de { DURATION($offset) }.
notice-digest = Mientras este chat no estaba disponible, se perdieron { $count } mensajes. /status muestra cómo está la mesa; /audit, qué ocurrió.
notice-rival = ⚠ Otro proceso recibe los mensajes de este bot en { health-platform }. Los comandos y toques pueden llegarle a él y no a esta mesa. Deténgalo o cree un token nuevo.
notice-rival-gone = El otro proceso en { health-platform } ya no está: todos los mensajes vuelven a llegar a esta mesa.
notice-unprotected = ⚠ La posición en { $symbol } no tiene un stop confirmado.
notice-not-compared = ⚠ No se han podido comparar el libro y el exchange, y puede que un nuevo intento no lo arregle. Hasta entonces no se abre nada nuevo; los stops y las salidas siguen. La causa está en /logs.

## Telegram

telegram-private = Esta mesa es privada. Su ID de Telegram es { $id }: el propietario puede añadirlo a la lista de acceso.
telegram-subscribed = Desde ahora las señales y los avisos llegan a este chat.
telegram-refused-tap = Esta mesa no le conoce.

## The page of the web chat

web-title = Killzone
web-conversation = Conversación con la mesa
web-compose = Mensaje a la mesa
web-compose-hint = Escriba un comando; / los muestra todos
web-send = Enviar
web-commands = Comandos
web-shortcuts = Atajos
web-today = Hoy
web-yesterday = Ayer
web-edited = editado { $time }
web-earlier = Mensajes anteriores
web-new-messages = { $count } nuevos
web-to-end = Ir al mensaje más reciente
web-busy = La mesa está en ello
web-chart = Gráfico: { $title }
web-enlarge = Ampliar el gráfico
web-close = Cerrar
web-ok = Aceptar
web-connecting = Conectando
web-connected = Conectado
web-reconnecting = Reconectando
web-connection-lost = La conexión se cortó antes de que la mesa respondiera. Mire la tarjeta antes de volver a tocar.
web-card-changed = Tarjeta cambiada: { $title }
web-sending = enviando
web-not-sent = No enviado
web-send-again = Enviar de nuevo
web-malformed = La mesa no entendió este mensaje.
web-too-fast = Demasiado rápido. Espere un momento.
web-failed = La mesa no pudo responder. Mire /status antes de intentarlo de nuevo.
web-sign-in = Entrar
web-sign-in-hint = Abra el enlace que la mesa mostró al arrancar, o péguelo aquí. Cada enlace sirve una vez.
web-sign-in-secret = Enlace o contraseña
web-sign-in-refused = Este enlace ya se usó o es demasiado antiguo. La mesa muestra uno nuevo en cada arranque.
web-sign-in-too-many = Demasiados intentos. Espere un minuto.
web-sign-in-failed = La mesa no responde. ¿Está en marcha?
web-sign-out = Salir
web-signed-out = Ha cerrado la sesión.
web-welcome = Aún no hay nada. Los setups llegan solos; /help muestra lo que se puede pedir.
