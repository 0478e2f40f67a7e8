## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [order-block-touch] toque em order block
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
    [structure-break] Estrutura
    [rejection] Rejeição
   *[other] { $name }
}

limit-name = { $name ->
    [risk-per-trade] Risco por trade
    [position-size] Maior posição
    [daily-loss] Perda de hoje
    [trades-per-day] Trades de hoje
    [open-positions] Posições abertas
    [open-risk] Risco aberto
   *[other] { $name }
}

state-proposed = proposto
state-approved = aprovado
state-submitting = sendo enviado
state-working = entrada no book
state-partially-filled = executado em parte
state-open = aberto
state-closing = fechando
state-closed = fechado
state-skipped = pulado
state-expired = expirado
state-denied = negado
state-rejected = rejeitado
state-unknown = não confirmado

role-viewer = observador
role-trader = trader
role-admin = administrador

mode-paper = simulado
mode-live = REAL

## Why a setup is one (asked for by strategies)

reason-order-block-touch = O preço voltou a um order block intacto de { PRICE($bottom) } a { PRICE($top) } em { $timeframe }
reason-gap-overlap = Um FVG de { PRICE($bottom) } a { PRICE($top) } o sobrepõe ({ PERCENT($percent) } do preço)
reason-bias = A estrutura é { $bias ->
    [bullish] de alta
    [bearish] de baixa
   *[other] indefinida
}
reason-kill-zone = Dentro da kill zone { window-name }
reason-structure-break = Nesse bloco a estrutura foi rompida
reason-rejection = O candle voltou a fechar fora do bloco, em { PRICE($close) }
reason-no-order-block-touch = Nenhum order block foi tocado
reason-no-gap-overlap = Nenhum FVG sobrepõe o bloco
reason-no-kill-zone = Fora das kill zones
reason-no-structure-break = O bloco não rompeu a estrutura
reason-no-rejection = O candle fechou dentro do bloco

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = Pontuação { $score } de 100, nota { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = Entrada
trade-entry-market = { PRICE($price) } a mercado
trade-entry-limit = { PRICE($price) } limitada
trade-stop = Stop
trade-stop-distance = { PRICE($price) } ({ $distance })
trade-target = Alvo
trade-target-number = Alvo { $number }
trade-target-distance = { PRICE($price) } ({ R($r) })
trade-size = Tamanho
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = Risco
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-expires = Expira em { MOMENT($at) }
trade-id = Trade { $id }
trade-line = { $direction } { $symbol }: { $state }

life-approved = Aprovado por { $name } às { TIME($at) }, { $size }
life-approved-waiting = A entrada ainda não foi enviada
life-submitting = A entrada está sendo enviada; a corretora ainda não respondeu
life-working = A ordem de entrada está na corretora, nada executado ainda
life-partially-filled = Executado { PRICE($filled) } de { PRICE($quantity) } a { PRICE($price) }
life-open = Executado { PRICE($filled) } a { PRICE($price) }
life-protected = O stop está na corretora: { PRICE($stop) }
life-unprotected = ⚠ O stop ainda não está confirmado na corretora
life-unknown = ⚠ A corretora não confirmou a ordem. A mesa continua perguntando e não envia nada duas vezes
life-closing = Fechando ({ $reason })
life-closing-by = Fechando ({ $reason }) por { $name }
life-closed = Fechado: { $reason }
life-closed-result = Resultado { R($r) } de { R($planned) } planejados · { PROFIT($pnl) } { $quote } após taxas
life-closed-unfilled = Nada foi executado
life-price = Preço { PRICE($price) }
life-open-result = Aberto { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = Pulado
life-skipped-by = Pulado por { $name }
life-expired = Expirado
life-denied = Negado pelo risco
life-rejected = Nenhuma ordem foi colocada
life-ended = { $state }: { $why }
life-ended-by = { $state } por { $name }: { $why }

close-reason-stop = stop loss
close-reason-target = alvo atingido
close-reason-manual = manual
close-reason-panic = pânico
close-reason-time = stop por tempo
close-reason-entry-cancelled = entrada cancelada

expired-time = ninguém aprovou a tempo
expired-superseded = um setup mais novo tomou o lugar
expired-price-left = o preço se afastou da entrada
expired-restart = a mesa estava fora quando venceu

rejected =
    { $code ->
        [never-arrived] nunca chegou à corretora
       *[other] a corretora a rejeitou ({ $code })
    }

## What risk says

denied-risk-per-trade = O risco deste trade está acima do limite
    .measured = O risco deste trade seria { PERCENT($actual) }; o limite é { PERCENT($limit) }
denied-position-size = A posição é maior que o permitido
    .measured = A posição seria { PERCENT($actual) } do saldo; o limite é { PERCENT($limit) }
denied-size-below-minimum = O tamanho está abaixo do mínimo da corretora
    .measured = O tamanho seria { PRICE($actual) }; a corretora aceita no mínimo { PRICE($limit) }
denied-daily-loss = O limite de perda do dia foi atingido
    .measured = A perda de hoje é { PERCENT($actual) }; o limite é { PERCENT($limit) }
denied-trades-per-day = Não restam trades hoje
    .measured = { $actual } trades hoje; o limite é { $limit }
denied-open-positions = Há posições abertas demais
    .measured = { $actual } posições abertas; o limite é { $limit }
denied-symbol-busy = Este símbolo já tem um trade
denied-open-risk = O risco aberto seria alto demais
    .measured = O risco aberto seria { PERCENT($actual) }; o limite é { PERCENT($limit) }
denied-stop-on-wrong-side = O preço já passou do stop
    .measured = O stop { PRICE($limit) } está do lado errado do preço { PRICE($actual) }
denied-price-moved = O preço andou demais desde o setup
    .measured = O preço andou { NUMBER($actual, maximumFractionDigits: 2) }R desde o setup; o limite é { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = O último preço conhecido é velho demais
    .measured = O último preço tem { NUMBER($actual, maximumFractionDigits: 0) } s; o limite é { NUMBER($limit, maximumFractionDigits: 0) } s
denied-paused = A mesa está em pausa; /resume a retoma
denied-kill-switch = A mesa foi parada com /panic; /resume a retoma
denied-expired = O setup expirou
denied-cool-down = A mesa faz uma pausa depois das perdas
    .measured = { $actual } perdas seguidas; a mesa faz uma pausa após { $limit }
denied-drawdown = O saldo está muito abaixo do seu máximo
    .measured = O saldo está { PERCENT($actual) } abaixo do máximo; o limite é { PERCENT($limit) }
denied-session-trades = Não restam trades nesta sessão
    .measured = { $actual } trades nesta sessão; o limite é { $limit }
denied-group-risk = O risco em símbolos correlacionados seria alto demais
    .measured = O risco em símbolos correlacionados seria { PERCENT($actual) }; o limite é { PERCENT($limit) }
denied-volatility = O mercado se move demais
    .measured = Um candle médio é { PERCENT($actual) } do preço; o limite é { PERCENT($limit) }
denied-spread = O spread está largo demais
    .measured = O spread é { PERCENT($actual) } do preço; o limite é { PERCENT($limit) }
denied-order-notional = A ordem é maior que o permitido
    .measured = A ordem seria de { NUMBER($actual, maximumFractionDigits: 2) }; o limite é { NUMBER($limit, maximumFractionDigits: 2) }
denied-daily-notional = As ordens do dia passam do permitido
    .measured = As ordens do dia somariam { NUMBER($actual, maximumFractionDigits: 2) }; o limite é { NUMBER($limit, maximumFractionDigits: 2) }
denied-order-rate = Ordens demais em um minuto
    .measured = { $actual } ordens em um minuto; o limite é { $limit }
denied-leverage = A alavancagem seria alta demais
    .measured = A alavancagem seria { NUMBER($actual, maximumFractionDigits: 2) }; o limite é { NUMBER($limit, maximumFractionDigits: 2) }
denied-liquidation = A liquidação ficaria perto demais do stop
    .measured = A liquidação ficaria a { NUMBER($actual, maximumFractionDigits: 2) } vezes a distância do stop; são necessárias { NUMBER($limit, maximumFractionDigits: 2) }

## Buttons

button-approve = Aprovar { $size }
button-size = { $size }
button-skip = Pular
button-close = Fechar
button-close-number = Fechar { $number }
button-cancel-entry = Cancelar entrada
button-close-all = Fechar as { $count }
button-close-all-confirm = { $count ->
    [one] Sim, fechar { $count } posição
   *[other] Sim, fechar { $count } posições
}
button-panic-confirm = Sim, zerar tudo e parar
button-status = Status
button-signals = Sinais
button-positions = Posições
button-risk = Risco
button-chart = Gráfico
button-help = Ajuda
button-invite = Convidar
button-roles = Pessoas
button-revoke = Revogar
button-admit = Deixar { $name } entrar
button-refuse = Não
button-verify = Verificar
button-short = Cartões curtos
button-full = Cartões completos
button-all-strategies = Todas as estratégias
button-all-symbols = Todos os símbolos
button-settings = Ajustes
button-settings-history = Mudanças
button-apply = Aplicar
button-cancel = Cancelar
button-undo = Desfazer
button-undo-number = Desfazer { $version }
button-back = Voltar
button-type-value = Digitar um valor
button-switch-on = Ligar
button-switch-off = Desligar
button-refresh = Atualizar
button-resume = Retomar
button-show = Ver { $id }
button-next-page = Próxima ▶
button-previous-page = ◀ Voltar

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R

## Answers to taps

tap-invalid = Este botão não funciona mais: foi usado, expirou ou é de outro chat.
tap-forbidden = Isto requer o papel { $needed }; o seu é { $role }.
tap-approved = Aprovado { $size }: { $direction } { $symbol }, { PRICE($quantity) }
tap-skipped = { $symbol } pulado
tap-closing = Fechando { $symbol }
tap-entry-cancelled = A entrada de { $symbol } foi cancelada
tap-too-late = Tarde demais: { $symbol } está { $state }
tap-not-found = Este trade não existe.
tap-denied-title = Não aprovado: { $symbol }
tap-denied-open = A proposta continua de pé.
tap-unchanged = { $symbol } está { $state }
tap-closing-count = { $count ->
    [0] Nada estava aberto
    [one] Fechando { $count } trade
   *[other] Fechando { $count } trades
}
tap-panic = Novos trades estão parados. /resume retoma a mesa.
tap-page = Página { $page } de { $pages }

## Faults

fault-title = Não funcionou
fault-unknown = Algo deu errado na mesa. Veja /status antes de tentar de novo.
fault-act = A mesa não conseguiu confirmar. Pode ter acontecido ou não: veja antes de tentar de novo.
fault-config-invalid = A configuração está errada.
fault-desk-already-running = Outra mesa roda na mesma pasta.
fault-redis-missing = A mesa não encontrou um servidor Redis.
fault-redis-failed = O servidor Redis falhou.
fault-redis-unsafe = O servidor Redis não está configurado com segurança.
fault-store-corrupt = Não é possível ler o que está guardado.
fault-store-unavailable = A mesa não alcança seu armazenamento no momento.
fault-settings-invalid = Os ajustes estão errados.
fault-settings-conflict = Outra pessoa mudou os ajustes ao mesmo tempo.
fault-file-unreadable = Um arquivo não pode ser lido.
fault-file-without-candles = Um arquivo não tem candles utilizáveis.
fault-market-unavailable = O mercado não pode ser lido no momento.
fault-exchange-unavailable = A corretora não responde no momento.
fault-exchange-key-refused = A corretora recusa a chave da mesa.
fault-exchange-key-unsafe = A chave da corretora pode sacar dinheiro, o que nenhuma chave de trading pode.
fault-exchange-clock-off = O relógio desta máquina está longe demais do da corretora.
fault-chat-rate-limited = A plataforma de chat pede que a mesa vá mais devagar.
fault-chat-unreachable = A plataforma de chat não pode ser alcançada.
fault-chat-gone = Esse chat não existe mais.
fault-chat-message-gone = Essa mensagem não existe mais.
fault-chat-refused = A plataforma de chat recusou a mensagem.
fault-chart-font-missing = Faltam as fontes dos gráficos.
fault-chart-timed-out = Um gráfico demorou demais.
fault-chart-pool-closed = Gráficos não são mais desenhados: a mesa está parando.
fault-web-password-required = O chat web precisa de uma senha para ser acessado de outras máquinas.
fault-web-port-taken = A porta do chat web está ocupada.
fault-paper-account-invalid = A conta simulada está errada.
fault-trade-transition-impossible = O estado do trade não permite isso.

## Commands

command-start = Boas-vindas e o que a mesa faz
    .usage = /start
command-help = Todos os comandos, ou um em detalhe
    .usage = /help [comando]
command-status = A mesa num relance
    .usage = /status
command-scan = Setups em ordem, de todos ou alguns símbolos
    .usage = /scan [símbolos] [timeframe]
command-signals = Propostas abertas
    .usage = /signals
command-positions = Posições abertas com lucro e prejuízo
    .usage = /positions
command-trade = Um trade com seu gráfico
    .usage = /trade ID
command-risk = Limites: o que foi usado e o que resta
    .usage = /risk
command-chart = Gráfico com o que a mesa vê nele
    .usage = /chart SÍMBOLO [timeframe]
command-levels = O que há acima e abaixo do preço, e a que distância
    .usage = /levels SÍMBOLO [timeframe]
command-sessions = Kill zones, agora e a seguir
    .usage = /sessions
command-close = Fechar uma posição, ou todas
    .usage = /close ID ou SÍMBOLO ou all
command-pause = Parar de pegar trades por um tempo
    .usage = /pause [minutos] [motivo]
command-resume = Voltar a pegar trades
    .usage = /resume
command-panic = Zerar tudo e parar
    .usage = /panic
command-settings = Cada ajuste: o que é, o que pode ser, quem mudou
    .usage = /settings [caminho]
command-set = Mudar um ajuste; antes se vê o que muda
    .usage = /set CAMINHO [valor]
command-export = Os ajustes em YAML
    .usage = /export
command-import = Carregar ajustes de YAML
    .usage = /import
command-orders = Ordens vivas na corretora
    .usage = /orders
command-trades = Os últimos trades e no que deram
    .usage = /trades
command-balance = Saldo, patrimônio e resultado aberto
    .usage = /balance
command-health = Se cada parte da mesa funciona
    .usage = /health
command-logs = Últimos avisos e erros
    .usage = /logs
command-undo = Desfazer sua última mudança de ajustes
    .usage = /undo
command-language = O idioma deste chat
    .usage = /language [idioma]
command-timezone = O fuso horário deste chat
    .usage = /timezone [fuso]
command-notify = O que este chat recebe, e com que volume
    .usage = /notify [evento] [on|silent|off]
command-filter = Quais trades chegam a este chat
    .usage = /filter [symbols|strategies|grade] [values|all]
command-mute = Sem som por um tempo, ou toda noite
    .usage = /mute [minutes|22:00-07:00|off]
command-verbosity = Cartões completos ou curtos
    .usage = /verbosity [short|full]
command-roles = Quem pode usar a mesa
    .usage = /roles [pessoa]
command-invite = Deixar alguém entrar com um link de uso único
    .usage = /invite [viewer|trader|admin]
command-audit = Quem fez o quê, e se o registro está íntegro
    .usage = /audit [page|verify]
command-version = O que roda aqui
    .usage = /version
command-whoami = Como a mesa conhece você
    .usage = /whoami

start-title = Killzone
start-text = A mesa observa o mercado em busca de setups ICT e traz cada um aqui como gráfico com botões. Nada é negociado sem aprovação.
start-hint = /help mostra todos os comandos.
help-title = Comandos
help-group-look = Ver
help-group-act = Agir
help-group-configure = Configurar
help-aliases = Também: { $aliases }
help-role = Requer o papel { $role }.

unknown-command = Não existe o comando { $text }.
unknown-command-near = Você quis dizer um destes?
unknown-command-hint = /help mostra todos os comandos.
unknown-symbol = Não existe o símbolo { $text } nesta mesa.
unknown-symbol-near = Mais próximos:
unknown-trade = Não existe o trade { $text }.
unknown-timeframe = { $text } não é um timeframe. Conhecidos: { $known }.
several-symbols = { $text } serve para vários símbolos:
bad-minutes = Minutos são um número inteiro de 1 a { $max }; veio { $text }.
too-many-words = É mais do que o comando aceita: { $text }
usage = Uso: { $usage }
pick-symbol = Qual símbolo?
pick-symbol-more = Mais { $count }: digite o nome depois do comando.
pick-trade = Qual trade?
pick-trade-none = Não há trade para escolher.
pick-close = O que deve ser fechado?
forbidden = /{ $command } requer o papel { $needed }; o seu é { $role }.
plain-text = Isto não é um comando. Tudo na mesa começa com uma barra ou um botão.
plain-text-near = Talvez um destes:

## Look

status-title = Mesa · { $mode }
status-running = Pegando novos trades
status-paused = Em pausa por { $name } desde { TIME($since) }
status-paused-until = Em pausa por { $name } até { MOMENT($until) }
status-paused-reason = Motivo: { $reason }
status-market = Mercado
status-symbols = Símbolos
status-symbols-more = { $shown } e mais { $count }
status-last-candle = Último candle
status-last-candle-ago = { TIME($at) }, há { DURATION($ago) }
status-last-candle-none = nenhum ainda
status-balance = Saldo
status-equity = Patrimônio
status-proposals = Propostas abertas
status-in-trades = Em trades
status-unknown = Não confirmados
status-closed = Fechados
status-up-since = Rodando há
signals-title = Propostas abertas
signals-none = Nenhuma proposta está aberta.
positions-title = Posições abertas
positions-none = Nenhuma posição está aberta.
positions-open-total = Resultado aberto: { PROFIT($pnl) }
column-number = #
column-symbol = Símbolo
column-side = Lado
column-quantity = Quantidade
column-entry = Entrada
column-price = Preço
column-stop = Stop
column-result = P&L
column-r = R
column-score = Pontos
column-setup = Setup
column-timeframe = TF
column-expires = Expira
column-state = Estado
column-order = Ordem
column-when = Quando
column-limit = Limite
column-used = Usado
column-allowed = Permitido
column-left = Resta
column-level = Nível
column-away = Distância
no-value = –
scan-title = Varredura
scan-none = Nenhum setup agora.
scan-summary = { $scanned ->
    [one] { $scanned } símbolo
   *[other] { $scanned } símbolos
} em { DURATION($elapsed) }
scan-more = { $count ->
    [one] Mais { $count } setup com pontuação menor
   *[other] Mais { $count } setups com pontuação menor
}
scan-failed = Não foi possível varrer: { $symbols }
risk-title = Risco
risk-balance = Saldo
risk-resets = Os contadores diários recomeçam em { DURATION($left) }, { MOMENT($at) }
sessions-title = Kill zones
sessions-now = Agora { TIME($now) }, Nova York { $newYork }
sessions-open = Abertas
sessions-next = A seguir
sessions-none = Nenhuma janela está aberta.
sessions-open-row = até { TIME($at) } · Nova York { $newYork } · restam { DURATION($left) }
sessions-next-row = { TIME($at) } · Nova York { $newYork } · em { DURATION($left) }
chart-title = { $symbol } { $timeframe }
chart-none = Ainda não há candles de { $symbol } { $timeframe }.
levels-title = Níveis · { $symbol } { $timeframe }
levels-known = Conforme o candle que fechou em { MOMENT($at) }
levels-now = preço agora
levels-now-in-range = { $place ->
    [premium] em premium
    [discount] em discount
   *[equilibrium] em equilibrium
}, { NUMBER($percent, maximumFractionDigits: 0) }% do range
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
} de { $bias ->
    [bullish] alta
   *[bearish] baixa
}
level-session = { $side ->
    [high] Máxima
   *[low] Mínima
} { $window }
level-edge = { $source ->
    [equal] { $side ->
        [high] Máximas iguais
       *[low] Mínimas iguais
    }
    [swing] { $side ->
        [high] Swing high
       *[low] Swing low
    }
    [previous-day] { $side ->
        [high] Máxima do dia anterior
       *[low] Mínima do dia anterior
    }
    [previous-week] { $side ->
        [high] Máxima da semana anterior
       *[low] Mínima da semana anterior
    }
    [previous-month] { $side ->
        [high] Máxima do mês anterior
       *[low] Mínima do mês anterior
    }
   *[other] { $source } { $side }
}
level-dealing-range = { $part ->
    [high] Máxima do range
    [low] Mínima do range
    [equilibrium] Equilibrium
   *[optimal-trade-entry] { $direction ->
        [long] OTE long
       *[short] OTE short
    }
}
whoami-title = Você
whoami-name = Nome
whoami-id = Id
whoami-role = Papel
whoami-chat = Chat
whoami-language = Idioma
whoami-zone = Fuso horário

## Act

close-all-title = Fechar todas as posições?
close-all-none = Não há posição aberta.
close-all-text = { $count ->
    [one] { $count } posição será fechada a mercado.
   *[other] { $count } posições serão fechadas a mercado.
}
close-all-done-title = Fechar todas
panic-title = Zerar tudo e parar?
panic-text = Toda entrada é cancelada, toda posição é fechada a mercado, e nenhum trade novo é feito até alguém enviar /resume.
panic-done-title = Pânico
confirm-hint = O botão funciona por { DURATION($ttl) }. Sem um toque nada acontece.
pause-title = Em pausa
pause-forever = Sem novos trades até alguém retomar. As posições abertas seguem sendo geridas.
pause-until = Sem novos trades até { MOMENT($until) }. As posições abertas seguem sendo geridas.
resume-title = Rodando
resume-done = Novos trades são feitos de novo.
resume-not-paused = A mesa não estava em pausa.

## Settings

settings-title = Ajustes
settings-section = Ajustes · { $path }
settings-marked = • difere do padrão.
settings-now = Agora
settings-default = Padrão
settings-range = Permitido
settings-on = ligado
settings-off = desligado
settings-structure = uma lista, escrita em JSON
settings-preview = Mudar os ajustes?
settings-unchanged = Nada mudaria.
settings-dangerous = ⚠ Isto afrouxa limites que protegem a conta: { $paths }
settings-takes-effect = Vale na hora, sem reiniciar. O que já foi aprovado fica como está.
settings-changed = Ajustes mudados
settings-refused = Não é possível: { $path }
settings-everything = todos os ajustes
settings-nothing-changed = Nada foi mudado.
settings-allowed = Permitido: { $range }
settings-unknown = Não existe o ajuste { $path }.
settings-type-value = Digite o novo valor.
settings-history-title = Mudanças dos ajustes
settings-history-none = Nada foi mudado ainda.
settings-history-row = { $version } · { $name } · { MOMENT($at) }
prompt-ends = A mesa espera { DURATION($ttl) }; um comando encerra a espera.
code-title = Código de uso único
code-ask = Envie os seis dígitos do seu aplicativo autenticador.
code-not-private = Isto requer um código de uso único. Faça num chat privado com a mesa: aqui outros poderiam lê-lo.
code-wrong = Este código está errado ou já foi usado. Tente o próximo.
code-locked = Nenhum código é mais aceito: houve errados demais.
export-title = Ajustes, versão { $version }
export-none = Tudo está no padrão.
export-hint = Só o que difere do padrão. /import carrega de novo.
import-title = Importar ajustes
import-ask = Cole os ajustes em YAML, como /export mostra. O que não for citado volta ao padrão. Você vê as mudanças antes.

undo-title = Desfazer
undo-none = Você não mudou nenhum ajuste. O que houve com um trade não se desfaz: feche-o ou mude o stop.

## People

roles-title = Pessoas
roles-owner = { $role }, dono
roles-owner-fixed = Citado na configuração: só lá pode ser mudado.
roles-gone = Essa pessoa não existe mais, ou está na configuração.
roles-revoked = { $name } não pode mais usar a mesa.
roles-set = { $name }: { $role } a partir de agora.
invite-title = Convite
invite-which = Com qual papel?
invite-made = Quem abrir este link pede para entrar como { $role }. Um administrador ainda precisa aceitar.
invite-ends = Funciona uma vez, por { DURATION($ttl) }.
newcomer-title = Entrada
newcomer-waits = { $name } ({ $id }) pede para entrar como { $role }.
newcomer-invited = Convidado por { $name }.
newcomer-asked = Um administrador foi perguntado. A mesa avisa quando você puder entrar.
newcomer-no-invitation = Este convite foi usado ou é velho demais. Peça outro.
newcomer-decided = Alguém já decidiu isso.
newcomer-admitted = { $name } entrou como { $role }.
newcomer-refused = { $name } fica de fora.
newcomer-refused-you = Um administrador disse não.
newcomer-welcome = Você entrou como { $role }. /help mostra todos os comandos; /start neste chat traz os sinais para cá.
language-title = Idioma
language-now = Este chat lê { $name }.
language-set = Este chat lê { $name } a partir de agora.
timezone-title = Fuso horário
timezone-now = { $zone }: são { MOMENT($now) }.
timezone-unknown = Não existe o fuso horário { $zone }.
timezone-hint = Digite uma cidade depois do comando, como /timezone Europe/Madrid.
mute-title = Silêncio
mute-none = As mensagens tocam a qualquer hora.
mute-until = Sem som até { MOMENT($until) }.
mute-daily = Todo dia sem som de { $from } a { $to }.
mute-hint = Minutos, um horário como 22:00-07:00, ou off. Os alertas tocam mesmo assim.
notify-title = Notificações
notify-hint = Os alertas podem vir sem som, mas sempre vêm.
event-signals = Setups
event-denied = Setups negados
event-trades = Trades
event-sessions = Sessões
event-desk = A mesa
event-warnings = Alertas
loudness-on = com som
loudness-silent = sem som
loudness-off = desligado
filter-title = O que chega a este chat
filter-all = tudo
filter-symbols = Símbolos
filter-strategies = Estratégias
filter-grade = Nota
filter-grade-from = { $grade } e melhores
filter-hint = /filter symbols BTC ETH deixa só estes. Os cartões que já estão aqui continuam atualizados.
verbosity-title = Cartões
verbosity-short = Curtos: sem pontuação e motivos.
verbosity-full = Completos: com pontuação e motivos.

## The desk itself

audit-title = Auditoria
audit-none = Nada foi registrado ainda.
audit-row = { $number } · { $kind } · { $name } · { $when }
audit-command = comando
audit-tap = toque
audit-settings = ajuste
audit-trade = trade
audit-whole = O registro está íntegro: { $number } entradas, nenhuma mudada, nenhuma faltando.
audit-broken = ⚠ O registro está quebrado na entrada { $number }: { $reason ->
    [entry-missing] falta uma entrada
    [entry-changed] uma entrada foi mudada
    [end-cut] o fim foi cortado
    [anchor-differs] não é o registro que era
   *[trade-changed] um trade difere do que foi registrado
}.
audit-anchor = Este hash representa todo o registro. Guardado em outro lugar, mostra depois se tudo foi reescrito.
logs-title = Avisos e erros
logs-none = Não há nenhum desde o início.
logs-row = { $mark } { MOMENT($at) } { $said }
health-title = Saúde
health-well = Tudo funciona.
health-ill = ⚠ Algo precisa de atenção.
health-ok = funciona
health-store = Armazenamento
health-orders = Ordens
health-unknown-orders = ⚠ { $count ->
    [one] { $count } não confirmada
   *[other] { $count } não confirmadas
}
health-warnings = Avisos desde o início
version-title = Versão
version-desk = Killzone
version-node = Node
version-settings = Ajustes
orders-title = Ordens
orders-none = Nenhuma ordem está viva.
order-leg = { $leg ->
    [entry] entrada
    [stop] stop
    [target] alvo
   *[exit] saída
}
order-status = { $status ->
    [intended] sendo enviada
    [working] no book
   *[unknown] não confirmada
}
trades-title = Trades
trades-none = Ainda não houve nenhum trade.
balance-title = Saldo · { $mode }
balance-open = Resultado aberto

## Notices (asked for by jobs)

notice-desk-started = A mesa está rodando ({ $mode ->
    [live] REAL
   *[paper] simulado
}).
notice-session-opened = { window-name } está aberta até { TIME($closesAt) }.
notice-session-closed = { window-name } está fechada.
notice-paused = Em pausa por { $name }.
notice-resumed = Retomada por { $name }.
notice-panic = Pânico de { $name }: tudo está sendo fechado, novos trades estão parados.
notice-market-lost = O feed de mercado { $market } caiu; a mesa está reconectando.
notice-market-back = O feed de mercado { $market } voltou.
notice-order-unknown = ⚠ A corretora não confirmou uma ordem de { $symbol }. A mesa continua perguntando e não envia nada duas vezes.
notice-stray-fill = ⚠ Uma ordem de { $symbol } foi executada depois que seu trade acabou. A mesa fecha o que ela abriu.
notice-foreign-order = ⚠ Uma ordem de { $symbol } não é desta mesa. A mesa não mexe nela.
notice-position-differs = ⚠ A corretora tem { $exchange } em { $symbol }; a mesa conhece { $ledger }. A mesa não mexe na diferença.
notice-digest = Enquanto este chat não pôde ser alcançado, { $count } mensagens foram perdidas. /status mostra como a mesa está; /audit, o que houve.
notice-unprotected = ⚠ A posição em { $symbol } não tem stop confirmado.

## Telegram

telegram-private = Esta mesa é privada. Seu id no Telegram é { $id }: o dono pode colocá-lo na lista.
telegram-subscribed = Sinais e alertas chegam a este chat a partir de agora.
telegram-refused-tap = Esta mesa não conhece você.

## The page of the web chat

web-title = Killzone
web-conversation = Conversa com a mesa
web-compose = Mensagem para a mesa
web-compose-hint = Digite um comando; / mostra todos
web-send = Enviar
web-commands = Comandos
web-shortcuts = Atalhos
web-today = Hoje
web-yesterday = Ontem
web-edited = editado { $time }
web-earlier = Mensagens anteriores
web-new-messages = { $count } novas
web-to-end = Ir à mensagem mais nova
web-busy = A mesa está trabalhando nisso
web-chart = Gráfico: { $title }
web-enlarge = Ampliar o gráfico
web-close = Fechar
web-ok = OK
web-connecting = Conectando
web-connected = Ao vivo
web-reconnecting = Reconectando
web-connection-lost = A conexão caiu antes de a mesa responder. Veja o cartão antes de tocar de novo.
web-card-changed = Cartão mudou: { $title }
web-sending = enviando
web-not-sent = Não enviado
web-send-again = Enviar de novo
web-malformed = A mesa não entendeu esta mensagem.
web-too-fast = Rápido demais. Espere um momento.
web-failed = A mesa não conseguiu responder. Veja /status antes de tentar de novo.
web-sign-in = Entrar
web-sign-in-hint = Abra o link que a mesa mostrou ao iniciar, ou cole-o aqui. Cada link funciona uma vez.
web-sign-in-secret = Link ou senha
web-sign-in-refused = Este link já foi usado ou é velho demais. A mesa mostra um novo a cada início.
web-sign-in-too-many = Tentativas demais. Espere um minuto.
web-sign-in-failed = A mesa não responde. Ela está rodando?
web-sign-out = Sair
web-signed-out = Você saiu.
web-welcome = Nada aqui ainda. Os setups chegam sozinhos; /help mostra o que você pode pedir.
