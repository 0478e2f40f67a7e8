import { ADD_AUDIT, TRADE_ENTRY } from "./audit-script.ts";

/**
 * The ledger's writes. A script runs alone and whole, and with the log synced on every write its reply comes
 * after the disk has it. Version and operation id make a resend harmless.
 */

/** Rows go at the end of the outbox in their order. Needs `KEYS` of the counter, the order and the rows. */
const ADD_ROWS = `
local function add_rows(number_key, order_key, rows_key, first)
  for i = first, #ARGV do
    local number = redis.call('INCR', number_key)
    local id = string.format('row-%.0f', number)
    redis.call('HSET', rows_key, id, ARGV[i])
    redis.call('ZADD', order_key, number, id)
  end
end`;

/**
 * KEYS: trade, trades, index of the state, approved, outbox number, outbox, outbox rows,
 * audit, its head.
 * ARGV: trade id, version, state, trade, created at, approved at or '', id of this call, rows…
 * Replies 1 when this call made the trade, 0 when it existed.
 */
export const CREATE_TRADE = `${ADD_ROWS}${ADD_AUDIT}${TRADE_ENTRY}
if redis.call('EXISTS', KEYS[1]) == 1 then
  if redis.call('HGET', KEYS[1], 'creation') == ARGV[7] then return 1 end
  return 0
end
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'state', ARGV[3], 'trade', ARGV[4], 'creation', ARGV[7])
redis.call('ZADD', KEYS[2], ARGV[5], ARGV[1])
redis.call('ZADD', KEYS[3], ARGV[5], ARGV[1])
if ARGV[6] ~= '' then redis.call('ZADD', KEYS[4], ARGV[6], ARGV[1]) end
add_rows(KEYS[5], KEYS[6], KEYS[7], 8)
add_audit(KEYS[8], KEYS[9], trade_entry(ARGV[1], 'create', ARGV[2], ARGV[3], ARGV[4], {}))
return 1`;

/**
 * KEYS: trade, its operations, its events, beginning of the state indexes, approved, closed, outbox number,
 * outbox, outbox rows, audit, its head.
 * ARGV: trade id, operation id, expected version, next version, next state, next trade, created at,
 * approved at or '', closed at or '', number of events, events…, rows…
 * Replies {outcome, standing trade}.
 */
export const COMMIT_TRANSITION = `${ADD_ROWS}${ADD_AUDIT}${TRADE_ENTRY}
local standing = redis.call('HMGET', KEYS[1], 'version', 'state', 'trade')
if not standing[1] then return {'missing'} end
if redis.call('SISMEMBER', KEYS[2], ARGV[2]) == 1 then return {'repeated', standing[3]} end
if standing[1] ~= ARGV[3] then return {'conflict', standing[3]} end
redis.call('HSET', KEYS[1], 'version', ARGV[4], 'state', ARGV[5], 'trade', ARGV[6])
redis.call('SADD', KEYS[2], ARGV[2])
redis.call('ZREM', KEYS[4] .. standing[2], ARGV[1])
redis.call('ZADD', KEYS[4] .. ARGV[5], ARGV[7], ARGV[1])
if ARGV[8] ~= '' then redis.call('ZADD', KEYS[5], ARGV[8], ARGV[1]) end
if ARGV[9] ~= '' then redis.call('ZADD', KEYS[6], ARGV[9], ARGV[1]) end
local events = tonumber(ARGV[10])
local texts = {}
for i = 1, events do
  texts[i] = ARGV[10 + i]
  redis.call('XADD', KEYS[3], ARGV[4] .. '-' .. i, 'event', ARGV[10 + i])
end
add_rows(KEYS[7], KEYS[8], KEYS[9], 11 + events)
add_audit(KEYS[10], KEYS[11], trade_entry(ARGV[1], ARGV[2], ARGV[4], ARGV[5], ARGV[6], texts))
return {'committed', ARGV[6]}`;

/**
 * KEYS: mark of the operation, outbox number, outbox, outbox rows. ARGV: ms to remember the operation, row.
 */
export const POST_NOTICE = `${ADD_ROWS}
if redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) then add_rows(KEYS[2], KEYS[3], KEYS[4], 2) end
return 1`;
