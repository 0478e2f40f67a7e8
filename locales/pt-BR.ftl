## Names

direction-long = LONG
direction-short = SHORT

strategy-name = { $name ->
    [manual] manual
    [order-block-touch] toque em order block
    [sweep-reversal] reversão após sweep
    [silver-bullet] silver bullet
    [breaker-retest] reteste de breaker
    [structure-continuation] continuação da estrutura
    [continuation] continuação da tarde
    [reversal] reversão da tarde
    [judas-swing] Judas swing
    [smt-divergence] divergência SMT
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
    [higher-timeframe-bias] Viés
    [premium-discount] Posição no range
    [sweep] Sweep
    [displacement] Displacement
    [gap-in-block] Gap no bloco
    [target-distance] Alvo
    [relative-volume] Volume
   *[other] { $name }
}

overlay-name = { $name ->
    [structure] Estrutura
    [gaps] Gaps
    [blocks] Blocos
    [liquidity] Liquidez
    [ranges] Ranges
    [sessions] Sessões
   *[other] { $name }
}
no-session = Fora de sessão

limit-name = { $name ->
    [risk-per-trade] Risco por trade
    [position-size] Maior posição
    [daily-loss] Perda de hoje
    [trades-per-day] Trades de hoje
    [open-positions] Posições abertas
    [open-risk] Risco aberto
    [drawdown] Abaixo do saldo máximo
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
reason-bias = A estrutura é { bias-name }
reason-kill-zone = Dentro da kill zone { window-name }
reason-structure-break = Nesse bloco a estrutura foi rompida
reason-rejection = O candle voltou a fechar fora do bloco, em { PRICE($close) }
reason-no-kill-zone = Fora das kill zones

# Reasons of trades from before every setup had the same score.
reason-gap-overlap = Um FVG de { PRICE($bottom) } a { PRICE($top) } o sobrepõe ({ PERCENT($percent) } do preço)
reason-no-order-block-touch = Nenhum order block foi tocado
reason-no-gap-overlap = Nenhum FVG sobrepõe o bloco
reason-no-structure-break = O bloco não rompeu a estrutura
reason-no-rejection = O candle fechou dentro do bloco

bias-name = { $bias ->
    [bullish] de alta
    [bearish] de baixa
   *[other] indefinida
}
pool-name = { $source ->
    [previous-day] do dia anterior
    [previous-week] da semana anterior
    [previous-month] do mês anterior
    [equal] iguais
    [session] de { window-name }
   *[other] de swing
}
side-name = { $side ->
    [high] { $source ->
        [equal] das máximas
       *[other] da máxima
    }
   *[low] { $source ->
        [equal] das mínimas
       *[other] da mínima
    }
}

reason-sweep = Sweep { side-name } { pool-name } em { PRICE($level) }, com fechamento de volta
reason-structure-shift = A estrutura passou a ser { bias-name }, com displacement através de { PRICE($level) }
reason-change-of-character = A estrutura passou a ser { bias-name } através de { PRICE($level) }
reason-break-of-structure = A estrutura rompeu { PRICE($level) } e segue { bias-name }
reason-change-in-delivery = A entrega do preço passou a ser { bias-name } com o fechamento em { PRICE($close) }
reason-entry-gap = Entrada no FVG de { PRICE($bottom) } a { PRICE($top) }
reason-entry-block = Entrada no order block de { PRICE($bottom) } a { PRICE($top) }
reason-window = Na janela { window-name }
reason-breaker-retest = O preço voltou ao breaker de { PRICE($bottom) } a { PRICE($top) } e ele segurou
reason-mitigation-retest = O preço voltou ao mitigation block de { PRICE($bottom) } a { PRICE($top) } e ele segurou
reason-judas-swing = Movimento falso da manhã até { PRICE($level) }, depois o movimento { bias-name } através da abertura
reason-smt-divergence = O segundo mercado não confirmou { PRICE($level) }: divergência { bias-name }
reason-higher-bias = A estrutura de { $timeframe } é { bias-name } desde o rompimento de { PRICE($level) }
reason-wide-bias = A estrutura dos swings grandes de { $timeframe } é { bias-name } desde o rompimento de { PRICE($level) }
reason-no-higher-bias = A estrutura acima de { $timeframe } ainda não escolheu uma direção
reason-dealing-place = A entrada { PRICE($entry) } está { $place ->
    [discount] em discount
    [premium] em premium
   *[other] em equilibrium
}: { PERCENT($position) } do range de { PRICE($bottom) } a { PRICE($top) }
reason-outside-dealing-range = A entrada { PRICE($entry) } está { $place ->
    [discount] em discount, abaixo
   *[premium] em premium, acima
} do range de { PRICE($bottom) } a { PRICE($top) }, a uma distância de { PERCENT($distance) } da altura dele
reason-no-dealing-range = Ainda não há dealing range
reason-no-sweep = Nenhum sweep de liquidez nos últimos { $candles } candles
reason-displacement = Um displacement foi de { PRICE($from) } a { PRICE($to) }
reason-no-displacement = Nenhum displacement nesta direção
reason-gap-in-block = Gap e order block se sobrepõem de { PRICE($bottom) } a { PRICE($top) }
reason-no-gap-in-block = Nenhum gap não preenchido dentro de um order block na entrada
reason-target = O último alvo { PRICE($price) } rende { R($r) }
reason-volume = O volume é { $times } vezes o habitual
reason-no-volume = O volume habitual não é conhecido
reason-manual = Proposto por { $name }

## What each setup is (asked for by /help)

strategy-about-order-block-touch = O preço volta a um order block pela primeira vez e não fecha através dele. Opero na direção do bloco, com o stop além dele e um alvo fixo.
strategy-about-sweep-reversal = O modelo de 2022. O preço pega a liquidez além de uma mínima e volta a fechar acima dela; depois a estrutura vira para cima com displacement. Espero o retorno ao gap que a virada deixou, ou ao bloco de onde ela saiu, na metade mais barata da perna. Minha invalidação fica abaixo da mínima varrida e realizo o lucro na liquidez acima. Os shorts são a imagem espelhada.
strategy-about-silver-bullet = Três horas do dia, no horário de Nova York: 03-04, 10-11 e 14-15. Em cada uma procuro uma só coisa: o primeiro FVG que o preço deixa a caminho de um pool de liquidez. Espero na borda do gap, minha invalidação fica atrás dos três candles que o formaram e realizo o lucro no pool. O que não entrou até o fim da hora está cancelado.
strategy-about-breaker-retest = Um order block que pegou liquidez e depois falhou deixa traders presos. Quando o preço volta a ele pelo outro lado pela primeira vez e fecha de novo afastando-se dele, opero a favor do rompimento. Minha invalidação fica além do bloco e do pavio que o testou, e realizo o lucro na próxima liquidez.
strategy-about-structure-continuation = O timeframe maior aponta para cima e o preço rompe uma máxima do menor na mesma direção. Não persigo o rompimento: espero no gap que a perna do rompimento deixou e que ninguém preencheu. Minha invalidação fica abaixo da mínima de onde a perna saiu e realizo o lucro na liquidez acima. Os shorts são a imagem espelhada.
strategy-about-continuation = 15:00 a 15:15 em Nova York: o dia tem sua direção e o preço toma fôlego. Quando ele volta a um gap aberto ou a um order block ainda válido nessa direção e o candle fecha de novo afastando-se da zona, sigo o dia. Minha invalidação fica atrás da zona, e o que não entrou até o fim da sessão está cancelado.
strategy-about-reversal = 15:30 a 15:50 em Nova York: o preço busca mais um pool antes do fechamento e falha. Quando o sweep e a virada depois dele acontecem ambos dentro da janela, opero o caminho de volta. Minha invalidação fica além do sweep e realizo o lucro na liquidez do outro lado.
strategy-about-judas-swing = O primeiro movimento da manhã é muitas vezes uma mentira: o preço passa da abertura da meia-noite, ataca o Asian range ou o dia anterior e volta através da abertura com uma virada na estrutura ou na entrega do preço. Opero a direção verdadeira. Minha invalidação fica além do ataque e realizo o lucro na liquidez do outro lado.
strategy-about-smt-divergence = Dois mercados que andam juntos discordam: um faz uma mínima mais baixa, o outro não. Espero até o preço virar para cima também aqui e opero a favor. Minha invalidação fica abaixo da mínima da divergência e realizo o lucro na liquidez acima. Os shorts são a imagem espelhada. Precisa de um segundo mercado.

## The trade card

trade-title = { $direction } { $symbol } { $timeframe } · { $strategy }
trade-title-session = { $direction } { $symbol } { $timeframe } · { $strategy } · { $session }
trade-score = Pontuação { $score } de 100, nota { $grade }
trade-part = { part-name } { $points }/{ $max }
trade-reason = • { $reason }
trade-entry = Entrada
trade-entry-market = { PRICE($price) } a mercado
trade-entry-limit = { PRICE($price) } limite
trade-entry-filled = { PRICE($price) }, planejada { PRICE($planned) }
trade-entry-as-planned = { PRICE($price) }, como planejado
trade-stop = Stop
trade-stop-distance = { PRICE($price) } ({ $distance })
trade-trailing = Trailing
trade-target = Alvo
trade-target-number = Alvo { $number }
trade-target-distance = { PRICE($price) } ({ R($r) })
trade-size = Tamanho
trade-size-money = { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-size-held = { PRICE($held) } de { PRICE($quantity) } { $base } · { MONEY($notional) } { $quote }
trade-risk = Risco
trade-risk-money = { PERCENT($percent) } · { MONEY($money) } { $quote }
trade-capped = Tamanho limitado pela maior posição permitida, { PERCENT($percent) } do saldo
trade-expires = Expira em { MOMENT($at) }
trade-ends-early = Cancelado antes disso se: { $facts }
ends-on-gap-filled = gap de { PRICE($bottom) } a { PRICE($top) } preenchido
ends-on-block-invalidated = fechamento através do bloco de { PRICE($bottom) } a { PRICE($top) }
ends-on-swing-broken = fechamento além de { PRICE($level) }
ends-on-kill-zone-over = fim de { window-name } às { TIME($at) }
trade-id = Trade { $id }
trade-live = REAL: dinheiro de verdade
trade-line = { $direction } { $symbol }: { $state }

life-approved = Aprovado por { $name } às { TIME($at) }, { $size }
life-approved-rule = Aprovado pela regra { $rule }, ligada por { $name }, às { TIME($at) }, { $size }
life-endorsed = Aprovado por { NUMBER($count) } de { NUMBER($needed) }: { $names }
life-endorsed-before = Aprovado antes por { $names }
life-repriced = Reprecificado por { $name } às { TIME($at) }
life-replanned = { $name } mudou o plano às { TIME($at) }: { $change ->
    [stop] stop
    [targets] alvos
   *[entry] entrada
}
life-approved-waiting = A entrada ainda não foi enviada
life-submitting = A entrada está sendo enviada; a corretora ainda não respondeu
life-working = A ordem de entrada está na corretora, nada executado ainda
life-partially-filled = Executado { PRICE($filled) } de { PRICE($quantity) } a { PRICE($price) }
life-open = Executado { PRICE($filled) } a { PRICE($price) }
life-left = Saída { PRICE($quantity) } a { PRICE($price) }
life-entry-cancelled = { $name } cancelou o resto da entrada
life-reduced = Já fechado: { PRICE($quantity) }
life-targets-moved = Alvos alterados por { $name }
life-stop-moved = Stop movido para { PRICE($price) } ({ $why })
life-stop-moved-by = Stop movido para { PRICE($price) } por { $name }
life-trailing-on = { $name } ligou o trailing
life-trailing-off = { $name } desligou o trailing
life-protected = O stop está na corretora: { PRICE($stop) }
life-unprotected = ⚠ O stop ainda não está confirmado na corretora
life-unknown = ⚠ A corretora não confirmou a ordem. A mesa continua perguntando e não envia nada duas vezes
life-closing = Fechando ({ $reason })
life-closing-by = Fechando ({ $reason }, { $name })
life-closed = Fechado: { $reason }
life-closed-result = Resultado { R($r) } de { R($planned) } planejados · { PROFIT($pnl) } { $quote } após taxas
life-given-up = A entrada foi descartada: { $why }
life-closed-unfilled = Nada foi executado
life-price = Preço { PRICE($price) }
life-open-result = Aberto { R($r) } · { PROFIT($pnl) } { $quote }
life-skipped = Pulado
life-skipped-by = Pulado por { $name }
life-skipped-why = { $line }: { skip-reason }
life-expired = Expirado
life-denied = Negado por limite de risco
life-rejected = Nenhuma ordem foi colocada
life-ended = { $state }: { $why }
life-ended-by = { $state } por { $name }: { $why }

stop-reason-break-even = break-even
stop-reason-trailing = trailing
stop-reason-manual = manual

close-reason-stop = stop loss
close-reason-target = alvo atingido
close-reason-manual = manual
close-reason-panic = pânico
close-reason-time = stop por tempo
close-reason-session-end = fim da sessão
close-reason-entry-cancelled = entrada cancelada

expired-time = ninguém aprovou a tempo
expired-superseded = um setup mais novo tomou o lugar
expired-price-left = o preço se afastou da entrada
expired-target-reached = o preço atingiu o alvo { PRICE($price) } antes da entrada
expired-stop-reached = o preço atingiu o stop { PRICE($price) } antes da entrada
expired-gap-filled = o gap de { PRICE($bottom) } a { PRICE($top) } foi preenchido
expired-block-invalidated = um candle fechou através do bloco de { PRICE($bottom) } a { PRICE($top) }
expired-swing-broken = um candle fechou além do swing em { PRICE($level) }
expired-kill-zone-over = { window-name } terminou
expired-restart = a mesa não estava rodando quando expirou

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
denied-short-impossible = Este mercado é à vista: não é possível operar vendido
denied-not-traded = A mesa não opera este símbolo: ele não está entre os símbolos da configuração
denied-price-moved = O preço andou demais desde o setup
    .measured = O preço andou { NUMBER($actual, maximumFractionDigits: 2) }R desde o setup; o limite é { NUMBER($limit, maximumFractionDigits: 2) }R
denied-price-stale = O último preço conhecido é antigo demais
    .measured = O último preço tem { NUMBER($actual, maximumFractionDigits: 0) } s de atraso; o limite é { NUMBER($limit, maximumFractionDigits: 0) } s
denied-paused = A mesa está em pausa; /resume a retoma
denied-kill-switch = A mesa foi parada com /panic; /resume a retoma
denied-expired = O setup expirou
denied-cool-down = A mesa faz uma pausa após várias perdas
    .measured = { $actual } perdas seguidas; a mesa faz uma pausa após { $limit }
denied-drawdown = O saldo ficou muito abaixo do seu máximo; /resume retoma a mesa
    .measured = O saldo ficou { PERCENT($actual) } abaixo do máximo; o limite é { PERCENT($limit) }. /resume retoma a mesa
denied-session-trades = Não restam trades nesta sessão
    .measured = { $actual } trades nesta sessão; o limite é { $limit }
denied-group-risk = O risco em símbolos correlacionados seria alto demais
    .measured = O risco em símbolos correlacionados seria { PERCENT($actual) }; o limite é { PERCENT($limit) }
denied-volatility = O mercado se move demais
    .measured = Um candle médio tem { PERCENT($actual) } do preço; o limite é { PERCENT($limit) }
denied-spread = O spread está alto demais
    .measured = O spread é { PERCENT($actual) } do preço; o limite é { PERCENT($limit) }
denied-order-notional = A ordem é maior que o permitido
    .measured = A ordem seria de { NUMBER($actual, maximumFractionDigits: 2) }; o limite é { NUMBER($limit, maximumFractionDigits: 2) }
denied-daily-notional = As ordens do dia passam do permitido
    .measured = As ordens do dia somariam { NUMBER($actual, maximumFractionDigits: 2) }; o limite é { NUMBER($limit, maximumFractionDigits: 2) }
denied-order-rate = Ordens demais em um minuto
    .measured = { $actual } ordens em um minuto; o limite é { $limit }
denied-leverage = A alavancagem seria alta demais
    .measured = A alavancagem seria { NUMBER($actual, maximumFractionDigits: 2) }; o limite é { NUMBER($limit, maximumFractionDigits: 2) }
denied-live-locked = As operações reais estão bloqueadas: um administrador precisa enviar /live CÓDIGO num chat privado
denied-liquidation = A liquidação ficaria perto demais do stop
    .measured = A liquidação ficaria a { NUMBER($actual, maximumFractionDigits: 2) } vezes a distância do stop; são necessárias { NUMBER($limit, maximumFractionDigits: 2) }
denied-margin = As posições precisariam de margem demais
    .measured = As posições precisariam de { PERCENT($actual) } do saldo como margem; o limite é { PERCENT($limit) }
denied-until = { $text }. Até { MOMENT($until) }
denied-second-person = Uma entrada deste tamanho precisa de várias pessoas, cada uma uma vez
    .measured = Uma entrada deste tamanho precisa de { NUMBER($limit) } pessoas, cada uma uma vez; aprovações até agora: { NUMBER($actual) }
denied-trader-risk = Um trade com este risco precisa de um administrador
    .measured = O risco seria { PERCENT($actual) }; traders aprovam até { PERCENT($limit) }, acima disso só um administrador
denied-target-reached = O preço já passou do alvo
    .measured = O alvo { PRICE($limit) } já ficou para trás; o preço é { PRICE($actual) }

## Buttons

button-approve = Aprovar { $size }
button-size = { $size }
button-size-risk = { $size } · { MONEY($money) } { $quote }
button-other-size = Outro tamanho
button-skip = Pular
button-custom = Outro
button-why = Por quê
button-entry-type = { $type ->
    [limit] Limite
   *[market] Mercado
}
button-stop = Parar
button-close = Fechar
button-close-number = Fechar { $number }
button-scan = Escanear
button-cancel-entry = Cancelar entrada
button-close-all = Fechar as { $count }
button-close-all-confirm = { $count ->
    [one] Sim, fechar { $count } posição
   *[other] Sim, fechar { $count } posições
}
button-reprice = Reprecificar
button-rule-on = Ligar { $rule }
button-rule-off = Desligar { $rule }
button-break-even = Break-even
button-move-stop = Mover stop
button-trail = Trailing
button-trail-by = { $by ->
    [structure] Estrutura
    [percent] { NUMBER($distance) }%
   *[atr] { NUMBER($distance) } ATR
}
button-trail-off = Desligar trailing
button-targets = Alvos
button-reduce = Reduzir { NUMBER($percent) }%
button-stop-at = Stop { R($r) }
button-stop-confirm = Sim, stop em { PRICE($stop) }
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
button-keyboard-on = Mostrar
button-keyboard-off = Ocultar
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
button-chart-beside = { $timeframe } ao lado
button-chart-single = Só um timeframe
button-overlay-hide = ✓ { overlay-name }
button-overlay-show = { overlay-name }
button-pnl = Lucro e prejuízo
button-month = Mês
button-stats = Estatísticas
button-next-page = Próxima ▶
button-previous-page = ◀ Voltar

size-full = 1R
size-half = ½R
size-quarter = ¼R
size-other = { $factor }R
size-type = De que tamanho? Digite 0.3R, 30%, uma quantidade como 0.01BTC ou um valor como $500: no máximo o tamanho proposto.
size-refused = { $text } não serve: o tamanho proposto é o máximo.
size-rounded = A ordem é arredondada para baixo ao lote inteiro.

## Answers to taps

tap-invalid = Este botão não funciona mais: foi usado, expirou ou é de outro chat.
tap-forbidden = Isto requer a função { $needed }; a sua é { $role }.
tap-approved = Aprovado { $size }: { $direction } { $symbol }, { PRICE($quantity) }
tap-skipped = { $symbol } pulado
tap-skip-explained = { $symbol } pulado: { skip-reason }
skip-why = Por quê? Basta um toque; /vetoes mostra o que cada motivo poupou ou custou.
skip-reason = { $reason ->
    [weak-setup] setup fraco
    [against-bias] contra o viés
    [news] notícias à vista
    [too-late] tarde demais
    [enough-risk] já há risco suficiente
   *[other] outro motivo
}
tap-closing = Fechando { $symbol }
tap-entry-cancelled = A entrada de { $symbol } foi cancelada
tap-endorsed = { $symbol }: { NUMBER($count) } de { NUMBER($needed) } aprovações. Outra pessoa também precisa aprovar.
tap-repriced = { $symbol } tem um novo plano com entrada em { PRICE($entry) }. Precisa ser aprovado de novo.
tap-replanned = O plano de { $symbol } mudou e foi reavaliado. Aguarda aprovação.
tap-cancelling-entry = Cancelando a entrada de { $symbol }
tap-stop-moved = O stop de { $symbol } vai para { PRICE($stop) }
tap-trail = O stop de { $symbol } segue o preço: { $how }
tap-trail-off = O stop de { $symbol } não segue mais o preço e fica onde está
tap-targets-moved = Os alvos de { $symbol } vão para { $targets }
tap-reducing = Fechando { NUMBER($percent) }% de { $symbol }
tap-too-late = Tarde demais: { $symbol }, { $state }
tap-not-found = Este trade não existe.
tap-denied-title = Não aprovado: { $symbol }
tap-stop-refused-title = O stop não foi movido: { $symbol }
tap-targets-refused-title = Os alvos não foram movidos: { $symbol }
tap-denied-open = A proposta continua valendo.
tap-unchanged = { $symbol }: { $state }
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
fault-desk-already-running = Outra mesa já está rodando na mesma pasta.
fault-redis-missing = A mesa não encontrou um servidor Redis.
fault-redis-failed = O servidor Redis falhou.
fault-redis-unsafe = O servidor Redis não está configurado com segurança.
fault-store-corrupt = Não é possível ler o que está guardado.
fault-store-unavailable = A mesa não consegue acessar seu armazenamento no momento.
fault-settings-invalid = Os ajustes estão errados.
fault-settings-conflict = Outra pessoa mudou os ajustes ao mesmo tempo.
fault-file-unreadable = Um arquivo não pode ser lido.
fault-file-without-candles = Um arquivo não tem candles utilizáveis.
fault-lease-lost = Outro processo assumiu as ordens desta mesa.
fault-market-unavailable = O mercado não pode ser lido no momento.
fault-exchange-unavailable = A corretora não responde no momento.
fault-exchange-key-refused = A corretora recusa a chave da mesa.
fault-exchange-key-unsafe = A chave da corretora pode sacar dinheiro, o que nenhuma chave de trading deve permitir.
fault-exchange-clock-off = O relógio desta máquina difere demais do relógio da corretora.
fault-chat-rate-limited = A plataforma de chat pede que a mesa vá mais devagar.
fault-chat-unreachable = Não é possível conectar à plataforma de chat.
fault-chat-gone = Esse chat não existe mais.
fault-chat-message-gone = Essa mensagem não existe mais.
fault-chat-refused = A plataforma de chat recusou a mensagem.
fault-chart-font-missing = Faltam as fontes dos gráficos.
fault-chart-timed-out = Um gráfico demorou demais.
fault-chart-pool-closed = Os gráficos não são mais gerados: a mesa está parando.
fault-judge-timed-out = A avaliação dos candles demorou demais.
fault-judge-pool-closed = A mesa está sendo encerrada.
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
command-scan = Setups por ordem de pontuação, de todos ou alguns símbolos
    .usage = /scan [símbolos ou watchlist] [timeframe]
command-cancelscan = Parar um scan em andamento
    .usage = /cancelscan ID
command-watchlist = Listas de símbolos com nome, ou o que há em uma
    .usage = /watchlist [nome]
command-signals = Propostas abertas
    .usage = /signals
command-positions = Posições abertas com lucro e prejuízo
    .usage = /positions
command-trade = Um trade com seu gráfico
    .usage = /trade ID
command-why = De onde vem cada número do cartão de um trade
    .usage = /why ID
command-risk = Limites: o que foi usado e o que resta
    .usage = /risk
command-chart = Gráfico com o que a mesa vê nele, em um ou dois timeframes
    .usage = /chart SÍMBOLO [timeframe] [timeframe] [structure gaps blocks liquidity ranges sessions, ou none]
command-pnl = O resultado por dia, semana ou mês, com a curva de patrimônio
    .usage = /pnl [day, week ou month] [quantos]
command-month = Lucro e prejuízo de um mês, dia a dia
    .usage = /month [1 é este mês, 2 o anterior]
command-stats = Taxa de acerto, expectativa matemática, drawdown; por estratégia, símbolo, sessão, hora ou saída
    .usage = /stats [strategy, symbol, session, hour ou exit]
command-levels = O que há acima e abaixo do preço, e a que distância
    .usage = /levels SÍMBOLO [timeframe]
command-sessions = Kill zones, agora e a seguir
    .usage = /sessions
command-vetoes = Setups que não foram operados, e no que deram
    .usage = /vetoes
command-replay = Reproduz um dia passado no chat: seus setups e o que aconteceu com eles
    .usage = /replay AAAA-MM-DD [símbolo]
command-stopreplay = Para um replay em andamento
    .usage = /stopreplay ID
command-close = Fechar uma posição, ou todas
    .usage = /close ID ou SÍMBOLO ou all
command-long = Propor um long próprio
    .usage = /long SÍMBOLO [0.5%, 0.1BTC ou $500] [entrada] sl PREÇO tp PREÇO ...
command-short = Propor um short próprio
    .usage = /short SÍMBOLO [0.5%, 0.1BTC ou $500] [entrada] sl PREÇO tp PREÇO ...
command-size = Aprovar uma proposta com outro tamanho
    .usage = /size ID [0.3R, 30%, 0.01BTC ou $500]
command-sl = Mover o stop de uma posição
    .usage = /sl ID ou SÍMBOLO [preço, R, percentual ou be]
command-breakeven = Mover o stop para onde nada se perde
    .usage = /breakeven ID ou SÍMBOLO
command-trail = Fazer o stop de uma posição seguir o preço
    .usage = /trail ID ou SÍMBOLO [atr, structure, percent ou off] [distância]
command-tp = Redefinir os alvos de uma posição
    .usage = /tp ID ou SÍMBOLO [preços]
command-reduce = Fechar uma parte de uma posição
    .usage = /reduce ID ou SÍMBOLO [percentual]
command-cancel = Cancelar o que ainda não foi executado de uma entrada
    .usage = /cancel ID ou SÍMBOLO
command-pause = Parar de abrir novos trades por um tempo
    .usage = /pause [minutos] [motivo]
command-resume = Voltar a aceitar novos trades
    .usage = /resume
command-panic = Zerar tudo e parar
    .usage = /panic
command-rules = Regras que aprovam sem um toque, e como ligá-las e desligá-las
    .usage = /rules [on ou off] [nome]
command-live = Confirmar as operações reais com um código de uso único
    .usage = /live CÓDIGO
command-settings = Cada ajuste: o que é, o que pode ser, quem mudou
    .usage = /settings [caminho]
command-set = Mudar um ajuste; o que muda é mostrado antes
    .usage = /set CAMINHO [valor]
command-mode = Simulado ou real, e o que é preciso para mudar
    .usage = /mode [paper ou live]
command-export = Os ajustes em YAML
    .usage = /export
command-import = Carregar ajustes de YAML
    .usage = /import
command-orders = Ordens ativas na corretora
    .usage = /orders
command-trades = Os últimos trades e no que deram
    .usage = /trades
command-balance = Saldo, patrimônio e resultado aberto
    .usage = /balance
command-health = Se cada parte da mesa funciona
    .usage = /health
command-logs = Últimos avisos e erros
    .usage = /logs
command-undo = Desfazer sua última ação, se for possível
    .usage = /undo
command-language = O idioma deste chat
    .usage = /language [idioma]
command-timezone = O fuso horário deste chat
    .usage = /timezone [fuso]
command-notify = O que este chat recebe, e com que som
    .usage = /notify [evento] [on|silent|off]
command-filter = Quais trades chegam a este chat
    .usage = /filter [symbols|strategies|grade] [valores|all]
command-mute = Sem som por um tempo, ou toda noite
    .usage = /mute [minutos|22:00-07:00|off]
command-verbosity = Cartões completos ou curtos
    .usage = /verbosity [short|full]
command-keyboard = Teclas abaixo da linha de digitação
    .usage = /keyboard [on|off]
command-roles = Quem pode usar a mesa
    .usage = /roles [pessoa]
command-invite = Deixar alguém entrar com um link de uso único
    .usage = /invite [viewer|trader|admin]
command-audit = Quem fez o quê, e se o registro está íntegro
    .usage = /audit [página|verify]
command-version = Qual versão está rodando
    .usage = /version
command-whoami = O que a mesa sabe de você
    .usage = /whoami

start-title = Killzone
start-text = A mesa observa o mercado em busca de setups ICT e traz cada um para cá como gráfico com botões. Nada é operado sem aprovação.
start-hint = /help mostra todos os comandos.
help-title = Comandos
help-group-look = Ver
help-group-act = Agir
help-setups = Setups: /help { $names }
help-group-configure = Configurar
help-aliases = Também: { $aliases }
help-role = Requer a função { $role }.

unknown-command = Não existe o comando { $text }.
unknown-command-near = Você quis dizer um destes?
unknown-command-hint = /help mostra todos os comandos.
unknown-symbol = Não existe o símbolo { $text } nesta mesa.
unknown-symbol-near = Mais parecidos:
unknown-trade = Não existe o trade { $text }.
unknown-timeframe = { $text } não é um timeframe. Conhecidos: { $known }.
several-symbols = { $text } serve para vários símbolos:
bad-minutes = Minutos são um número inteiro de 1 a { $max }; recebido: { $text }.
bad-price = { $text } não é um preço. Vale 61240, 61.2k, -1%, 1.5R ou be.
bad-percent = { $text } não é um percentual de 1 a 100.
bad-trailing = Um stop segue atr, structure ou percent, ou nada com off; recebido: { $text }.
bad-distance = Uma distância é maior que 0 e no máximo 100, como 2 ou 1.5; recebido: { $text }.
bad-choice = { $text } não é nenhum destes: { $known }.
too-many-words = É mais do que o comando aceita: { $text }
usage = Uso: { $usage }
pick-symbol = Qual símbolo?
pick-symbol-more = Mais { $count }: digite o nome depois do comando.
pick-date = Qual dia?
pick-date-more = Para outro dia, digite depois do comando, como 2026-11-20.
bad-date = { $text } não é um dia. Escreva como 2026-11-20 ou escolha um.
pick-trade = Qual trade?
pick-trade-none = Não há trade para escolher.
pick-running = O que está rodando para pelo botão da própria mensagem.
pick-close = O que deve ser fechado?
forbidden = /{ $command } requer a função { $needed }; a sua é { $role }.
plain-text = Isto não é um comando. Tudo na mesa começa com uma barra ou um botão.
plain-text-near = Talvez um destes:

## Moving stop and targets

move-stop-now = O stop está em { PRICE($stop) }.
move-stop-hint = Qualquer preço: /sl { $id } 61240, ou 61.2k, -1%, 0.5R, be. R e percentual contam a partir da entrada.
trail-now = O stop segue: { $how }
trail-hint = Qualquer distância: /trail { $id } atr 2.5, ou percent 0.8, structure 0.5, off. Move-se a cada fechamento, só na direção de menos risco.
trail-off = nada
trail-atr = { NUMBER($distance) } ATR atrás do preço
trail-structure = { NUMBER($distance) } ATR atrás do último swing ({ $layer })
trail-percent = { NUMBER($distance) }% atrás do preço
trail-from = { $how }, a partir de { R($r) }
move-targets-now = Alvos: { $targets }
move-targets-hint = Quaisquer preços: /tp { $id } 61240 62000, em partes iguais.
move-reduce-now = Aberto: { PRICE($quantity) }. Os alvos diminuem junto; o stop fica.
move-not-open = { $symbol }: { $state }. Não há posição aberta para mudar.
confirm-stop-title = Mais risco em { $symbol }?
confirm-stop-text = O stop iria de { PRICE($from) } para { PRICE($to) }. Em risco agora: { $was }. Depois: { $will }.
confirm-stop-risk = { PERCENT($percent) }, { MONEY($money) } { $quote }

## Rules that approve

rules-title = Regras de aprovação
rules-none = Os ajustes não têm nenhuma regra de aprovação.
rules-unknown = Não existe a regra { $text }.
rules-any = qualquer setup
rules-line = { $rule }: { $takes } · até { MONEY($notional) } · { NUMBER($percent) }% do tamanho
rules-on = Ligada por { $name } desde { MOMENT($at) }
rules-off = Desligada
rules-note = Uma regra aprova o que os limites permitem e nada mais. Uma regra que é mudada fica desligada.

## Look

status-title = Mesa · { $mode }
status-running = Aceitando novos trades
status-paused = Em pausa por { $name } desde { TIME($since) }
status-paused-until = Em pausa por { $name } até { MOMENT($until) }
status-paused-reason = Motivo: { $reason }
status-live-locked = As operações reais estão bloqueadas: nenhuma ordem é enviada até um administrador enviar /live CÓDIGO num chat privado
status-market = Mercado
market-simulated = simulado
market-replay = replay de { $symbol } { $timeframe }
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
status-market-time = Hora do mercado
status-up-since = Rodando há, em tempo de mercado
signals-title = Propostas abertas
signals-none = Nenhuma proposta aberta.
positions-title = Posições abertas
positions-none = Nenhuma posição aberta.
position-head = { NUMBER($number) } · { $direction } { $symbol } · { $r } · { $pnl } · { $state }
position-line = { PRICE($quantity) } a { $entry }, agora { $price }, stop { $stop }
positions-open-total = Resultado aberto: { PROFIT($pnl) }
column-number = #
column-symbol = Símbolo
column-side = Lado
column-quantity = Quantidade
column-entry = Entrada
column-price = Preço
column-result = P&L
column-r = R
column-score = Pontos
column-setup = Setup
column-timeframe = TF
column-period = { $period ->
    [week] Semana de
    [month] Mês de
   *[day] Dia
}
column-trades = Trades
column-won = Ganhos
column-factor = PF
column-expires = Expira
column-state = Status
column-order = Ordem
column-when = Quando
column-limit = Limite
column-used = Usado
column-allowed = Permitido
column-left = Resta
column-level = Nível
column-away = Distância
no-value = –
scan-title = Scan
scan-none = Nenhum setup agora.
scan-summary = { $scanned ->
    [one] { $scanned } símbolo
   *[other] { $scanned } símbolos
} em { DURATION($elapsed) }
scan-more = { $count ->
    [one] Mais { $count } setup com pontuação menor
   *[other] Mais { $count } setups com pontuação menor
}
scan-failed = Não foi possível escanear: { $symbols }. { $why }
scan-failed-busy = Outro processo os segurou por tempo demais.
scan-failed-no-answer = O processo que os tinha falhou ou demorou demais.
breaker-until = ⛔ { $why }. Vale até { MOMENT($at) }
breaker-person = ⛔ { $why }. Uma pessoa precisa decidir
scan-running = Escaneando: { $scanned } de { $total } símbolos
scan-cancelled = Cancelado após { $scanned } de { $total } símbolos
scan-budget = Pedidos à corretora: { $used } de { $limit } neste minuto
scan-over = Este scan não está mais em andamento.
risk-title = Risco
risk-balance = Saldo
risk-resets = Os contadores diários zeram em { DURATION($left) }, { MOMENT($at) }
sessions-title = Kill zones
sessions-now = Agora { TIME($now) }, Nova York { $newYork }
sessions-open = Em andamento
sessions-next = A seguir
sessions-none = Nenhuma janela em andamento.
sessions-open-row = até { TIME($at) } · Nova York { $newYork } · restam { DURATION($left) }
sessions-next-row = { TIME($at) } · Nova York { $newYork } · em { DURATION($left) }
watchlist-title = Watchlists
watchlist-named = { $name } · { $count ->
    [one] { $count } símbolo
   *[other] { $count } símbolos
}
watchlist-empty = Nada do que é acompanhado se encaixa nesta lista.
watchlist-unknown = Não existe a lista { $name }.
brief-opened = { $window } começou
brief-closed = { $window } terminou
brief-until = Até
brief-until-value = { TIME($at) } · Nova York { $newYork } · { DURATION($left) }
brief-proposals = Propostas
brief-approved = Aprovadas
brief-result = Fechados
brief-result-value = { $closed ->
    [0] nenhum
    [one] { $closed } trade, { R($r) }
   *[other] { $closed } trades, { R($r) }
}
brief-open-risk = Risco aberto
brief-trades-left = Trades restantes
brief-level = { PRICE($level) } ({ $away })
brief-more = { $count ->
    [one] e mais { $count } símbolo
   *[other] e mais { $count } símbolos
}
bias-bullish = alta
bias-bearish = baixa
column-bias = Viés
column-asian-high = Máx. asiática
column-asian-low = Mín. asiática
column-day-high = Máx. dia ant.
column-day-low = Mín. dia ant.
chart-title = { $symbol } { $timeframe }
chart-title-two = { $symbol } { $timeframe } e { $second }
chart-none = Ainda não há candles de { $symbol } { $timeframe }.
reason-left-aside = { $reason ->
    [skipped] Pulado manualmente
    [expired-time] Ninguém aprovou a tempo
    [expired-superseded] Um setup mais novo tomou o lugar
    [expired-price-left] O preço se afastou da entrada
    [expired-target-reached] O alvo veio antes da entrada
    [expired-stop-reached] O stop veio antes da entrada
    [expired-gap-filled] O gap foi preenchido
    [expired-block-invalidated] Um candle fechou através do bloco
    [expired-swing-broken] O swing foi rompido
    [expired-kill-zone-over] A kill zone terminou
   *[expired-restart] A mesa não estava rodando
}
reason-skipped = Pulado: { skip-reason }
vetoes-title = Não operados
vetoes-line = { $count ->
    [one] { $count } setup
   *[other] { $count } setups
} · ganhos { $won }, perdidos { $lost } · { R($r) } sem nós
vetoes-none = Todo setup até agora foi operado ou ainda está aberto.
vetoes-verdict = { $r ->
    [0] Deixá-los de lado não custou nem poupou nada.
   *[other] Juntos teriam dado { R($r) }, antes dos custos, cada um fechado no seu primeiro alvo.
}
vetoes-since = Setups desde { MOMENT($since) }; o que ainda está em andamento conta pelo último fechamento.
vetoes-unknown = { $count ->
    [one] { $count } setup é antigo demais para ser acompanhado.
   *[other] { $count } setups são antigos demais para serem acompanhados.
}
replay-title = Replay
replay-title-day = Replay · { $symbol } · { $date }
replay-clock-running = ▶ { $time } · Nova York { $newYork }
replay-clock-stopped = Parado às { $time } · Nova York { $newYork }
replay-clock-done = O dia acabou.
replay-no-setup = Nenhum setup até agora.
replay-result = { $count ->
    [one] { $count } setup
   *[other] { $count } setups
} · alvo { $won } · stop { $lost } · { R($r) }
replay-left-out = { $count ->
    [one] { $count } setup mais fraco desse dia ficou de fora.
   *[other] { $count } setups mais fracos desse dia ficaram de fora.
}
replay-no-companion = Sem comparação com { $companion }: os candles não podem ser lidos no momento. Por isso faltam as divergências SMT.
replay-how = Com os seus ajustes de agora, sem limites nem custos, cada um fechado no primeiro alvo. Vale o dia de Nova York.
replay-outcome = { $outcome ->
    [missed] A entrada nunca foi atingida
    [running] Em andamento: { R($r) }
    [target] Alvo atingido: { R($r) }
    [stop] Stopado: { R($r) }
   *[waiting] Aguarda a entrada desde { $time } em Nova York
}
replay-refused-no-candles = Não há candles de { $symbol } para { $date }.
replay-refused-not-yet = { $date } ainda não começou.
replay-refused-busy = Já há um replay em andamento aqui. Pare-o primeiro.
replay-over = Este replay não está mais em andamento.
levels-title = Níveis · { $symbol } { $timeframe }
levels-known = Conforme o candle que fechou em { MOMENT($at) }
levels-now = preço agora
levels-now-in-range = { $place ->
    [above] acima
    [below] abaixo
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
pnl-title = Lucro e prejuízo { pnl-by }
pnl-by = { $period ->
    [week] por semana
    [month] por mês
   *[day] por dia
}
pnl-none = Nenhum trade foi fechado neste período.
month-title = { $month }
stats-title = Estatísticas { stats-by }
stats-by = { $by ->
    [symbol] por símbolo
    [session] por sessão
    [hour] por hora
    [exit] por saída
   *[strategy] por estratégia
}
stats-more = Mais { $count } não mostrados.
stats-hours = Horas de { $zone }
stats-result = Resultado após taxas
stats-result-value = { PROFIT($pnl) } · { R($r) }
stats-trades = Trades
stats-trades-value = { $trades }: { $wins } com ganho, { $losses } com perda
stats-win-rate = Taxa de acerto
stats-expectancy = Expectativa matemática
stats-average-win = Ganho médio
stats-average-loss = Perda média
stats-profit-factor = Fator de lucro
stats-drawdown = Maior drawdown
stats-drawdown-value = { MONEY($money) } · { R($r) }
stats-streak = Maior sequência de perdas
stats-fees = Taxas pagas
whoami-title = Você
whoami-name = Nome
whoami-id = ID
whoami-role = Função
whoami-chat = Chat
whoami-language = Idioma
whoami-zone = Fuso horário

## Act

close-all-title = Fechar todas as posições?
close-all-none = Nenhuma posição aberta.
close-all-text = { $count ->
    [one] { $count } posição será fechada a mercado.
   *[other] { $count } posições serão fechadas a mercado.
}
close-all-soon = { $count ->
    [one] { $count } posição fecha a mercado em 5 segundos.
   *[other] { $count } posições fecham a mercado em 5 segundos.
}
close-all-kept = Desfeito: nada é fechado.
close-all-begun = Tarde demais: já começou ou foi desfeito antes.
close-all-done-title = Fechar todas
panic-title = Zerar tudo e parar?
panic-text = Toda entrada é cancelada, toda posição é fechada a mercado, e nenhum trade novo é aberto até alguém enviar /resume.
panic-done-title = Pânico
confirm-hint = O botão funciona por { DURATION($ttl) }. Se você não tocar, nada acontece.
pause-title = Em pausa
pause-forever = Sem novos trades até alguém retomar. As posições abertas seguem sendo geridas.
pause-until = Sem novos trades até { MOMENT($until) }. As posições abertas seguem sendo geridas.
resume-title = Rodando
resume-done = Novos trades voltam a ser aceitos.
resume-not-paused = A mesa não estava em pausa.

## Words inside of pictures (asked for by jobs); they are short

picture-entry = ENTRADA
picture-exit = SAÍDA
picture-now = AGORA
picture-new-york = NY
picture-zone = { $name ->
    [asian] ÁSIA
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
        [low] Mín. antiga
       *[high] Máx. antiga
    }
    [session] { $side ->
        [low] Mín.
       *[high] Máx.
    } { picture-zone }
   *[other] { $side ->
        [low] Swing low
       *[high] Swing high
    }
}
picture-equity = Patrimônio
picture-drawdown = Drawdown
picture-week = Semana
picture-trades = Trades
picture-days-won = Dias de ganho
picture-days-lost = de perda
picture-performance = R { stats-by } e hora
picture-total = Total
picture-scan = Scan
picture-found = { $count ->
    [one] { $count } setup
   *[other] { $count } setups
}
picture-found-best = { $count } setups, os { $shown } melhores
picture-exposure = Exposição
picture-long = Long
picture-short = Short
picture-net = Líquido
picture-risk = Risco de todos os stops
live-title = Operações reais
live-open = Confirmadas. Os trades aprovados vão para a corretora até a mesa ser reiniciada.
live-already-open = Já estavam confirmadas.
live-not-live = Esta mesa opera em modo simulado. Não há nada a confirmar.
live-not-private = Envie o código num chat privado com a mesa: aqui outros podem lê-lo. Ele não foi aceito.
live-wrong-code = Este código está errado ou já foi usado. { $left ->
    [one] Resta { $left } tentativa
   *[other] Restam { $left } tentativas
}.
live-ledger-behind = Não aceito: no registro falta o que esta mesa já tinha enviado. As posições seguem protegidas e ainda podem ser fechadas; nada novo entra.
live-locked-out = Bloqueado após cinco códigos errados. Dê à mesa outro KILLZONE_TOTP_SECRET e inicie-a de novo.
mode-title = Modo
mode-now = Esta mesa está no modo { $mode }.
mode-already = Já está assim.
mode-unknown = Os modos são paper e live; recebido: { $text }.
mode-to-live = Para operar na conta real: 1. mode: live na configuração, 2. KILLZONE_LIVE=yes, as chaves da corretora e KILLZONE_TOTP_SECRET no ambiente, 3. reiniciar a mesa, 4. um administrador envia /live CÓDIGO em um chat privado.
mode-live-note = Nenhum chat pode mudar isso: alguém precisa fazê-lo na própria máquina. Cada início pede um código novo.
mode-to-paper = Para operar no simulado: mode: paper na configuração e reiniciar a mesa, sem as chaves da corretora.
mode-paper-note = Feche antes o que estiver aberto: uma mesa simulada não cuida de posições reais. Para parar já: /pause ou /panic.

## Settings

settings-title = Ajustes
settings-section = Ajustes · { $path }
settings-marked = • difere do padrão.
settings-now = Agora
settings-default = Padrão
settings-range = Permitido
settings-on = ligado
settings-off = desligado
settings-text = um texto
settings-structure = uma lista, escrita em JSON
settings-preview = Alterar os ajustes?
settings-unchanged = Nada mudaria.
settings-dangerous = ⚠ Isto afrouxa limites que protegem a conta: { $paths }
settings-takes-effect = Vale na hora, sem reiniciar. O que já foi aprovado fica como está.
settings-changed = Ajustes alterados
settings-refused = Não é possível: { $path }
settings-everything = todos os ajustes
settings-nothing-changed = Nada foi alterado.
settings-allowed = Permitido: { $range }
settings-problem = { $rule ->
    [above-number] Deve ser maior que { $limit }
    [least-number] Deve ser no mínimo { $limit }
    [below-number] Deve ser menor que { $limit }
    [most-number] Deve ser no máximo { $limit }
    [least-array] Itens: pelo menos { $limit }
    [most-array] Itens: no máximo { $limit }
    [least-string] Caracteres: pelo menos { $limit }
    [most-string] Caracteres: no máximo { $limit }
    [whole-number] Deve ser um número inteiro
    [kind] Um valor deste tipo não serve aqui
    [option] Não é uma das opções
    [unknown] Esse ajuste não existe
    [plain-name] Letras minúsculas sem acento, números e hífens; uma letra primeiro
    [name-taken] Esse nome já está em uso
    [different-names] Cada nome só uma vez
    [hierarchy-name] sth, ith e lth pertencem à hierarquia
    [one-companion] Só um símbolo de comparação para cada símbolo
    [time-of-day] Um horário como 17:00
    [time-span] Dois horários como 20:00-00:00
    [different-times] Os dois horários devem ser diferentes
    [time-zone] Um fuso da base de dados de fusos, como America/New_York
    [cron] Cinco campos como 30 8 * * 1-5
    [symbol-pattern] Um símbolo como BTC/USDT ou um padrão com * e ?
    [shares] Somados, no máximo 100 por cento
    [some-weight] Pelo menos um deve ser maior que 0
   *[other] Esse valor não serve aqui
}
settings-unknown = Não existe o ajuste { $path }.
settings-type-value = Digite o novo valor.
settings-history-title = Mudanças dos ajustes
settings-history-none = Nada foi alterado ainda.
settings-history-row = { $version } · { $name } · { MOMENT($at) }
prompt-ends = A mesa espera { DURATION($ttl) }; um comando encerra a espera.
code-title = Código de uso único
code-ask = Envie os seis dígitos do seu aplicativo autenticador.
code-not-private = Isto requer um código de uso único. Faça num chat privado com a mesa: aqui outros poderiam lê-lo.
code-wrong = Este código está errado ou já foi usado. Tente o próximo.
code-locked = Nenhum código é mais aceito: houve códigos errados demais.
export-title = Ajustes, versão { $version }
export-none = Tudo está no padrão.
export-hint = Só o que difere do padrão. /import carrega de novo.
import-title = Importar ajustes
import-ask = Cole os ajustes em YAML, como /export mostra. O que não for citado volta ao padrão. Você vê as mudanças antes.
import-no-yaml = A linha { $line } não é YAML válido.
import-no-settings = Cada linha precisa de um ajuste e do seu valor, como /export mostra.

undo-title = Desfazer
undo-none = Você não fez nada recentemente que possa ser desfeito, como mudar um ajuste, um stop, alvos ou o trailing. Uma ordem enviada não pode ser desfeita: feche o trade em vez disso.
undo-nothing = Não há nada a desfazer aqui: outra pessoa fez, ou mudou desde então.
order-stop-which = Onde fica o stop?
order-stop-hint = Um preço ou uma distância da entrada: { $command } sl 61240, ou 61.2k, 1%.
order-target-which = Onde ficam os alvos?
order-target-hint = Preços, percentual ou R a partir da entrada: { $command } tp 62k 63k, ou 2R, 1.5%. Vários em partes iguais.
order-proposed = Proposto. O cartão chega a cada chat que segue esses trades; nada é enviado antes de alguém aprovar ali.
order-refused-title = Não proposto: { $opening }
order-limit-through-price = Entrada: uma ordem limite em { PRICE($wanted) } está { $direction ->
    [short] abaixo
   *[long] acima
} do preço { PRICE($against) } e seria executado na hora. Deixe a entrada de fora para entrar a mercado.
order-stop-on-wrong-side = Stop: { PRICE($wanted) } deve ficar { $direction ->
    [short] acima
   *[long] abaixo
} da entrada { PRICE($against) }.
order-target-on-wrong-side = Alvo: { PRICE($wanted) } deve ficar { $direction ->
    [short] abaixo
   *[long] acima
} da entrada { PRICE($against) }.
order-field = { $field ->
    [entry] Entrada
    [stop] Stop
    [target] Alvo
   *[size] Tamanho
}
order-needs-a-price = { order-field }: é preciso um preço maior que 0, como 61240, 61.2k ou um percentual. R é a distância até o stop e só serve para alvos.
order-no-price = O último preço deste símbolo é antigo demais ou desconhecido: sem ele não há como calcular o tamanho. Tente de novo quando chegarem candles.
order-unreadable = { order-field }: não entendi { $text }.
order-twice = { order-field } foi informado duas vezes: { $text }.
order-too-many = No máximo dez alvos; { $text } é um a mais.
order-field-size = Um tamanho é um risco como 0.5%, uma quantidade como 0.1BTC ou um valor como $500. Sem ele, valem os ajustes.
order-field-entry = Uma entrada é um preço limite como @61240 ou 61.2k, ou uma distância do preço como -1% (na direção do stop). Sem ela, é a mercado.
order-field-stop = Um stop é um preço como 61240 ou 61.2k, ou uma distância da entrada como 1%.
order-field-target = Alvos são preços como 62k, distâncias como 1.5% ou R como 2R, no máximo dez.
why-title = Por que estes números: { $trade }
why-rounding = Os preços seguem o tick da corretora; todo arredondamento vai para menos risco.
why-entry-market = { PRICE($entry) }: o preço no fechamento de { MOMENT($at) }
why-entry-limit = { PRICE($entry) }: o preço limite que o setup indica
why-entry-filled = { PRICE($entry) } = { MONEY($notional) } ÷ { PRICE($quantity) } executado; planejado { PRICE($planned) }
why-one-r = { PRICE($distance) } = de { PRICE($entry) } ao primeiro stop { PRICE($stop) }
why-stop = { PRICE($stop) }: { $distance } de { PRICE($entry) }
why-target = { R($r) } = ({ PRICE($price) } − { PRICE($entry) }) ÷ { PRICE($distance) }
why-size = { MONEY($notional) } { $quote } = { PRICE($quantity) } { $base } × { PRICE($entry) }
why-size-of = Tamanho planejado
why-size-capped = { PRICE($quantity) } = { PERCENT($percent) } do saldo ÷ { PRICE($entry) }, a maior posição; só pelo risco caberia mais
why-size-wished = { PRICE($quantity) }: como foi pedido
why-size-risk = { PRICE($quantity) } = { PERCENT($percent) } do saldo ÷ { PRICE($distance) }
why-risk = { MONEY($money) } { $quote } = { PRICE($quantity) } × { PRICE($distance) }; { PERCENT($percent) } do saldo
why-result = { PROFIT($pnl) } { $quote } = { MONEY($left) } − { MONEY($right) } − { MONEY($fees) } de taxas
why-result-r = { R($r) } = { PROFIT($pnl) } ÷ { MONEY($risk) }
why-part = { $part }: { $why }

## People

roles-title = Pessoas
roles-owner = { $role }, dono
roles-owner-fixed = Definido na configuração: só lá pode ser mudado.
roles-gone = Essa pessoa não existe mais, ou está na configuração.
roles-unknown = Ninguém aqui se chama { $text }.
roles-revoked = { $name } não pode mais usar a mesa.
roles-set = { $name }: { $role } a partir de agora.
invite-title = Convite
invite-which = Com qual função?
invite-made = Quem abrir este link pede para entrar como { $role }. Um administrador ainda precisa aceitar.
invite-without-link = Esta linha é enviada ao bot da mesa no Telegram. Uma mesa sem bot ainda não dá acesso a outros: defina TELEGRAM_BOT_TOKEN, reinicie e convide de novo.
invite-ends = Funciona uma vez, por { DURATION($ttl) }.
newcomer-title = Acesso
newcomer-waits = { $name } ({ $id }) pede para entrar como { $role }.
newcomer-invited = Convidado por { $name }.
newcomer-asked = Um administrador foi avisado. A mesa avisa quando você puder entrar.
newcomer-no-invitation = Este convite já foi usado ou é antigo demais. Peça outro.
newcomer-decided = Alguém já decidiu isso.
newcomer-admitted = { $name } entrou como { $role }.
newcomer-refused = { $name } fica sem acesso.
newcomer-refused-you = Um administrador disse não.
newcomer-welcome = Você entrou como { $role }. /help mostra todos os comandos; /start neste chat traz os sinais para cá.
language-title = Idioma
language-now = Este chat está em { $name }.
language-set = A partir de agora este chat está em { $name }.
timezone-title = Fuso horário
timezone-now = { $zone }: agora é { MOMENT($now) }.
timezone-unknown = Não existe o fuso horário { $zone }.
timezone-hint = Digite uma cidade depois do comando, como /timezone Europe/Madrid.
mute-title = Silêncio
mute-none = As mensagens chegam com som a qualquer hora.
mute-unknown = { $text } não é um período de silêncio.
mute-until = Sem som até { MOMENT($until) }.
mute-daily = Todo dia sem som de { $from } a { $to }.
mute-hint = Minutos, um horário como 22:00-07:00, ou off. Os avisos chegam com som mesmo assim.
notify-title = Notificações
notify-hint = Os avisos podem vir sem som, mas sempre vêm.
event-signals = Setups
event-denied = Setups negados
event-trades = Trades
event-sessions = Sessões
event-desk = A mesa
event-warnings = Avisos
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
keyboard-title = Teclado
keyboard-about = Nove comandos como teclas abaixo da linha de digitação deste chat.
keyboard-on = As teclas estão agora abaixo da linha de digitação.
keyboard-off = As teclas foram removidas.
keyboard-elsewhere = Só um chat privado com o bot no Telegram tem teclas abaixo da linha de digitação.

## The desk itself

audit-title = Auditoria
audit-none = Nada foi registrado ainda.
audit-clocks = Os trades têm a hora do mercado, o resto a desta máquina.
audit-row = { $number } · { $kind } · { $name } · { $when }
audit-command = comando
audit-tap = toque
audit-settings = ajuste
audit-trade = trade
audit-whole = O registro está íntegro: { $number } itens, nenhum alterado, nenhum faltando.
audit-broken = ⚠ O registro está corrompido no item { $number }: { $reason ->
    [entry-missing] falta um item
    [entry-changed] um item foi alterado
    [end-cut] o fim foi cortado
    [anchor-differs] não é o registro que era
   *[trade-changed] um trade difere do que foi registrado
}.
audit-anchor = Este hash representa todo o registro. Guardado em outro lugar, mostra depois se tudo foi reescrito.
logs-title = Avisos e erros
logs-none = Não há nenhum desde o início.
logs-row = { $mark } { MOMENT($at) } { $said }
health-title = Saúde do sistema
health-well = Tudo funciona.
health-ill = ⚠ Algo precisa de atenção.
health-ok = funciona
health-store = Armazenamento
health-orders = Ordens
health-unknown-orders = ⚠ { $count ->
    [one] { $count } não confirmada
   *[other] { $count } não confirmadas
}
health-platform = { $platform ->
    [telegram] Telegram
    [discord] Discord
   *[other] { $platform }
}
health-rival = ⚠ Outro processo recebe as mensagens desde { MOMENT($since) }
health-warnings = Avisos desde o início
version-title = Versão
version-desk = Killzone
version-node = Node
version-settings = Ajustes
orders-title = Ordens
orders-none = Nenhuma ordem ativa.
orders-reduce-only = Stops e alvos são reduce-only: cada um fecha no máximo o que está aberto, seja qual for a quantidade enviada.
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
notice-session-opened = { window-name } começou e vai até { TIME($closesAt) }.
notice-symbols-listed = Novo na corretora: { $symbols }{ $count ->
    [1] .
   *[other] { " " }({ $count } no total).
}
notice-symbols-delisted = Não está mais na corretora: { $symbols }{ $count ->
    [1] .
   *[other] { " " }({ $count } no total).
}
notice-session-soon = { window-name } começa às { TIME($opensAt) }.
notice-session-closed = { window-name } terminou.
notice-breaker-daily-loss = ⛔ Sem novos trades: a perda de hoje é { PERCENT($actual) }, o limite { PERCENT($limit) }. Até { MOMENT($until) }
notice-breaker-cool-down = ⛔ Sem novos trades: { $actual } perdas seguidas, o limite é { $limit }. Até { MOMENT($until) }
notice-breaker-drawdown = ⛔ Sem novos trades: o saldo está { PERCENT($actual) } abaixo do máximo, o limite é { PERCENT($limit) }. /risk mostra mais, /resume retoma a mesa
notice-rule-on = { $name } ligou a regra de aprovação { $rule }: ela aprova sem um toque
notice-rule-off = { $name } desligou a regra de aprovação { $rule }
notice-paused = Em pausa por { $name }.
notice-resumed = Retomada por { $name }.
notice-panic = Pânico acionado por { $name }: tudo está sendo fechado, novos trades estão parados.
notice-market-lost = O feed de mercado { $market } caiu; a mesa está reconectando.
notice-market-back = O feed de mercado { $market } voltou.
notice-order-unknown = ⚠ A corretora não confirmou uma ordem de { $symbol }. A mesa continua perguntando e não envia nada duas vezes.
notice-stray-fill = ⚠ Uma ordem de { $symbol } foi executada depois que seu trade acabou. A mesa fecha o que ela abriu.
notice-stray-fill-open = ⚠ A mesa não conseguiu fechar o que uma ordem de { $symbol } abriu depois que seu trade acabou. Essa posição está sem stop: feche-a na corretora.
notice-foreign-order = ⚠ Uma ordem de { $symbol } não é desta mesa. A mesa não mexe nela.
notice-position-differs = ⚠ A corretora tem { $exchange } em { $symbol }; a mesa conhece { $ledger }. A mesa não mexe na diferença.
notice-live-locked = REAL em { $exchange }: bloqueado. Nenhuma ordem é enviada até um administrador enviar /live CÓDIGO num chat privado.
notice-ledger-behind = ⚠ No registro falta o que esta mesa já tinha enviado a { $exchange }: ele foi cortado, esvaziado ou substituído. As posições seguem protegidas e ainda podem ser fechadas; nada novo entra. O guia diz o que fazer.
notice-live-open = REAL: { $name } confirmou as operações reais. Os trades aprovados vão para a corretora.
notice-live-locked-out = ⚠ Cinco códigos errados para as operações reais, o último de { $name }. Elas continuam bloqueadas.
notice-key-not-bound-to-address = ⚠ A chave de { $exchange } funciona de qualquer endereço. Restrinja-a ao endereço desta máquina.
notice-key-may-transfer = ⚠ A chave de { $exchange } pode mover dinheiro para outras contas. Remova essa permissão.
notice-clock-inexact = ⚠ O relógio desta máquina não está exato. A diferença para { $exchange } é de { DURATION($offset) }.
notice-digest = Enquanto este chat estava inacessível, { $count } mensagens foram perdidas. /status mostra como a mesa está; /audit, o que houve.
notice-rival = ⚠ Outro processo está recebendo as mensagens deste bot no { health-platform }. Comandos e toques podem chegar a ele e não a esta mesa. Encerre-o ou crie um novo token.
notice-rival-gone = O outro processo no { health-platform } não está mais rodando: todas as mensagens voltam a chegar a esta mesa.
notice-unprotected = ⚠ A posição em { $symbol } não tem stop confirmado.
notice-not-compared = ⚠ Não foi possível comparar o livro e a corretora, e uma nova tentativa pode não resolver. Até lá nada novo é aberto; stops e saídas continuam. A causa está em /logs.

## Telegram

telegram-private = Esta mesa é privada. Seu ID no Telegram é { $id }: o dono pode incluí-lo na lista de acesso.
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
web-connected = Conectado
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
web-sign-in-refused = Este link já foi usado ou é antigo demais. A mesa mostra um novo a cada início.
web-sign-in-too-many = Tentativas demais. Espere um minuto.
web-sign-in-failed = A mesa não responde. Ela está rodando?
web-sign-out = Sair
web-signed-out = Você saiu.
web-welcome = Nada aqui ainda. Os setups chegam sozinhos; /help mostra o que você pode pedir.
