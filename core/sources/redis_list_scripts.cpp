// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_list_scripts.h"

namespace framehand::sources {

const redis::Script& list_take_script() {
    static const redis::Script kScript(R"(
-- KEYS: alive, workers, how the keys of what was released begin, then stage and processing of each role. ARGV: worker, lease in ms.
-- Answers the number of the role and the message, or nil.
redis.call('SET', KEYS[1], '1', 'PX', ARGV[2])
redis.call('SADD', KEYS[2], ARGV[1])
for i = 4, #KEYS, 2 do
  local message = redis.call('LMOVE', KEYS[i], KEYS[i + 1], 'LEFT', 'RIGHT')
  if message then
    redis.call('DEL', KEYS[3] .. redis.sha1hex(message))
    return {(i - 4) / 2, message}
  end
end
return false
)");
    return kScript;
}

const redis::Script& list_recover_script() {
    static const redis::Script kScript(R"(
-- KEYS: stage, processing, how the keys of what was released begin. ARGV: how long to remember in ms, then the messages that stay.
local stay = {}
for i = 2, #ARGV do
  stay[ARGV[i]] = (stay[ARGV[i]] or 0) + 1
end
local messages = redis.call('LRANGE', KEYS[2], 0, -1)
local moved = 0
for i = #messages, 1, -1 do
  local message = messages[i]
  if (stay[message] or 0) > 0 then
    stay[message] = stay[message] - 1
  else
    redis.call('LREM', KEYS[2], -1, message)
    redis.call('LPUSH', KEYS[1], message)
    redis.call('SET', KEYS[3] .. redis.sha1hex(message), '1', 'PX', ARGV[1])
    moved = moved + 1
  end
end
return moved
)");
    return kScript;
}

const redis::Script& list_beat_script() {
    static const redis::Script kScript(R"(
-- KEYS: alive, workers, how the keys of what was released begin, then the processing list of each message. ARGV: worker, lease in ms, the messages.
-- Answers the places of those that are another's now. What nobody took away and is gone all the same, the server forgot.
redis.call('SET', KEYS[1], '1', 'PX', ARGV[2])
redis.call('SADD', KEYS[2], ARGV[1])
local lost = {}
for i = 4, #KEYS do
  local message = ARGV[i - 1]
  if not redis.call('LPOS', KEYS[i], message) then
    if redis.call('EXISTS', KEYS[3] .. redis.sha1hex(message)) == 1 then
      lost[#lost + 1] = i - 4
    else
      redis.call('RPUSH', KEYS[i], message)
    end
  end
end
return lost
)");
    return kScript;
}

const redis::Script& list_sweep_script() {
    static const redis::Script kScript(R"(
-- KEYS: workers, the stages. ARGV: how the keys of life and of what was released begin, how long to remember in ms.
-- Answers how many messages of dead workers can be taken again.
local moved = 0
for _, worker in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  if redis.call('EXISTS', ARGV[1] .. worker) == 0 then
    local released = ARGV[2] .. worker .. ':'
    for i = 2, #KEYS do
      local processing = KEYS[i] .. ':processing:' .. worker
      local message = redis.call('LMOVE', processing, KEYS[i], 'RIGHT', 'LEFT')
      while message do
        redis.call('SET', released .. redis.sha1hex(message), '1', 'PX', ARGV[3])
        moved = moved + 1
        message = redis.call('LMOVE', processing, KEYS[i], 'RIGHT', 'LEFT')
      end
    end
    redis.call('SREM', KEYS[1], worker)
  end
end
return moved
)");
    return kScript;
}

const redis::Script& list_end_script() {
    static const redis::Script kScript(R"(
-- KEYS: processing, stage, how the keys of what was released begin, finished, and where the end goes, if anywhere.
-- ARGV: message, what goes there, how long to remember in ms, channel, event.
-- Answers 1 if this is the message's end, 0 if that is another's doing.
if redis.call('EXISTS', KEYS[4]) == 1 then
  return 1
end
local released = KEYS[3] .. redis.sha1hex(ARGV[1])
if redis.call('LREM', KEYS[1], 1, ARGV[1]) == 0 and redis.call('EXISTS', released) == 1 then
  -- It went back. As long as nobody has taken it the late end counts.
  if redis.call('LREM', KEYS[2], 1, ARGV[1]) == 0 then
    return 0
  end
end
redis.call('SET', KEYS[4], '1', 'PX', ARGV[3])
redis.call('SET', released, '1', 'PX', ARGV[3])
if KEYS[5] then
  redis.call('RPUSH', KEYS[5], ARGV[2])
end
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 1
)");
    return kScript;
}

const redis::Script& list_give_back_script() {
    static const redis::Script kScript(R"(
-- KEYS: processing, stage, how the keys of what was released begin. ARGV: message, how long to remember in ms.
-- Told twice it does nothing the second time.
if redis.call('LREM', KEYS[1], 1, ARGV[1]) == 1 then
  redis.call('LPUSH', KEYS[2], ARGV[1])
  redis.call('SET', KEYS[3] .. redis.sha1hex(ARGV[1]), '1', 'PX', ARGV[2])
end
return 1
)");
    return kScript;
}

} // namespace framehand::sources
