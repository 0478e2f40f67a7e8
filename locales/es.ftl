## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [order-block-touch] toque de order block
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
   *[other] { $name }
}

limit-name = { $name ->
    [risk-per-trade] Riesgo por operación
    [position-size] Posición máxima
    [daily-loss] Pérdida de hoy
    [trades-per-day] Operaciones de hoy
    [open-positions] Posiciones abiertas
    [open-risk] Riesgo abierto
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
reason-gap-overlap = Lo cubre un FVG de { PRICE($bottom) } a { PRICE($top) } ({ PERCENT($percent) } del precio)
reason-bias = La estructura es { $bias ->
    [bullish] alcista
    [bearish] bajista
   *[other] indecisa
}
reason-kill-zone = Dentro de la kill zone { window-name }
reason-structure-break = En ese bloque se rompió la estructura
reason-rejection = La vela volvió a cerrar fuera del bloque, en { PRICE($close) }
reason-no-order-block-touch = No se tocó ningún order block
reason-no-gap-overlap = Ningún FVG cubre el bloque
reason-no-kill-zone = Fuera de las kill zones
reason-no-structure-break = El bloque no rompió la estructura
reason-no-rejection = La vela cerró dentro del bloque

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = Puntuación { $score } de 100, grado { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = Entrada
trade-entry-market = { PRICE($price) } a mercado
trade-entry-limit = { PRICE($price) } limitada
trade-stop = Stop
trade-stop-distance = { PRICE($price) } ({ $distance })
trade-target = Objetivo
trade-target-number = Objetivo { $number }
trade-target-distance = { PRICE($price) } ({ R($r) })
trade-size = Tamaño
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = Riesgo
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-expires = Caduca el { MOMENT($at) }
trade-id = Operación { $id }
trade-line = { $direction } { $symbol }: { $state }

life-approved = Aprobada por { $name } a las { TIME($at) }, { $size }
life-approved-waiting = La entrada aún no se ha enviado
life-submitting = Se está enviando la entrada; el exchange aún no ha respondido
life-working = La orden de entrada está en el exchange, sin ejecuciones todavía
life-partially-filled = Ejecutado { PRICE($filled) } de { PRICE($quantity) } a { PRICE($price) }
life-open = Ejecutado { PRICE($filled) } a { PRICE($price) }
life-protected = El stop está en el exchange: { PRICE($stop) }
life-unprotected = ⚠ El stop aún no está confirmado en el exchange
life-unknown = ⚠ El exchange no ha confirmado la orden. La mesa sigue preguntando y no envía nada dos veces
life-closing = Cerrando ({ $reason })
life-closing-by = Cerrando ({ $reason }) por { $name }
life-closed = Cerrada: { $reason }
life-closed-result = Resultado { R($r) } de { R($planned) } previstos · { PROFIT($pnl) } { $quote } tras comisiones
life-closed-unfilled = No se ejecutó nada
life-price = Precio { PRICE($price) }
life-open-result = Abierto { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = Omitida
life-skipped-by = Omitida por { $name }
life-expired = Caducada
life-denied = Denegada por riesgo
life-rejected = No se colocó ninguna orden
life-ended = { $state }: { $why }
life-ended-by = { $state } por { $name }: { $why }

close-reason-stop = stop loss
close-reason-target = objetivo alcanzado
close-reason-manual = a mano
close-reason-panic = pánico
close-reason-time = stop por tiempo
close-reason-entry-cancelled = entrada cancelada

expired-time = nadie la aprobó a tiempo
expired-superseded = la sustituyó un setup más reciente
expired-price-left = el precio se alejó de la entrada
expired-restart = la mesa no estaba cuando venció

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
denied-price-moved = El precio se movió demasiado desde el setup
    .measured = El precio se movió { NUMBER($actual, maximumFractionDigits: 2) }R desde el setup; el límite es { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = El último precio conocido es demasiado antiguo
    .measured = El último precio tiene { NUMBER($actual, maximumFractionDigits: 0) } s; el límite es { NUMBER($limit, maximumFractionDigits: 0) } s
denied-paused = La mesa está en pausa; /resume la reanuda
denied-kill-switch = La mesa se detuvo con /panic; /resume la reanuda
denied-expired = El setup ha caducado
denied-cool-down = La mesa hace una pausa tras las pérdidas
    .measured = { $actual } pérdidas seguidas; la mesa hace una pausa tras { $limit }
denied-drawdown = El saldo está demasiado por debajo de su máximo
    .measured = El saldo está { PERCENT($actual) } por debajo de su máximo; el límite es { PERCENT($limit) }
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
denied-liquidation = La liquidación quedaría demasiado cerca del stop
    .measured = La liquidación quedaría a { NUMBER($actual, maximumFractionDigits: 2) } veces la distancia del stop; hacen falta { NUMBER($limit, maximumFractionDigits: 2) }

## Buttons

button-approve = Aprobar { $size }
button-size = { $size }
button-skip = Omitir
button-close = Cerrar
button-close-number = Cerrar { $number }
button-cancel-entry = Cancelar entrada
button-close-all = Cerrar las { $count }
button-close-all-confirm = { $count ->
    [one] Sí, cerrar { $count } posición
   *[other] Sí, cerrar { $count } posiciones
}
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
button-next-page = Siguiente ▶
button-previous-page = ◀ Atrás

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R

## Answers to taps

tap-invalid = Este botón ya no funciona: se usó, caducó o es de otro chat.
tap-forbidden = Hace falta el rol { $needed }; usted es { $role }.
tap-approved = Aprobado { $size }: { $direction } { $symbol }, { PRICE($quantity) }
tap-skipped = { $symbol } omitido
tap-closing = Cerrando { $symbol }
tap-entry-cancelled = La entrada de { $symbol } está cancelada
tap-too-late = Demasiado tarde: { $symbol }, { $state }
tap-not-found = Esta operación no existe.
tap-denied-title = No aprobada: { $symbol }
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
fault-desk-already-running = Otra mesa funciona en la misma carpeta.
fault-redis-missing = La mesa no encontró ningún servidor Redis.
fault-redis-failed = El servidor Redis falló.
fault-redis-unsafe = El servidor Redis no está configurado de forma segura.
fault-store-corrupt = No se puede leer lo que guarda el almacén.
fault-store-unavailable = La mesa no llega a su almacén en este momento.
fault-settings-invalid = Los ajustes son incorrectos.
fault-settings-conflict = Otra persona cambió los ajustes al mismo tiempo.
fault-file-unreadable = No se puede leer un archivo.
fault-file-without-candles = Un archivo no contiene velas utilizables.
fault-market-unavailable = No se puede leer el mercado en este momento.
fault-exchange-unavailable = El exchange no responde en este momento.
fault-exchange-key-refused = El exchange rechaza la clave de la mesa.
fault-exchange-key-unsafe = La clave del exchange puede retirar dinero, y eso no lo debe poder ninguna clave de trading.
fault-exchange-clock-off = El reloj de esta máquina difiere demasiado del del exchange.
fault-chat-rate-limited = La plataforma de chat pide a la mesa ir más despacio.
fault-chat-unreachable = No se puede llegar a la plataforma de chat.
fault-chat-gone = Ese chat ya no existe.
fault-chat-message-gone = Ese mensaje ya no existe.
fault-chat-refused = La plataforma de chat rechazó el mensaje.
fault-chart-font-missing = Faltan las fuentes de los gráficos.
fault-chart-timed-out = Un gráfico tardó demasiado.
fault-chart-pool-closed = Ya no se dibujan gráficos: la mesa se está parando.
fault-web-password-required = El chat web necesita una contraseña para usarse desde otras máquinas.
fault-web-port-taken = El puerto del chat web está ocupado.
fault-paper-account-invalid = La cuenta de simulación es incorrecta.
fault-trade-transition-impossible = La operación no lo permite en su estado.

## Commands

command-start = Bienvenida, y lo que la mesa puede hacer
    .usage = /start
command-help = Todos los comandos, o uno en detalle
    .usage = /help [comando]
command-status = La mesa de un vistazo
    .usage = /status
command-scan = Setups ordenados, de todos los símbolos o de algunos
    .usage = /scan [símbolos] [temporalidad]
command-signals = Propuestas abiertas
    .usage = /signals
command-positions = Posiciones abiertas con ganancia y pérdida
    .usage = /positions
command-trade = Una operación con su gráfico
    .usage = /trade ID
command-risk = Límites: lo usado y lo que queda
    .usage = /risk
command-chart = Gráfico con lo que la mesa ve en él
    .usage = /chart SÍMBOLO [temporalidad]
command-levels = Qué hay por encima y por debajo del precio, y a qué distancia
    .usage = /levels SÍMBOLO [temporalidad]
command-sessions = Kill zones, la actual y las próximas
    .usage = /sessions
command-close = Cerrar una posición, o todas
    .usage = /close ID o SÍMBOLO o all
command-pause = No tomar operaciones nuevas durante un tiempo
    .usage = /pause [minutos] [motivo]
command-resume = Volver a tomar operaciones
    .usage = /resume
command-panic = Cerrar todo y parar
    .usage = /panic
command-settings = Cada ajuste: qué es, qué valores admite, quién lo cambió
    .usage = /settings [ruta]
command-set = Cambiar un ajuste; antes se muestra qué cambia
    .usage = /set RUTA [valor]
command-export = Los ajustes en YAML
    .usage = /export
command-import = Cargar ajustes desde YAML
    .usage = /import
command-orders = Órdenes vivas en el exchange
    .usage = /orders
command-trades = Las últimas operaciones y en qué quedaron
    .usage = /trades
command-balance = Saldo, patrimonio y resultado abierto
    .usage = /balance
command-health = Si cada parte de la mesa funciona
    .usage = /health
command-logs = Últimos avisos y errores
    .usage = /logs
command-undo = Deshacer su último cambio de ajustes
    .usage = /undo
command-language = El idioma de este chat
    .usage = /language [idioma]
command-timezone = La zona horaria de este chat
    .usage = /timezone [zona]
command-notify = De qué avisa este chat, y con qué volumen
    .usage = /notify [evento] [on|silent|off]
command-filter = Qué operaciones llegan a este chat
    .usage = /filter [symbols|strategies|grade] [values|all]
command-mute = Sin sonido un rato, o cada noche
    .usage = /mute [minutes|22:00-07:00|off]
command-verbosity = Tarjetas completas o cortas
    .usage = /verbosity [short|full]
command-roles = Quién puede usar la mesa
    .usage = /roles [persona]
command-invite = Dejar entrar a alguien con un enlace de un solo uso
    .usage = /invite [viewer|trader|admin]
command-audit = Quién hizo qué, y si el registro está íntegro
    .usage = /audit [page|verify]
command-version = Qué versión funciona aquí
    .usage = /version
command-whoami = Cómo le conoce la mesa
    .usage = /whoami

start-title = Killzone
start-text = La mesa vigila el mercado en busca de setups ICT y trae cada uno aquí como gráfico con botones. Nada se opera sin aprobación.
start-hint = /help muestra todos los comandos.
help-title = Comandos
help-group-look = Ver
help-group-act = Actuar
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
too-many-words = El comando no admite tanto: { $text }
usage = Uso: { $usage }
pick-symbol = ¿Qué símbolo?
pick-symbol-more = { $count } más: escriba el nombre tras el comando.
pick-trade = ¿Qué operación?
pick-trade-none = No hay operaciones que elegir.
pick-close = ¿Qué se cierra?
forbidden = /{ $command } requiere el rol { $needed }; usted es { $role }.
plain-text = Esto no es un comando. Todo en la mesa empieza con una barra o un botón.
plain-text-near = Quizá uno de estos:

## Look

status-title = Mesa · { $mode }
status-running = Tomando operaciones
status-paused = En pausa por { $name } desde las { TIME($since) }
status-paused-until = En pausa por { $name } hasta el { MOMENT($until) }
status-paused-reason = Motivo: { $reason }
status-market = Mercado
status-symbols = Símbolos
status-symbols-more = { $shown } y { $count } más
status-last-candle = Última vela
status-last-candle-ago = { TIME($at) }, hace { DURATION($ago) }
status-last-candle-none = aún ninguna
status-balance = Saldo
status-equity = Patrimonio
status-proposals = Propuestas abiertas
status-in-trades = En operaciones
status-unknown = Sin confirmar
status-closed = Cerradas
status-up-since = En marcha desde hace
signals-title = Propuestas abiertas
signals-none = No hay propuestas abiertas.
positions-title = Posiciones abiertas
positions-none = No hay posiciones abiertas.
positions-open-total = Resultado abierto: { PROFIT($pnl) }
column-number = #
column-symbol = Símbolo
column-side = Lado
column-quantity = Cantidad
column-entry = Entrada
column-price = Precio
column-stop = Stop
column-result = P&L
column-r = R
column-score = Puntos
column-setup = Setup
column-timeframe = TF
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
scan-failed = No se pudieron escanear: { $symbols }
risk-title = Riesgo
risk-balance = Saldo
risk-resets = Los contadores diarios empiezan de nuevo en { DURATION($left) }, el { MOMENT($at) }
sessions-title = Kill zones
sessions-now = Ahora { TIME($now) }, Nueva York { $newYork }
sessions-open = Abiertas
sessions-next = Próximas
sessions-none = No hay ninguna ventana abierta.
sessions-open-row = hasta las { TIME($at) } · Nueva York { $newYork } · quedan { DURATION($left) }
sessions-next-row = { TIME($at) } · Nueva York { $newYork } · en { DURATION($left) }
chart-title = { $symbol } { $timeframe }
chart-none = Aún no hay velas de { $symbol } { $timeframe }.
levels-title = Niveles · { $symbol } { $timeframe }
levels-known = A la vela que cerró el { MOMENT($at) }
levels-now = precio actual
levels-now-in-range = { $place ->
    [premium] en premium
    [discount] en discount
   *[equilibrium] en equilibrium
}, { NUMBER($percent, maximumFractionDigits: 0) }% del rango
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
whoami-title = Usted
whoami-name = Nombre
whoami-id = Id
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
close-all-done-title = Cerrar todo
panic-title = ¿Cerrar todo y parar?
panic-text = Se cancelan todas las entradas, se cierran todas las posiciones a mercado y no se toma ninguna operación nueva hasta que alguien envíe /resume.
panic-done-title = Pánico
confirm-hint = El botón funciona durante { DURATION($ttl) }. Sin un toque no ocurre nada.
pause-title = En pausa
pause-forever = Sin operaciones nuevas hasta que alguien reanude. Las posiciones abiertas se gestionan como antes.
pause-until = Sin operaciones nuevas hasta el { MOMENT($until) }. Las posiciones abiertas se gestionan como antes.
resume-title = En marcha
resume-done = Se vuelven a tomar operaciones.
resume-not-paused = La mesa no estaba en pausa.

## Settings

settings-title = Ajustes
settings-section = Ajustes · { $path }
settings-marked = • distinto del valor por defecto.
settings-now = Ahora
settings-default = Por defecto
settings-range = Permitido
settings-on = sí
settings-off = no
settings-structure = una lista, escrita en JSON
settings-preview = ¿Cambiar los ajustes?
settings-unchanged = No cambiaría nada.
settings-dangerous = ⚠ Esto afloja límites que protegen la cuenta: { $paths }
settings-takes-effect = Surte efecto al momento, sin reiniciar. Lo ya aprobado queda como está.
settings-changed = Ajustes cambiados
settings-refused = No es posible: { $path }
settings-everything = todos los ajustes
settings-nothing-changed = No se cambió nada.
settings-allowed = Permitido: { $range }
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

undo-title = Deshacer
undo-none = No ha cambiado ningún ajuste. Lo que pasó con una operación no se deshace: ciérrela o cambie su stop.

## People

roles-title = Personas
roles-owner = { $role }, propietario
roles-owner-fixed = Figura en la configuración: solo allí se puede cambiar.
roles-gone = Esa persona ya no está, o figura en la configuración.
roles-revoked = { $name } ya no puede usar la mesa.
roles-set = { $name }: { $role } desde ahora.
invite-title = Invitación
invite-which = ¿Con qué rol?
invite-made = Quien abra este enlace pide entrar como { $role }. Un administrador aún debe aceptar.
invite-ends = Sirve una vez, durante { DURATION($ttl) }.
newcomer-title = Acceso
newcomer-waits = { $name } ({ $id }) pide entrar como { $role }.
newcomer-invited = Invitado por { $name }.
newcomer-asked = Se ha preguntado a un administrador. La mesa le avisará cuando pueda entrar.
newcomer-no-invitation = Esta invitación ya se usó o caducó. Pida otra.
newcomer-decided = Alguien ya lo decidió.
newcomer-admitted = { $name } ha entrado como { $role }.
newcomer-refused = { $name } se queda fuera.
newcomer-refused-you = Un administrador ha dicho que no.
newcomer-welcome = Ha entrado como { $role }. /help muestra todos los comandos; /start en este chat trae aquí las señales.
language-title = Idioma
language-now = Este chat está en { $name }.
language-set = Desde ahora este chat está en { $name }.
timezone-title = Zona horaria
timezone-now = { $zone }: son las { MOMENT($now) }.
timezone-unknown = No existe la zona horaria { $zone }.
timezone-hint = Escriba el nombre de una ciudad tras el comando, como /timezone Europe/Madrid.
mute-title = Silencio
mute-none = Los mensajes suenan a cualquier hora.
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

## The desk itself

audit-title = Registro
audit-none = Aún no hay nada registrado.
audit-row = { $number } · { $kind } · { $name } · { $when }
audit-command = comando
audit-tap = toque
audit-settings = ajuste
audit-trade = operación
audit-whole = El registro está íntegro: { $number } entradas, ninguna cambiada, ninguna ausente.
audit-broken = ⚠ El registro está roto en la entrada { $number }: { $reason ->
    [entry-missing] falta una entrada
    [entry-changed] se cambió una entrada
    [end-cut] se cortó el final
    [anchor-differs] no es el registro que era
   *[trade-changed] una operación difiere de lo registrado
}.
audit-anchor = Este hash representa todo el registro. Guardado en otro lugar, muestra más tarde si se reescribió por completo.
logs-title = Avisos y errores
logs-none = No hay ninguno desde el arranque.
logs-row = { $mark } { MOMENT($at) } { $said }
health-title = Salud
health-well = Todo funciona.
health-ill = ⚠ Algo necesita atención.
health-ok = funciona
health-store = Almacén
health-orders = Órdenes
health-unknown-orders = ⚠ { $count ->
    [one] { $count } sin confirmar
   *[other] { $count } sin confirmar
}
health-warnings = Avisos desde el arranque
version-title = Versión
version-desk = Killzone
version-node = Node
version-settings = Ajustes
orders-title = Órdenes
orders-none = No hay órdenes vivas.
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
notice-session-opened = { window-name } está abierta hasta las { TIME($closesAt) }.
notice-session-closed = { window-name } está cerrada.
notice-paused = En pausa por { $name }.
notice-resumed = Reanudada por { $name }.
notice-panic = Pánico de { $name }: se cierra todo y no se toman operaciones nuevas.
notice-market-lost = Se perdió el flujo de mercado de { $market }; la mesa se reconecta.
notice-market-back = El flujo de mercado de { $market } ha vuelto.
notice-order-unknown = ⚠ El exchange no ha confirmado una orden de { $symbol }. La mesa sigue preguntando y no envía nada dos veces.
notice-stray-fill = ⚠ Una orden de { $symbol } se ejecutó después de terminar su operación. La mesa cierra lo que se abrió.
notice-foreign-order = ⚠ Una orden de { $symbol } no es de esta mesa. La mesa no la toca.
notice-position-differs = ⚠ El exchange tiene { $exchange } en { $symbol }; la mesa conoce { $ledger }. La mesa no toca la diferencia.
notice-digest = Mientras no se podía llegar a este chat, se perdieron { $count } mensajes. /status muestra cómo está la mesa; /audit, qué ocurrió.
notice-unprotected = ⚠ La posición en { $symbol } no tiene un stop confirmado.

## Telegram

telegram-private = Esta mesa es privada. Su id de Telegram es { $id }: su propietario puede añadirlo a la lista.
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
web-connected = En directo
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
web-signed-out = Ha salido.
web-welcome = Aún no hay nada. Los setups llegan solos; /help muestra lo que se puede pedir.
