/**
 * Puts an entry at the end of the audit. SHA-1 is the only hash that a script has; to change an entry unseen
 * takes a second preimage of it, which nobody can make.
 */
export const ADD_AUDIT = `
local function add_audit(audit_key, head_key, entry)
  local head = redis.call('HMGET', head_key, 'number', 'hash')
  local number = string.format('%.0f', tonumber(head[1] or '0') + 1)
  local hash = redis.sha1hex((head[2] or '') .. '\\n' .. number .. '\\n' .. entry)
  redis.call('XADD', audit_key, number .. '-0', 'entry', entry, 'hash', hash)
  redis.call('HSET', head_key, 'number', number, 'hash', hash)
end`;

/** The entry of a transition: which, by what, how the trade stands after it, and its events with every order. */
export const TRADE_ENTRY = `
local function trade_entry(id, operation, version, state, trade, events)
  return '{"kind":"trade","trade":' .. cjson.encode(id) .. ',"operation":' .. cjson.encode(operation)
    .. ',"version":' .. version .. ',"state":' .. cjson.encode(state) .. ',"digest":"' .. redis.sha1hex(trade)
    .. '","events":[' .. table.concat(events, ',') .. ']}'
end`;
