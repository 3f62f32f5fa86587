// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_scripts.h"

#include <string>

namespace framehand::sources {

namespace {

/// Whether the message `tag` is in the hands of the taking `mark`.
const std::string kHeld = R"lua(
local function held(index, tag, mark)
    local score = redis.call('ZSCORE', index, tag)
    if not score then
        return nil
    end
    return (tonumber(score) * 1048576) % 1048576 == tonumber(mark)
end
)lua";

/// A result, unless the task's success is already there, as Celery itself does it.
const std::string kWrite = R"lua(
local function write(key, text, seconds)
    local former = redis.call('GET', key)
    if former then
        local ok, value = pcall(cjson.decode, former)
        if ok and type(value) == 'table' and value.status == 'SUCCESS' then
            return
        end
    end
    redis.call('SETEX', key, seconds, text)
    redis.call('PUBLISH', key, text)
end
)lua";

const std::string kTake = R"lua(
local lists = #KEYS - 3
local index, unacked, rejected = KEYS[lists + 1], KEYS[lists + 2], KEYS[lists + 3]
local others = 0

local function fault(message)
    local ok, m = pcall(cjson.decode, message)
    if not ok or type(m) ~= 'table' then
        return 'it is no JSON object'
    end
    if type(m.body) ~= 'string' or type(m.headers) ~= 'table' or type(m.properties) ~= 'table' or
       type(m.properties.delivery_tag) ~= 'string' then
        return 'it is no message of Celery\'s: body, headers or delivery tag are missing'
    end
    return nil, m
end

for i = 1, lists do
    local depth = math.min(redis.call('LLEN', KEYS[i]), tonumber(ARGV[7]))
    local looked = 0
    while looked < depth do
        local chunk = redis.call('LRANGE', KEYS[i], -(looked + 32), -(looked + 1))
        if #chunk == 0 then
            break
        end
        for n = #chunk, 1, -1 do
            local message = chunk[n]
            local reason, m = fault(message)
            if reason then
                redis.call('LREM', KEYS[i], -1, message)
                redis.call('LPUSH', rejected, cjson.encode({reason = reason, message = message}))
                return {'bad', reason, message}
            end
            local waits = m.headers.eta ~= nil and m.headers.eta ~= cjson.null
            if m.headers.task == ARGV[1] and not (waits and ARGV[6] == 'leave') then
                local tag = m.properties.delivery_tag
                redis.call('LREM', KEYS[i], -1, message)
                redis.call('ZADD', index, ARGV[2], tag)
                redis.call('HSET', unacked, tag, '[' .. message .. ', "", ' .. cjson.encode(ARGV[3]) .. ']')
                redis.call('SET', 'framehand.celery.lease.' .. tag, ARGV[4], 'EX', ARGV[5])
                return {'job', message, tag, KEYS[i]}
            end
            others = others + 1
        end
        looked = looked + #chunk
    end
end
if others > 0 then
    return {'other', others}
end
return {'none'}
)lua";

const std::string kHold = R"lua(
local ours = held(KEYS[1], ARGV[1], ARGV[2])
local note = redis.call('GET', KEYS[3])
if ours == false or (ours == nil and note) then
    return 0
end
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[4])
redis.call('SET', KEYS[3], ARGV[2], 'EX', ARGV[5])
return 1
)lua";

const std::string kTell = R"lua(
local ours = held(KEYS[1], ARGV[1], ARGV[2])
if ours == nil and not redis.call('GET', KEYS[2]) then
    return 2
end
if not ours then
    return 0
end
if ARGV[3] ~= '' then
    write(KEYS[3], ARGV[3], ARGV[4])
end
return 1
)lua";

const std::string kEnd = R"lua(
local ours = held(KEYS[1], ARGV[1], ARGV[2])
local note = redis.call('GET', KEYS[3])
if note == ARGV[2] .. ':told' then
    return 2
end
if ours == false or (ours == nil and note) then
    if ARGV[3] == 'always' and ARGV[4] ~= '' then
        write(KEYS[4], ARGV[4], ARGV[5])
    end
    return 0
end
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('SET', KEYS[3], ARGV[2] .. ':told', 'EX', 86400)
if ARGV[6] == 'left' then
    redis.call('LPUSH', KEYS[5], ARGV[7])
elseif ARGV[6] == 'right' then
    redis.call('RPUSH', KEYS[5], ARGV[7])
end
if ARGV[4] ~= '' then
    write(KEYS[4], ARGV[4], ARGV[5])
elseif ARGV[8] == 'forget' then
    local former = redis.call('GET', KEYS[4])
    local ok, value = pcall(cjson.decode, former or '')
    if ok and type(value) == 'table' and (value.status == 'STARTED' or value.status == 'PROGRESS') then
        redis.call('DEL', KEYS[4])
    end
end
return 1
)lua";

const std::string kRestore = R"lua(
if redis.call('ZSCORE', KEYS[1], ARGV[1]) ~= ARGV[2] or redis.call('HGET', KEYS[2], ARGV[1]) ~= ARGV[3] then
    return 0
end
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('RPUSH', KEYS[3], ARGV[4])
return 1
)lua";

const std::string kRelease = R"lua(
if redis.call('GET', KEYS[1]) == ARGV[1] then
    return redis.call('DEL', KEYS[1])
end
return 0
)lua";

} // namespace

CeleryScripts::CeleryScripts()
    : take(kTake), hold(kHeld + kHold), tell(kHeld + kWrite + kTell), end(kHeld + kWrite + kEnd), restore(kRestore),
      release(kRelease) {
}

} // namespace framehand::sources
