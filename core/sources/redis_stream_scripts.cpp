// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_stream_scripts.h"

namespace framehand::sources {

const redis::Script& stream_take_script() {
    static const redis::Script kScript(R"(
-- KEYS: the streams. ARGV: group, consumer, how long a dead consumer's entry is idle in ms.
-- Answers the number of the stream, the entry's id and its fields; or -1 and the last id that each stream gave out.
for i = 1, #KEYS do
  local from = '0-0'
  repeat
    local claimed = redis.call('XAUTOCLAIM', KEYS[i], ARGV[1], ARGV[2], ARGV[3], from, 'COUNT', 1)
    local entry = claimed[2][1]
    if entry and entry[2] then
      return {i - 1, entry[1], entry[2]}
    end
    from = claimed[1]
  until from == '0-0'
  local new = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', 1, 'STREAMS', KEYS[i], '>')
  if new and new[1] and new[1][2][1] then
    return {i - 1, new[1][2][1][1], new[1][2][1][2]}
  end
end
local nothing = {-1}
for i = 1, #KEYS do
  local last = '0-0'
  for _, group in ipairs(redis.call('XINFO', 'GROUPS', KEYS[i])) do
    local facts = {}
    for j = 1, #group, 2 do
      facts[group[j]] = group[j + 1]
    end
    if facts['name'] == ARGV[1] then
      last = facts['last-delivered-id']
    end
  end
  nothing[i + 1] = last
end
return nothing
)");
    return kScript;
}

const redis::Script& stream_recover_script() {
    static const redis::Script kScript(R"(
-- KEYS: stream. ARGV: group, consumer, how idle an entry must be to be claimed in ms, the ids that stay.
-- All else that this consumer has can be claimed at once, by anybody.
local stay = {}
for i = 4, #ARGV do
  stay[ARGV[i]] = true
end
for _, entry in ipairs(redis.call('XPENDING', KEYS[1], ARGV[1], '-', '+', 1000, ARGV[2])) do
  if not stay[entry[1]] then
    redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, entry[1], 'IDLE', ARGV[3], 'JUSTID')
  end
end
return 1
)");
    return kScript;
}

const redis::Script& stream_beat_script() {
    static const redis::Script kScript(R"(
-- KEYS: the stream of each entry. ARGV: group, consumer, the ids.
-- Answers the places of those that are another's, or ended. What is gone from its stream, the server forgot.
local lost = {}
for i = 1, #KEYS do
  local id = ARGV[i + 2]
  local pending = redis.pcall('XPENDING', KEYS[i], ARGV[1], id, id, 1)
  if not pending['err'] then
    if pending[1] and pending[1][2] == ARGV[2] then
      redis.call('XCLAIM', KEYS[i], ARGV[1], ARGV[2], 0, id, 'JUSTID')
    elseif pending[1] or #redis.call('XRANGE', KEYS[i], id, id) > 0 then
      lost[#lost + 1] = i - 1
    end
  end
end
return lost
)");
    return kScript;
}

const redis::Script& stream_end_script() {
    static const redis::Script kScript(R"(
-- KEYS: stream, finished, list of failures, and the next stream, if there is one. ARGV: group, consumer, id, how long to remember in ms,
-- channel, event, failure ('' for none), then the entry's fields.
-- Answers 1 if this is the entry's end, 0 if that is another's doing.
if redis.call('EXISTS', KEYS[2]) == 1 then
  return 1
end
local pending = redis.pcall('XPENDING', KEYS[1], ARGV[1], ARGV[3], ARGV[3], 1)
if not pending['err'] then
  if pending[1] and pending[1][2] ~= ARGV[2] then
    return 0
  end
  if not pending[1] and #redis.call('XRANGE', KEYS[1], ARGV[3], ARGV[3]) > 0 then
    return 0
  end
  redis.call('XACK', KEYS[1], ARGV[1], ARGV[3])
end
redis.call('SET', KEYS[2], '1', 'PX', ARGV[4])
if ARGV[7] ~= '' then
  redis.call('RPUSH', KEYS[3], ARGV[7])
elseif KEYS[4] then
  redis.call('XADD', KEYS[4], '*', unpack(ARGV, 8))
end
redis.call('PUBLISH', ARGV[5], ARGV[6])
return 1
)");
    return kScript;
}

const redis::Script& stream_give_back_script() {
    static const redis::Script kScript(R"(
-- KEYS: stream. ARGV: group, consumer, id, how idle an entry must be to be claimed in ms.
local pending = redis.call('XPENDING', KEYS[1], ARGV[1], ARGV[3], ARGV[3], 1)
if pending[1] and pending[1][2] == ARGV[2] then
  redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, ARGV[3], 'IDLE', ARGV[4], 'JUSTID')
end
return 1
)");
    return kScript;
}

} // namespace framehand::sources
